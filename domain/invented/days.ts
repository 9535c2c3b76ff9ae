// Dates as day numbers (days since 1970-01-01): a generator of millions of histories adds and compares them all the time.

export const DAYS_PER_YEAR = 365.25
export const DAYS_PER_MONTH = DAYS_PER_YEAR / 12

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/**
 * The day number of an ISO date.
 * @example dayOf('1970-01-02') // 1
 */
export function dayOf(iso: string): number {
  const day = Date.parse(`${iso}T00:00:00Z`) / 86_400_000
  if (!Number.isInteger(day)) throw new RangeError(`not a date: ${iso}`)
  return day
}

/**
 * The ISO date of a day number.
 * @example isoOf(1) // '1970-01-02'
 */
export function isoOf(day: number): string {
  const { year, month, date } = partsOf(day)
  return `${year}-${pad(month, 2)}-${pad(date, 2)}`
}

/**
 * Year, month and day of the month of a day number.
 * @example partsOf(31) // { year: 1970, month: 2, date: 1 }
 */
export function partsOf(day: number): { year: number; month: number; date: number } {
  // Gregorian calendar in eras of 400 years (146,097 days) that begin on 1 March.
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const of_era = shifted - era * 146_097
  const year_of_era = Math.floor(
    (of_era - Math.floor(of_era / 1460) + Math.floor(of_era / 36_524) - Math.floor(of_era / 146_096)) / 365,
  )
  const of_year = of_era - (365 * year_of_era + Math.floor(year_of_era / 4) - Math.floor(year_of_era / 100))
  const march_month = Math.floor((5 * of_year + 2) / 153)
  const month = march_month < 10 ? march_month + 3 : march_month - 9
  return {
    year: year_of_era + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: of_year - Math.floor((153 * march_month + 2) / 5) + 1,
  }
}
