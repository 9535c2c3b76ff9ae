/**
 * The background act `law_change.apply`: on the first day of a change of the rules it computes everybody anew whom the
 * simulation touched, begins the exit of whoever left by it, and makes tasks of who would enter. Once the change is
 * undone it takes all of that back. In batches with a bookmark, in the name of the officer who approved.
 */

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type AppliedEffect, appliedEffect } from '../../domain/simulation/applied.ts'
import type { ChangeClass } from '../../domain/simulation/compare.ts'
import type { Also } from '../disclosures/record.ts'
import { type Computed, computeDuties } from '../duties/compute.ts'
import { keepsDuties } from '../duties/project.ts'
import { refreshChanged } from '../duties/refresh.ts'
import { readPerson } from '../exits/about.ts'
import { insertExit } from '../exits/follow.ts'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { Job } from '../platform/jobs.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { findLawChange, type LawChangeHead, listTouched, lockLawChange, type Touched } from './queries.ts'

const BATCH = 500
/** The job may be taken up before the approval has committed. */
const ATTEMPTS_UNTIL_COMMITTED = 6

type Acting = { tx: RegisterTx; program: Program; session: Session; change: LawChangeHead; today: string }

export const applyLawChange: Job = async ({ program, payload, as, attempt, signal }) => {
  const { id } = payload
  const found = await as(async (tx, session) => {
    const { allowed } = decide(actorOf(session), 'law_change.apply', { kind: 'simulation', place: null })
    if (!allowed) throw new Error('only who approves a change of the rules applies it')
    return findLawChange(tx, id)
  })
  if (!found && attempt < ATTEMPTS_UNTIL_COMMITTED) throw new Error('the change is not there yet')
  if (!found) return
  const today = pakistanDay(program.clock.now())
  if (found.reversed_at === null && found.from_on > today)
    return program.jobs.add('law_change.apply', payload, secondsUntil(found.from_on, program.clock.now()))
  for (let is_left = true; is_left; ) {
    if (signal.aborted) throw new Error('the program stops; the next one goes on')
    is_left = await as(async (tx, session) => {
      const change = await lockLawChange(tx, id)
      if (!change) return false
      const acting = { tx, program, session, change, today }
      if (change.reversed_at !== null) return undoBatch(acting)
      return change.applied_at === null && applyBatch(acting)
    })
  }
}

/** Seconds until a day begins in Pakistan. */
export function secondsUntil(on: string, now: Temporal.Instant): number {
  const begins = Temporal.PlainDate.from(on).toZonedDateTime('Asia/Karachi').toInstant()
  return Math.max(0, Math.ceil((begins.epochMilliseconds - now.epochMilliseconds) / 1000))
}

/** Deals with the next ones; false when nobody is left. */
async function applyBatch(acting: Acting): Promise<boolean> {
  const { tx, change, today, program } = acting
  const touched = await listTouched(tx, change, BATCH)
  const ids = touched.flatMap(({ subject_id, subject_kind }) =>
    subject_kind === 'person' ? [subject_id] : [],
  )
  await refreshChanged(tx, ids, today)
  const computed = await computeDuties(tx, ids, today)
  for (const one of touched) await applyOne(acting, one, computed.get(one.subject_id))
  const is_left = touched.length === BATCH
  await tx
    .updateTable('register.law_change')
    .set((eb) => ({
      seen_count: eb('seen_count', '+', touched.length),
      last_id: touched.at(-1)?.subject_id ?? change.last_id,
      applied_at: is_left ? null : program.clock.now().toString(),
    }))
    .where('law_change_id', '=', change.law_change_id)
    .execute()
  if (!is_left) await record(acting, 'law_change.applied')
  return is_left
}

async function applyOne(acting: Acting, one: Touched, computed: Computed | undefined) {
  const { tx, change } = acting
  const { subject_id, subject_kind } = one
  const effect = effectOf(one, computed)
  if (effect === null) return
  const exit_id = effect === 'exit' ? await beginExit(acting, subject_id) : null
  if (effect === 'exit' && exit_id === null) return
  await tx
    .insertInto('register.law_change_effect')
    .values({ law_change_id: change.law_change_id, subject_id, subject_kind, effect, exit_id })
    .execute()
}

/** An entry that was closed has no status: it is a task as it was simulated. Of several records each leaves, and one is a task. */
function effectOf(one: Touched, computed: Computed | undefined): AppliedEffect | null {
  if (one.subject_kind === 'draft') return one.class === 'enters' ? 'entry' : null
  if (!computed) return null
  const effect = appliedEffect(one.class as ChangeClass | null, computed.result.registration.status)
  return effect === 'exit' || keepsDuties(computed) ? effect : null
}

/** Begins an exit by the change of the rules; null where one holds already. */
async function beginExit(
  { tx, program, session, change }: Acting,
  person_id: string,
): Promise<string | null> {
  const live = await tx
    .selectFrom('register.exit')
    .select('exit_id')
    .where('person_id', '=', person_id)
    .where('reversed_at', 'is', null)
    .executeTakeFirst()
  if (live) return null
  const row_before = await recordHash(tx, 'person', person_id)
  const { name, father, record_number, station_id } = await readPerson(tx, program.keyring, person_id)
  const about = { name, father, record_number, court: '', order_number: '', order_on: null }
  const recalled: Parameters<Also>[0][] = []
  const { exit_id } = await insertExit(tx, program, (one) => void recalled.push(one), {
    ...{ person_id, station_id, ground: 'law_change', about, conviction_id: null, left_on: change.from_on },
    ...{ approval_id: change.approval_id, begun_by: session.officer_id },
    begun_at: program.clock.now().toString(),
  })
  await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
    ...{ action: 'exit.begun', outcome: 'done', subject_kind: 'person', subject_id: person_id },
    ...{ second_id: exit_id, row_before, row_after: await recordHash(tx, 'person', person_id) },
  })
  for (const one of recalled)
    await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
      ...{ action: 'exit.begun', outcome: 'done', ...one },
      row_after: await recordHash(tx, one.subject_kind, one.subject_id),
    })
  return exit_id
}

/** Takes the next effects back; false when none is left. */
async function undoBatch(acting: Acting): Promise<boolean> {
  const { tx, program, change, today } = acting
  const { law_change_id } = change
  if (change.undone_at !== null) return false
  const undone_at = program.clock.now().toString()
  const rows = await tx
    .selectFrom('register.law_change_effect')
    .select(['subject_id', 'subject_kind', 'exit_id'])
    .where('law_change_id', '=', law_change_id)
    .where('undone_at', 'is', null)
    .orderBy('subject_id')
    .limit(BATCH)
    .execute()
  for (const { subject_id, exit_id } of rows)
    if (exit_id !== null) await undoExit(acting, subject_id, exit_id)
  const people = rows.flatMap((row) => (row.subject_kind === 'person' ? [row.subject_id] : []))
  await refreshChanged(tx, people, today)
  await tx
    .updateTable('register.law_change_effect')
    .set({ undone_at })
    .where('law_change_id', '=', law_change_id)
    .where('subject_id', '=', sql<string>`any(${rows.map(({ subject_id }) => subject_id)}::uuid[])`)
    .execute()
  if (rows.length === BATCH) return true
  await tx
    .updateTable('register.law_change')
    .set({ undone_at })
    .where('law_change_id', '=', law_change_id)
    .execute()
  await record(acting, 'law_change.undone')
  return false
}

/** Takes back an exit that the change began, unless a later act did already. */
async function undoExit({ tx, program, session }: Acting, person_id: string, exit_id: string) {
  const row_before = await recordHash(tx, 'person', person_id)
  await tx
    .updateTable('register.exit')
    .set({ reversed_at: program.clock.now().toString() })
    .where('exit_id', '=', exit_id)
    .where('reversed_at', 'is', null)
    .execute()
  await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
    ...{ action: 'exit.undone', outcome: 'done', subject_kind: 'person', subject_id: person_id },
    ...{ second_id: exit_id, row_before, row_after: await recordHash(tx, 'person', person_id) },
  })
}

async function record(
  { tx, program, session, change }: Acting,
  action: 'law_change.applied' | 'law_change.undone',
) {
  const { law_change_id } = change
  await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
    ...{ action, outcome: 'done', subject_kind: 'law_change', subject_id: law_change_id },
    row_after: await recordHash(tx, 'law_change', law_change_id),
  })
}
