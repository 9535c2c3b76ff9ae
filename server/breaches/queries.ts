import { sql } from 'kysely'
import type { Lapse } from '../../domain/breach/lapse.ts'
import type { RegisterTx } from '../platform/database.ts'

/** Contact steps about lapses of a person, oldest first, with who made them. */
export const listContacts = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.contact_step as c')
    .innerJoin('access.officer as o', 'o.officer_id', 'c.recorded_by')
    .select(['c.contact_step_id', 'c.duty', 'c.key', 'c.due_on', 'c.kind', 'c.made_on', 'c.outcome'])
    .select(['c.note_enc', 'c.recorded_at', 'o.name_en', 'o.name_ur'])
    .where('c.person_id', '=', person_id)
    .where('c.superseded_at', 'is', null)
    .orderBy('c.made_on')
    .orderBy('c.recorded_at')
    .orderBy('c.contact_step_id')
    .execute()
export type ContactRow = Awaited<ReturnType<typeof listContacts>>[number]

/** Whether a row is about this lapse: the duty on that very date. */
export const isAbout = (row: { duty: string; key: string; due_on: string }, lapse: Lapse): boolean =>
  row.duty === lapse.duty && row.key === lapse.key && row.due_on === lapse.due_on

export const listBreaches = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.breach')
    .selectAll()
    .where('person_id', '=', person_id)
    .orderBy('due_on')
    .orderBy('breach_id')
    .execute()

export const findBreach = (tx: RegisterTx, breach_id: string) =>
  tx
    .selectFrom('register.breach as b')
    .innerJoin('access.officer as o', 'o.officer_id', 'b.opened_by')
    .selectAll('b')
    .select(['o.name_en', 'o.name_ur'])
    .where('b.breach_id', '=', breach_id)
    .executeTakeFirst()
export type BreachRow = NonNullable<Awaited<ReturnType<typeof findBreach>>>

/** Decisions on breaches, newest first, with what was said to them. */
export const listDecisions = (tx: RegisterTx, breach_ids: readonly string[]) =>
  tx
    .selectFrom('register.breach_decision as d')
    .innerJoin('access.officer as o', 'o.officer_id', 'd.decided_by')
    .leftJoin('register.breach_outcome as s', 's.breach_decision_id', 'd.breach_decision_id')
    .leftJoin('access.officer as so', 'so.officer_id', 's.said_by')
    .selectAll('d')
    .select(['o.name_en', 'o.name_ur', 's.said', 's.said_at'])
    .select(['so.name_en as said_en', 'so.name_ur as said_ur'])
    .where('d.breach_id', 'in', [...breach_ids])
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.breach_decision_id')
    .execute()
export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>[number]

/** Narrows to one station by its index; not a wall: row-level security is that. */
const ofStation = (station_id: string | null) =>
  station_id === null ? sql`true` : sql`p.station_id = ${station_id}`

/** Duties of the projection whose date is not after the limit, not met in time, and without a signed decision. */
const undecided = (limit_on: string, station_id: string | null) => sql`
  from register.duty_due d join register.person p using (person_id)
  left join register.breach b
    on b.person_id = d.person_id and b.duty = d.duty and b.key = d.key and b.due_on = d.due_on
 where d.due_on <= ${limit_on}::date and (d.met is null or d.met = 'met_late') and ${ofStation(station_id)}
   and not exists (select from register.breach_outcome o where o.breach_id = b.breach_id and o.said = 'approved')
   and not (p.is_linked and exists (select from register.decided_elsewhere(array[d.person_id]) e
          where e.duty = d.duty and e.due_on = d.due_on))`

/** Days after which the projection might lack a duty that has lapsed since: it looks one month ahead at least. */
const FRESH_DAYS = 27

/**
 * People whose projection may be out of date: never made, made too long ago, or before a calendar of a station that
 * owned them, or a pack, was changed. Without them a lapse could be missed.
 */
const stale = (today: string, station_id: string | null) => sql`
  from register.person p left join register.duty_standing s using (person_id)
 where ${ofStation(station_id)}
   and (s.person_id is null or s.computed_on < ${today}::date - ${FRESH_DAYS}::integer
     or exists (select from register.duty_generation g where g.generation > s.generation
          and (g.station_id is null or g.station_id in (select v.station_id from register.supervision v where v.person_id = p.person_id))))`

export type Asked = { today: string; limit_on: string; station_id: string | null }

/** People of the officer's place whose dates must be worked out again; at most `most`. */
export async function listStale(tx: RegisterTx, { today, station_id }: Asked, most: number) {
  const { rows } = await sql<{
    person_id: string
  }>`select p.person_id ${stale(today, station_id)} order by p.person_id limit ${most}`.execute(tx)
  return rows.map(({ person_id }) => person_id)
}

export async function countStale(tx: RegisterTx, { today, station_id }: Asked): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${stale(today, station_id)}`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

/** How many lapses older than the limit wait without a decision, as the projection has them: for My day. */
export async function countUndecided(tx: RegisterTx, { limit_on, station_id }: Asked): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count ${undecided(limit_on, station_id)}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** The same, by district for the nation or by station for a district. */
export async function countUndecidedBy(tx: RegisterTx, { limit_on }: Asked, level: 'district' | 'station') {
  const place = level === 'district' ? sql`p.district_id` : sql`p.station_id`
  const { rows } = await sql<{ place_id: string; count: number }>`
    select ${place} as place_id, count(*) as count ${undecided(limit_on, null)}
     group by 1 order by 2 desc, 1 limit 200`.execute(tx)
  return rows
}

export type UndecidedRow = Lapse & {
  person_id: string
  record_number: string
  station_id: string
  breach_id: string | null
}
/** Where a page of the list ended: the row after which the next one begins. */
export type After = Pick<UndecidedRow, 'due_on' | 'person_id' | 'duty' | 'key'>

/** One page of the list, oldest first, as the projection has it; whoever shows it works each out again. */
export async function listUndecidedRows(
  tx: RegisterTx,
  { limit_on, station_id }: Asked,
  after: After | undefined,
  most: number,
): Promise<UndecidedRow[]> {
  const from = after
    ? sql`and (d.due_on, d.person_id, d.duty, d.key) > (${after.due_on}::date, ${after.person_id}::uuid, ${after.duty}, ${after.key})`
    : sql``
  const { rows } = await sql<UndecidedRow>`
    select d.person_id, d.duty, d.key, d.due_on, p.record_number, p.station_id, b.breach_id
    ${undecided(limit_on, station_id)} ${from}
     order by d.due_on, d.person_id, d.duty, d.key limit ${most}`.execute(tx)
  return rows
}

/** How many contact steps were made about lapses of these people. */
export const listContactCounts = (tx: RegisterTx, person_ids: readonly string[]) =>
  tx
    .selectFrom('register.contact_step')
    .select(['person_id', 'duty', 'key', 'due_on'])
    .where('person_id', 'in', [...person_ids])
    .where('superseded_at', 'is', null)
    .execute()
