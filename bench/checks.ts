/**
 * The whole main job without the humans' waiting: an investigator asks about a suspect, the prosecutor screens and forwards, an
 * officer of the Bureau compares and proposes, a second one releases, the investigator opens and confirms. Over HTTP against a
 * throw-away register; the site is a process of its own. Every second suspect is on the register, the other is not.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { Role } from '../domain/access/actor.ts'
import { inventPerson } from '../domain/invented/person.ts'
import { defaultPack } from '../law/packs.ts'
import { judged } from '../server/invented/rows.ts'
import { seedRegister } from '../server/invented/seed.ts'
import { worldOf } from '../server/invented/world.ts'
import { pakistanDay, systemClock } from '../server/platform/clock.ts'
import { type LocalRegister, startLocalRegister } from '../server/platform/local-register.ts'
import { startSite } from './lookups.ts'
import { bareFlows } from './measure/bare-flow.ts'
import {
  type AskedAbout,
  type Desks,
  REQUESTS_OF_A_FLOW,
  runFlow,
  STEPS,
  type Step,
} from './measure/check-flow.ts'
import { cpuOfPostgres, cpuOfProcess } from './measure/cpu.ts'
import { percentile, report } from './measure/report.ts'

const HELP = `npm run bench -- checks [--people 20000] [--seconds 10] [--flows 1,8]
Requests answered a second with so many flows at once, and the time of each step.`

const SEED = 1
/** Nobody of the register is made from here on. */
const STRANGERS_FROM = 50_000_000

/** People of the register with a CNIC and strangers, in turn. */
function* suspects(people: number): Generator<AskedAbout> {
  const today = pakistanDay(systemClock.now())
  const world = worldOf(today)
  const pack = defaultPack()
  for (let index = 0; ; index += 1) {
    const person = inventPerson(SEED, index % people, world)
    const stranger = inventPerson(SEED, STRANGERS_FROM + index, world)
    const is_on = judged(person, { today, pack }).some((r) => r.eligibility.outcome === 'yes')
    const cnic = person.documents.find(({ kind }) => kind === 'cnic')?.number
    if (!is_on || !cnic) continue
    for (const [one, number] of [
      [person, cnic],
      [stranger, null],
    ] as const) {
      const named = (kind: string) =>
        one.names.find((n) => n.kind === kind && n.script === 'Latn')?.text ?? null
      const name_latin = named('name')
      if (name_latin) yield { name_latin, father_name_latin: named('father'), cnic: number }
    }
  }
}

const DESKS: [keyof Desks, Role, string][] = [
  ['investigator', 'investigator', 'ssoiu_pb_multan'],
  ['prosecutor', 'prosecutor', 'dpp_pb_multan'],
  ['first', 'bureau_officer', 'npb'],
  ['second', 'bureau_officer', 'npb'],
]

async function appoint(client: pg.Client, role: Role, unit_id: string): Promise<string> {
  const [officer_id, posting_id, token] = [randomUUID(), randomUUID(), randomBytes(32).toString('base64url')]
  await client.query(
    `insert into access.officer (officer_id, badge, name_en, name_ur, vetted_until, trained_until)
     values ($1, $2, 'Bench', 'بنچ', '2099-01-01', '2099-01-01')`,
    [officer_id, `BENCH-${officer_id}`],
  )
  await client.query(
    `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values ($1, $2, $3, $4, '2024-01-01')`,
    [posting_id, officer_id, unit_id, role],
  )
  await client.query(`select sec.open_session($1, $2, $3, 'passkey', 'en', true)`, [
    ...[createHash('sha256').update(token).digest(), randomUUID(), posting_id],
  ])
  return token
}

/** Officers for so many flows at once, each with a fresh passkey and limits that will not be reached. */
async function appointDesks(client: pg.Client, flows: number): Promise<Desks[]> {
  await client.query(
    `with pools as (update register.quota_pool_limit set per_day = 1000000000)
     update register.quota_limit set per_day = 20000 where act in ('ask_check', 'view_person', 'print')`,
  )
  const desks: Desks[] = []
  for (let n = 0; n < flows; n += 1) {
    const made: Partial<Desks> = {}
    for (const [desk, role, unit_id] of DESKS) made[desk] = await appoint(client, role, unit_id)
    desks.push(made as Desks)
  }
  return desks
}

type Measured = {
  per_second: number
  answered: number
  outcomes: Map<string, number>
  took: Map<Step, number[]>
  /** Of whole flows. */
  whole: number[]
}

/** Flows side by side, one after another at each set of desks, until the time is over. */
async function runFlows(desks: readonly Desks[], next: () => AskedAbout, seconds: number): Promise<Measured> {
  const took = new Map<Step, number[]>(STEPS.map((step) => [step, []]))
  const outcomes = new Map<string, number>()
  const whole: number[] = []
  const begun = performance.now()
  const until = begun + seconds * 1000
  await Promise.all(
    desks.map(async (mine) => {
      while (performance.now() < until) {
        const flow = { desks: mine, about: next(), serial: serials.next().value }
        const asked_at = performance.now()
        const outcome = await runFlow(flow, (step, ms) => took.get(step)?.push(ms))
        whole.push(performance.now() - asked_at)
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      }
    }),
  )
  const answered = [...outcomes.values()].reduce((sum, n) => sum + n, 0)
  return { per_second: (answered * 1000) / (performance.now() - begun), answered, outcomes, took, whole }
}

const serials = (function* (): Generator<number, never> {
  for (let serial = 1; ; serial = (serial % 90_000) + 1) yield serial
})()

const timesOf = (samples: readonly number[]) => {
  const sorted = Float64Array.from(samples).sort()
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }
}

/** One line for the flow, with the two times of each of its steps. */
function tell(people: number, flows: number, done: Measured, more: Record<string, number>, bare: number) {
  const whole = timesOf(done.whole)
  const steps = [...done.took].flatMap(([step, samples]): [string, number][] => {
    const { p50, p99 } = timesOf(samples)
    return [
      [`${step}_p50_ms`, p50],
      [`${step}_p99_ms`, p99],
    ]
  })
  report(
    {
      ...{
        bench: 'checks',
        case: 'asked, screened, answered by two, opened, confirmed',
        people,
        connections: flows,
      },
      ...{ per_second: done.per_second, p50_ms: whole.p50, p99_ms: whole.p99 },
      ...{
        baseline: `${REQUESTS_OF_A_FLOW} transactions of a select and an insert, bare`,
        ratio: done.per_second / bare,
      },
      ...{ bare_per_second: bare, answered: done.answered, ...Object.fromEntries(done.outcomes) },
      ...{ ...Object.fromEntries(steps), ...more, peak_rss_mb: more['peak_rss_mb'] ?? Number.NaN },
    },
    'embedded 18',
  )
}
type Measuring = { people: number; seconds: number; flows: readonly number[]; folder: string }

async function measure(local: LocalRegister, { people, seconds, flows: all, folder }: Measuring) {
  const client = new pg.Client({ connectionString: local.url('postgres') })
  await client.connect()
  const desks = await appointDesks(client, Math.max(...all))
  const named = suspects(people)
  const next = () => named.next().value as AskedAbout
  const site = await startSite(local, folder)
  try {
    await runFlows(desks.slice(0, 2), next, 3) // plans and caches warm up
    for (const flows of all) {
      const cpu = () => ({ site: cpuOfProcess(site.pid), postgres: cpuOfPostgres(join(folder, 'pg')) })
      const before = cpu()
      const done = await runFlows(desks.slice(0, flows), next, seconds)
      const after = cpu()
      const { rows } = await client.query('select check_id from register.check_request limit 1000')
      const tokens = desks.map(({ investigator }) => investigator)
      const bare = await bareFlows(
        {
          url: local.url('amanat_app'),
          tokens,
          check_ids: rows.map((row) => row.check_id),
          connections: flows,
        },
        REQUESTS_OF_A_FLOW,
        seconds / 2,
      )
      const site_cpu_ms = (after.site - before.site) / 1000 / done.answered
      const postgres_cpu_ms = (after.postgres - before.postgres) / 1000 / done.answered
      tell(people, flows, done, { site_cpu_ms, postgres_cpu_ms, peak_rss_mb: site.peak() }, bare)
    }
  } finally {
    await site.stop()
    await client.end()
  }
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string', default: '20000' },
      seconds: { type: 'string', default: '10' },
      flows: { type: 'string', default: '1,8' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(`${HELP}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'amanat-checks-'))
  const local = await startLocalRegister({ folder, is_throwaway: true })
  try {
    const people = Number(values.people)
    await seedRegister({
      ...{ owner_url: local.url('postgres'), keyring: local.keyring, seed: SEED, people },
      ...{ today: pakistanDay(systemClock.now()), progress: () => undefined },
    })
    const flows = values.flows.split(',').map(Number)
    await measure(local, { people, seconds: Number(values.seconds), flows, folder })
  } finally {
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
