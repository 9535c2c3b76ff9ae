// The dates of one row, and what they must be to each other.
import type { Cells } from './columns.ts'
import { readDate, yearsBetween } from './dates.ts'
import type { Note } from './note.ts'
import { folded } from './text.ts'

type Day = 'born_on' | 'offence_on' | 'judgment_on'
export type Days = Readonly<Record<Day, string | null>>

/** Years by which a stated age may miss the date of birth: ages in judgments are rounded. */
const age_tolerance_years = 2

/**
 * A day of the past, not before 1900.
 * @example readDay('born_on', { born_on: '11/02/1988' }, '2025-09-10', () => {}) // '1988-02-11'
 */
export function readDay(column: Day, cells: Cells, today: string, note: Note): string | null {
  const typed = cells[column]
  if (typed === undefined) return null
  const { on, code } = readDate(typed)
  if (code) note(code, column, typed)
  if (on !== null && on > today) note('date_in_future', column, on)
  if (on !== null && on < '1900-01-01') note('date_too_early', column, on)
  return on
}

/**
 * The age in years on the day of the judgment: 7 to 110, words such as "about" and "years" aside.
 * @example readAge({ age_years: '36 years' }, () => {}) // 36
 */
export function readAge({ age_years }: Cells, note: Note): number | null {
  if (age_years === undefined) return null
  const age = Number(
    /^(?:about |approx\.? |تقریبا )?(\d{1,3})(?:\.0+)?(?: ?(?:years?|yrs?|y|سال|برس))?\.?$/u.exec(
      folded(age_years),
    )?.[1],
  )
  if (age >= 7 && age <= 110) return age
  note('age_unreadable', 'age_years', age_years)
  return null
}

/**
 * Birth before offence, offence not after judgment; a child offender and a wrong age are pointed out.
 * @example checkDays({ born_on: null, offence_on: null, judgment_on: null }, null, () => {}) // undefined
 */
export function checkDays(
  { born_on, offence_on, judgment_on }: Days,
  age_years: number | null,
  note: Note,
): void {
  if (offence_on && judgment_on && judgment_on < offence_on) note('judged_before_offence', 'judgment_on')
  if (born_on && offence_on && born_on >= offence_on) {
    note('born_after_offence', 'born_on')
    return
  }
  if (born_on && judgment_on && age_years !== null) {
    const misses_by = Math.abs(yearsBetween(born_on, judgment_on) - age_years)
    if (misses_by > age_tolerance_years) note('age_disagrees', 'age_years')
  }
  const age_at_offence = ageAtOffence({ born_on, offence_on, judgment_on }, age_years)
  if (age_at_offence !== null && age_at_offence < 18) note('under_18', born_on ? 'born_on' : 'age_years')
}

/** From the date of birth; without it, the stated age less the whole years from offence to judgment. */
function ageAtOffence({ born_on, offence_on, judgment_on }: Days, age_years: number | null): number | null {
  if (offence_on === null) return null
  if (born_on) return yearsBetween(born_on, offence_on)
  return age_years === null || judgment_on === null ? null : age_years - yearsBetween(offence_on, judgment_on)
}

/**
 * The FIR follows the offence and precedes the judgment; both are years, so the same year always passes.
 * @example checkFirYear(2023, { born_on: null, offence_on: '2023-05-01', judgment_on: null }, () => {}) // undefined
 */
export function checkFirYear(fir_year: number | null, { offence_on, judgment_on }: Days, note: Note): void {
  if (fir_year === null) return
  if (judgment_on && fir_year > Number(judgment_on.slice(0, 4))) note('fir_after_judgment', 'fir_number')
  if (offence_on && fir_year < Number(offence_on.slice(0, 4))) note('fir_before_offence', 'fir_number')
}
