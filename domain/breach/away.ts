// Whether the person could not come because he was somewhere else. RULES §4 (pause), asked of one day.
import { type Day, dayOfInstant, instantAt } from '../calendar/dates.ts'
import { anyHolds, type DatedInterval, type Interval, intervalsOf } from '../calendar/intervals.ts'
import type { GateFacts } from './check.ts'

/**
 * Whether one of the intervals holds the day.
 * @example heldOn(dayOf('2025-09-04'), [{ from_on: '2025-09-01', to_on: null }]) // true
 */
export const heldOn = (day: Day, dated: readonly DatedInterval[]): boolean =>
  anyHolds(intervalsOf(dated), day)

/** Trips abroad of which a notice came in time; where none was owed, before departure. */
function toldTrips({ facts, result, pack }: GateFacts): readonly Interval[] {
  const today = dayOfInstant(instantAt(`${facts.on}T12:00:00+05:00`))
  return facts.trips.flatMap(({ trip_id, kind, departs_at, returns_at, cancelled_at }) => {
    const departs = instantAt(departs_at)
    const cancelled = cancelled_at === null ? undefined : instantAt(cancelled_at)
    const is_off = cancelled !== undefined && cancelled < departs && dayOfInstant(cancelled) <= today
    if (kind !== 'abroad' || is_off) return []
    const owed = result.duties.find((duty) => duty.duty === 'notify_travel_abroad' && duty.key === trip_id)
    const told = facts.notices.some(
      ({ duty, about, received_at }) =>
        duty === 'notify_travel_abroad' && about === trip_id && instantAt(received_at) < departs,
    )
    if (owed === undefined ? !told : owed.state !== 'met') return []
    const from = dayOfInstant(departs)
    const to =
      returns_at === null ? from + pack.values.abroad_cap_days.value : dayOfInstant(instantAt(returns_at))
    return [{ from, to }]
  })
}

/**
 * Whether he was abroad that day, as the border or an embassy told or as he himself told in time.
 * @law RULES §4 (abroad intervals)
 * @example abroadOn(dayOf('2025-12-24'), given) // false
 */
export const abroadOn = (day: Day, given: GateFacts): boolean =>
  heldOn(day, given.facts.abroad) || anyHolds(toldTrips(given), day)
