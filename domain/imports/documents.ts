// Identity documents: a list, and optional, since many of the convicted have none.
import type { Cells } from './columns.ts'
import type { Note } from './note.ts'
import { asciiDigits, folded } from './text.ts'
import type { Sex } from './words.ts'

export type IdentityDocument = { readonly kind: 'cnic' | 'passport' | 'other'; readonly number: string }

/** Not a number, but a way to say that there is none. */
const none = /^(?:none|nil|n\/?a|no|not available|-+|ندارد|نہیں|کوئی نہیں)$/

function readCnic(typed: string, sex: Sex | null, first_digits: string, note: Note): IdentityDocument | null {
  const digits = asciiDigits(typed).replace(/[\s\-–—‐‑_.]/g, '')
  if (/^\d+e\+?\d+$/i.test(digits)) note('cnic_shortened', 'cnic', typed)
  else if (!/^\d{13}$/.test(digits)) note('cnic_shape', 'cnic', typed)
  else {
    if (!first_digits.includes(digits.charAt(0))) note('cnic_first_digit', 'cnic')
    const is_odd = Number(digits.at(-1)) % 2 === 1
    if ((sex === 'male' && !is_odd) || (sex === 'female' && is_odd)) note('cnic_last_digit', 'cnic')
    return { kind: 'cnic', number: digits }
  }
  return null
}

function readPassport(typed: string, note: Note): IdentityDocument {
  const number = folded(typed).replace(/[\s-]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{7}$/.test(number)) note('passport_shape', 'passport', typed)
  return { kind: 'passport', number }
}

/**
 * The documents of the row: a CNIC as 13 digits without dashes, a passport in capitals, others as typed.
 * @param first_digits first digits of a CNIC that need no warning
 * @example readDocuments({ cnic: '91234-5678901-3' }, 'male', '9', () => {})[0]?.number // '9123456789013'
 */
export function readDocuments(
  cells: Cells,
  sex: Sex | null,
  first_digits: string,
  note: Note,
): IdentityDocument[] {
  const given = (typed: string | undefined): typed is string =>
    typed !== undefined && !none.test(folded(typed))
  const cnic = given(cells.cnic) ? readCnic(cells.cnic, sex, first_digits, note) : null
  const passport = given(cells.passport) ? readPassport(cells.passport, note) : null
  const other = given(cells.other_document) ? { kind: 'other' as const, number: cells.other_document } : null
  return [cnic, passport, other].filter((document) => document !== null)
}
