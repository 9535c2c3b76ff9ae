// The printed number of a record: NSOR-<year>-<serial>, the serial in six digits.
import { asciiDigits } from '../text/digits.ts'

/** The first year of entries; no record number is older. */
export const FIRST_YEAR = 2024
const SERIAL_DIGITS = 6
const GAP = '[\\s\\p{Pd}\\u2212/.]*'
const NUMBERED = new RegExp(
  `^(?:NSOR)${GAP}(\\d{4})${GAP}(\\d{1,9})$|^(\\d{4})[\\s]*[\\p{Pd}\\u2212][\\s]*(\\d{1,9})$`,
  'u',
)
const SERIAL_ALONE = new RegExp(`^(?:NSOR${GAP})?(\\d{1,9})$`, 'u')

/**
 * The printed form of a serial and its year.
 * @example recordNumber(2026, 123) // 'NSOR-2026-000123'
 */
export const recordNumber = (year: number, serial: number): string =>
  `NSOR-${year}-${String(serial).padStart(SERIAL_DIGITS, '0')}`

/**
 * The record numbers that may be meant: one when the year is given; for a serial alone one for each year of the
 * register, newest first (serials run through the years, so at most one of them exists). Empty: not understood.
 * @example readRecordNumber('nsor 2026 ۱۲۳', 2026) // ['NSOR-2026-000123']
 */
export function readRecordNumber(typed: string, this_year: number): readonly string[] {
  const plain = asciiDigits(typed.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toUpperCase()
  const numbered = NUMBERED.exec(plain)
  if (numbered) return [recordNumber(Number(numbered[1] ?? numbered[3]), Number(numbered[2] ?? numbered[4]))]
  const alone = SERIAL_ALONE.exec(plain)
  if (!alone) return []
  const years = Array.from({ length: Math.max(1, this_year - FIRST_YEAR + 1) }, (_, back) => this_year - back)
  return years.map((year) => recordNumber(year, Number(alone[1])))
}
