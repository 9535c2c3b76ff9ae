/** `npm run compare`: the whole register compared with itself. Exit 0: everybody was compared, 1: not begun, 3: stopped. */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { reachLog } from '../server/audit/reach-log.ts'
import { NIGHT_WORK } from '../server/platform/night-work.ts'

const HELP = `Asks the running register to compare everybody with everybody, and follows it. Pairs that may be one person are put in
the queue of the Bureau; nobody is joined, and what was decided is left alone. The register's night work does it.

  npm run compare -- [--data .data] [--stop]
  npm run compare -- --database-url postgres://…

  --data <folder>       data folder of npm start (default .data)
  --database-url <url>  another database; a login that owns the queue and sees every row
  --stop                asks a run to stop; the next one goes on where it stopped. Ctrl-C only stops following
`

const ASK = `select graphile_worker.add_job('matches.compare', json_build_object('id', $1::text, 'posting_id', $2::text),
  queue_name := 'matches.compare', job_key := 'matches.compare:' || $1::text)`
const LAST = `select link_run_id, of_count, done_count, found_count, stop_asked_at is not null as is_stopped, ended_at is not null as is_ended
  from register.link_run where begun_at >= $1 or ended_at is null order by begun_at desc, link_run_id limit 1`
const STOP = 'update register.link_run set stop_asked_at = now() where ended_at is null returning done_count'
/** A register that runs takes up work within seconds. */
const PATIENCE_SECONDS = 60

const say = (line: string) => void process.stderr.write(`${line}\n`)

async function follow(client: pg.Client): Promise<number> {
  const { rows } = await client.query('select now() as begun')
  await client.query(ASK, [NIGHT_WORK.officer_id, NIGHT_WORK.posting_id])
  let last = -1
  for (let idle = 0; idle < PATIENCE_SECONDS; idle++) {
    const { rows: runs } = await client.query(LAST, [rows[0].begun])
    const [run] = runs
    if (run && run.done_count !== last) {
      say(`${run.done_count} of ${run.of_count} records, ${run.found_count} new pairs`)
      last = run.done_count
      idle = 0
    }
    if (run?.is_ended) return 0
    if (run?.is_stopped && idle > 5) return 3
    await wait(1000)
  }
  throw new Error('nobody takes up the work: is the register running?')
}

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
    if (!values.stop) return await follow(client)
    const { rows } = await client.query(STOP)
    say(rows[0] ? `asked to stop after ${rows[0].done_count} records` : 'no run is under way')
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
