/** `npm run officer`: the first two administrators, and a list of officers. */
import { parseArgs } from 'node:util'
import { BootstrapRefused, bootstrap, listOfficerLines } from '../server/officers/bootstrap.ts'
import { startLocalRegister } from '../server/platform/local-register.ts'

const HELP = `npm run officer -- bootstrap --badge B --name-en N --name-ur N [--second] WHERE
npm run officer -- list WHERE

WHERE is --database-url postgres://… (a login that may act as amanat_owner; the one that migrates)
or --data FOLDER (the embedded PostgreSQL in FOLDER, while the register is not running).

A new installation needs two people, because every change about officers takes two administrators:
  1. bootstrap …            adds the first administrator; prints one enrolment link, once.
  2. bootstrap … --second   adds the second; prints one enrolment link, once.
  3. Each opens the own link on the own device within 24 hours and enrols a passkey.
  4. From then on both work on the page "Officers", and this command adds nobody any more. Let them add a third
     administrator soon: of two, neither could confirm the replacement of the other's lost passkey.
Hand links over in person. One that ran out unused is made anew by the same command. They begin with --origin.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    badge: { type: 'string', default: '' },
    'name-en': { type: 'string', default: '' },
    'name-ur': { type: 'string', default: '' },
    second: { type: 'boolean', default: false },
    origin: { type: 'string', default: 'http://localhost:8080' },
    'database-url': { type: 'string' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const say = (line: string) => void process.stdout.write(`${line}\n`)
const given = { badge: values.badge, name_en: values['name-en'], name_ur: values['name-ur'] }
const act = positionals[0]
const is_complete =
  act === 'list' || (act === 'bootstrap' && Object.values(given).every((text) => text !== ''))
const has_one_place = (values['database-url'] === undefined) !== (values.data === undefined)
if (values.help || !is_complete || !has_one_place) {
  say(HELP)
  process.exit(values.help ? 0 : 2)
}

async function run(url: string) {
  if (act === 'list') return (await listOfficerLines(url)).forEach(say)
  const link = await bootstrap(url, { ...given, is_second: values.second })
  say(`Enrolment link of ${given.name_en}, to be used once within 24 hours; it is not shown again:`)
  say(`${values.origin}/enrol/${link}`)
}

const local = values.data === undefined ? undefined : await startLocalRegister({ folder: values.data })
try {
  await run(local ? local.url('postgres') : (values['database-url'] ?? ''))
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : fault}\n`)
  process.exitCode = fault instanceof BootstrapRefused ? 3 : 1
} finally {
  await local?.stop()
}
