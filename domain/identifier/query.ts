// What was typed into the one box of a look-up: which kind of number it is, in its canonical spelling.
import { canonicalCnic, canonicalPassport } from './document.ts'
import { type FirKey, readFirKey } from './fir-key.ts'
import { readRecordNumber } from './record-number.ts'

export const LOOKUP_KINDS = ['cnic', 'passport', 'record_number', 'fir'] as const
export type LookupKind = (typeof LOOKUP_KINDS)[number]

export type LookupKey =
  | { readonly kind: 'cnic' | 'passport'; readonly number: string }
  | { readonly kind: 'record_number'; readonly numbers: readonly string[] }
  | { readonly kind: 'fir'; readonly fir: FirKey }

const READERS: Readonly<Record<LookupKind, (typed: string, this_year: number) => LookupKey | undefined>> = {
  cnic(typed) {
    const number = canonicalCnic(typed)
    return number === undefined ? undefined : { kind: 'cnic', number }
  },
  passport(typed) {
    const number = canonicalPassport(typed)
    return number === undefined ? undefined : { kind: 'passport', number }
  },
  record_number(typed, this_year) {
    const numbers = readRecordNumber(typed, this_year)
    return numbers.length === 0 ? undefined : { kind: 'record_number', numbers }
  },
  fir(typed, this_year) {
    const fir = readFirKey(typed, this_year)
    return fir && { kind: 'fir', fir }
  },
}

/**
 * The number that was typed: of the kind named, or of the only kind whose shape it has. The shapes exclude one
 * another: 13 digits, two letters and 7 digits, NSOR or a bare serial, a stroke with a station's name.
 * @param this_year of the day asked, for numbers that leave the year out
 * @returns undefined when it is no such number
 * @example readQuery(undefined, '۹۱۲۳۴-۵۶۷۸۹۰۱-۳', 2026)?.kind // 'cnic'
 */
export function readQuery(
  kind: LookupKind | undefined,
  typed: string,
  this_year: number,
): LookupKey | undefined {
  if (kind !== undefined) return READERS[kind](typed, this_year)
  for (const one of LOOKUP_KINDS) {
    const key = READERS[one](typed, this_year)
    if (key) return key
  }
  return undefined
}
