// Days on which a desk is open, and rolling a date to one. RULES §1.
import type { Pack, Weekday } from '../../law/packs.ts'
import { type Day, type Instant, instantOf, isoOf, timeOfDay } from './dates.ts'
import { anyHolds, type Interval, merged } from './intervals.ts'

/** Why a day is not a working day. */
export type Closure = 'closed_weekday' | 'holiday' | 'closed_desk' | 'outage'

export interface Desk {
  /** Why the desk is closed that day; undefined on a working day. */
  readonly closure: (day: Day) => Closure | undefined
}

// 1 January 1970 was a Thursday.
const weekdays: readonly Weekday[] = [
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
]
/** Days a date may move forward in search of a working day. */
const roll_limit_days = 366

type DayClosure = (day: Day) => Closure | undefined
const calendars = new WeakMap<Pack, DayClosure>()

/** The closures that hold for every desk; each day is looked up once for all cases. */
function calendarOf(pack: Pack): DayClosure {
  const known = calendars.get(pack)
  if (known) return known
  const { closed_weekdays, holidays } = pack.values
  const is_closed = weekdays.map((weekday) => closed_weekdays.value.includes(weekday))
  const days_off = new Set(holidays.value)
  const found = new Map<Day, Closure | undefined>()
  const calendar = (day: Day): Closure | undefined => {
    if (found.has(day)) return found.get(day)
    const weekday = ((day % 7) + 7) % 7
    const holiday = days_off.has(isoOf(day).slice(5)) ? 'holiday' : undefined
    const closure = is_closed[weekday] ? 'closed_weekday' : holiday
    found.set(day, closure)
    return closure
  }
  calendars.set(pack, calendar)
  return calendar
}

/** An outage in milliseconds; Infinity while it lasts. */
export interface Outage {
  readonly from: Instant
  readonly to: Instant
}

/**
 * The desk of a station: the pack's calendar, its closed days, and outages taken together.
 * @law RULES §1
 * @example deskOf(defaultPack(), [], []).closure(dayOf('2025-09-07')) // 'closed_weekday'
 */
export function deskOf(pack: Pack, closed_desks: readonly Interval[], outages: readonly Outage[]): Desk {
  const calendar = calendarOf(pack)
  if (closed_desks.length === 0 && outages.length === 0) return { closure: calendar }
  const { opens, closes } = pack.values.desk_hours.value
  const [open_ms, close_ms] = [timeOfDay(opens), timeOfDay(closes)]
  // Touching outages are one: together they may cover hours that neither covers alone.
  const down = merged(outages)
  const isDown = (day: Day) =>
    down.some(({ from, to }) => from <= instantOf(day, open_ms) && instantOf(day, close_ms) <= to)
  return {
    closure: (day) =>
      calendar(day) ??
      (anyHolds(closed_desks, day) ? 'closed_desk' : undefined) ??
      (isDown(day) ? 'outage' : undefined),
  }
}

/** Where rolling ended, and why it could not stay; `to` is null when no working day was found. */
export interface Rolled {
  readonly to: Day | null
  readonly closure: Closure | undefined
}

/**
 * Rolls an *after* deadline: the first working day among the date and the 366 days after it.
 * @law RULES §1
 * @example rollForward(dayOf('2025-09-07'), plainDesk).to // dayOf('2025-09-08')
 */
export function rollForward(day: Day, desk: Desk): Rolled {
  const closure = desk.closure(day)
  for (let to = day; to <= day + roll_limit_days; to += 1) {
    if (desk.closure(to) === undefined) return { to, closure }
  }
  return { to: null, closure }
}

/**
 * Rolls a *before* deadline: the first working day from the date to the day before departure; with none, the
 * date itself.
 * @law RULES §1
 * @example rollBeforeDeparture(dayOf('2025-09-07'), dayOf('2025-09-08'), plainDesk).to // dayOf('2025-09-07')
 */
export function rollBeforeDeparture(
  day: Day,
  departs: Day,
  desk: Desk,
): { to: Day; closure: Closure | undefined } {
  const closure = desk.closure(day)
  for (let to = day; to < departs; to += 1) {
    if (desk.closure(to) === undefined) return { to, closure }
  }
  return { to: day, closure }
}
