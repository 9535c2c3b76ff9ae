/**
 * Background work on graphile-worker: payloads are opaque ids, and each job acts in the name of the posting that
 * asked for it, through a session of its own, under the same scope and policies (decision 0005).
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Logger, makeWorkerUtils, parseCronItems, type Runner, run } from 'graphile-worker'
import pg from 'pg'
import { asActor, asGate, type Database, type RegisterTx, type Session, send } from './database.ts'
import { NIGHT_WORK } from './night-work.ts'
import type { JobName, JobPayload, Program } from './program.ts'
import { END_SESSION, OPEN_SESSION } from './session-statements.ts'

/** What a noun gives to be run in the background. A throw means: try again later, with growing pauses. */
export type Job = (given: {
  program: Program
  payload: JobPayload
  as: AsJob
  /** The secret of the job's session: for threads of this program, which open their own transactions in it. Left out: it has none. */
  token?: string
  attempt: number
  /** When it was asked for, by the database's clock. Left out: this moment. */
  asked_at?: Temporal.Instant | undefined
  signal: AbortSignal
}) => Promise<void>

/** Opens one transaction in the job's own session. */
export type AsJob = <T>(work: (tx: RegisterTx, session: Session) => Promise<T>) => Promise<T>

export type JobRunner = {
  add: Program['jobs']['add']
  addAll: Program['jobs']['addAll']
  start: (program: Program, jobs: Partial<Record<JobName, Job>>) => Promise<void>
  stop: () => Promise<void>
}

const MOST_ATTEMPTS = 25
const CONCURRENCY = 2
/** Work added in bulk lets single acts go first; theirs is 0. */
const LATER = 10
/** Jobs held by a program that is gone (kill -9) would wait four hours; a live one is seen by its connections. */
const UNLOCK_THE_DEAD = `
  select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker._private_jobs
     where locked_by is not null
       and split_part(locked_by, ':', 1) not in (select application_name from pg_stat_activity)))`
/** Work of a posting that may not act now is asked for again so much later: it may be renewed, or taken over. */
const WAIT_FOR_POSTING_SECONDS = 6 * 3600
/** Tasks of which one runs at a time; messages to agencies, lest addresses that do not answer keep all other work waiting. */
const SERIAL: readonly JobName[] = [
  'duties.refresh',
  'names.index',
  'matches.compare',
  'reminders.plan',
  'checks.erase',
  'statistics.publish',
  'agencies.tell',
  'agency_event.send',
  'agency_calls.sweep',
  'civil_events.read',
]
/** What runs by the clock, in UTC: five minutes after a change nobody is stale, and after 19:00 it is the next day in Pakistan. */
const CLOCKWORK = [
  { task: 'duties.refresh', match: '*/5 * * * *' },
  { task: 'names.index', match: '30 20 * * *' }, // 01:30 in Pakistan
  { task: 'agencies.tell', match: '* * * * *' },
  { task: 'agency_calls.sweep', match: '40 * * * *' },
  { task: 'matches.compare', match: '0 21 * * 6' }, // 02:00 on Sunday in Pakistan
  { task: 'checks.erase', match: '30 19 * * *' }, // 00:30 in Pakistan
  { task: 'statistics.publish', match: '30 21 * * *' }, // 02:30 in Pakistan: when duties are of the day
  { task: 'reminders.plan', match: '15 4 * * *' }, // 09:15 in Pakistan: nobody is woken
  { task: 'civil_events.read', match: '10 * * * *' },
] as const satisfies readonly { task: JobName; match: string }[]
const silent = new Logger(() => () => undefined)

const isPayload = (value: unknown): value is JobPayload =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as JobPayload).id === 'string' &&
  typeof (value as JobPayload).posting_id === 'string'

/** Prepares the queue under the worker's own login; `start` begins to take jobs, `stop` lets running ones finish. */
export async function openJobs(worker_url: string, database: Database): Promise<JobRunner> {
  const program_id = `jobs-${randomUUID()}`
  const pgPool = new pg.Pool({
    ...{ connectionString: worker_url, max: 2 * CONCURRENCY + 2, application_name: program_id },
  })
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (client) => client.on('error', () => undefined)) // a lost connection is replaced, the job retried
  const queue = await makeWorkerUtils({ pgPool, logger: silent })
  await queue.migrate()
  let runners: Runner[] = []
  return {
    async add(task, payload, delay_seconds = 0) {
      const run_at = new Date(Date.now() + delay_seconds * 1000)
      await queue.addJob(task, payload, {
        jobKey: `${task}:${payload.id}`,
        maxAttempts: MOST_ATTEMPTS,
        runAt: run_at,
        ...(SERIAL.includes(task) ? { queueName: task } : {}),
      })
    },
    async addAll(task, payloads) {
      await queue.addJobs(
        payloads.map((payload) => ({
          ...{ identifier: task, payload, jobKey: `${task}:${payload.id}`, maxAttempts: MOST_ATTEMPTS },
          priority: LATER,
        })),
      )
    },
    async start(program, jobs) {
      const taskList = Object.fromEntries(
        Object.entries(jobs).map(([name, job]) => [name, taskOf(database, program, name as JobName, job)]),
      )
      await pgPool.query(UNLOCK_THE_DEAD)
      const workers = Array.from({ length: CONCURRENCY }, (_, n) => `${program_id}:${n}`)
      runners = await Promise.all(
        workers.map((workerId, at) =>
          run({
            ...{ pgPool, workerId, taskList, concurrency: 1 },
            parsedCronItems: at === 0 ? clockwork() : [],
            ...{ noHandleSignals: true, pollInterval: 1000, logger: silent },
          }),
        ),
      )
    },
    async stop() {
      await Promise.all(runners.map((runner) => runner.stop()))
      await queue.release()
      await pgPool.end()
    },
  }
}

/** Jobs by the clock act in the name of the night work; one that is waiting already is not added again. */
const clockwork = () =>
  parseCronItems(
    CLOCKWORK.map(({ task, match }) => ({
      ...{ task, match, identifier: task },
      options: { queueName: task, jobKey: `${task}:${NIGHT_WORK.officer_id}`, maxAttempts: MOST_ATTEMPTS },
      payload: { id: NIGHT_WORK.officer_id, posting_id: NIGHT_WORK.posting_id },
    })),
  )

type Helpers = { job: { attempts: number; created_at: Date; run_at: Date }; abortSignal?: AbortSignal }

/** A job that was asked for anew keeps when it was made, and is due at once; a later attempt is due later than it was asked for. */
const askedAt = ({ attempts, created_at, run_at }: Helpers['job']) =>
  (attempts === 1 ? run_at : created_at).toTemporalInstant()

/** What the queue runs for a job: its payload checked, in a session of the posting that asked for it. */
const taskOf =
  (database: Database, program: Program, name: JobName, job: Job) =>
  async (payload: unknown, helpers: Helpers) => {
    if (!isPayload(payload)) throw new Error(`job ${name}: payload is not ids`)
    const signal = helpers.abortSignal ?? new AbortController().signal
    const { attempts: attempt } = helpers.job
    const asked_at = askedAt(helpers.job)
    const acted = await asPosting(database, payload.posting_id, (as, token) =>
      job({ program, payload, as, token, attempt, asked_at, signal }),
    )
    if (!acted) await program.jobs.add(name, payload, WAIT_FOR_POSTING_SECONDS)
  }

/** Opens a job's session for a posting, ends it after the work. False, and nothing done, when the posting may not act. */
async function asPosting(
  database: Database,
  posting_id: string,
  work: (as: AsJob, token: string) => Promise<void>,
): Promise<boolean> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  const opened = await asGate(database, (tx) =>
    send<{ opened: string | null }>(tx, OPEN_SESSION, [hash, randomUUID(), posting_id, 'job', 'en', false]),
  )
  if (!opened[0]?.opened) return false
  try {
    const as: AsJob = (inner) =>
      asActor(database, token, (tx, session) => {
        if (!session) throw new Error('the session of this job was ended')
        return inner(tx, session)
      })
    await work(as, token)
    return true
  } finally {
    await asGate(database, (tx) => send(tx, END_SESSION, [hash]))
  }
}
