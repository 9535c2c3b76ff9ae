/** `npm start`: the register on this machine alone, with invented people, ready to be tried. */
import { parseArgs } from 'node:util'
import { startDemo } from '../server/demo/start.ts'

const HELP = `npm start -- [--port 8080] [--data .data] [--people 2000] [--seed 1]

Opens the register with an embedded PostgreSQL and invented people on http://localhost:<port>,
reachable from this machine only. On the first start the data folder is made and filled.
Ctrl-C stops it cleanly. To run it for real: npm run serve -- --help.`

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    data: { type: 'string', default: '.data' },
    people: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
})

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > most) {
    process.stderr.write(`--${name} must be a whole number from 0 to ${most}, not "${text}"\n`)
    process.exit(2)
  }
  return number
}

if (values.help) {
  process.stdout.write(`${HELP}\n`)
  process.exit(0)
}
if (Number(process.versions.node.split('.')[0]) < 26) {
  process.stderr.write('The register runs on Node 26, which `npm ci` brings: start it by `npm start`.\n')
  process.exit(2)
}

const say = (line: string) => void process.stdout.write(`${line}\n`)
const demo = startDemo({
  port: wholeNumber('port', values.port, 65_535),
  folder: values.data,
  people: wholeNumber('people', values.people, 10_000_000),
  seed: wholeNumber('seed', values.seed, 2 ** 31),
  say,
})
let is_stopping = false
function end(code: number, why?: unknown) {
  if (why) process.stderr.write(`${why instanceof Error ? why.message : why}\n`)
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (is_stopping) return
    is_stopping = true
    say('Stopping …')
    demo.stop().then(
      () => end(0),
      (fault) => end(1, fault),
    )
  })
}
demo.started.catch((fault) => {
  if (!is_stopping) end(1, `The register did not start: ${fault instanceof Error ? fault.message : fault}`)
})
