// Every duty a person owes, with its due date and the notice that met it. RULES §4.
import type { PackValue } from '../../law/packs.ts'
import { type Day, dayOfInstant, type Instant, isoOf } from '../calendar/dates.ts'
import { type Interval, merged, open_end } from '../calendar/intervals.ts'
import { type Step, step } from '../law/step.ts'
import { absenceDue, firstNotice, isOwed, travelDue, tripDuty } from './advance-notice.ts'
import { afterDeadline, type Pause } from './after-deadline.ts'
import type { DutyName } from './facts.ts'
import { confirmationsOf, type OnRegister } from './schedules.ts'
import type { Change, Notice, Timeline, Trip } from './timeline.ts'

export interface Owed {
  readonly duty: DutyName
  /** `schedule.occurrence` of a confirmation, once for a person; the id of the change or trip otherwise. */
  readonly key: string
  readonly value: PackValue<number>
  /** First day in force of the pack that it is computed by; null: in force from the beginning. */
  readonly ruled_from: string | null
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
    ruled_from: timeline.pack.in_force_from,
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
    duty,
    key: change_id,
    value,
    ruled_from: timeline.pack.in_force_from,
    unrolled,
    due,
    due_at: undefined,
    is_paused,
    notice,
    steps: [set, ...steps],
  }
  return [owed]
}

/** The confirmations, each met by the first attendance that reaches its date before any pause. */
function confirmationsOwed(timeline: Timeline, on_register: OnRegister, pauses: readonly Pause[]): Owed[] {
  const window = timeline.pack.values.confirm_window_days.value
  const attended = timeline.notices.filter(({ duty }) => duty === 'confirm_in_person')
  const owed: Owed[] = []
  for (const { key, unrolled, value, step: set } of confirmationsOf(timeline, on_register)) {
    const { rolled, due, is_paused, steps } = afterDeadline(unrolled, timeline, pauses)
    // A pause only puts a date off, so an attendance that reaches the due date reaches this one too.
    const notice = attended.find(({ received_day }) => rolled !== null && rolled <= received_day + window)
    owed.push({
      duty: 'confirm_in_person',
      key,
      value,
      ruled_from: timeline.pack.in_force_from,
      unrolled,
      due,
      due_at: undefined,
      is_paused,
      notice,
      steps: [set, ...steps],
    })
  }
  return owed
}

/** Days abroad: those given, and each trip told in time, or, where no duty was owed, before departure. */
function abroadWith(timeline: Timeline, owed: readonly Owed[]): readonly Interval[] {
  const told = timeline.trips.filter((trip) => {
    if (trip.kind !== 'abroad') return false
    const notice = firstNotice(timeline, 'notify_travel_abroad', trip.trip_id)
    if (notice === undefined) return false
    const due = owed.find(({ key }) => key === trip.trip_id)?.due
    return typeof due === 'number' ? notice.received_day <= due : notice.received < trip.departs
  })
  const trips = told.map(({ departs_day, returns_day }) => ({ from: departs_day, to: returns_day }))
  return merged([...timeline.abroad, ...trips])
}

export interface OwedDuties {
  readonly owed: readonly Owed[]
  /** Days abroad that put duties off. */
  readonly abroad: readonly Interval[]
}

function pausesOf(timeline: Timeline, abroad: readonly Interval[]): readonly Pause[] {
  return [
    ...timeline.custody.map(({ from, to }) => ({ from, to, kind: 'custody' as const })),
    ...timeline.hospital.map(({ from, to }) => ({ from, to, kind: 'hospital' as const })),
    ...abroad.map(({ from, to }) => ({ from, to, kind: 'abroad' as const })),
    ...timeline.suspended.map(({ from, to }) => ({ from, to, kind: 'appeal' as const })),
  ]
}

/** Of the confirmations unmet that come to one date, or to none, only the earliest: one pause, one attendance. */
function withoutRepeats(confirmations: readonly Owed[]): readonly Owed[] {
  const dates = new Set<Day | null>()
  return confirmations.filter(({ notice, due }) => {
    if (notice !== undefined) return true
    if (dates.has(due)) return false
    dates.add(due)
    return true
  })
}

/** What governs from a day on, until the next. */
type Governing = { readonly from: Day }

/** Of one change or trip under several regimes: by the latest whose own date does not lie before it began. */
function byLatest<R extends Governing>(
  regimes: readonly R[],
  owedUnder: (one: R) => readonly Owed[],
): readonly Owed[] {
  const [only] = regimes
  if (only && regimes.length === 1) return owedUnder(only)
  const latest = new Map<string, Owed>()
  for (const one of regimes)
    for (const owed of owedUnder(one))
      if (owed.unrolled >= one.from) latest.set(`${owed.duty} ${owed.key}`, owed)
  return [...latest.values()]
}

/** Confirmations under several regimes: each regime's own, while it lasts; a later one of the same number says so. */
function eachWhileItLasts<R extends Governing>(
  regimes: readonly R[],
  owedUnder: (one: R) => readonly Owed[],
): readonly Owed[] {
  const all = regimes.flatMap((one, at) => {
    const until = regimes[at + 1]?.from ?? open_end
    return owedUnder(one).filter(({ unrolled }) => one.from <= unrolled && unrolled < until)
  })
  return regimes.length === 1 ? all : numberedOnce(all)
}

/** A pack with a longer interval counts again what the one before it has counted: `1.2`, then `1.2-2`. */
function numberedOnce(confirmations: readonly Owed[]): readonly Owed[] {
  const counts = new Map<string, number>()
  return confirmations.map((owed) => {
    const count = (counts.get(owed.key) ?? 0) + 1
    counts.set(owed.key, count)
    return count === 1 ? owed : { ...owed, key: `${owed.key}-${count}` }
  })
}

/**
 * Every duty of the day asked, each by the pack and the desk that govern its unrolled date; a schedule's in their order.
 * @param timelines the same facts under each regime, oldest first; the last holds on the day asked
 * @param on_register null while the person is not released: then nothing is owed
 * @law RULES §1, §4
 * @example dutiesOwed([timeline], on_register).owed.length // 2
 */
export function dutiesOwed(
  timelines: readonly [...Timeline[], Timeline],
  on_register: OnRegister | null,
): OwedDuties {
  const last = timelines[timelines.length - 1] as Timeline
  if (on_register === null) return { owed: [], abroad: abroadWith(last, []) }
  const trips = byLatest(timelines, (one) =>
    one.trips.flatMap((trip) => tripOwed(trip, one, on_register) ?? []),
  )
  const paused = timelines.map((timeline) => {
    const abroad = abroadWith(timeline, trips)
    return { from: timeline.from, timeline, abroad, pauses: pausesOf(timeline, abroad) }
  })
  const changes = byLatest(paused, ({ timeline, pauses }) =>
    timeline.changes.flatMap((change) => changeOwed(change, timeline, on_register, pauses)),
  )
  const confirmations = eachWhileItLasts(paused, ({ timeline, pauses }) =>
    confirmationsOwed(timeline, on_register, pauses),
  )
  const owed = [...trips, ...changes, ...withoutRepeats(confirmations)]
  const { abroad } = paused[paused.length - 1] as (typeof paused)[number]
  return { owed, abroad }
}
