// What is compared, and the rows a score is the sum of. Rows carry codes and values; sentences are made by the pages.
import type { ParsedName } from '../names/parsed-name.ts'

/** What speaks for or against two records being of one person. */
export type Field = 'name' | 'father' | 'sex' | 'birth' | 'cnic' | 'district'

/** Each code is a class of evidence: what was seen. Its weight is in the model. */
export const ROW_CODES = [
  ...['part_same', 'part_close', 'part_near', 'part_resembles', 'part_differs', 'part_missing'],
  ...['part_commonness', 'part_is_father', 'clan_same', 'clan_missing', 'clan_differs'],
  ...['initial_fits', 'initial_differs', 'order_kept', 'order_swapped'],
  ...['muhammad', 'syed', 'style', 'title_alike', 'alias', 'nothing_to_compare'],
  ...['sex_same', 'sex_differs'],
  ...[
    'birth_day_same',
    'birth_day_slip',
    'birth_day_year',
    'birth_day_near',
    'birth_day_off',
    'birth_day_apart',
  ],
  ...['birth_year_same', 'birth_year_near', 'birth_year_off', 'birth_year_apart'],
  ...['birth_age_fits', 'birth_age_near', 'birth_age_off', 'birth_age_apart'],
  ...['cnic_same', 'cnic_one_digit', 'cnic_swapped', 'cnic_digit_missing', 'cnic_two_digits', 'cnic_differs'],
  ...['district_same', 'district_differs'],
] as const
export type RowCode = (typeof ROW_CODES)[number]
/** Parts of two names that cannot be one. */
export const CONTRADICTS: ReadonlySet<RowCode> = new Set(['part_differs', 'initial_differs', 'clan_differs'])

export interface Row {
  readonly field: Field
  readonly code: RowCode
  /** Evidence in thousandths of a bit: for one person above 0, against below. Whole numbers, so that sums are exact. */
  readonly milli_bits: number
  /** What stood on each side, as normalised, a title with the part it was read with; null where nothing did. */
  readonly query: string | null
  readonly candidate: string | null
  /** Of `part_commonness`: how many people of a million bear the part. */
  readonly per_million?: number
}

/** When somebody was born, as exactly as it is known. */
export type Birth =
  | { readonly kind: 'day'; readonly on: string }
  | { readonly kind: 'year'; readonly year: number }
  /** Completed years as somebody stated them on a day. */
  | { readonly kind: 'age'; readonly years: number; readonly on: string }

export interface Held {
  /** Half-open; null is still held. */
  readonly from_on: string
  readonly to_on: string | null
  readonly place: string
}

/** What is known of one record; whatever is not known is left empty. */
export interface PersonFacts {
  /** Names and aliases, every spelling. */
  readonly names: readonly ParsedName[]
  readonly fathers: readonly ParsedName[]
  readonly sex: 'male' | 'female' | null
  readonly birth: Birth | null
  /** Digits only. */
  readonly cnics: readonly string[]
  readonly district_id: string | null
  readonly custody: readonly Held[]
}

export const NOTHING_KNOWN: PersonFacts = {
  ...{ names: [], fathers: [], sex: null, birth: null, cnics: [], district_id: null, custody: [] },
}

export type Verdict = 'same' | 'possible' | 'different'
