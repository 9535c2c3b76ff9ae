import { sql } from 'kysely'
import type { RegisterTx } from '../platform/database.ts'

/** Rows a calendar of one span reads at most; one act for a district has a row for each of its stations. */
const MOST_CLOSINGS = 1_000

/** Whose: these stations and the whole country, or (null) all. Calendars name nobody, so this is no matter of access. */
type Stations = readonly string[] | null

/** Live closed desks that hold a day from `from_on` on and before `until_on`, oldest first. */
export const listClosedDesks = (tx: RegisterTx, stations: Stations, from_on: string, until_on: string) =>
  tx
    .selectFrom('register.closed_desk')
    .select(['act_id', 'station_id', 'from_on', 'to_on', 'cause', 'reference', 'recorded_at', 'recorded_by'])
    .where('superseded_at', 'is', null)
    .where('to_on', '>', from_on)
    .where('from_on', '<', until_on)
    .$if(stations !== null, (q) =>
      q.where((eb) =>
        eb.or([eb('station_id', 'is', null), eb('station_id', 'in', [...(stations ?? []), ''])]),
      ),
    )
    .orderBy('from_on')
    .orderBy('act_id')
    .orderBy('closed_desk_id')
    .limit(MOST_CLOSINGS)
    .execute()

/** Live outages that touch the instants from `from_at` on and before `until_at`, oldest first. */
export const listOutages = (tx: RegisterTx, stations: Stations, from_at: string, until_at: string) =>
  tx
    .selectFrom('register.outage')
    .select(['outage_id', 'act_id', 'station_id', 'from_at', 'to_at', 'cause', 'recorded_at', 'recorded_by'])
    .where('superseded_at', 'is', null)
    .where('from_at', '<', until_at)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', from_at)]))
    .$if(stations !== null, (q) =>
      q.where((eb) =>
        eb.or([eb('station_id', 'is', null), eb('station_id', 'in', [...(stations ?? []), ''])]),
      ),
    )
    .orderBy('from_at')
    .orderBy('act_id')
    .orderBy('outage_id')
    .limit(MOST_CLOSINGS)
    .execute()

/** The live rows of one act, of either kind. */
export const listAct = async (tx: RegisterTx, act_id: string) => {
  const [closed_desks, outages] = await Promise.all([
    tx
      .selectFrom('register.closed_desk')
      .select(['closed_desk_id', 'act_id', 'station_id', 'from_on', 'to_on', 'cause', 'reference'])
      .select(['recorded_at', 'recorded_by'])
      .where('act_id', '=', act_id)
      .where('superseded_at', 'is', null)
      .orderBy('closed_desk_id')
      .execute(),
    tx
      .selectFrom('register.outage')
      .select([
        'outage_id',
        'act_id',
        'station_id',
        'from_at',
        'to_at',
        'cause',
        'recorded_at',
        'recorded_by',
      ])
      .where('act_id', '=', act_id)
      .where('superseded_at', 'is', null)
      .orderBy('outage_id')
      .execute(),
  ])
  return { closed_desks, outages }
}

export type PlaceFilter = { station_id: string | null; district_id: string | null }

/** Duties not met, as last computed, of visible people on the register; the place is for the index, not for access. */
export const openDuties = (tx: RegisterTx, { station_id, district_id }: PlaceFilter) =>
  tx
    .selectFrom('register.duty_due as d')
    .innerJoin('register.person as p', 'p.person_id', 'd.person_id')
    .innerJoin('register.duty_standing as s', 's.person_id', 'd.person_id')
    .where('d.met', 'is', null)
    .where('s.status', '=', 'active')
    .$if(station_id !== null, (q) => q.where('p.station_id', '=', station_id ?? ''))
    .$if(station_id === null && district_id !== null, (q) => q.where('p.district_id', '=', district_id ?? ''))

/** People with a duty that falls due on one of these days, at most `most`, and how many there are. */
export async function findMoved(
  tx: RegisterTx,
  where: PlaceFilter,
  { from_on, until_on }: { from_on: string; until_on: string | null },
  most: number,
): Promise<{ count: number; ids: string[] }> {
  const moved = openDuties(tx, where)
    .where('d.due_on', '>=', from_on)
    .$if(until_on !== null, (q) => q.where('d.due_on', '<', until_on ?? ''))
  const [row, people] = await Promise.all([
    moved.select(sql<number>`count(distinct d.person_id)`.as('count')).executeTakeFirst(),
    moved.select('d.person_id').distinct().orderBy('d.person_id').limit(most).execute(),
  ])
  return { count: Number(row?.count ?? 0), ids: people.map(({ person_id }) => person_id) }
}

/** People a duty of whom an open outage put off without a day, so that its end brings the date back; at most `most`. */
export async function listPutOff(tx: RegisterTx, where: PlaceFilter, most: number): Promise<string[]> {
  const rows = await openDuties(tx, where)
    .where('d.due_on', 'is', null)
    .where('d.due_at', 'is', null)
    .select('d.person_id')
    .distinct()
    .orderBy('d.person_id')
    .limit(most)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** How many people's duties fall due on each of these days. */
export async function countDue(
  tx: RegisterTx,
  where: PlaceFilter,
  from_on: string,
  until_on: string,
): Promise<Map<string, number>> {
  const rows = await openDuties(tx, where)
    .where('d.due_on', '>=', from_on)
    .where('d.due_on', '<', until_on)
    .select('d.due_on')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('d.due_on')
    .execute()
  return new Map(rows.map(({ due_on, count }) => [due_on ?? '', Number(count)]))
}

/** People with something due on these days, soonest first, as last computed; at most `most`. */
export async function listDuePeople(
  tx: RegisterTx,
  where: PlaceFilter,
  { from_on, until_on, most }: { from_on: string; until_on: string; most: number },
): Promise<Map<string, string>> {
  const rows = await openDuties(tx, where)
    .where('d.due_on', '>=', from_on)
    .where('d.due_on', '<', until_on)
    .select(['p.person_id', 'p.record_number', 'd.due_on'])
    .orderBy('d.due_on')
    .orderBy('p.person_id')
    .limit(most)
    .execute()
  return new Map(rows.map(({ person_id, record_number }) => [person_id, record_number]))
}
