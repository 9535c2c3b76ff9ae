/**
 * A law change simulated over the whole register on an embedded PostgreSQL: reading everybody's facts under row-level
 * security, computing each by both successions of packs, and keeping what differs. The baseline is the same without threads.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { totalOf } from '../domain/simulation/tally.ts'
import { demoOfficer } from '../server/demo/officers.ts'
import { seedRegister } from '../server/invented/seed.ts'
import { openProgram } from '../server/open-program.ts'
import { beginPack, changeValue } from '../server/packs/propose.ts'
import { listPackHeads } from '../server/packs/queries.ts'
import { pakistanDay, systemClock } from '../server/platform/clock.ts'
import { asActor, asGate, type RegisterTx, type Session, send } from '../server/platform/database.ts'
import { startLocalRegister } from '../server/platform/local-register.ts'
import type { Program } from '../server/platform/program.ts'
import { OPEN_SESSION } from '../server/platform/session-statements.ts'
import { hashOf, newToken } from '../server/platform/tokens.ts'
import { simulate } from '../server/simulations/job.ts'
import { findSimulation, insertSimulation, readTally } from '../server/simulations/queries.ts'
import { cpuOfPostgres } from './measure/cpu.ts'
import { report } from './measure/report.ts'

const HELP = `npm run bench -- simulate [--people 200000] [--data FOLDER] [--baseline]

Seeds people, or takes those of --data, drafts a pack (7 years instead of 10, both tests instead of either, address
changes within 5 days), simulates it, and prints the seconds with the counts.`

const OPTIONS = {
  people: { type: 'string', default: '200000' },
  data: { type: 'string' },
  baseline: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS })
  if (values.help) return void process.stdout.write(`${HELP}\n`)
  const folder = values.data ?? mkdtempSync(join(tmpdir(), 'amanat-bench-'))
  const local = await startLocalRegister({ folder, is_throwaway: values.data === undefined })
  try {
    if (values.data === undefined)
      await seedRegister({
        ...{
          owner_url: local.url('postgres'),
          keyring: local.keyring,
          seed: 1,
          people: Number(values.people),
        },
        ...{ today: pakistanDay(systemClock.now()), progress: () => undefined },
      })
    await measure(local, join(folder, 'pg'), values.baseline)
  } finally {
    await local.stop()
    if (values.data === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

type Local = Awaited<ReturnType<typeof startLocalRegister>>
type As = <T>(work: (tx: RegisterTx, session: Session) => Promise<T>) => Promise<T>

async function measure(local: Local, data_dir: string, has_baseline: boolean) {
  const opened = await openProgram({
    urls: {
      app: local.url('amanat_app'),
      gate: local.url('amanat_gate'),
      worker: local.url('amanat_worker'),
    },
    ...{ paper_signer: local.paper_signer, keyring: local.keyring, origin: 'http://localhost:8097' },
    ...{ is_demo: false, identity: { url: 'http://127.0.0.1:9', secret: 'nobody is asked' } },
  })
  try {
    const { program } = opened
    const token = await openLegal(program)
    const as: As = (work) =>
      asActor(program.database, token, (tx, session) => {
        if (!session) throw new Error('no session')
        return work(tx, session)
      })
    const pack_id = await draftPack(program, as)
    const timing = { program, as, token, pack_id, data_dir }
    const by_threads = await time(timing, 0)
    const alone = has_baseline ? await time(timing, Number.POSITIVE_INFINITY) : undefined
    print(by_threads, alone)
  } finally {
    await opened.close()
  }
}

async function openLegal(program: Program): Promise<string> {
  const token = newToken()
  const { posting_id } = demoOfficer('legal_officer')
  await asGate(program.database, (tx) =>
    send(tx, OPEN_SESSION, [hashOf(token), randomUUID(), posting_id, 'job', 'en', false]),
  )
  return token
}

const CHANGES = { period_years: '7', eligibility_policy: 'both', notify_address_change_days: '5' }

async function draftPack(program: Program, as: As): Promise<string> {
  return as(async (tx, session) => {
    const drafting = { tx, program, session, now: systemClock.now() }
    const base = (await listPackHeads(tx)).find(({ pack }) => pack === 'pk-assumed')
    const pack = `bench-${randomUUID().slice(0, 8)}`
    const begun = { based_on_id: base?.pack_id ?? '', pack, title_en: 'Bench', title_ur: 'پیمائش' }
    const pack_id = await beginPack(drafting, begun)
    for (const [name, value] of Object.entries(CHANGES))
      await changeValue(drafting, pack_id, {
        ...{ name, value, basis: 'REGISTER-ASSUMPTIONS', status: 'assumed' },
        ...{ reason_en: 'To measure.', reason_ur: 'پیمائش کے لیے۔' },
      })
    return pack_id
  })
}

type Timing = { program: Program; as: As; token: string; pack_id: string; data_dir: string }
type Timed = {
  seconds: number
  people: number
  counts: Record<string, number>
  peak_rss_mb: number
  program_cpu_seconds: number
  postgres_cpu_seconds: number
}

async function time(
  { program, as, token, pack_id, data_dir }: Timing,
  people_for_threads: number,
): Promise<Timed> {
  const from_on = Temporal.PlainDate.from(pakistanDay(systemClock.now())).add({ days: 1 }).toString()
  const begun = performance.now()
  const [own, postgres] = [process.cpuUsage(), cpuOfPostgres(data_dir)]
  const id = await as((tx, session) =>
    insertSimulation(tx, session, { pack_id, from_on, now: systemClock.now() }),
  )
  let peak_rss_mb = 0
  const watch = setInterval(() => {
    peak_rss_mb = Math.max(peak_rss_mb, process.memoryUsage().rss / 1e6)
  }, 500)
  const signal = new AbortController().signal
  const payload = { id, posting_id: '' }
  await simulate({ program, payload, as, token, attempt: 9, signal }, people_for_threads)
  const seconds = (performance.now() - begun) / 1000
  clearInterval(watch)
  const used = process.cpuUsage(own)
  const cpu = {
    program_cpu_seconds: (used.user + used.system) / 1e6,
    postgres_cpu_seconds: (cpuOfPostgres(data_dir) - postgres) / 1e6,
  }
  const [head, tally] = await as((tx) => Promise.all([findSimulation(tx, id), readTally(tx, id)]))
  if (head?.state !== 'done') throw new Error(`the simulation is ${head?.state}`)
  return { seconds, people: head.of_count, counts: totalOf(tally), peak_rss_mb, ...cpu }
}

function print({ seconds, people, counts, ...used }: Timed, alone: Timed | undefined) {
  report(
    {
      ...{ bench: 'simulate', case: 'a law change over everybody', people, connections: 2 },
      ...{ per_second: people / seconds, p50_ms: Number.NaN, p99_ms: Number.NaN, seconds },
      baseline: 'the same without threads',
      ratio: alone ? alone.seconds / seconds : Number.NaN,
      ...{ baseline_seconds: alone?.seconds ?? Number.NaN, ...used, counts: JSON.stringify(counts) },
    },
    'embedded 18',
  )
}
