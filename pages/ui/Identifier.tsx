/** Longer ones (hashes, names of tables) may break at the end of a line; a CNIC or a record number never does. */
const LONGEST_UNBROKEN = 18

/** A number or code that is read left to right in both languages. */
export const Identifier = ({ children }: { children: string | number }) => (
  <bdi dir="ltr" class={String(children).length > LONGEST_UNBROKEN ? 'identifier long' : 'identifier'}>
    {children}
  </bdi>
)
