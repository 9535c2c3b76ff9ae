/** Writes server/platform/tables.ts (row types for Kysely). Usage: node bin/tables.ts [owner url]; without one, from the migrations. */
import { writeFileSync } from 'node:fs'
import { formatted, withMigrated } from './catalogue/migrated.ts'
import { tablesText } from './catalogue/tables-text.ts'

if (process.argv.includes('--help')) {
  process.stdout.write(
    'npm run tables [-- OWNER_URL]\nWrites server/platform/tables.ts; without an address from the migrations, in a throw-away PostgreSQL.\n',
  )
  process.exit()
}

const PATH = 'server/platform/tables.ts'
const text = formatted(await withMigrated(process.argv[2], tablesText), PATH)
writeFileSync(new URL(`../${PATH}`, import.meta.url), text)
process.stdout.write(`${PATH}: ${text.split('\n').length} lines\n`)
