// The days of a screen of the calendar. Weeks begin on Monday: desks are open from Monday to Saturday.
import { addMonths, dayOf, isoOf } from './dates.ts'

const WEEK_DAYS = 7
/** Day 4 since 1970 was a Monday. */
const mondayOf = (day: number): number => day - ((((day - 4) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS)

export interface Span {
  readonly days: readonly string[]
  /** A day of the span before and of the one after, to turn the page by. */
  readonly previous_on: string
  readonly next_on: string
}

const daysFrom = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => isoOf(from + at))

/**
 * The week that holds a day, Monday to Sunday.
 * @law RULES §1 (working days)
 * @example weekOf('2025-09-03').days[0] // '2025-09-01'
 */
export function weekOf(on: string): Span {
  const monday = mondayOf(dayOf(on))
  return {
    days: daysFrom(monday, WEEK_DAYS),
    previous_on: isoOf(monday - WEEK_DAYS),
    next_on: isoOf(monday + WEEK_DAYS),
  }
}

/**
 * The whole weeks that hold the month of a day.
 * @law RULES §1 (working days)
 * @example monthOf('2025-09-03').days.length // 35
 */
export function monthOf(on: string): Span {
  const first = dayOf(`${on.slice(0, 7)}-01`)
  const after = addMonths(first, 1)
  const from = mondayOf(first)
  const weeks = Math.ceil((after - from) / WEEK_DAYS)
  return {
    days: daysFrom(from, weeks * WEEK_DAYS),
    previous_on: isoOf(addMonths(first, -1)),
    next_on: isoOf(after),
  }
}
