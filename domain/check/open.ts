// When an answer may be opened, and what confirms that the man is the one of the record.
import type { CutRecord } from './minimum.ts'

/** Minutes in which an opened answer stays readable under its number; reading on is no second opening. */
export const READ_MINUTES = 10
const MINUTE_MS = 60_000

export type OpeningFault = 'used_up' | 'over' | 'recalled'

/**
 * Why an answer is not opened; null when it is.
 * @param opened how often it was opened before
 * @law law/checks.json `opens_count`, `opens_days`
 * @example openingFault({ opened: 3, opens_count: 3, opens_until_at: '2026-05-10T00:00:00Z', is_recalled: false }, '2026-05-01T00:00:00Z') // 'used_up'
 */
export function openingFault(
  answer: { opened: number; opens_count: number; opens_until_at: string; is_recalled: boolean },
  now: string,
): OpeningFault | null {
  if (answer.is_recalled) return 'recalled'
  if (Date.parse(now) >= Date.parse(answer.opens_until_at)) return 'over'
  return answer.opened >= answer.opens_count ? 'used_up' : null
}

/**
 * Until when an opened answer is read: ten minutes, and never beyond the answer's own end.
 * @example readUntil('2026-05-01T00:00:00Z', '2026-05-10T00:00:00Z') // '2026-05-01T00:10:00.000Z'
 */
export const readUntil = (opened_at: string, opens_until_at: string): string =>
  new Date(
    Math.min(Date.parse(opened_at) + READ_MINUTES * MINUTE_MS, Date.parse(opens_until_at)),
  ).toISOString()

/** What can be compared with the man's own papers. A name alone confirms nothing: that is why he was asked about. */
export const IDENTIFIERS = ['cnic_tail', 'father', 'born_year', 'district'] as const
export type Identifier = (typeof IDENTIFIERS)[number]
export const SAID = ['him', 'not_him'] as const
export type Said = (typeof SAID)[number]
const CONFIRMING = 2

/**
 * The identifiers that an answer gives, so that they can be compared.
 * @example identifiersOf(null) // []
 */
export const identifiersOf = (record: CutRecord | null): readonly Identifier[] => {
  if (!record) return []
  const { cnic_tail, father, born_year, district_id } = record
  const known = { cnic_tail, father: father?.latin ?? father?.ur ?? null, born_year, district: district_id }
  return IDENTIFIERS.filter((identifier) => known[identifier] !== null)
}

export type ConfirmationFault = 'too_few' | 'not_given'

/**
 * Why a confirmation does not hold; null when it does. Two identifiers say that it is he; one that differs, that it is not.
 * @law SOR-SOP-2024; two is assumed
 * @example confirmationFault('him', ['father'], ['father', 'born_year']) // 'too_few'
 */
export function confirmationFault(
  said: Said,
  identifiers: readonly Identifier[],
  given: readonly Identifier[],
): ConfirmationFault | null {
  const distinct = new Set(identifiers)
  if ([...distinct].some((one) => !given.includes(one))) return 'not_given'
  return distinct.size < (said === 'him' ? CONFIRMING : 1) ? 'too_few' : null
}
