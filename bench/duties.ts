/** `npm run duties` over invented cases, beside a program that only parses and prints them. `npm run bench -- duties` */
import { spawn } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { likelyFacts, unlikelyFacts } from '../domain/invented/duty-facts.ts'
import { report } from './measure/report.ts'

const HELP = `npm run bench -- duties [--cases 200000] [--unlikely-every 10] [--seed 1]

Invents cases, one a line, has npm run duties answer them from the start of the process to its end, and does the same with
a process that parses each line as JSON and prints it again, on one thread. Memory is that of the whole process.`

async function writeCases(path: string, cases: number, unlikely_every: number, seed: number) {
  await using file = await open(path, 'w')
  for (let from = 0; from < cases; from += 1000) {
    const lines = Array.from({ length: Math.min(1000, cases - from) }, (_, at) =>
      JSON.stringify(
        (from + at) % unlikely_every === 0 ? unlikelyFacts(seed, from + at) : likelyFacts(seed, from + at),
      ),
    )
    await file.write(`${lines.join('\n')}\n`)
  }
}

/** Seconds from start to end, and the most memory it held, as the system counts it. */
async function timeOf(args: readonly string[], path: string) {
  const begun = performance.now()
  const program = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  let peak_mb = 0
  const watch = setInterval(() => {
    const status = program.exitCode === null ? readStatus(program.pid) : ''
    peak_mb = Math.max(peak_mb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000)
  }, 20)
  let lines = 0
  program.stdout.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1
  })
  await pipeline(createReadStream(path), program.stdin)
  await new Promise((done) => program.on('close', done))
  clearInterval(watch)
  return { seconds: (performance.now() - begun) / 1000, peak_mb, lines }
}

/** Linux tells the most memory a process ever held; elsewhere it is not told. */
function readStatus(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

const REPRINT = `
let rest = ''
process.stdin.setEncoding('utf8')
for await (const chunk of process.stdin) {
  const lines = (rest + chunk).split('\\n')
  rest = lines.pop()
  process.stdout.write(lines.map((line) => JSON.stringify(JSON.parse(line)) + '\\n').join(''))
}`

const OPTIONS = {
  cases: { type: 'string', default: '200000' },
  'unlikely-every': { type: 'string', default: '10' },
  seed: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  const cases = Number(values.cases)
  const folder = mkdtempSync(join(tmpdir(), 'amanat-bench-'))
  try {
    const path = join(folder, 'facts.jsonl')
    await writeCases(path, cases, Number(values['unlikely-every']), Number(values.seed))
    const plain = await timeOf(['--input-type=module', '--eval', REPRINT], path)
    const duties = await timeOf([join(import.meta.dirname, '../bin/duties.ts')], path)
    if (duties.lines !== cases) throw new Error(`${duties.lines} answers to ${cases} cases`)
    const per_second = cases / duties.seconds
    report(
      {
        ...{ bench: 'duties', case: 'npm run duties', people: cases, connections: availableParallelism() },
        ...{ per_second, p50_ms: Number.NaN, p99_ms: Number.NaN },
        ...{ baseline: 'parse and print, one thread', ratio: per_second / (cases / plain.seconds) },
        ...{ peak_rss_mb: duties.peak_mb, seconds: duties.seconds },
        ...{ baseline_seconds: plain.seconds, baseline_peak_rss_mb: plain.peak_mb },
      },
      'none',
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
