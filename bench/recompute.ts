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

type Sums = {
  took: Record<string, number>
  words: Record<string, number>
  differences: string[]
  done: number
  duties: number
  peak_mb: number
}

async function runWorkers(given: Omit<Work, 'from' | 'to'>, people: number, workers: number): Promise<Sums> {
  const sums: Sums = { took: {}, words: {}, differences: [], done: 0, duties: 0, peak_mb: 0 }
  const onBatch = (batch: Batch) => {
    add(sums.took, batch.took)
    add(sums.words, batch.words)
    sums.differences.push(...batch.differences)
    sums.done += batch.cases
    sums.duties += batch.duties
    sums.peak_mb = Math.max(sums.peak_mb, process.memoryUsage().rss / 1e6)
    process.stderr.write(`\r${sums.done} of ${people}, ${sums.differences.length} differences`)
  }
  const share = Math.ceil(people / workers)
  const shares = Array.from({ length: workers }, (_, at) => ({
    ...{ from: at * share, to: Math.min(people, (at + 1) * share) },
  }))
  await Promise.all(shares.map((part) => work({ ...given, ...part }, onBatch)))
  process.stderr.write(`\n${sums.differences.slice(0, 20).join(' ')}\n`)
  return sums
}

function print(sums: Sums, people: number, workers: number, all_seconds: number) {
  const seconds = (name: string) => (sums.took[name] ?? 0) / workers / 1000
  const [first, second] = [seconds('first'), seconds('second')]
  report(
    {
      ...{ bench: 'recompute', case: 'both calculators', people, connections: workers },
      ...{ per_second: people / second, p50_ms: Number.NaN, p99_ms: Number.NaN },
      ...{ baseline: 'the first calculator', ratio: first / second, peak_rss_mb: sums.peak_mb },
      ...{ first_seconds: first, second_seconds: second, differences: sums.differences.length },
      ...{
        make_seconds: seconds('make'),
        stage_seconds: seconds('stage'),
        compare_seconds: seconds('compare'),
      },
      ...{ all_seconds, duties: sums.duties, words: JSON.stringify(sums.words) },
    },
    'embedded 18',
  )
}

const OPTIONS = {
  people: { type: 'string', default: '1000000' },
  workers: { type: 'string', default: '2' },
  batch: { type: 'string', default: '20000' },
  'unlikely-every': { type: 'string', default: '50' },
  seed: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  const [people, workers] = [Number(values.people), Number(values.workers)]
  const folder = mkdtempSync(join(tmpdir(), 'amanat-bench-'))
  const local = await startLocalRegister({ folder, is_throwaway: true })
  try {
    const begun = performance.now()
    const given = { url: local.url('postgres'), batch: Number(values.batch), seed: Number(values.seed) }
    const unlikely_every = Number(values['unlikely-every'])
    const sums = await runWorkers({ ...given, unlikely_every }, people, workers)
    print(sums, people, workers, (performance.now() - begun) / 1000)
  } finally {
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
