// The state of a duty, and of the person. RULES §4.
import type { Day } from '../calendar/dates.ts'
import { anyHolds, type Interval } from '../calendar/intervals.ts'
import type { RegistrationStatus } from '../registration/registration.ts'
import { firstNotice } from './advance-notice.ts'
import type { Owed } from './owed.ts'
import type { Notice, Timeline, Trip, Visit } from './timeline.ts'

export type DutyState = 'met' | 'met_late' | 'unmet' | 'paused' | 'overdue' | 'due' | 'not_due'
export type Standing =
  | Exclude<RegistrationStatus, 'active'>
  | 'in_custody'
  | 'abroad'
  | 'whereabouts_unknown'
  | 'late'
  | 'compliant'

const isInTime = ({ due, due_at }: Owed, { received, received_day }: Notice): boolean =>
  due_at === undefined ? due === null || received_day <= due : received <= due_at

/**
 * The state of a duty on the day asked; undefined when it is not listed, because the registration ended first.
 * @param ends the first day no longer on the register; Infinity while open
 * @law RULES §4
 * @example stateOf({ due: null, is_paused: true }, timeline, Infinity) // 'paused'
 */
export function stateOf(owed: Owed, { day, pack }: Timeline, ends: Day): DutyState | undefined {
  const { due, notice, is_paused } = owed
  if (notice !== undefined) return isInTime(owed, notice) ? 'met' : 'met_late'
  if (day >= ends) return due === null || due >= ends ? undefined : 'unmet'
  if (due === null || is_paused) return 'paused'
  if (due < day) return 'overdue'
  return due <= day + pack.values.due_soon_days.value ? 'due' : 'not_due'
}

/** Whether a visit falls on a day of the interval, its first day outside included. */
const touches = (day: Day, { from, to }: Interval): boolean => from <= day && day <= to

const wasTold = (timeline: Timeline, { trip_id, departs }: Trip): boolean => {
  const notice = firstNotice(timeline, 'notify_absence', trip_id)
  return notice !== undefined && notice.received < departs
}

/** Whether the person could not be expected at the address on the day of a visit. */
function isExcused({ day }: Visit, timeline: Timeline, abroad: readonly Interval[]): boolean {
  const { custody, hospital, no_fixed_abode, trips } = timeline
  const away = [custody, hospital, abroad, no_fixed_abode]
  if (away.some((intervals) => intervals.some((interval) => touches(day, interval)))) return true
  return trips.some(
    (trip) =>
      trip.kind === 'inside' &&
      touches(day, { from: trip.departs_day, to: trip.returns_day }) &&
      wasTold(timeline, trip),
  )
}

function isWhereaboutsUnknown(timeline: Timeline, released: Day, abroad: readonly Interval[]): boolean {
  const latest = timeline.visits.findLast(
    (visit) => visit.day >= released && !isExcused(visit, timeline, abroad),
  )
  if (latest?.result !== 'not_at_address') return false
  return !timeline.notices.some(({ received_day }) => received_day >= latest.day)
}

/**
 * How the person stands on the day asked; the first that holds.
 * @param released Infinity while not released  @param abroad days abroad that put duties off
 * @law RULES §4
 * @example standingOf('void', timeline, 0, [], []) // 'void'
 */
export function standingOf(
  status: RegistrationStatus,
  timeline: Timeline,
  released: Day,
  abroad: readonly Interval[],
  states: readonly DutyState[],
): Standing {
  if (status !== 'active') return status
  if (anyHolds(timeline.custody, timeline.day)) return 'in_custody'
  if (anyHolds(abroad, timeline.day)) return 'abroad'
  if (isWhereaboutsUnknown(timeline, released, abroad)) return 'whereabouts_unknown'
  return states.includes('overdue') ? 'late' : 'compliant'
}
