/** `npm run bench -- <name> [options]`: one benchmark, one JSON object a line. */
import { existsSync, readdirSync } from 'node:fs'

const FOLDER = new URL('../bench/', import.meta.url)
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.replace('.ts', ''))

const [name, ...rest] = process.argv.slice(2)
if (!name || name === '--help' || !existsSync(new URL(`${name}.ts`, FOLDER))) {
  process.stderr.write(
    `npm run bench -- <name> [options]   (names: ${names.join(', ')}; each answers --help)\n`,
  )
  process.exit(name === '--help' ? 0 : 2)
}
const bench: { run: (args: string[]) => Promise<void> } = await import(new URL(`${name}.ts`, FOLDER).href)
await bench.run(rest)
