/** Computes people anew whose projection is of an earlier day, or from before a change of a calendar or pack. */
import { sql } from 'kysely'
import type { RegisterTx } from '../platform/database.ts'
import { type Computed, computeDuties } from './compute.ts'
import { dutyRows, lastGeneration, standingRow } from './project.ts'

type Staleness = { today: string; national: number }

/** The last change that concerns everybody; changes of single stations are compared person by person. */
async function nationalGeneration(tx: RegisterTx): Promise<number> {
  const row = await tx
    .selectFrom('register.duty_generation')
    .select((eb) => eb.fn.max<number | null>('generation').as('last'))
    .where('station_id', 'is', null)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

const stale = (tx: RegisterTx, { today, national }: Staleness) =>
  tx
    .selectFrom('register.person as p')
    .leftJoin('register.duty_standing as s', 's.person_id', 'p.person_id')
    .where(
      sql<boolean>`(s.person_id is null or s.computed_on < ${today}::date or s.generation < ${national} or exists (
        select from register.supervision v
          join (select station_id, max(generation) as last from register.duty_generation
                 where station_id is not null group by station_id) g using (station_id)
         where v.person_id = p.person_id and g.last > s.generation))`,
    )

/** How many visible people are stale. */
export async function countStale(tx: RegisterTx, today: string): Promise<number> {
  const national = await nationalGeneration(tx)
  const row = await stale(tx, { today, national })
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Stale people in the order of their ids, after one of them; at most `most`. */
export async function listStale(tx: RegisterTx, today: string, after: string | null, most: number) {
  const national = await nationalGeneration(tx)
  const rows = await stale(tx, { today, national })
    .select('p.person_id')
    .$if(after !== null, (q) => q.where('p.person_id', '>', after ?? ''))
    .orderBy('p.person_id')
    .limit(most)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

type DueRow = ReturnType<typeof dutyRows>[number]

/** A row of duty_due as one text, however its instant is spelled. */
const textOf = (row: DueRow) =>
  JSON.stringify([
    ...[row.duty, row.key, row.about_id, row.due_on, row.due_at && Date.parse(row.due_at)],
    ...[row.met, row.notice_id],
  ])
const textOfStanding = (row: ReturnType<typeof standingRow>) =>
  JSON.stringify([
    ...[row.status, row.standing, row.starts_on, row.released_on, row.ends_on, row.next_due_on],
    ...[...row.exceptions].sort(),
  ])

/** What the projection holds of these people, each as one text. */
async function readHeld(tx: RegisterTx, ids: readonly string[]): Promise<Map<string, string>> {
  const [due, standings] = await Promise.all([
    tx
      .selectFrom('register.duty_due')
      .select(['person_id', 'duty', 'key', 'about_id', 'due_on', 'due_at', 'met', 'notice_id'])
      .where('person_id', '=', sql<string>`any(${ids})`)
      .execute(),
    tx
      .selectFrom('register.duty_standing')
      .select(['person_id', 'status', 'standing', 'starts_on', 'released_on', 'ends_on', 'next_due_on'])
      .select('exceptions')
      .where('person_id', '=', sql<string>`any(${ids})`)
      .execute(),
  ])
  const of = Map.groupBy(due as DueRow[], ({ person_id }) => person_id)
  return new Map(
    standings.map((row) => [
      row.person_id,
      wholeOf(of.get(row.person_id) ?? [], row as ReturnType<typeof standingRow>),
    ]),
  )
}

const wholeOf = (due: readonly DueRow[], standing: ReturnType<typeof standingRow>) =>
  [textOfStanding(standing), ...due.map(textOf).sort()].join('\n')

/**
 * Makes the projection of these people anew, writing only what changed: overnight most people keep every row, and
 * only the day is noted. Returns how many were computed.
 */
export async function refreshChanged(tx: RegisterTx, ids: readonly string[], today: string): Promise<number> {
  if (ids.length === 0) return 0
  const generation = await lastGeneration(tx)
  const [held, computed] = await Promise.all([readHeld(tx, ids), computeDuties(tx, ids, today)])
  const people = [...computed.values()]
  const is_same = (one: Computed) => held.get(one.person_id) === wholeOf(dutyRows(one), standingRow(one))
  const [same, changed] = [people.filter(is_same), people.filter((one) => !is_same(one))]
  await noteDay(
    tx,
    same.map(({ person_id }) => person_id),
    { computed_on: today, generation },
  )
  await replace(tx, changed, { computed_on: today, generation })
  return people.length
}

async function noteDay(tx: RegisterTx, ids: string[], at: { computed_on: string; generation: number }) {
  if (ids.length === 0) return
  await tx
    .updateTable('register.duty_standing')
    .set(at)
    .where('person_id', '=', sql<string>`any(${ids})`)
    .execute()
}

async function replace(
  tx: RegisterTx,
  people: readonly Computed[],
  at: { computed_on: string; generation: number },
) {
  if (people.length === 0) return
  const ids = people.map(({ person_id }) => person_id)
  const [duties, standings] = [
    people.flatMap(dutyRows),
    people.map((person) => ({ ...standingRow(person), ...at })),
  ]
  await Promise.all([
    tx.deleteFrom('register.duty_due').where('person_id', '=', sql<string>`any(${ids})`).execute(),
    tx.deleteFrom('register.duty_standing').where('person_id', '=', sql<string>`any(${ids})`).execute(),
  ])
  // One parameter a table instead of eight a row: a statement takes 65,535 at most.
  await Promise.all([
    sql`insert into register.duty_due select r.* from jsonb_populate_recordset(null::register.duty_due, ${JSON.stringify(duties)}::jsonb) r`.execute(
      tx,
    ),
    sql`insert into register.duty_standing select r.* from jsonb_populate_recordset(null::register.duty_standing, ${JSON.stringify(standings)}::jsonb) r`.execute(
      tx,
    ),
  ])
}
