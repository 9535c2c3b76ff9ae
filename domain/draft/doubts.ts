// What looks odd about a document number and is only pointed out: a number proves neither place nor sex.
import type { DraftDocument, Sex } from './draft.ts'

export type DocumentDoubt = 'cnic_first_digit' | 'cnic_last_digit' | 'passport_shape'

/** First digit of a CNIC → where it was issued, ISO 3166-2; 2 is the former FATA, now of Khyber Pakhtunkhwa. */
const ISSUED_IN: Readonly<Record<string, string>> = {
  1: 'PK-KP',
  2: 'PK-KP',
  3: 'PK-PB',
  4: 'PK-SD',
  5: 'PK-BA',
  6: 'PK-IS',
  7: 'PK-GB',
  8: 'PK-JK',
}

/**
 * Soft doubts about the documents of a person; none of them stops anything.
 * @param jurisdiction where the person was convicted, ISO 3166-2; null: not known yet
 * @param reserved first digits that stand for invented people and so for no province
 * @law none: the meaning of the digits is custom (LAW §6)
 * @example listDocumentDoubts([{ kind: 'cnic', number: '3520112345672' }], 'male', 'PK-PB') // ['cnic_last_digit']
 */
export function listDocumentDoubts(
  documents: readonly DraftDocument[],
  sex: Sex | null,
  jurisdiction: string | null,
  reserved = '',
): DocumentDoubt[] {
  const doubts = documents.flatMap(({ kind, number }): DocumentDoubt[] => {
    if (kind === 'passport') return /^[A-Z]{2}\d{7}$/.test(number) ? [] : ['passport_shape']
    if (kind === 'other') return []
    const first = number.charAt(0)
    const is_elsewhere =
      !reserved.includes(first) && jurisdiction !== null && ISSUED_IN[first] !== jurisdiction
    const is_odd = Number(number.at(-1)) % 2 === 1
    const is_other_sex = (sex === 'male' && !is_odd) || (sex === 'female' && is_odd)
    return [
      ...(is_elsewhere ? (['cnic_first_digit'] as const) : []),
      ...(is_other_sex ? (['cnic_last_digit'] as const) : []),
    ]
  })
  return [...new Set(doubts)]
}
