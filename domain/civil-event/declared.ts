// Whether a change of name that the civil register tells of was told by the person himself.
import { dayOf } from '../calendar/dates.ts'

/** Days by which the day told and the day in the civil register may differ; assumed. */
const MOST_DAYS_APART = 31

/**
 * Whether one of the changes that are recorded is the one that happened on a day.
 * @param happened_on Pakistan day, as the civil register gives it
 * @param changed_on the days of the changes of name that are recorded already
 * @example isDeclared('2026-03-10', ['2026-03-01']) // true
 */
export const isDeclared = (happened_on: string, changed_on: readonly string[]): boolean =>
  changed_on.some((on) => Math.abs(dayOf(on) - dayOf(happened_on)) <= MOST_DAYS_APART)
