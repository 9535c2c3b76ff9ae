// The one spelling under which a document's number is indexed and compared, however it was typed.
import { asciiDigits } from '../text/digits.ts'

export type DocumentKind = 'cnic' | 'passport' | 'other'

/** Dashes and minus signs of any keyboard, blanks, full stops, slashes, and marks that are not seen. */
const PUNCTUATION = /[\p{Pd}\p{Zs}\p{Cf}\s\u2212.,_/\\]/gu

/** Letters and digits alone, in capitals: full-width forms and digits of three scripts become ASCII. */
const bare = (typed: string) => asciiDigits(typed.normalize('NFKC')).replace(PUNCTUATION, '').toUpperCase()

/**
 * The thirteen digits of a CNIC; undefined when it is none.
 * @example canonicalCnic('۹۱۲۳۴–۵۶۷۸۹۰۱–۳') // '9123456789013'
 */
export function canonicalCnic(typed: string): string | undefined {
  const digits = bare(typed)
  return /^\d{13}$/.test(digits) ? digits : undefined
}

/**
 * A passport number of Pakistan, two letters and seven digits; undefined when it is none.
 * @example canonicalPassport('ab 123-4567') // 'AB1234567'
 */
export function canonicalPassport(typed: string): string | undefined {
  const number = bare(typed)
  return /^[A-Z]{2}\d{7}$/.test(number) ? number : undefined
}

/**
 * The spelling under which a number of any kind is indexed; also for numbers of an unexpected shape, which a
 * judgment may give and which must be found again as they stand.
 * @example canonicalDocument('cnic', '91234-5678901-3') // '9123456789013'
 */
export const canonicalDocument = (_kind: DocumentKind, typed: string): string => bare(typed)
