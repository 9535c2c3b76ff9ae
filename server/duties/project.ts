/**
 * The projection of duties: made anew in the transaction of every fact about a person, so that what falls due can be
 * found by an index. It is never the authority: a page that shows a person computes him. DESIGN §4 "derive, don't store".
 */

import { sql } from 'kysely'
import { dayOfInstant, instantAt, isoOf } from '../../domain/calendar/dates.ts'
import type { Duty } from '../../domain/duty/evaluate.ts'
import { endOf } from '../../domain/duty/exceptions.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type Computed, computeDuties } from './compute.ts'

/** Makes the projection of these people anew; belongs into the transaction that added or struck out a fact of theirs. */
export async function refreshDuties(
  tx: RegisterTx,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, Computed>> {
  const on = pakistanDay(now)
  const generation = await lastGeneration(tx)
  const computed = await computeDuties(tx, ids, on)
  const people = [...computed.values()]
  if (people.length === 0) return computed
  const found = people.map(({ person_id }) => person_id)
  await Promise.all([
    tx.deleteFrom('register.duty_due').where('person_id', 'in', found).execute(),
    tx.deleteFrom('register.duty_standing').where('person_id', 'in', found).execute(),
  ])
  const duties = people.flatMap(dutyRows)
  const standings = people.map((person) => ({ ...standingRow(person), computed_on: on, generation }))
  await Promise.all([
    duties.length > 0 ? tx.insertInto('register.duty_due').values(duties).execute() : undefined,
    tx.insertInto('register.duty_standing').values(standings).execute(),
  ])
  await projectElsewhere(tx, people, { computed_on: on, generation })
  return computed
}

/** Writes the same for the other records of these people, which may be out of sight of who writes a fact. */
async function projectElsewhere(
  tx: RegisterTx,
  people: readonly Computed[],
  at: { computed_on: string; generation: number },
) {
  const written = new Set(people.map(({ person_id }) => person_id))
  const others = new Map(
    people.flatMap((one) =>
      one.record_ids
        .filter((id) => !written.has(id))
        .map((person_id): [string, Computed] => [person_id, { ...one, person_id }]),
    ),
  )
  if (others.size === 0) return
  const all = [...others.values()]
  const standings = all.map((one) => ({ ...standingRow(one), ...at }))
  await sql`select register.project_united(${JSON.stringify(standings)}::jsonb, ${JSON.stringify(all.flatMap(dutyRows))}::jsonb)`.execute(
    tx,
  )
}

/** Number of the last change of a calendar or pack; 0 before the first. */
export async function lastGeneration(tx: RegisterTx): Promise<number> {
  const row = await tx
    .selectFrom('register.duty_generation')
    .select((eb) => eb.fn.max<number | null>('generation').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** The date by which a duty is looked for: its due date, or the day of its instant; null while paused openly. */
export const dateOf = ({ due_on, due_at }: Pick<Duty, 'due_on' | 'due_at'>): string | null =>
  due_at === undefined ? due_on : isoOf(dayOfInstant(instantAt(due_at)))

/** Whether this record keeps the duties of its person; the others of his stand as he does and owe nothing twice. */
export const keepsDuties = ({ person_id, record_ids }: Pick<Computed, 'person_id' | 'record_ids'>): boolean =>
  record_ids[0] === person_id

/** The rows of `duty_due` for one record. */
export const dutyRows = (one: Computed) => (keepsDuties(one) ? rowsOf(one) : [])

const rowsOf = ({ person_id, result }: Computed) =>
  result.duties.map((duty) => ({
    ...{ person_id, duty: duty.duty, key: duty.key },
    about_id: duty.duty === 'confirm_in_person' ? null : duty.key,
    ...{ due_on: dateOf(duty), due_at: duty.due_at ?? null },
    met: duty.state === 'met' || duty.state === 'met_late' ? duty.state : null,
    notice_id: duty.notice_id,
  }))

/** The row of `duty_standing` for one record, but for the day and the generation. */
export function standingRow(one: Computed) {
  const { person_id, result, exceptions } = one
  const is_kept = keepsDuties(one)
  const { status, starts_on, released_on } = result.registration
  const ends_on = endOf({ result, exceptions })
  const open = result.duties.filter(({ state }) => state !== 'met' && state !== 'met_late')
  const dates = open.flatMap((duty) => dateOf(duty) ?? [])
  return {
    ...{ person_id, status, standing: result.standing, starts_on, released_on, ends_on },
    next_due_on: is_kept ? (dates.sort()[0] ?? null) : null,
    exceptions: is_kept ? [...exceptions] : [],
  }
}
