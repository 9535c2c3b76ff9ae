/**
 * The whole register compared with itself: seconds, pairs compared and pairs queued, on an embedded PostgreSQL and one
 * processor of the program's; then a second run over the same people, which must queue nothing.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { seedRegister } from '../server/invented/seed.ts'
import { compareRegister } from '../server/matches/run-job.ts'
import { openProgram } from '../server/open-program.ts'
import { pakistanDay, systemClock } from '../server/platform/clock.ts'
import { asActor, asGate, send } from '../server/platform/database.ts'
import type { Job } from '../server/platform/jobs.ts'
import { startLocalRegister } from '../server/platform/local-register.ts'
import { NIGHT_WORK } from '../server/platform/night-work.ts'
import type { Program } from '../server/platform/program.ts'
import { OPEN_SESSION } from '../server/platform/session-statements.ts'
import { hashOf, newToken } from '../server/platform/tokens.ts'
import { indexNames } from '../server/searches/index-job.ts'
import { report } from './measure/report.ts'

const HELP = `npm run bench -- compare [--people 100000]`

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { people: { type: 'string', default: '100000' }, help: { type: 'boolean' } },
  })
  if (values.help) return void process.stdout.write(`${HELP}\n`)
  const people = Number(values.people)
  const folder = mkdtempSync(join(tmpdir(), 'amanat-bench-'))
  const local = await startLocalRegister({ folder, is_throwaway: true, settings: ['max_wal_size=4GB'] })
  const root = new pg.Client({ connectionString: local.url('postgres') })
  await root.connect()
  try {
    await seedRegister({
      ...{ owner_url: local.url('postgres'), keyring: local.keyring, seed: 1, people },
      ...{ today: pakistanDay(systemClock.now()), progress: () => undefined },
    })
    await measure(local, root)
  } finally {
    await root.end()
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Local = Awaited<ReturnType<typeof startLocalRegister>>

async function measure(local: Local, root: pg.Client) {
  const opened = await openProgram({
    urls: {
      app: local.url('amanat_app'),
      gate: local.url('amanat_gate'),
      worker: local.url('amanat_worker'),
    },
    ...{ paper_signer: local.paper_signer },
    ...{ keyring: local.keyring, origin: 'http://localhost:8097', is_demo: false },
    identity: { url: 'http://127.0.0.1:9', secret: 'nobody is asked' },
  })
  try {
    const token = newToken()
    await asGate(opened.program.database, (tx) =>
      send(tx, OPEN_SESSION, [hashOf(token), randomUUID(), NIGHT_WORK.posting_id, 'job', 'en', false]),
    )
    await atNight(opened.program, token, indexNames)
    for (const name of ['first run', 'again']) {
      const begun = performance.now()
      const before = process.cpuUsage()
      await atNight(opened.program, token, compareRegister)
      const { user, system } = process.cpuUsage(before)
      await tell(root, name, (performance.now() - begun) / 1000, (user + system) / 1e6)
    }
  } finally {
    await opened.close()
  }
}

async function tell(root: pg.Client, name: string, seconds: number, cpu_seconds: number) {
  const { rows } = await root.query(
    'select done_count, compared_count, found_count from register.link_run order by begun_at desc limit 1',
  )
  const { done_count, compared_count, found_count } = rows[0]
  report(
    {
      ...{ bench: 'compare', case: name, people: done_count, connections: 1 },
      ...{ per_second: done_count / seconds, p50_ms: Number.NaN, p99_ms: Number.NaN },
      ...{ baseline: 'none', ratio: Number.NaN, peak_rss_mb: process.resourceUsage().maxRSS / 1000, seconds },
      ...{ cpu_seconds, compared: compared_count, queued: found_count },
    },
    'embedded',
  )
}

const atNight = (program: Program, token: string, job: Job) =>
  job({
    ...{ program, payload: { id: NIGHT_WORK.officer_id, posting_id: NIGHT_WORK.posting_id }, attempt: 1 },
    signal: new AbortController().signal,
    as: (work) =>
      asActor(program.database, token, (tx, session) => {
        if (!session) throw new Error('no session')
        return work(tx, session)
      }),
  })
