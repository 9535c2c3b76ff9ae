/** `npm run serve`: the register on a database of its own; refuses to start, with every reason, when it would be unsafe. */
import { parseArgs } from 'node:util'
import { ConfigRefused, readConfig } from '../server/platform/config.ts'
import { startService } from '../server/start-service.ts'

const HELP = `npm run serve

Opens the register on the PostgreSQL and with the keys that the environment names (.env.example lists them all;
docs/operations/install.md says how to make them). There is no demo here: no sign-in links, no invented people.
Ends with 0 when stopped, 1 on a fault, 2 when the configuration is not safe; then every reason is listed.
SIGTERM and Ctrl-C let running requests and jobs end first.`

// No option but --help: a --demo, --data or --people meant for npm start is refused here.
const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } })
const say = (line: string) => void process.stdout.write(`${line}\n`)
const sayFault = (line: string) => void process.stderr.write(`${line}\n`)
if (values.help) {
  say(HELP)
  process.exit(0)
}

const wordsOf = (fault: unknown) => (fault instanceof Error ? fault.message : String(fault))

try {
  const config = readConfig()
  const service = await startService(config, sayFault)
  say(`Amanat is open at ${config.origin} (listening at ${service.address})`)
  let is_stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (is_stopping) return
      is_stopping = true
      say('Stopping …')
      service.stop().then(
        () => process.exit(0),
        (fault) => {
          sayFault(wordsOf(fault))
          process.exit(1)
        },
      )
    })
} catch (fault) {
  const is_refused = fault instanceof ConfigRefused
  sayFault(
    `The register did not start${is_refused ? ', because it would not be safe' : ''}:\n${wordsOf(fault)}`,
  )
  process.exit(is_refused ? 2 : 1)
}
