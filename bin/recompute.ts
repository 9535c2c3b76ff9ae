/** `npm run recompute`: both calculators over the whole register. Exit 0: they agree, 1: not, 2: could not be run. */
import { parseArgs } from 'node:util'
import { reachLog } from '../server/audit/reach-log.ts'
import { pakistanDay, systemClock } from '../server/platform/clock.ts'
import { recompute } from '../server/recompute/recompute.ts'

const HELP = `Computes everybody by both calculators and lists every difference. A difference opens an exception, and no
breach can be opened for that person until a later run finds agreement. A run that was broken off goes on.

  npm run recompute -- [--data .data] [--on 2026-11-25]
  npm run recompute -- --database-url postgres://…

  --data <folder>       data folder of npm start (default .data); running or stopped
  --database-url <url>  another database; a login that sees every row
  --on <date>           the day asked (default: today in Pakistan)
`

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.data' },
      'database-url': { type: 'string' },
      on: { type: 'string', default: pakistanDay(systemClock.now()) },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const url = values['database-url']
  const reached = url ? { url, stop: async () => undefined } : await reachLog(values.data)
  try {
    const on = Temporal.PlainDate.from(values.on).toString()
    const begun = performance.now()
    const found = await recompute(reached.url, on, ({ compared, people, differences }) =>
      process.stderr.write(`\r${compared} of ${people} people, ${differences} differences`),
    )
    process.stderr.write('\n')
    for (const { person_id, first, second } of found.differences)
      process.stdout.write(`${JSON.stringify({ person_id, first, second })}\n`)
    for (const person_id of found.projections)
      process.stdout.write(`${JSON.stringify({ person_id, differs: 'projection' })}\n`)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    const { compared, differences, projections } = found
    process.stdout.write(
      `${compared} people on ${on}: ${differences.length} differences between the calculators, ${projections.length} of the projection, ${seconds} s\n`,
    )
    return differences.length + projections.length === 0 ? 0 : 1
  } finally {
    await reached.stop()
  }
}

process.exitCode = await run().catch((fault) => {
  process.stderr.write(`not recomputed: ${fault instanceof Error ? fault.message : fault}\n`)
  return 2
})
