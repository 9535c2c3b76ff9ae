/**
 * The background act `duties.refresh`: after midnight, and within minutes of a change of a calendar or pack, whoever
 * is stale is computed anew, in batches that commit one by one. Who is done is no longer stale, so that a job that was
 * cut short goes on where it stopped. Until then people are computed live wherever they are shown.
 */
import { randomUUID } from 'node:crypto'
import { NATION } from '../../domain/access/actor.ts'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Job } from '../platform/jobs.ts'
import { lastGeneration } from './project.ts'
import { countStale, listStale, refreshChanged } from './refresh.ts'

/** People computed in one transaction: half a second's work, which is what a kill loses at most. */
const BATCH_PEOPLE = 2_000

type Run = { run_id: string; today: string }

export const refreshStale: Job = async ({ program, as, signal }) => {
  const today = pakistanDay(program.clock.now())
  const run = await as(async (tx, session) => {
    const { allowed } = decide(actorOf(session), 'duty.refresh', { kind: 'duties', place: NATION })
    if (!allowed) throw new Error('only the night work computes everybody anew')
    return beginRun(tx, today)
  })
  if (!run) return
  let after: string | null = null
  do {
    if (signal.aborted) throw new Error('stopped while duties were computed')
    after = await as((tx) => refreshBatch(tx, run, after))
  } while (after !== null)
  await as(async (tx, session) => {
    const { done_count } = await endRun(tx, run, program.clock.now())
    await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
      ...{ action: 'duty.refreshed', outcome: 'done', subject_kind: 'night_run', subject_id: run.run_id },
      detail: { today, people: done_count },
    })
  })
}

/** The run to go on with, or a new one; undefined when everybody is computed for today and for the last change. */
async function beginRun(tx: RegisterTx, today: string): Promise<Run | undefined> {
  const generation = await lastGeneration(tx)
  const last = await tx
    .selectFrom('register.night_run')
    .select(['run_id', 'ended_at', 'day_on', 'generation'])
    .orderBy('begun_at', 'desc')
    .orderBy('run_id')
    .executeTakeFirst()
  const is_current = last?.day_on === today && Number(last.generation) === generation
  if (is_current && last) return last.ended_at === null ? { run_id: last.run_id, today } : undefined
  const run_id = randomUUID()
  const of_count = await countStale(tx, today)
  await tx.insertInto('register.night_run').values({ run_id, day_on: today, generation, of_count }).execute()
  return { run_id, today }
}

/** Computes the next people; the last of them, or null when nobody is left. */
async function refreshBatch(tx: RegisterTx, { run_id, today }: Run, after: string | null) {
  const ids = await listStale(tx, today, after, BATCH_PEOPLE)
  const count = await refreshChanged(tx, ids, today)
  await tx
    .updateTable('register.night_run')
    .set((eb) => ({ done_count: eb('done_count', '+', count) }))
    .where('run_id', '=', run_id)
    .execute()
  return ids.length === BATCH_PEOPLE ? (ids.at(-1) ?? null) : null
}

const endRun = (tx: RegisterTx, { run_id }: Run, now: Temporal.Instant) =>
  tx
    .updateTable('register.night_run')
    .set({ ended_at: now.toString() })
    .where('run_id', '=', run_id)
    .returning('done_count')
    .executeTakeFirstOrThrow()

/** How far the last run has come; undefined before the first. */
export const findLastRun = (tx: RegisterTx) =>
  tx
    .selectFrom('register.night_run')
    .select(['day_on', 'begun_at', 'of_count', 'done_count', 'ended_at'])
    .orderBy('begun_at', 'desc')
    .orderBy('run_id')
    .executeTakeFirst()
