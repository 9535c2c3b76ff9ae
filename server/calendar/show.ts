/** Closed desks and outages as the calendar shows them: one line an act, with who recorded it. */
import type { ClosingShown } from '../../contract/calendar.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { dayOfInstant, instantAt, isoOf } from '../../domain/calendar/dates.ts'
import { decide } from '../platform/authorize.ts'
import type { RegisterTx } from '../platform/database.ts'
import { placeName, placeOf } from '../platform/place-asked.ts'
import type { Places } from '../platform/places.ts'

type ClosedDeskRow = {
  act_id: string
  station_id: string | null
  from_on: string
  to_on: string
  cause: string
  reference: string | null
  recorded_at: string
  recorded_by: string
}
type OutageRow = {
  act_id: string
  station_id: string | null
  from_at: string
  to_at: string | null
  cause: string
  recorded_at: string
  recorded_by: string | null
}

export type Showing = { tx: RegisterTx; places: Places; actor: Actor }

/** The place of an act: its station, the district of its stations, or (null) the country. */
export function placeOfAct(places: Places, station_ids: readonly (string | null)[]) {
  const [first] = station_ids
  if (first === null || first === undefined) return { station_id: null, district_id: null }
  if (station_ids.length === 1) return { station_id: first, district_id: null }
  return { station_id: null, district_id: places.stations.get(first)?.district_id ?? null }
}

/** Every act among the rows, in the order given. */
export async function showClosings(
  showing: Showing,
  rows: { closed_desks: readonly ClosedDeskRow[]; outages: readonly OutageRow[] },
): Promise<ClosingShown[]> {
  const names = await officerNames(showing.tx, [...rows.closed_desks, ...rows.outages])
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? { en: '', ur: '' }))
  const closed = [...Map.groupBy(rows.closed_desks, (row) => row.act_id).values()].flatMap((of) => {
    const [row] = of
    if (!row) return []
    const { act_id, from_on, to_on, cause, reference, recorded_at, recorded_by } = row
    const days = { from_on, to_on, from_at: null, to_at: null, cause, reference, recorded_at }
    const shown = { act_id, kind: 'closed_desk' as const, ...days, recorded_by: nameOf(recorded_by) }
    return [{ ...shown, ...placed(showing, of, false) }]
  })
  const down = [...Map.groupBy(rows.outages, (row) => row.act_id).values()].flatMap((of) => {
    const [row] = of
    if (!row) return []
    const { act_id, from_at, to_at, cause, recorded_at, recorded_by } = row
    const from_on = isoOf(dayOfInstant(instantAt(from_at)))
    const to_on = to_at === null ? null : isoOf(dayOfInstant(instantAt(to_at)) + 1)
    const times = { from_on, to_on, from_at, to_at, cause, reference: null, recorded_at }
    const shown = { act_id, kind: 'outage' as const, ...times, recorded_by: nameOf(recorded_by) }
    return [{ ...shown, ...placed(showing, of, to_at === null) }]
  })
  return [...closed, ...down].sort((a, b) => (a.from_on < b.from_on ? -1 : a.from_on > b.from_on ? 1 : 0))
}

function placed(
  { places, actor }: Showing,
  rows: readonly { station_id: string | null }[],
  is_open_outage: boolean,
) {
  const asked = placeOfAct(
    places,
    rows.map((row) => row.station_id),
  )
  const place = placeOf(places, asked)
  const may = (action: 'calendar.record' | 'calendar.strike_out') =>
    place !== undefined && decide(actor, action, { kind: 'calendar', place }).allowed
  return {
    place: placeName(places, asked),
    station_count: rows[0]?.station_id === null ? null : rows.length,
    may_strike_out: !is_open_outage && may('calendar.strike_out'),
    may_end: is_open_outage && may('calendar.record'),
  }
}

async function officerNames(tx: RegisterTx, rows: readonly { recorded_by: string | null }[]) {
  const ids = [...new Set(rows.flatMap(({ recorded_by }) => recorded_by ?? []))]
  if (ids.length === 0) return new Map<string, { en: string; ur: string }>()
  const found = await tx
    .selectFrom('access.officer')
    .select(['officer_id', 'name_en', 'name_ur'])
    .where('officer_id', 'in', ids)
    .execute()
  return new Map(found.map((row) => [row.officer_id, { en: row.name_en, ur: row.name_ur }]))
}
