// Could the person have come? Was the desk open, and the system up, on the day and in the time before it. DESIGN §7.
import {
  type Day,
  dayOf,
  dayOfInstant,
  hour_ms,
  type Instant,
  instantAt,
  instantOf,
  isoOf,
  timeOfDay,
} from '../calendar/dates.ts'
import { deskOf } from '../calendar/desk.ts'
import { anyHolds, intervalsOf, merged, open_end } from '../calendar/intervals.ts'
import type { Duty } from '../duty/evaluate.ts'
import type { ChangeFact } from '../duty/facts.ts'
import type { DeskPeriod } from '../duty/timeline.ts'
import { type Found, fail, type GateFacts, pass } from './check.ts'
import type { Lapse } from './lapse.ts'

const minute_ms = 60_000
const day_ms = 86_400_000

/** One working day of the window, with the part of its desk hours that lies in it. */
interface OpenDay {
  readonly day: Day
  readonly from: Instant
  readonly to: Instant
  readonly desk: DeskPeriod
}

/** The time in which the person could have done it, up to the deadline. */
function windowOf({ duty, key, due_at }: Duty, { due_on }: Lapse, { facts, pack, terms }: GateFacts) {
  if (due_at !== undefined) {
    const to = instantAt(due_at)
    return { from: to - terms.advance_window_hours.value * hour_ms, to }
  }
  const { values } = pack
  const due = dayOf(due_on)
  const to = instantOf(due, day_ms)
  if (duty === 'confirm_in_person') return { from: instantOf(due - values.confirm_window_days.value, 0), to }
  if (duty === 'notify_travel_abroad')
    return { from: instantOf(due - values.notify_travel_abroad_days.value, 0), to }
  const days =
    values[duty === 'notify_name_change' ? 'notify_name_change_days' : 'notify_address_change_days']
  const { on } = facts.changes.find(({ change_id }) => change_id === key) as ChangeFact
  return { from: instantOf(Math.max(dayOf(on), due - days.value), 0), to }
}

/** Who owned him on that day; the first owner had him before as well. */
const deskOn = (day: Day, desks: readonly DeskPeriod[]): DeskPeriod =>
  desks.findLast(({ from_on }) => from_on === null || dayOf(from_on) <= day) ?? (desks[0] as DeskPeriod)

/** The days of the window on which a desk is open by the calendar, whatever happened on them. */
function workingDays(duty: Duty, lapse: Lapse, given: GateFacts): readonly OpenDay[] {
  const { from, to } = windowOf(duty, lapse, given)
  const { opens, closes } = given.pack.values.desk_hours.value
  const calendar = deskOf(given.pack, [], [])
  const days: OpenDay[] = []
  for (let day = dayOfInstant(from); day <= dayOfInstant(to - 1); day += 1) {
    const start = Math.max(from, instantOf(day, timeOfDay(opens)))
    const end = Math.min(to, instantOf(day, timeOfDay(closes)))
    if (start >= end || calendar.closure(day) !== undefined) continue
    days.push({ day, from: start, to: end, desk: deskOn(day, given.desks) })
  }
  return days
}

/**
 * Whether the desk of his station received people on every working day of the window.
 * @example deskChecked(duty, lapse, given).code // 'open'
 */
export function deskChecked(duty: Duty, lapse: Lapse, given: GateFacts): Found {
  const days = workingDays(duty, lapse, given)
  const [first] = days
  if (first === undefined) return fail('no_open_day', { due_on: lapse.due_on })
  const closed = days.find(({ day, desk }) => anyHolds(intervalsOf(desk.closed_desks), day))
  if (closed) return fail('closed', { day: isoOf(closed.day) })
  return pass('open', { from: isoOf(first.day), to: isoOf((days.at(-1) as OpenDay).day), count: days.length })
}

const minutesDown = ({ from, to, desk }: OpenDay): number => {
  const outages = merged(
    desk.outages.map(({ from_at, to_at }) => ({
      from: instantAt(from_at),
      to: to_at === null ? open_end : instantAt(to_at),
    })),
  )
  const down = outages.map((outage) => Math.max(0, Math.min(to, outage.to) - Math.max(from, outage.from)))
  return down.reduce((sum, ms) => sum + ms, 0) / minute_ms
}

/**
 * Whether the register could be written to in the desk hours of the window, but for short gaps.
 * @law law/enforcement.json `outage_minutes`
 * @example systemChecked(duty, lapse, given).passes // true
 */
export function systemChecked(duty: Duty, lapse: Lapse, given: GateFacts): Found {
  const days = workingDays(duty, lapse, given)
  const most = given.terms.outage_minutes.value
  // An outage that leaves less than that of a day's hours leaves nothing to speak of.
  const down = days.find((day) => minutesDown(day) >= Math.min(most, (day.to - day.from) / minute_ms))
  if (down) return fail('down', { day: isoOf(down.day), minutes: Math.floor(minutesDown(down)) })
  return pass('up', { minutes: most })
}
