// Every duty a person owes, with its due date and the notice that met it. RULES §4.
import type { PackValue } from '../../law/packs.ts'
import { type Day, dayOfInstant, type Instant, isoOf } from '../calendar/dates.ts'
import { merged } from '../calendar/intervals.ts'
import { type Step, step } from '../law/step.ts'
import { absenceDue, firstNotice, isOwed, travelDue, tripDuty } from './advance-notice.ts'
import { afterDeadline, type Pause } from './after-deadline.ts'
import type { DutyName } from './facts.ts'
import { confirmationsOf, type OnRegister } from './schedules.ts'
import type { Change, Notice, Timeline, Trip } from './timeline.ts'

export interface Owed {
  readonly duty: DutyName
  /** `schedule.occurrence` of a confirmation; the id of the change or trip otherwise. */
  readonly key: string
  readonly value: PackValue<number>
  readonly unrolled: Day
  /** Null while nothing can be asked. Of a deadline in hours, the date of the instant. */
  readonly due: Day | null
  readonly due_at: Instant | undefined
  readonly is_paused: boolean
  readonly notice: Notice | undefined
  readonly steps: readonly Step[]
}

function tripOwed(trip: Trip, timeline: Timeline, on_register: OnRegister): Owed | undefined {
  const duty = tripDuty(trip)
  const served = timeline.served.get(duty)
  if (served === undefined || !isOwed(trip, served, timeline, on_register)) return undefined
  const { notify_travel_abroad_days, notify_absence_hours } = timeline.pack.values
  const is_abroad = trip.kind === 'abroad'
  const advance = is_abroad
    ? travelDue(trip, served, timeline, on_register)
    : absenceDue(trip, served, timeline)
  return {
    duty,
    key: trip.trip_id,
    value: is_abroad ? notify_travel_abroad_days : notify_absence_hours,
    ...advance,
    is_paused: false,
    notice: firstNotice(timeline, duty, trip.trip_id),
  }
}

function changeOwed(change: Change, timeline: Timeline, on_register: OnRegister, pauses: readonly Pause[]) {
  const { change_id, kind, day } = change
  const duty: DutyName = `notify_${kind}_change`
  const served = timeline.served.get(duty)
  if (served === undefined || day < dayOfInstant(served)) return []
  if (day < on_register.released || day >= on_register.ends) return []
  const value = timeline.pack.values[`notify_${kind}_change_days`]
  const unrolled = day + value.value
  const { due, is_paused, steps } = afterDeadline(unrolled, timeline, pauses)
  const set = step(duty, value, isoOf(day), isoOf(unrolled), 'days_after_change', { days: value.value })
  const notice = firstNotice(timeline, duty, change_id)
  const owed: Owed = {
    ...{ duty, key: change_id, value, unrolled, due, due_at: undefined },
    ...{ is_paused, notice, steps: [set, ...steps] },
  }
  return [owed]
}

/**
 * The confirmations, each met by the first attendance that reaches its due date, or its date before any pause;
 * of those unmet that come to one date, the earliest.
 */
function confirmationsOwed(timeline: Timeline, on_register: OnRegister, pauses: readonly Pause[]): Owed[] {
  const window = timeline.pack.values.confirm_window_days.value
  const attended = timeline.notices.filter(({ duty }) => duty === 'confirm_in_person')
  const open_dates = new Set<Day | null>()
  const owed: Owed[] = []
  for (const { key, unrolled, value, step: set } of confirmationsOf(timeline, on_register)) {
    const { rolled, due, is_paused, steps } = afterDeadline(unrolled, timeline, pauses)
    // The date before any pause is never after the due date; with no working day there is neither.
    const notice = attended.find(({ received_day }) => rolled !== null && rolled <= received_day + window)
    if (notice === undefined && open_dates.has(due)) continue
    if (notice === undefined) open_dates.add(due)
    owed.push({
      ...{ duty: 'confirm_in_person', key, value, unrolled, due, due_at: undefined },
      ...{ is_paused, notice, steps: [set, ...steps] },
    })
  }
  return owed
}

/** Days abroad: those given, and each trip told in time. */
function abroadWith(timeline: Timeline, owed: readonly Owed[]) {
  const told = timeline.trips.filter((trip) => {
    if (trip.kind !== 'abroad') return false
    const duty = owed.find(({ key, duty: name }) => key === trip.trip_id && name === 'notify_travel_abroad')
    const notice = firstNotice(timeline, 'notify_travel_abroad', trip.trip_id)
    if (notice === undefined) return false
    const due = duty?.due ?? null
    return due === null ? notice.received < trip.departs : notice.received_day <= due
  })
  const trips = told.map(({ departs_day, returns_day }) => ({ from: departs_day, to: returns_day }))
  return merged([...timeline.abroad, ...trips])
}

export interface OwedDuties {
  readonly owed: readonly Owed[]
  /** Days abroad that put duties off. */
  readonly abroad: ReturnType<typeof abroadWith>
}

/**
 * Every duty listed on the day asked, in no order.
 * @param on_register null while the person is not released: then nothing is owed
 * @law RULES §4
 */
export function dutiesOwed(timeline: Timeline, on_register: OnRegister | null): OwedDuties {
  if (on_register === null) return { owed: [], abroad: abroadWith(timeline, []) }
  const trips = timeline.trips.flatMap((trip) => tripOwed(trip, timeline, on_register) ?? [])
  const abroad = abroadWith(timeline, trips)
  const pauses: readonly Pause[] = [
    ...timeline.custody.map((interval) => ({ ...interval, kind: 'custody' as const })),
    ...timeline.hospital.map((interval) => ({ ...interval, kind: 'hospital' as const })),
    ...abroad.map((interval) => ({ ...interval, kind: 'abroad' as const })),
    ...timeline.suspended.map((interval) => ({ ...interval, kind: 'appeal' as const })),
  ]
  const changes = timeline.changes.flatMap((change) => changeOwed(change, timeline, on_register, pauses))
  return { owed: [...trips, ...changes, ...confirmationsOwed(timeline, on_register, pauses)], abroad }
}
