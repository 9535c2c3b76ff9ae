// Half-open intervals of days: the first day belongs, the last does not; no last day means open. RULES §1.
import { type Day, dayOf } from './dates.ts'

export interface Interval {
  readonly from: Day
  /** The first day outside; Infinity while open. */
  readonly to: Day
}

/** The end of an interval that is still open: later than any day. */
export const open_end = Number.POSITIVE_INFINITY

/**
 * Joins intervals of one kind that overlap or touch, and drops empty ones.
 * @param gap_ends_by the first day on which another interval no longer joins one that ended on `to`;
 *   without it, only overlapping and touching ones join
 * @law RULES §1
 * @example merged([{ from: 5, to: 8 }, { from: 1, to: 5 }, { from: 9, to: 9 }]) // [{ from: 1, to: 8 }]
 */
export function merged(
  intervals: readonly Interval[],
  gap_ends_by = (to: Day) => to + 1,
): readonly Interval[] {
  if (intervals.length === 0) return intervals
  const joined: Interval[] = []
  const ordered = intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)
  for (const interval of ordered) {
    const last = joined.at(-1)
    if (last === undefined || interval.from >= gap_ends_by(last.to)) joined.push(interval)
    else if (interval.to > last.to) joined[joined.length - 1] = { from: last.from, to: interval.to }
  }
  return joined
}

/**
 * Whether the interval holds the day.
 * @example holds({ from: 1, to: 5 }, 5) // false
 */
export const holds = ({ from, to }: Interval, day: Day): boolean => from <= day && day < to

/** An interval as stored: `to_on` is the first date outside, null while it is open. */
export interface DatedInterval {
  readonly from_on: string
  readonly to_on: string | null
}

/**
 * Intervals of one kind as days, joined.
 * @example intervalsOf([{ from_on: '1970-01-02', to_on: null }]) // [{ from: 1, to: Infinity }]
 */
export function intervalsOf(dated: readonly DatedInterval[]): readonly Interval[] {
  if (dated.length === 0) return []
  return merged(
    dated.map(({ from_on, to_on }) => ({
      from: dayOf(from_on),
      to: to_on === null ? open_end : dayOf(to_on),
    })),
  )
}

/**
 * Whether one of them holds the day.
 * @example anyHolds([{ from: 1, to: 5 }], 4) // true
 */
export const anyHolds = (intervals: readonly Interval[], day: Day): boolean =>
  intervals.some((interval) => holds(interval, day))
