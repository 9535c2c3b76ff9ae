// A suspect beside somebody on the register: field by field, what agrees, what differs, what is not known.
import { squeezed } from '../imports/text.ts'

export interface ComparedName {
  readonly kind: string
  readonly text: string
}

/** What is known of either. */
export interface Described {
  readonly names: readonly ComparedName[]
  readonly cnic: string | null
  readonly born_year: number | null
  readonly sex: string | null
  readonly district_id: string | null
}

export const COMPARED_FIELDS = ['cnic', 'name', 'father', 'born_year', 'sex', 'district'] as const
export type ComparedField = (typeof COMPARED_FIELDS)[number]
export type Agreement = 'same' | 'near' | 'differs' | 'unknown'
export interface Compared {
  readonly field: ComparedField
  readonly agreement: Agreement
}

/** Ages are guessed: so many years apart are near. */
const NEAR_YEARS = 3

function namesAgree(kinds: readonly string[], a: Described, b: Described): Agreement {
  const of = (described: Described) =>
    described.names.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => squeezed(text))
  const [mine, theirs] = [of(a), of(b)]
  if (mine.length === 0 || theirs.length === 0) return 'unknown'
  return mine.some((name) => theirs.includes(name)) ? 'same' : 'differs'
}

const agree = <T>(a: T | null, b: T | null): Agreement =>
  a === null || b === null ? 'unknown' : a === b ? 'same' : 'differs'

function yearsAgree(a: number | null, b: number | null): Agreement {
  const found = agree(a, b)
  return found === 'differs' && Math.abs((a ?? 0) - (b ?? 0)) <= NEAR_YEARS ? 'near' : found
}

/**
 * Every field of the two beside each other. `differs` of a name means only that no spelling is the same.
 * @example compareDescribed(suspect, suspect).every(({ agreement }) => agreement === 'same') // true
 */
export const compareDescribed = (suspect: Described, held: Described): readonly Compared[] => [
  { field: 'cnic', agreement: agree(suspect.cnic, held.cnic) },
  { field: 'name', agreement: namesAgree(['name', 'alias'], suspect, held) },
  { field: 'father', agreement: namesAgree(['father'], suspect, held) },
  { field: 'born_year', agreement: yearsAgree(suspect.born_year, held.born_year) },
  { field: 'sex', agreement: agree(suspect.sex, held.sex) },
  { field: 'district', agreement: agree(suspect.district_id, held.district_id) },
]

/**
 * The fields again, with what the score of the search adds: a spelling that is another and still speaks for one person,
 * across both scripts, is near.
 * @param milli_bits the score's evidence by field, in thousandths of a bit
 * @example withEvidence([{ field: 'name', agreement: 'differs' }], { name: 4000 })[0]?.agreement // 'near'
 */
export const withEvidence = (
  compared: readonly Compared[],
  milli_bits: Partial<Record<ComparedField, number>>,
): readonly Compared[] =>
  compared.map((one) =>
    one.agreement === 'differs' && (milli_bits[one.field] ?? 0) > 0 ? { ...one, agreement: 'near' } : one,
  )
