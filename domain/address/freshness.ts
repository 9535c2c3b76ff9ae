// How far an address can be relied on: by the day on which an officer last saw that the person lives there.
import { addMonths, dayOf, isoOf } from '../calendar/dates.ts'

export const freshness_grades = ['within_3', 'within_6', 'within_12', 'older', 'assumed'] as const
export type Freshness = (typeof freshness_grades)[number]

export interface AddressVisit {
  readonly on: string
  readonly result: 'found' | 'not_at_address'
}

export interface AddressGrade {
  readonly grade: Freshness
  /** Day it was last verified; null: never, it is only as it was told. */
  readonly verified_on: string | null
  /** The latest visit found nobody: the grade then says nothing of today. */
  readonly not_found_on: string | null
}

/** Months after verification within which each grade holds; assumed, since no rule gives any. */
const LIMITS = [
  ['within_3', 3],
  ['within_6', 6],
  ['within_12', 12],
] as const

/**
 * The grade of an address on a day: verified by a visit that found the person within 3, 6 or 12 months, longer ago, or
 * never, when it is assumed from what was told. A judgment or a notice tells of an address and verifies none.
 * @param visits those made to this address
 * @law SOR-SOP-2024 (monitoring in the district); the months are assumed
 * @example gradeAddress([{ on: '2025-07-01', result: 'found' }], '2025-09-30').grade // 'within_3'
 */
export function gradeAddress(visits: readonly AddressVisit[], on: string): AddressGrade {
  const made = visits.filter((visit) => visit.on <= on)
  const latest = (result: AddressVisit['result']) =>
    made
      .filter((visit) => visit.result === result)
      .map((visit) => visit.on)
      .sort()
      .at(-1) ?? null
  const [verified_on, missed] = [latest('found'), latest('not_at_address')]
  const not_found_on = missed !== null && (verified_on === null || missed > verified_on) ? missed : null
  if (verified_on === null) return { grade: 'assumed', verified_on, not_found_on }
  const within = LIMITS.find(([, months]) => on <= isoOf(addMonths(dayOf(verified_on), months)))
  return { grade: within?.[0] ?? 'older', verified_on, not_found_on }
}
