/** Asks the running register to compare everybody with everybody, and follows the run: from outside, as who owns the queue. */
import type pg from 'pg'
import { NIGHT_WORK } from '../platform/night-work.ts'

/** A register that runs takes up work within seconds. */
const PATIENCE_SECONDS = 60

/**
 * One job at a time: where one runs or is about to, nothing is added, so that two who ask follow one run. One that waits
 * for a later attempt, or was given up, is begun now. Nothing is added either once the run that is followed has ended.
 */
const ASK = `select graphile_worker.add_job('matches.compare', json_build_object('id', $1::text, 'posting_id', $2::text),
  queue_name := 'matches.compare', job_key := 'matches.compare:' || $1::text, job_key_mode := case when exists (
    select from graphile_worker.jobs j where j.key = 'matches.compare:' || $1::text and j.locked_at is null
       and (j.run_at > now() or j.attempts >= j.max_attempts)) then 'replace' else 'unsafe_dedupe' end)
 where not exists (select from register.link_run r where r.ended_at >= $3::timestamptz)
   and not exists (select from graphile_worker.jobs j where j.task_identifier = 'matches.compare' and j.locked_at is not null)`
const BEGIN = `select now()::text as asked_at, (select r.done_count from register.link_run r where r.ended_at is null) as done_count, exists (
  select from graphile_worker.jobs j where j.task_identifier = 'matches.compare' and j.locked_at is not null) as is_worked_on`
/** The run that is under way, or was when it was asked for. */
const FIND = `select r.of_count, r.done_count, r.found_count, r.ended_at is not null as is_ended, coalesce(r.stop_asked_at > $1::timestamptz, false) as is_stopped
  from register.link_run r where r.ended_at is null or r.ended_at >= $1::timestamptz
 order by r.begun_at, r.link_run_id limit 1`
const STOP = 'update register.link_run set stop_asked_at = now() where ended_at is null returning done_count'

type Following = { say: (line: string) => void; wait: (milliseconds: number) => Promise<unknown> }

/** Follows the run until everybody was compared, or somebody asked it to stop after this one asked for it. */
export async function followRun(
  client: pg.ClientBase,
  { say, wait }: Following,
): Promise<'ended' | 'stopped'> {
  const { rows } = await client.query(BEGIN)
  const { asked_at, done_count, is_worked_on } = rows[0]
  if (is_worked_on) say('a run is under way: no second one is begun, this one is followed')
  else if (done_count !== null) say(`a run was broken off after ${done_count} records: it is gone on with`)
  let last = -1
  for (let idle = 0; idle < PATIENCE_SECONDS; idle++) {
    const [run] = (await client.query(FIND, [asked_at])).rows
    if (run && run.done_count !== last) {
      say(`${run.done_count} of ${run.of_count} records, ${run.found_count} new pairs`)
      last = run.done_count
      idle = 0
    }
    if (run?.is_ended) return 'ended'
    if (run?.is_stopped) return 'stopped'
    // Again and again: the job that was there may just have ended, because it was stopped.
    await client.query(ASK, [NIGHT_WORK.officer_id, NIGHT_WORK.posting_id, asked_at])
    await wait(1000)
  }
  throw new Error('nobody takes up the work: is the register running?')
}

/** Asks the run that is under way to stop; how far it had come, undefined where none is. */
export async function stopRun(client: pg.ClientBase): Promise<number | undefined> {
  const { rows } = await client.query(STOP)
  return rows[0]?.done_count
}
