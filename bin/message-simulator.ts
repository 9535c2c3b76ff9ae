// A message gateway for the demonstration, as a service of its own (docs/agencies/messages.md). It sends nothing.
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { createGateway } from '../server/reminders/simulator/message-server.ts'

const HELP = `Usage: message-simulator --port N --secret-file FILE --outbox FILE [options]

Takes messages and writes each as a line of the outbox. Listens on 127.0.0.1 only; nothing is sent.
  --port N            0 chooses a free one; the address is printed
  --secret-file FILE  the secret shared with the register
  --outbox FILE       where messages are kept, one JSON object a line
  --outage-file FILE  while it exists, every answer is "unavailable"
  --until-input-ends  stop when standard input closes: when whoever started it is gone
`

const { values } = parseArgs({
  options: {
    ...{ port: { type: 'string' }, 'secret-file': { type: 'string' }, outbox: { type: 'string' } },
    ...{
      'outage-file': { type: 'string' },
      help: { type: 'boolean' },
      'until-input-ends': { type: 'boolean' },
    },
  },
})
const { port, outbox, 'secret-file': secret_file } = values
if (values.help || port === undefined || !outbox || !secret_file) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 2)
}
const secret = readFileSync(secret_file, 'utf8').trim()
if (secret.length < 32) throw new Error('the shared secret must have at least 32 characters')
const gateway = createGateway({ secret, outbox, outage_file: values['outage-file'] })
gateway.listen(Number(port), '127.0.0.1', () =>
  console.log(`message gateway at http://127.0.0.1:${(gateway.address() as AddressInfo).port}`),
)
function stop() {
  gateway.close()
  gateway.closeAllConnections()
  process.stdin.destroy()
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
if (values['until-input-ends']) process.stdin.resume().once('end', stop)
