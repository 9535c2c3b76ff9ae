/** What flight.ts uses of pg beyond its published types; both are what pg's own Query uses. */
declare module 'pg/lib/utils.js' {
  const utils: { prepareValue: (value: unknown) => string | Buffer | null }
  export default utils
}
