// When two rows are the same row, and when two rows are the same conviction.
import { createHash } from 'node:crypto'
import type { ReturnRow } from './row.ts'
import { folded, squeezed } from './text.ts'

/** Every text folded and every key in order, so that encoding, keyboard and order of columns do not matter. */
function canonical(value: unknown): unknown {
  if (typeof value === 'string') return folded(value)
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, canonical(inner)]))
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * The same for the same row in any file: what was read, not how it was typed. Whoever stores it must key it
 * (HMAC) first: names and CNICs have too little entropy for a bare hash to hide them.
 * @returns 64 hexadecimal digits
 * @example rowFingerprint(row) === rowFingerprint({ ...row }) // true
 */
export const rowFingerprint = (row: ReturnRow) => sha256(JSON.stringify(canonical(row)))

/** Every way this row identifies its person: each document, else name and father's name by script. */
function identitiesOf(row: ReturnRow): string[] {
  const documents = row.documents.map(({ kind, number }) => `${kind}:${squeezed(number)}`)
  const named = (name: string | null, father: string | null) =>
    name ? [`${squeezed(name)}:${squeezed(father ?? '')}`] : []
  return [
    ...documents,
    ...named(row.name_latin, row.father_name_latin),
    ...named(row.name_urdu, row.father_name_urdu),
  ]
}

/**
 * Keys of the conviction: FIR, sections, judgment, and the person. One key for each way the row identifies
 * the person, because another file may give the CNIC and this one only the name: rows that share any key
 * are the same conviction. To be keyed (HMAC) before storing, as the fingerprint.
 * @returns at least one key of 64 hexadecimal digits
 * @example convictionKeys({ ...row, documents: [], name_urdu: null }).length // 1
 */
export function convictionKeys(row: ReturnRow): string[] {
  const sections = row.sections.map(({ offence, as_typed }) => offence ?? squeezed(as_typed)).sort()
  const conviction = [
    squeezed(row.fir_station),
    row.fir_year,
    row.fir_number,
    row.judgment_on,
    ...new Set(sections),
  ]
  return identitiesOf(row).map((identity) => sha256(JSON.stringify([...conviction, identity])))
}
