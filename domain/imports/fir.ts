// The FIR key: station, year, serial. Printed 123/24 or 123/2024; never unique by its number alone.
import type { Cells } from './columns.ts'
import type { Note } from './note.ts'
import { folded } from './text.ts'

export type Fir = { readonly fir_station: string; readonly fir_year: number; readonly fir_number: string }
type ReadFir = { readonly [Field in keyof Fir]: Fir[Field] | null }

const first_fir_year = 1947
/** A spreadsheet's idea of 12/24: an ISO date from XLSX, Dec-24 or 1-Dec-24 from CSV. */
const became_date =
  /^\d{4}-\d{2}-\d{2}$|^(?:\d{1,2}-)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-\d{2,4}$/
const number_shape = /^(?:fir)?(?: ?no)?[.: #]*(\d{1,6}(?:-?[a-z])?)(?: ?[/\\-] ?(\d{4}|\d{2}))?$/

/** Two digits are the latest such year that is not in the future: in 2025, 24 is 2024 and 98 is 1998. */
function fullYear(digits: string, this_year: number): number {
  if (digits.length === 4) return Number(digits)
  const year = Math.floor(this_year / 100) * 100 + Number(digits)
  return year > this_year ? year - 100 : year
}

function readYear(
  column: 'fir_year' | 'fir_number',
  digits: string,
  today: string,
  note: Note,
): number | null {
  const this_year = Number(today.slice(0, 4))
  const year = /^\d{2}(\d{2})?$/.test(digits) ? fullYear(digits, this_year) : 0
  if (year >= first_fir_year && year <= this_year) return year
  note('fir_unreadable', column, digits)
  return null
}

/**
 * The FIR of the row; its year may stand in its own column, in the number, or in both if they agree.
 * @example readFir({ fir_number: '123/24' }, '2025-09-10', () => {}).fir_year // 2024
 */
export function readFir(cells: Cells, today: string, note: Note): ReadFir {
  const fir_station = cells.fir_station ?? null
  const typed = folded(cells.fir_number ?? '')
  const unread = { fir_station, fir_year: null, fir_number: null }
  if (typed === '') return unread
  const parts = number_shape.exec(typed)
  if (became_date.test(typed) || parts === null) {
    note(became_date.test(typed) ? 'fir_became_date' : 'fir_unreadable', 'fir_number', cells.fir_number)
    return unread
  }
  const [, serial = ''] = parts
  const in_number = parts[2] === undefined ? null : readYear('fir_number', parts[2], today, note)
  const stated =
    cells.fir_year === undefined ? null : readYear('fir_year', folded(cells.fir_year), today, note)
  if (in_number !== null && stated !== null && in_number !== stated)
    note('fir_years_differ', 'fir_year', `${in_number}, ${stated}`)
  if (parts[2] === undefined && cells.fir_year === undefined) note('fir_year_missing', 'fir_year')
  return {
    fir_station,
    fir_year: stated ?? in_number,
    fir_number: serial.replace('-', '').toUpperCase(),
  }
}
