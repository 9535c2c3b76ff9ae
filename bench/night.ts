/**
 * The night work: how fast people are computed anew after midnight, on an embedded PostgreSQL and one processor of the
 * program's. Cases: everybody for the first time; the next day, when few rows change; after a national closed desk; and,
 * as the baseline, the same people with every row written again.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { refreshDuties } from '../server/duties/project.ts'
import { listStale } from '../server/duties/refresh.ts'
import { refreshStale } from '../server/duties/refresh-job.ts'
import { seedRegister } from '../server/invented/seed.ts'
import { openProgram } from '../server/open-program.ts'
import { type Clock, pakistanDay, systemClock } from '../server/platform/clock.ts'
import { asActor, asGate, send } from '../server/platform/database.ts'
import { startLocalRegister } from '../server/platform/local-register.ts'
import { NIGHT_WORK } from '../server/platform/night-work.ts'
import type { Program } from '../server/platform/program.ts'
import { OPEN_SESSION } from '../server/platform/session-statements.ts'
import { hashOf, newToken } from '../server/platform/tokens.ts'

const HELP = `npm run bench -- night [--people 100000]`
const BASELINE_PEOPLE = 10_000

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { people: { type: 'string', default: '100000' }, help: { type: 'boolean' } },
  })
  if (values.help) return void process.stdout.write(`${HELP}\n`)
  const people = Number(values.people)
  const folder = mkdtempSync(join(tmpdir(), 'amanat-bench-'))
  const local = await startLocalRegister({ folder, is_throwaway: true })
  const root = new pg.Client({ connectionString: local.url('postgres') })
  await root.connect()
  try {
    await seedRegister({
      ...{ owner_url: local.url('postgres'), keyring: local.keyring, seed: 1, people },
      ...{ today: pakistanDay(systemClock.now()), progress: () => undefined },
    })
    await measureAll(local, root, people)
  } finally {
    await root.end()
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Local = Awaited<ReturnType<typeof startLocalRegister>>

async function measureAll(local: Local, root: pg.Client, people: number) {
  let days = 0
  const clock: Clock = { now: () => systemClock.now().add({ hours: 24 * days }) }
  const opened = await openProgram({
    urls: {
      app: local.url('amanat_app'),
      gate: local.url('amanat_gate'),
      worker: local.url('amanat_worker'),
    },
    ...{ paper_signer: local.paper_signer },
    ...{ keyring: local.keyring, origin: 'http://localhost:8097', is_demo: false, clock },
    identity: { url: 'http://127.0.0.1:9', secret: 'nobody is asked' },
  })
  try {
    const token = await openNight(opened.program)
    const night = () => nightOf(opened.program, token)
    days = 1
    await time('the next day', people, night)
    await root.query(
      `insert into register.closed_desk (closed_desk_id, station_id, from_on, to_on, cause, recorded_by)
       values (gen_random_uuid(), null, current_date + 10, current_date + 12, 'holiday', $1)`,
      [NIGHT_WORK.officer_id],
    )
    await time('after a national closed desk', people, night)
    await root.query('truncate register.duty_due, register.duty_standing')
    await time('everybody for the first time', people, () => inNewRun(root, night))
    days = 2
    await measureBaseline(opened.program, token, Math.min(people, BASELINE_PEOPLE))
  } finally {
    await opened.close()
  }
}

async function time(name: string, count: number, work: () => Promise<unknown>) {
  const begun = performance.now()
  await work()
  const seconds = (performance.now() - begun) / 1000
  const figures = { bench: 'night', case: name, people: count, seconds: Number(seconds.toFixed(1)) }
  const people_per_second = Math.round(count / seconds)
  process.stdout.write(`${JSON.stringify({ ...figures, people_per_second })}\n`)
}

async function openNight(program: Program): Promise<string> {
  const token = newToken()
  await asGate(program.database, (tx) =>
    send(tx, OPEN_SESSION, [hashOf(token), randomUUID(), NIGHT_WORK.posting_id, 'job', 'en', false]),
  )
  return token
}

/** One run of the night work, as the queue would make it. */
const nightOf = (program: Program, token: string) =>
  refreshStale({
    ...{ program, payload: { id: NIGHT_WORK.officer_id, posting_id: NIGHT_WORK.posting_id }, attempt: 1 },
    signal: new AbortController().signal,
    as: (work) =>
      asActor(program.database, token, (tx, session) => {
        if (!session) throw new Error('no session')
        return work(tx, session)
      }),
  })

/** The projection as a fact of each person would write it: every row anew, a thousand people a transaction. */
async function measureBaseline(program: Program, token: string, count: number) {
  const now = program.clock.now()
  const ids = await asActor(program.database, token, (tx) => listStale(tx, pakistanDay(now), null, count))
  await time('baseline: every row written again', ids.length, async () => {
    for (let at = 0; at < ids.length; at += 1000)
      await asActor(program.database, token, (tx) => refreshDuties(tx, ids.slice(at, at + 1000), now))
  })
}

/** A run of its own, though the day has one already. */
async function inNewRun(root: pg.Client, night: () => Promise<void>) {
  await root.query(`insert into register.duty_generation (cause) values ('recompute')`)
  await night()
}
