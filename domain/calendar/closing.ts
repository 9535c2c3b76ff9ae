// What may be recorded of closed desks and outages, and what a closed desk that is struck out leaves standing.
// RULES §1; docs/decisions/0037. Dates as ISO days, which sort as they stand.
import { dayOf, isoOf } from './dates.ts'

export const CLOSED_DESK_CAUSES = ['holiday', 'strike', 'flood', 'security', 'election', 'other'] as const
export type ClosedDeskCause = (typeof CLOSED_DESK_CAUSES)[number]

/** What an officer may give as the cause of an outage; `system` is the register's own to say. */
export const OUTAGE_CAUSES = ['power', 'line', 'other'] as const
export type OutageCause = (typeof OUTAGE_CAUSES)[number] | 'system'

/** How far back a closure may be recorded, in days; assumed. The Bureau may go back a year. */
const BACK_DAYS = { station: 31, bureau: 366 } as const
/** The longest closure that one act may record, in days; assumed. */
const LONGEST_DAYS = { station: 31, bureau: 92 } as const
/** How far ahead a closed desk may be announced, in days; assumed. */
const AHEAD_DAYS = 366
/** Days ahead that stay closed when a closed desk is struck out: the first reminder goes out as long before. Assumed. */
export const PROTECTED_DAYS = 14

export interface Closing {
  readonly from_on: string
  /** First day open again. */
  readonly to_on: string
}
type Recorder = keyof typeof BACK_DAYS

const after = (day: string, days: number): string => isoOf(dayOf(day) + days)

/**
 * Why these days may not be recorded as closed; undefined when they may.
 * @param today Pakistan day  @param by who records: a station only of late and for a month
 * @law RULES §1 (half-open); the limits are assumed
 * @example closingFault({ from_on: '2025-09-03', to_on: '2025-09-03' }, '2025-09-03', 'station') // { field: 'to_on', code: 'calendar.fault.order' }
 */
export function closingFault(
  { from_on, to_on }: Closing,
  today: string,
  by: Recorder,
): { field: 'from_on' | 'to_on'; code: string; values?: { count: number } } | undefined {
  if (to_on <= from_on) return { field: 'to_on', code: 'calendar.fault.order' }
  if (from_on < after(today, -BACK_DAYS[by]))
    return { field: 'from_on', code: 'calendar.fault.too_far_back', values: { count: BACK_DAYS[by] } }
  if (from_on > after(today, AHEAD_DAYS))
    return { field: 'from_on', code: 'calendar.fault.too_far_ahead', values: { count: AHEAD_DAYS } }
  if (to_on > after(from_on, LONGEST_DAYS[by]))
    return { field: 'to_on', code: 'calendar.fault.too_long', values: { count: LONGEST_DAYS[by] } }
  return undefined
}

/**
 * What is left of a closed desk that is struck out today: every day up to 14 days from now stays closed, because
 * somebody may have been told a date that rests on it. Null: nothing is left. Undefined: all of it is, so that
 * striking it out would change nothing.
 * @law RULES §1; docs/decisions/0037 (a date already told is not made earlier)
 * @example leftOf({ from_on: '2025-09-01', to_on: '2025-12-01' }, '2025-09-03') // { from_on: '2025-09-01', to_on: '2025-09-18' }
 */
export function leftOf({ from_on, to_on }: Closing, today: string): Closing | null | undefined {
  const kept_until = after(today, PROTECTED_DAYS + 1)
  if (to_on <= kept_until) return undefined
  return from_on < kept_until ? { from_on, to_on: kept_until } : null
}

/**
 * Why an outage may not be recorded so; undefined when it may. Times are milliseconds since 1970; null while it lasts.
 * @law RULES §1; the limits are assumed
 * @example outageFault({ from: 2000, to: 1000 }, { now: 3000, by: 'station' }) // { field: 'to_time', code: 'calendar.fault.order' }
 */
export function outageFault(
  { from, to }: { from: number; to: number | null },
  { now, by }: { now: number; by: Recorder },
): { field: 'from_on' | 'from_time' | 'to_time'; code: string; values?: { count: number } } | undefined {
  if (from > now) return { field: 'from_time', code: 'in_future' }
  if (from < now - BACK_DAYS[by] * 86_400_000)
    return { field: 'from_on', code: 'calendar.fault.too_far_back', values: { count: BACK_DAYS[by] } }
  if (to === null) return undefined
  if (to > now) return { field: 'to_time', code: 'in_future' }
  return to <= from ? { field: 'to_time', code: 'calendar.fault.order' } : undefined
}

/**
 * Why an open outage may not be ended then; undefined when it may. A day that has passed stays as the register showed
 * it, so that nobody becomes late by what is typed in afterwards: the end lies today.
 * @param day_begins the begin of today in Pakistan  @law docs/decisions/0037
 * @example endFault({ from: 0, to: 50 }, { now: 100, day_begins: 60 }) // { field: 'to_time', code: 'calendar.fault.before_today' }
 */
export function endFault(
  { from, to }: { from: number; to: number },
  { now, day_begins }: { now: number; day_begins: number },
): { field: 'to_time'; code: string } | undefined {
  if (to > now) return { field: 'to_time', code: 'in_future' }
  if (to < day_begins) return { field: 'to_time', code: 'calendar.fault.before_today' }
  return to <= from ? { field: 'to_time', code: 'calendar.fault.order' } : undefined
}
