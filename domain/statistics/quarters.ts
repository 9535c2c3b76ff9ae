/** Which quarters of the calendar are closed, and so may be counted, once. */
import { addMonths, dayOf, isoOf } from '../calendar/dates.ts'

/** Days after its end in which what belongs to a quarter is still written down; only then is it counted. Assumed. */
export const CLOSING_DAYS = 30
/** Quarters that the page shows. */
export const SHOWN_QUARTERS = 4
const QUARTER_MONTHS = 3

/**
 * The first day of the quarter that a day lies in.
 * @example quarterOf('2026-11-26') // '2026-10-01'
 */
export function quarterOf(on: string): string {
  const month = Number(on.slice(5, 7))
  const first = month - ((month - 1) % QUARTER_MONTHS)
  return `${on.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
}

/**
 * The first day of the quarter so many quarters later.
 * @example quarterAfter('2026-10-01', 1) // '2027-01-01'
 */
export const quarterAfter = (quarter_on: string, quarters: number): string =>
  isoOf(addMonths(dayOf(quarter_on), QUARTER_MONTHS * quarters))

/**
 * The last quarters that are closed on a day, the oldest first: over for at least 30 days.
 *
 * @law REGISTER-ASSUMPTIONS
 * @example closedQuarters('2026-11-26') // ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01']
 */
export function closedQuarters(today: string): string[] {
  const open = quarterOf(isoOf(dayOf(today) - CLOSING_DAYS))
  return Array.from({ length: SHOWN_QUARTERS }, (_, at) => quarterAfter(open, at - SHOWN_QUARTERS))
}

/**
 * The first days of a quarter's months.
 * @example monthsOf('2026-10-01') // ['2026-10-01', '2026-11-01', '2026-12-01']
 */
export const monthsOf = (quarter_on: string): string[] =>
  Array.from({ length: QUARTER_MONTHS }, (_, at) => isoOf(addMonths(dayOf(quarter_on), at)))
