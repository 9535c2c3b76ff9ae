// A day and a time as an officer types them, Pakistan time, as one instant. RULES §1.
import { dayOf, instantOf, timeOfDay } from '../calendar/dates.ts'
import { asciiDigits } from '../text/digits.ts'

const time_shape = /^([01]?\d|2[0-3]):[0-5]\d$/

/**
 * The instant of a Pakistan day and 24-hour time; undefined when the time is none.
 * @param on a date already known to be one
 * @example instantTyped('2025-03-03', '۹:۰۵') // '2025-03-03T04:05:00.000Z'
 */
export function instantTyped(on: string, time: string): string | undefined {
  const typed = asciiDigits(time.trim())
  if (!time_shape.test(typed)) return undefined
  return new Date(instantOf(dayOf(on), timeOfDay(typed.padStart(5, '0')))).toISOString()
}
