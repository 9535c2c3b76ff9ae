// Duties before an event: travel abroad, and a long absence inside the country. RULES §4.
import {
  type Day,
  dayOfInstant,
  hour_ms,
  type Instant,
  instantOf,
  isoInstant,
  isoOf,
} from '../calendar/dates.ts'
import { rollBeforeDeparture } from '../calendar/desk.ts'
import { holds, open_end } from '../calendar/intervals.ts'
import { type Step, step } from '../law/step.ts'
import { rolledStep } from './after-deadline.ts'
import type { DutyName } from './facts.ts'
import type { OnRegister } from './schedules.ts'
import type { Notice, Timeline, Trip } from './timeline.ts'

export interface AdvanceDue {
  readonly unrolled: Day
  readonly due: Day
  /** For deadlines in hours: the instant. */
  readonly due_at: Instant | undefined
  readonly steps: readonly Step[]
}

/**
 * The duty that a trip may make.
 * @example tripDuty({ kind: 'abroad' }) // 'notify_travel_abroad'
 */
export const tripDuty = ({ kind }: Pick<Trip, 'kind'>): DutyName =>
  kind === 'abroad' ? 'notify_travel_abroad' : 'notify_absence'

/**
 * The first notice of a duty about a change or a trip.
 * @example firstNotice(timeline, 'notify_address_change', 'a1').notice_id // 'n1'
 */
export const firstNotice = ({ notices }: Timeline, duty: DutyName, about: string): Notice | undefined =>
  notices.find((notice) => notice.duty === duty && notice.about === about)

/**
 * Whether a departure makes a duty: after release, before the end, and not before its duty was served; inside
 * the country only when the absence is long or its end unknown.
 * @param served when its duty was first served
 * @law RULES §4
 * @example isOwed(trip, 0, timeline, on_register) // true
 */
export function isOwed(
  trip: Trip,
  served: Instant,
  { pack }: Timeline,
  { released, ends }: OnRegister,
): boolean {
  if (trip.departs < served) return false
  if (trip.departs_day < released || trip.departs_day >= ends) return false
  return (
    trip.kind === 'abroad' || trip.returns - trip.departs > pack.values.absence_over_hours.value * hour_ms
  )
}

/** While the person is held on that day, the day the last of it ends; never after departure. */
function afterHeld(
  day: Day,
  departs: Day,
  { custody, hospital, suspended, pack }: Timeline,
  steps: Step[],
): Day {
  let due = day
  while (due < departs) {
    const held = [...custody, ...hospital, ...suspended].filter((interval) => holds(interval, due))
    if (held.length === 0) break
    const to = Math.min(departs, Math.max(...held.map((interval) => interval.to)))
    steps.push(step('held', pack.values.notify_travel_abroad_days, isoOf(due), isoOf(to), 'held'))
    due = to
  }
  return due
}

/**
 * When a trip abroad must be told.
 * @param served when the duty was first served
 * @law the pack's `notify_travel_abroad_days`; RULES §4
 * @example travelDue(trip, 0, timeline, on_register).due // dayOf('2025-12-13')
 */
export function travelDue(
  trip: Trip,
  served: Instant,
  timeline: Timeline,
  { released }: OnRegister,
): AdvanceDue {
  const { values } = timeline.pack
  const { notify_travel_abroad_days: value } = values
  const departs = trip.departs_day
  const before = departs - value.value
  const steps = [
    step('notify_travel_abroad', value, isoOf(departs), isoOf(before), 'days_before', { days: value.value }),
  ]
  const earliest = Math.max(dayOfInstant(served), released)
  if (earliest > before) {
    steps.push(step('not_before', value, isoOf(before), isoOf(earliest), 'not_before_told'))
  }
  const unrolled = afterHeld(Math.max(before, earliest), departs, timeline, steps)
  const { to, closure } = rollBeforeDeparture(unrolled, departs, timeline.desk)
  steps.push(...rolledStep(values, unrolled, to, closure))
  return { unrolled, due: to, due_at: undefined, steps }
}

/** While an appeal suspends the duties, the beginning of the day it ends; never after departure. */
function afterSuspended(
  at: Instant,
  departs: Instant,
  { suspended, pack }: Timeline,
  steps: Step[],
): Instant {
  const pending = suspended.find((interval) => holds(interval, dayOfInstant(at)))
  if (pending === undefined) return at
  const to = Math.min(departs, pending.to === open_end ? departs : instantOf(pending.to, 0))
  steps.push(step('held', pack.values.appeal_effect, isoInstant(at), isoInstant(to), 'suspended'))
  return to
}

/**
 * When a long absence inside the country must be told: an instant, not rolled.
 * @param served when the duty was first served
 * @law the pack's `notify_absence_hours`; RULES §4
 * @example absenceDue(trip, 0, timeline).due // dayOf('2025-12-19')
 */
export function absenceDue({ departs }: Trip, served: Instant, timeline: Timeline): AdvanceDue {
  const { notify_absence_hours: value } = timeline.pack.values
  const before = departs - value.value * hour_ms
  const steps = [
    step('notify_absence', value, isoInstant(departs), isoInstant(before), 'hours_before', {
      hours: value.value,
    }),
  ]
  if (served > before) {
    steps.push(step('not_before', value, isoInstant(before), isoInstant(served), 'not_before_told'))
  }
  const due_at = afterSuspended(Math.max(before, served), departs, timeline, steps)
  const due = dayOfInstant(due_at)
  return { unrolled: due, due, due_at, steps }
}
