// Dates as people type them in Pakistan: the day first, always. What could be read two ways is refused.
import type { ProblemCode } from './problems.ts'
import { folded } from './text.ts'

/** A date, and a reason when it was refused (no date) or is doubtful (a date and a warning). */
export type ReadDate = { readonly on: string | null; readonly code: ProblemCode | null }

const months = [
  ['jan', 'january', 'جنوری'],
  ['feb', 'february', 'فروری'],
  ['mar', 'march', 'مارچ'],
  ['apr', 'april', 'اپریل'],
  ['may', 'مئی', 'می', 'مییی'],
  ['jun', 'june', 'جون'],
  ['jul', 'july', 'جولائی', 'جولایی'],
  ['aug', 'august', 'اگست'],
  ['sep', 'sept', 'september', 'ستمبر'],
  ['oct', 'october', 'اکتوبر'],
  ['nov', 'november', 'نومبر'],
  ['dec', 'december', 'دسمبر'],
]
const month_of = new Map(
  months.flatMap((words, index) => words.map((word) => [folded(word), index + 1] as const)),
)

const year_first = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?z?)?$/
const day_first = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/
const month_in_words = /^(\d{1,2})[ -]?([\p{L}]+)[ ,-]*(\d{4})$/u
const two_digit_year = /^\d{1,2}[-/. ](?:\d{1,2}|[\p{L}]+)[-/. ]\d{2}$/u
const serial_shape = /^\d{5}(?:\.\d+)?$/

/** Spreadsheet days that a bare number may stand for: 1 Jan 1927 (9863) to 31 Dec 2099 (73050). */
const serial_from = 9863
const serial_to = 73050

const isoOf = (year: number, month: number, day: number): string | null => {
  const last_day = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0
  if (day < 1 || day > last_day) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * The date a spreadsheet means by a day number; its clock time is dropped. Day 60 of the 1900 system is the
 * 29 Feb 1900 that never was.
 * @param serial days since the start of the system  @param is_1904 whether the workbook counts from 1904
 * @example fromExcelSerial(45334) // '2024-02-12'
 */
export function fromExcelSerial(serial: number, is_1904 = false): string | null {
  const day = Math.floor(serial)
  if (day < (is_1904 ? 0 : 1) || day > 2_958_465 || (day === 60 && !is_1904)) return null
  const epoch = is_1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day > 60 ? 30 : 31)
  return new Date(epoch + day * 86_400_000).toISOString().slice(0, 10)
}

function fromNumbers(text: string): ReadDate | null {
  const iso = year_first.exec(text)
  if (iso) {
    const on = isoOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    return { on, code: on ? null : 'date_unreadable' }
  }
  const local = day_first.exec(text)
  if (!local) return null
  const [first, second, year] = [Number(local[1]), Number(local[3]), Number(local[4])]
  const on = isoOf(year, second, first)
  if (on) return { on, code: null }
  return { on: null, code: isoOf(year, first, second) ? 'date_month_first' : 'date_unreadable' }
}

/**
 * Reads a date: ISO, dd/mm/yyyy (also with - or .), '12 Feb 2024', '12 فروری 2024', or a spreadsheet's day
 * number, which is doubtful. A year of two digits is refused: 24 may be 1924 in a date of birth.
 * @example readDate('۱۲/۰۲/۲۰۲۴').on // '2024-02-12'
 */
export function readDate(typed: string): ReadDate {
  const text = folded(typed)
  const numeric = fromNumbers(text)
  if (numeric) return numeric
  const worded = month_in_words.exec(text)
  if (worded) {
    const on = isoOf(Number(worded[3]), month_of.get(worded[2] ?? '') ?? 0, Number(worded[1]))
    return { on, code: on ? null : 'date_unreadable' }
  }
  if (two_digit_year.test(text)) return { on: null, code: 'date_two_digit_year' }
  if (!serial_shape.test(text) || Number(text) < serial_from || Number(text) > serial_to) {
    return { on: null, code: 'date_unreadable' }
  }
  return { on: fromExcelSerial(Number(text)), code: 'date_from_serial' }
}

/**
 * Whole years from one date to another; a birthday on 29 Feb falls on 1 Mar in other years.
 * @returns years
 * @example yearsBetween('2006-02-11', '2024-02-10') // 17
 */
export function yearsBetween(from_on: string, to_on: string): number {
  const years = Number(to_on.slice(0, 4)) - Number(from_on.slice(0, 4))
  return to_on.slice(5) < from_on.slice(5) ? years - 1 : years
}

export type CustodyInterval = {
  readonly from_on: string
  readonly to_on: string | null
  /** The district where he was held; left out or null where nobody said. */
  readonly held_district_id?: string | null
}

const between = /\s*(?:\.{2,}|…|–|—|\bto\b|\btill\b|\buntil\b|سے|تا|تک)\s*/u
const still_running = /^(?:till date|to date|date|present|now|ongoing|continuing|جاری|تاحال|حال)?$/

function readInterval(typed: string): CustodyInterval | 'custody_unreadable' | 'custody_backwards' {
  const [from = '', ...rest] = folded(typed).split(between)
  const to = rest.filter((part) => part !== '').join(' ')
  const from_on = readDate(from).on
  if (from_on === null || rest.length === 0) return 'custody_unreadable'
  if (still_running.test(to)) return { from_on, to_on: null }
  const to_on = readDate(to).on
  if (to_on === null) return 'custody_unreadable'
  return to_on < from_on ? 'custody_backwards' : { from_on, to_on }
}

/**
 * Reads intervals of custody, half-open: the day of release is not in custody.
 * @returns the intervals in the order typed, and the parts that could not be read with their reason
 * @example readCustody('2024-02-12..2025-03-03; 2026-01-01..').intervals.length // 2
 */
export function readCustody(typed: string) {
  const intervals: CustodyInterval[] = []
  const refused: { code: ProblemCode; part: string }[] = []
  for (const part of typed.split(/[;؛\n]/)) {
    if (part.trim() === '') continue
    const interval = readInterval(part)
    if (typeof interval === 'string') refused.push({ code: interval, part: part.trim() })
    else intervals.push(interval)
  }
  return { intervals, refused }
}
