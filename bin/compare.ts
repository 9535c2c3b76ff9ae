/** `npm run compare`: the whole register compared with itself. Exit 0: everybody was compared, 1: not begun, 3: stopped. */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { reachLog } from '../server/audit/reach-log.ts'
import { followRun, stopRun } from '../server/matches/follow-run.ts'

const HELP = `Asks the running register to compare everybody with everybody, and follows it. Pairs that may be one person are put in
the queue of the Bureau; nobody is joined, and what was decided is left alone. The register's night work does it.

  npm run compare -- [--data .data] [--stop]
  npm run compare -- --database-url postgres://…

  --data <folder>       data folder of npm start (default .data)
  --database-url <url>  another database; a login that owns the queue and sees every row
  --stop                asks a run to stop; the next one goes on where it stopped. Ctrl-C only stops following
`

const say = (line: string) => void process.stderr.write(`${line}\n`)

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.data' },
      'database-url': { type: 'string' },
      stop: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const url = values['database-url']
  const reached = url ? { url, stop: async () => undefined } : await reachLog(values.data)
  const client = new pg.Client({ connectionString: reached.url })
  await client.connect()
  try {
    if (!values.stop) return (await followRun(client, { say, wait })) === 'ended' ? 0 : 3
    const done = await stopRun(client)
    say(done === undefined ? 'no run is under way' : `asked to stop after ${done} records`)
    return 0
  } finally {
    await client.end()
    await reached.stop()
  }
}

process.exitCode = await run().catch((fault) => {
  say(`not compared: ${fault instanceof Error ? fault.message : fault}`)
  return 1
})
