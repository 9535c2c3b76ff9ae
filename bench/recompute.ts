/** Both calculators over a million invented people: seconds of each, and every difference. `npm run bench -- recompute` */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { startLocalRegister } from '../server/platform/local-register.ts'
import type { Batch, Work } from './measure/recompute-worker.ts'
import { report } from './measure/report.ts'

const HELP = `npm run bench -- recompute [--people 1000000] [--workers 2] [--batch 20000] [--unlikely-every 50] [--seed 1]

Invents facts, has the first calculator (TypeScript) and the second (SQL) answer them, and compares every answer.
Prints the seconds of each, all workers together; inventing, copying and comparing are printed beside them.`

const numberOf = (text: string | undefined) => Number(text)

/** Runs one worker to its end, handing each batch on. */
const work = (given: Work, onBatch: (batch: Batch) => void): Promise<void> =>
  new Promise((done, failed) => {
    const worker = new Worker(new URL('./measure/recompute-worker.ts', import.meta.url), {
      workerData: given,
    })
    worker.on('message', onBatch).on('error', failed)
    worker.on('exit', (code) => (code === 0 ? done() : failed(new Error(`a worker ended with ${code}`))))
  })

function add(sum: Record<string, number>, more: Record<string, number>) {
  for (const [name, value] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + value
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string', default: '1000000' },
      workers: { type: 'string', default: '2' },
      batch: { type: 'string', default: '20000' },
      'unlikely-every': { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  const [people, workers] = [numberOf(values.people), numberOf(values.workers)]
  const folder = mkdtempSync(join(tmpdir(), 'amanat-bench-'))
  const local = await startLocalRegister({ folder, is_throwaway: true })
  try {
    const took: Record<string, number> = {}
    const words: Record<string, number> = {}
    const differences: string[] = []
    let [done, duties, peak_mb] = [0, 0, 0]
    const onBatch = (batch: Batch) => {
      add(took, batch.took)
      add(words, batch.words)
      differences.push(...batch.differences)
      done += batch.cases
      duties += batch.duties
      peak_mb = Math.max(peak_mb, process.memoryUsage().rss / 1e6)
      process.stderr.write(`\r${done} of ${people}, ${differences.length} differences`)
    }
    const share = Math.ceil(people / workers)
    const given = { url: local.url('postgres'), batch: numberOf(values.batch), seed: numberOf(values.seed) }
    const begun = performance.now()
    await Promise.all(
      Array.from({ length: workers }, (_, at) =>
        work(
          {
            ...given,
            ...{ from: at * share, to: Math.min(people, (at + 1) * share) },
            unlikely_every: numberOf(values['unlikely-every']),
          },
          onBatch,
        ),
      ),
    )
    process.stderr.write(`\n${differences.slice(0, 20).join(' ')}\n`)
    const seconds = (name: string) => (took[name] ?? 0) / workers / 1000
    report(
      {
        ...{ bench: 'recompute', case: 'both calculators', people, connections: workers },
        ...{ per_second: people / seconds('second'), p50_ms: Number.NaN, p99_ms: Number.NaN },
        ...{
          baseline: 'the first calculator',
          ratio: seconds('first') / seconds('second'),
          peak_rss_mb: peak_mb,
        },
        ...{
          first_seconds: seconds('first'),
          second_seconds: seconds('second'),
          differences: differences.length,
        },
        ...{
          make_seconds: seconds('make'),
          stage_seconds: seconds('stage'),
          compare_seconds: seconds('compare'),
        },
        ...{ all_seconds: (performance.now() - begun) / 1000, duties, words: JSON.stringify(words) },
      },
      'embedded 18',
    )
  } finally {
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
