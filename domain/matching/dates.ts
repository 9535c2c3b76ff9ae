// Births known as a day, a year or an age: how far apart they can be, and whether a slip explains it.
import type { Birth, RowCode } from './evidence.ts'

type BirthCode = Extract<RowCode, `birth_${string}`>
/** Stated ages are round: people say 40 for 38 to 43. */
const AGE_IS_ROUND = 2
const NEAR_YEARS = 2
const OFF_YEARS = 5

/** Years in which somebody can have been born, first and last. */
function yearsOf(birth: Birth): readonly [first: number, last: number] {
  if (birth.kind === 'day') return [Number(birth.on.slice(0, 4)), Number(birth.on.slice(0, 4))]
  if (birth.kind === 'year') return [birth.year, birth.year]
  const latest = Number(birth.on.slice(0, 4)) - birth.years
  return [latest - 1 - AGE_IS_ROUND, latest + AGE_IS_ROUND]
}

/** Years between two births at the least: 0 where they may be the same year. */
export function yearsApart(one: Birth, other: Birth): number {
  const [a_first, a_last] = yearsOf(one)
  const [b_first, b_last] = yearsOf(other)
  return Math.max(0, a_first - b_last, b_first - a_last)
}

/** Day and month changed over, or one of day, month, year another in one digit. */
function isDaySlip(one: string, other: string): boolean {
  const [a_year, a_month, a_day] = one.split('-')
  const [b_year, b_month, b_day] = other.split('-')
  if (a_year === b_year && a_month === b_day && a_day === b_month) return true
  return [...one].filter((digit, at) => digit !== other[at]).length === 1
}

/**
 * How two births agree, as exactly as both are known: an age says less than a year, a year less than a day.
 * @example compareBirths({ kind: 'year', year: 1986 }, { kind: 'age', years: 40, on: '2026-11-01' }) // 'birth_age_fits'
 */
export function compareBirths(one: Birth, other: Birth): BirthCode {
  const apart = yearsApart(one, other)
  const far = apart <= NEAR_YEARS ? 'near' : apart <= OFF_YEARS ? 'off' : 'apart'
  if (one.kind === 'age' || other.kind === 'age') return apart === 0 ? 'birth_age_fits' : `birth_age_${far}`
  if (one.kind === 'year' || other.kind === 'year')
    return apart === 0 ? 'birth_year_same' : `birth_year_${far}`
  if (one.on === other.on) return 'birth_day_same'
  if (isDaySlip(one.on, other.on)) return 'birth_day_slip'
  return apart === 0 ? 'birth_day_year' : `birth_day_${far}`
}
