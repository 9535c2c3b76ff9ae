// The identity agency of the demonstration, as a service of its own (docs/agencies/identity.md).
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { readCitizens } from '../server/identities/simulator/citizens.ts'
import { writeEvents } from '../server/identities/simulator/events-file.ts'
import { writeCitizens } from '../server/identities/simulator/list-file.ts'
import { createService } from '../server/identities/simulator/service.ts'

const HELP = `Usage: identity-simulator --port N --secret-file FILE --data FILE [options]

Answers whether a CNIC belongs to the person described. Listens on 127.0.0.1 only.
  --port N            0 chooses a free one; the address is printed
  --secret-file FILE  the secret shared with the register
  --data FILE         citizens, one JSON object a line
  --people N          writes --data from N invented people when it is not there yet
  --seed S            of those people (1)
  --today DATE        of those people (today)
  --events FILE       events of the civil register, one JSON object a line
  --events-of N       writes --events about some of the first N invented people when it is not there yet
  --outage-file FILE  while it exists, every answer is "unavailable"
  --until-input-ends  stop when standard input closes: when whoever started it is gone
`

const { values } = parseArgs({
  options: {
    ...{ port: { type: 'string' }, 'secret-file': { type: 'string' }, data: { type: 'string' } },
    ...{ people: { type: 'string' }, seed: { type: 'string', default: '1' }, today: { type: 'string' } },
    ...{ 'outage-file': { type: 'string' }, help: { type: 'boolean' } },
    ...{ 'until-input-ends': { type: 'boolean' }, events: { type: 'string' } },
    'events-of': { type: 'string' },
  },
})
const { port, data, 'secret-file': secret_file } = values
if (values.help || port === undefined || !data || !secret_file) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 2)
}
const secret = readFileSync(secret_file, 'utf8').trim()
if (secret.length < 32) throw new Error('the shared secret must have at least 32 characters')
const invented = {
  seed: Number(values.seed),
  today: values.today ?? Temporal.Now.plainDateISO('Asia/Karachi').toString(),
}
if (values.people !== undefined) writeCitizens(data, { ...invented, people: Number(values.people) })
if (values.events && values['events-of'] !== undefined)
  writeEvents(values.events, { ...invented, people: Number(values['events-of']) })
const service = createService({
  ...{ secret, citizens: readCitizens(readFileSync(data, 'utf8')), outage_file: values['outage-file'] },
  events_file: values.events,
})
service.listen(Number(port), '127.0.0.1', () =>
  console.log(`identity service at http://127.0.0.1:${(service.address() as AddressInfo).port}`),
)
function stop() {
  service.close()
  service.closeAllConnections()
  process.stdin.destroy()
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
if (values['until-input-ends']) process.stdin.resume().once('end', stop)
