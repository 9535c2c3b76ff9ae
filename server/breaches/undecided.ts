/** Lapses older than the limit without a decision: the list from which nobody falls. */
import type { UndecidedList } from '../../contract/breaches.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { limitOn, whyFallen } from '../../domain/breach/decision.ts'
import { decideGate } from '../../domain/breach/gate.ts'
import { findDuty, isLapsed } from '../../domain/breach/lapse.ts'
import { openableFrom } from '../../domain/breach/openable.ts'
import { dayOf } from '../../domain/calendar/dates.ts'
import { ENFORCEMENT } from '../../law/enforcement.ts'
import { refreshDuties } from '../duties/project.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Places } from '../platform/places.ts'
import { Problem } from '../platform/problem.ts'
import { readGateFacts } from './gate-facts.ts'
import {
  type After,
  type Asked,
  countUndecided as countRows,
  countStale,
  countUndecidedBy,
  isAbout,
  listContactCounts,
  listStale,
  listUndecidedRows,
  type UndecidedRow,
} from './queries.ts'

const PAGE_SIZE = 50
/** People worked out again before a list is shown; the night work leaves few. */
const MOST_FRESHENED = 200

type Asking = { now: Temporal.Instant; actor: Pick<Actor, 'place'> }

const askedOf = ({ now, actor }: Asking): Asked => {
  const today = pakistanDay(now)
  return { today, limit_on: limitOn(today, ENFORCEMENT), station_id: actor.place.station }
}

/** How many wait in the officer's place: for My day. Counted in the projection, so that it costs one statement. */
export const countUndecided = (tx: RegisterTx, asking: Asking): Promise<number> =>
  countRows(tx, askedOf(asking))

/** One page of them, each worked out anew; people whose dates are out of date come first. */
export async function listUndecided(
  tx: RegisterTx,
  places: Places,
  asking: Asking,
  after: string | undefined,
): Promise<UndecidedList> {
  const asked = askedOf(asking)
  await refreshDuties(tx, await listStale(tx, asked, MOST_FRESHENED), asking.now)
  const [count, stale_count, rows, by_place] = [
    await countRows(tx, asked),
    await countStale(tx, asked),
    await listUndecidedRows(tx, asked, afterOf(after), PAGE_SIZE),
    await listPlaces(tx, places, asked, asking),
  ]
  const lapses = await shownRows(tx, places, asked, rows)
  const last = rows.length === PAGE_SIZE ? rows.at(-1) : undefined
  const next = last ? [last.due_on, last.person_id, last.duty, last.key].join('|') : null
  return { ...asked, count, stale_count, by_place, lapses, next }
}

function afterOf(after: string | undefined): After | undefined {
  if (after === undefined) return undefined
  const [due_on = '', person_id = '', duty = '', key = ''] = after.split('|')
  if (!/^\d{4}-\d\d-\d\d$/.test(due_on) || !/^[0-9a-f-]{36}$/.test(person_id)) throw new Problem('not_found')
  return { due_on, person_id, duty: duty as After['duty'], key }
}

async function listPlaces(tx: RegisterTx, places: Places, asked: Asked, { actor }: Asking) {
  if (actor.place.station !== null) return []
  const level = actor.place.district === null ? 'district' : 'station'
  const names = level === 'district' ? places.districts : places.stations
  return (await countUndecidedBy(tx, asked, level)).map(({ place_id, count }) => ({
    ...{ place_id, count },
    place: { en: names.get(place_id)?.name_en ?? place_id, ur: names.get(place_id)?.name_ur ?? place_id },
  }))
}

async function shownRows(tx: RegisterTx, places: Places, { today }: Asked, rows: readonly UndecidedRow[]) {
  const ids = [...new Set(rows.map(({ person_id }) => person_id))]
  if (ids.length === 0) return []
  const [people, contacts] = [await readGateFacts(tx, ids, today), await listContactCounts(tx, ids)]
  return rows.flatMap(({ person_id, record_number, station_id, breach_id, ...lapse }) => {
    const given = people.get(person_id)
    const duty = given && findDuty(given.result.duties, lapse)
    // The projection finds; the facts decide: what they no longer call lapsed is not shown.
    if (!given || !duty || !isLapsed(duty.state)) return []
    const station = places.stations.get(station_id)
    const { duty: name, key, due_on } = lapse
    const gate = decideGate(lapse, given)
    return [
      {
        ...{ person_id, record_number, breach_id, duty: name, key, due_on, due_at: duty.due_at ?? null },
        station: { en: station?.name_en ?? station_id, ur: station?.name_ur ?? station_id },
        ...{ state: duty.state, days_late: dayOf(today) - dayOf(due_on) },
        refused_by: whyFallen(gate) ?? null,
        openable: openableFrom(gate),
        contact_count: contacts.filter((c) => c.person_id === person_id && isAbout(c, lapse)).length,
      },
    ]
  })
}
