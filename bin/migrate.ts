/** `npm run migrate`: brings a database of your own to the newest schema, and loads places and offices. */
import { parseArgs } from 'node:util'
import { loadPacks } from '../server/platform/load-packs.ts'
import { migrate } from '../server/platform/migrate.ts'
import { loadReference } from '../server/platform/reference.ts'

const HELP = `npm run migrate -- --owner-url postgres://operator:password@host/database?sslmode=verify-full

Applies the migrations that are missing, all or none, and adds new districts, stations and offices. The login must own
the database and may make roles (create role … login createrole); it need not be a superuser, and the service never
uses it. The logins that the service uses are made without a password: give each one (docs/operations/install.md).`

const { values } = parseArgs({
  options: { 'owner-url': { type: 'string' }, help: { type: 'boolean', default: false } },
})
const owner_url = values['owner-url']
if (values.help || !owner_url) {
  process.stdout.write(`${HELP}\n`)
  process.exit(values.help ? 0 : 2)
}
try {
  const applied = await migrate(owner_url)
  const added = await loadReference(owner_url)
  await loadPacks(owner_url)
  process.stdout.write(
    `migrations applied: ${applied.join(', ') || 'none'}\nplaces and offices added: ${added}\n`,
  )
} catch (fault) {
  process.stderr.write(`nothing was changed: ${fault instanceof Error ? fault.message : fault}\n`)
  process.exitCode = 1
}
