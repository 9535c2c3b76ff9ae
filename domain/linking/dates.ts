// Dates of any file as one number, year × 10,000 + month × 100 + day; parts that are not known are 0.

export type DateOrder = 'day_first' | 'month_first'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const year_first = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?:[t ].*)?$/
const year_last = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[t ].*)?$/
const month_year = /^(\d{1,2})[-/. ](\d{4})$/
const worded =
  /^(\d{1,2})?(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})[-/., ]*(?:(\d{1,2})(?:st|nd|rd|th)?[-/., ]+)?(\d{4})$/

const packed = (year: number, month: number, day: number): number =>
  month > 12 && day <= 12 ? packed(year, day, month) : year * 10_000 + month * 100 + day

/** A year of two digits lies in the hundred years that end with this one. */
const LAST_SHORT_YEAR = 30
const fullYear = (digits: string): number => {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year > LAST_SHORT_YEAR ? 1900 + year : 2000 + year
}

/**
 * A date as typed, folded to small letters and ASCII digits; 0 when it is none. Impossible days are kept as they
 * stand (31 February is a slip, and still evidence); a month above 12 is taken for the day.
 * @example packedDate('03/04/1990', 'day_first') // 19900403
 */
export function packedDate(text: string, order: DateOrder): number {
  if (/^\d{8}$/.test(text)) return eightDigits(text, order)
  if (/^\d{4}$/.test(text)) return Number(text) * 10_000
  const first = year_first.exec(text)
  if (first) return packed(Number(first[1]), Number(first[2]), Number(first[3] ?? 0))
  const last = year_last.exec(text)
  if (last) return numbered(Number(last[1]), Number(last[2]), fullYear(last[3] ?? ''), order)
  const short = month_year.exec(text)
  if (short) return packed(Number(short[2]), Number(short[1]), 0)
  const words = worded.exec(text)
  if (!words) return 0
  const month = months.indexOf((words[2] ?? '').slice(0, 3)) + 1
  return month === 0 ? 0 : packed(Number(words[4]), month, Number(words[1] ?? words[3] ?? 0))
}

const numbered = (one: number, two: number, year: number, order: DateOrder): number =>
  order === 'day_first' ? packed(year, two, one) : packed(year, one, two)

/** Eight digits are year first when that gives a year people live in, otherwise year last. */
function eightDigits(text: string, order: DateOrder): number {
  const year = Number(text.slice(0, 4))
  if (year >= 1800 && year <= 2200) return packed(year, Number(text.slice(4, 6)), Number(text.slice(6)))
  return numbered(Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4)), order)
}

/**
 * Whether the dates of a column put the day or the month first: the first that cannot be the other decides most.
 * @example dateOrder(['12/31/1990', '01/02/1991']) // 'month_first'
 */
export function dateOrder(texts: Iterable<string>): DateOrder {
  let balance = 0
  for (const text of texts) {
    const [, one, two] = year_last.exec(text) ?? []
    if (Number(one) > 12) balance++
    if (Number(two) > 12) balance--
  }
  return balance < 0 ? 'month_first' : 'day_first'
}

/**
 * Days since 1970 of a packed date, parts not known taken as the middle; only for telling how far dates are apart.
 * @example daysOf(19700102) // 1
 */
export function daysOf(date: number): number {
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100 || 7, date % 100 || 15]
  const shifted = month > 2 ? year : year - 1
  const of_year = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return shifted * 365 + leaps + of_year - 719_468
}
