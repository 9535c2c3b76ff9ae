// Dates and instants as whole numbers, so that a million people are counted in seconds. RULES §1.
// All dates are Pakistan dates: Asia/Karachi, five hours ahead of UTC, no summer time.

/** Days since 1 January 1970. */
export type Day = number
/** Milliseconds since 1 January 1970, 00:00 UTC. */
export type Instant = number

export const hour_ms = 3_600_000
const day_ms = 24 * hour_ms
const karachi_ms = 5 * hour_ms

const date_shape = /^\d{4}-\d{2}-\d{2}$/
const instant_shape =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

const ofParts = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / day_ms

/**
 * The day a date names; undefined when it is not a date of the calendar between the years 1000 and 9999.
 * @returns days since 1970-01-01
 * @example findDay('2025-02-29') // undefined
 */
export function findDay(iso: string): Day | undefined {
  if (!date_shape.test(iso) || iso < '1000') return undefined
  const day = dayOf(iso)
  return isoOf(day) === iso ? day : undefined
}

/**
 * The day of a date already known to be one.
 * @returns days since 1970-01-01
 * @example dayOf('1970-02-01') // 31
 */
export function dayOf(iso: string): Day {
  return ofParts(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))
}

// Every date of the register lies within a century: the texts are made once and kept.
const texts = new Map<Day, string>()

/**
 * The date of a day, as stored and printed.
 * @example isoOf(31) // '1970-02-01'
 */
export function isoOf(day: Day): string {
  const known = texts.get(day)
  if (known !== undefined) return known
  const iso = new Date(day * day_ms).toISOString().slice(0, 10)
  if (day > 0 && day < 65_536) texts.set(day, iso)
  return iso
}

/**
 * Adds calendar months; the day of the month is kept, or is the month's last. Negative months go back.
 * @law RULES §1
 * @example isoOf(addMonths(dayOf('2024-08-31'), 6)) // '2025-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * day_ms)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + months]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return ofParts(year, month, Math.min(date.getUTCDate(), last))
}

/**
 * Adds calendar years: 29 February is 28 February in other years.
 * @law RULES §1
 * @example isoOf(addYears(dayOf('2024-02-29'), 1)) // '2025-02-28'
 */
export const addYears = (day: Day, years: number): Day => addMonths(day, 12 * years)

/**
 * The day a person reaches an age: a birthday on 29 February falls on 1 March in other years.
 * @law RULES §1
 * @example birthdayOn('2004-02-29', 18) // '2022-03-01'
 */
export function birthdayOn(born_on: string, years: number): string {
  const [year, month, day] = [
    Number(born_on.slice(0, 4)),
    Number(born_on.slice(5, 7)),
    Number(born_on.slice(8)),
  ]
  return isoOf(ofParts(year + years, month, day))
}

/**
 * The instant a time with its offset names; undefined when it is not one.
 * @returns milliseconds since 1970, UTC
 * @example findInstant('2025-03-03T10:00:00') // undefined: no offset
 */
export function findInstant(iso: string): Instant | undefined {
  const date = instant_shape.exec(iso)?.[1]
  return date !== undefined && findDay(date) !== undefined ? Date.parse(iso) : undefined
}

/**
 * The Pakistan date on which an instant falls.
 * @example isoOf(dayOfInstant(Date.parse('2025-03-03T19:00:00Z'))) // '2025-03-04'
 */
export const dayOfInstant = (at: Instant): Day => Math.floor((at + karachi_ms) / day_ms)

/**
 * The instant at which a day begins in Pakistan, plus milliseconds into the day.
 * @example instantOf(0, 0) // -18_000_000
 */
export const instantOf = (day: Day, into_day_ms: number): Instant => day * day_ms - karachi_ms + into_day_ms

/**
 * An instant as Pakistan time with its offset; fractions of a second only where there are any.
 * @example isoInstant(0) // '1970-01-01T05:00:00+05:00'
 */
export function isoInstant(at: Instant): string {
  const text = new Date(at + karachi_ms).toISOString()
  return `${text.endsWith('.000Z') ? text.slice(0, -5) : text.slice(0, -1)}+05:00`
}

/** Milliseconds into the day of a time such as `08:00`. */
export const timeOfDay = (time: string): number =>
  Number(time.slice(0, 2)) * hour_ms + Number(time.slice(3)) * 60_000
