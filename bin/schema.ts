/** Writes database/schema.sql from the catalogue. Usage: node bin/schema.ts [owner url]; without one, from the migrations. */
import { writeFileSync } from 'node:fs'
import { withMigrated } from './catalogue/migrated.ts'
import { schemaText } from './catalogue/schema-text.ts'

if (process.argv.includes('--help')) {
  process.stdout.write(
    'npm run schema [-- OWNER_URL]\nWrites database/schema.sql; without an address from the migrations, in a throw-away PostgreSQL.\n',
  )
  process.exit()
}

const PATH = 'database/schema.sql'
const text = await withMigrated(process.argv[2], schemaText)
writeFileSync(new URL(`../${PATH}`, import.meta.url), text)
process.stdout.write(`${PATH}: ${text.split('\n').length} lines\n`)
