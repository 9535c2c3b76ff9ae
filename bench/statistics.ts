/**
 * Figures: how long the night work needs to count, protect and publish one quarter of a register of so many people, with
 * four duties and one entry each and a check request for every five; and how fast the page of four quarters answers.
 * Rows carry only what is counted; they are spread evenly over the last two years.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { closedQuarters } from '../domain/statistics/quarters.ts'
import { STATISTIC_NAMES, STATISTICS } from '../domain/statistics/tables.ts'
import { openProgram } from '../server/open-program.ts'
import { pakistanDay, systemClock } from '../server/platform/clock.ts'
import { asActor, asGate, send } from '../server/platform/database.ts'
import { startLocalRegister } from '../server/platform/local-register.ts'
import { NIGHT_WORK } from '../server/platform/night-work.ts'
import type { Program } from '../server/platform/program.ts'
import { OPEN_SESSION } from '../server/platform/session-statements.ts'
import { hashOf, newToken } from '../server/platform/tokens.ts'
import { publishOne } from '../server/statistics/publish-job.ts'
import { listStanding } from '../server/statistics/queries.ts'

const HELP = `npm run bench -- statistics [--people 1100000]`
const READS = 500

/** Rows by generate_series; ids are of their number, so that every table finds its own. */
const FILL = [
  `create function pg_temp.id(kind integer, n bigint) returns uuid language sql immutable
     as $$ select (lpad(to_hex(kind), 8, '0') || '-0000-8000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`,
  `insert into register.conviction (conviction_id, person_id, fir_station, fir_year, fir_number, court, offences, offence_on,
     convicted_on, jurisdiction, victim, disposal, source_kind, added_by)
   select pg_temp.id(1, n), pg_temp.id(2, n), 's', 2025, n, 'c', '{PPC-376}', current_date - 900,
          current_date - (n % 730)::integer - (n % 97)::integer, 'PK-PB', 'woman', 'imprisonment', 'return', pg_temp.id(3, 1)
     from generate_series(1, $1::bigint) n`,
  `insert into register.registration (registration_id, person_id, conviction_id, approval_id, pack, basis, entered_at, entered_by)
   select pg_temp.id(4, n), pg_temp.id(2, n), pg_temp.id(1, n), pg_temp.id(3, 2), 'pk-assumed', '{}',
          now() - (n % 730) * interval '1 day', pg_temp.id(3, 1) from generate_series(1, $1::bigint) n`,
  `insert into register.duty_due (person_id, duty, key, due_on, met)
   select pg_temp.id(2, n), 'confirm_in_person', '1.' || k, current_date - ((n + 180 * k) % 730)::integer,
          case when n % 10 < 8 then 'met' when n % 10 = 8 then 'met_late' end
     from generate_series(1, $1::bigint) n cross join generate_series(1, 4) k`,
  `insert into register.expectation (expectation_id, district_id, convicted_on, created_at)
   select pg_temp.id(5, n), 'pb_multan', current_date, now() - (n % 730) * interval '1 day' from generate_series(1, $1::bigint) n`,
  `insert into register.check_step (step_id, check_id, act, happened_at, done_by)
   select pg_temp.id(6, n * 2 + k), pg_temp.id(7, n), case when k = 0 then 'asked' when n % 20 = 0 then 'refused' else 'forwarded' end,
          now() - (n % 730) * interval '1 day' + k * (n % 60) * interval '1 hour', pg_temp.id(3, 1)
     from generate_series(1, $1::bigint / 5) n cross join generate_series(0, 1) k`,
  'analyze',
]

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { people: { type: 'string', default: '1100000' }, help: { type: 'boolean' } },
  })
  if (values.help) return void process.stdout.write(`${HELP}\n`)
  const people = Number(values.people)
  const folder = mkdtempSync(join(tmpdir(), 'amanat-bench-'))
  const local = await startLocalRegister({ folder, is_throwaway: true })
  try {
    await fill(local.url('postgres'), people)
    await measureAll(local, people)
  } finally {
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(owner_url: string, people: number) {
  const root = new pg.Client({ connectionString: owner_url })
  await root.connect()
  try {
    await root.query("set session_replication_role = 'replica'")
    for (const text of FILL) await root.query(text, text.includes('$1') ? [people] : undefined)
  } finally {
    await root.end()
  }
}

async function measureAll(local: Awaited<ReturnType<typeof startLocalRegister>>, people: number) {
  const opened = await openProgram({
    urls: {
      app: local.url('amanat_app'),
      gate: local.url('amanat_gate'),
      worker: local.url('amanat_worker'),
    },
    ...{ paper_signer: local.paper_signer, keyring: local.keyring },
    ...{ origin: 'http://localhost:8097', is_demo: false },
    identity: { url: 'http://127.0.0.1:9', secret: 'nobody is asked' },
  })
  try {
    await measure(opened.program, people)
  } finally {
    await opened.close()
  }
}

async function measure(program: Program, people: number) {
  const token = newToken()
  await asGate(program.database, (tx) =>
    send(tx, OPEN_SESSION, [hashOf(token), randomUUID(), NIGHT_WORK.posting_id, 'job', 'en', false]),
  )
  const quarters = closedQuarters(pakistanDay(systemClock.now()))
  const say = (line: object) =>
    void process.stdout.write(`${JSON.stringify({ bench: 'statistics', people, ...line })}\n`)
  let all = 0
  for (const name of STATISTIC_NAMES) {
    const begun = performance.now()
    await asActor(program.database, token, async (tx, session) => {
      if (!session) throw new Error('no session')
      const { version } = STATISTICS[name]
      await publishOne(tx, { program, session, name, quarter_on: quarters.at(-1) ?? '', version })
    })
    const milliseconds = performance.now() - begun
    all += milliseconds
    say({ case: `publish ${name}`, milliseconds: Math.round(milliseconds) })
  }
  say({ case: 'publish a quarter', milliseconds: Math.round(all) })
  const begun = performance.now()
  for (let read = 0; read < READS; read += 1)
    await asActor(program.database, token, (tx) => listStanding(tx, quarters))
  say({ case: 'read four quarters', milliseconds: Number(((performance.now() - begun) / READS).toFixed(2)) })
}
