/** How long from `npm start` to a usable page: on an empty folder, and again on the same one. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { percentile, report } from './measure/report.ts'

const HELP =
  'npm run bench -- start [--port 8099] [--people 2000] [--times 3]: a first and a second start, until the sign-in page answers.'

/** Milliseconds from spawning the program until its page answers 200; the program is stopped again. */
async function timeStart(port: number, people: number, folder: string): Promise<number> {
  const begun = performance.now()
  const args = [
    '--import',
    './bin/jsx-loader.ts',
    'bin/start.ts',
    '--port',
    String(port),
    '--data',
    folder,
    '--people',
    String(people),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise((done) => child.once('exit', done))
  try {
    for (let i = 0; i < 3000; i++) {
      if (child.exitCode !== null) throw new Error('the program ended before its page answered')
      const reply = await fetch(`http://localhost:${port}/sign-in`).catch(() => undefined)
      if (reply?.status === 200) return performance.now() - begun
      await wait(20)
    }
    throw new Error('no page after a minute')
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '8099' },
      people: { type: 'string', default: '2000' },
      times: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  const people = Number(values.people)
  const first: number[] = []
  const second: number[] = []
  for (let i = 0; i < Number(values.times); i++) {
    const folder = mkdtempSync(join(tmpdir(), 'amanat-start-'))
    first.push(await timeStart(Number(values.port), people, folder))
    second.push(await timeStart(Number(values.port), people, folder))
    rmSync(folder, { recursive: true, force: true })
  }
  const firsts = Float64Array.from(first).sort()
  for (const [name, samples] of [
    ['first start', firsts],
    ['second start', Float64Array.from(second).sort()],
  ] as const) {
    const p50_ms = percentile(samples, 0.5)
    report(
      {
        ...{
          bench: 'start',
          case: name,
          people,
          connections: 1,
          per_second: 1000 / p50_ms,
          p50_ms,
          p99_ms: percentile(samples, 0.99),
        },
        ...{
          baseline: 'first start',
          ratio: percentile(firsts, 0.5) / p50_ms,
          peak_rss_mb: process.resourceUsage().maxRSS / 1024,
        },
      },
      'embedded 18',
    )
  }
}
