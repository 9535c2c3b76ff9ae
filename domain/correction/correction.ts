// What may be corrected of a person, and the form in which the new value is kept.
import { canonicalCnic, canonicalPassport } from '../identifier/document.ts'
import { asciiDigits } from '../text/digits.ts'

export const CORRECTABLE = [
  'name',
  'father',
  'alias',
  'cnic',
  'passport',
  'born_on',
  'sex',
  'address',
] as const
export type Correctable = (typeof CORRECTABLE)[number]

/** Which rows hold a field: each correction is a new row of these, and the old one is marked as replaced. */
export type VersionOf = 'person_name' | 'person_document' | 'person_detail' | 'person_address'
export const VERSION_OF: Readonly<Record<Correctable, VersionOf>> = {
  name: 'person_name',
  father: 'person_name',
  alias: 'person_name',
  cnic: 'person_document',
  passport: 'person_document',
  born_on: 'person_detail',
  sex: 'person_detail',
  address: 'person_address',
}

export type Corrected = { readonly value: string } | { readonly fault: CorrectionFault }
export type CorrectionFault =
  | 'no_letters'
  | 'not_a_cnic'
  | 'not_a_passport'
  | 'not_a_day'
  | 'in_future'
  | 'not_a_choice'

const LONGEST_LIFE_FROM = '1900-01-01'
const tidied = (typed: string) => typed.normalize('NFC').replace(/\s+/gu, ' ').trim()

function readDay(typed: string, today: string): Corrected {
  const day = asciiDigits(typed.trim())
  const is_day = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && day >= LONGEST_LIFE_FROM
  // Date.parse lets 30 February pass as 2 March; the text must come back as it was.
  if (!is_day || new Date(day).toISOString().slice(0, 10) !== day) return { fault: 'not_a_day' }
  return day > today ? { fault: 'in_future' } : { value: day }
}

/**
 * The new value as it is kept: a name as typed but for blanks, a number in its canonical spelling, a day as ISO.
 * @param today the Pakistan day, 'YYYY-MM-DD': nobody is born after it
 * @example readCorrection('cnic', '۹۱۲۳۴-۵۶۷۸۹۰۱-۳', '2026-11-24') // { value: '9123456789013' }
 */
export function readCorrection(field: Correctable, typed: string, today: string): Corrected {
  switch (field) {
    case 'name':
    case 'father':
    case 'alias':
    case 'address':
      return /\p{L}/u.test(typed) ? { value: tidied(typed) } : { fault: 'no_letters' }
    case 'cnic': {
      const value = canonicalCnic(typed)
      return value === undefined ? { fault: 'not_a_cnic' } : { value }
    }
    case 'passport': {
      const value = canonicalPassport(typed)
      return value === undefined ? { fault: 'not_a_passport' } : { value }
    }
    case 'born_on':
      return readDay(typed, today)
    case 'sex': {
      const value = typed.trim()
      return ['male', 'female', 'x'].includes(value) ? { value } : { fault: 'not_a_choice' }
    }
  }
}

/**
 * The script that a name is written in: Arabic when most of its letters are.
 * @example scriptOfName('محمد بشیر') // 'Arab'
 */
export function scriptOfName(name: string): 'Latn' | 'Arab' {
  const arabic = name.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const letters = name.match(/\p{L}/gu)?.length ?? 0
  return arabic * 2 > letters ? 'Arab' : 'Latn'
}
