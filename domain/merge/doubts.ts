// What stands against making two groups of records one person: looked at between every record of the one and of the other.
import type { Veto } from '../matching/vetoes.ts'

export const DOUBTS = [
  ...(['veto', 'told_apart', 'cleared', 'too_many'] as const),
  ...(['not_records', 'one_already', 'proposed'] as const),
] as const
export type Doubt = (typeof DOUBTS)[number]

/** Records of one person: no more are joined by number alone, and beyond the most nobody joins any. Assumed. */
export const MOST_BY_NUMBER = 4
export const MOST_RECORDS = 8

/** What is known of a record of the one group and one of the other. */
export interface Across {
  readonly vetoes: readonly Veto[]
  /** What the Bureau said of the two last; null: nothing. */
  readonly decision: 'same' | 'different' | 'unclear' | null
  /** A clearance slip says that the man of the one is not the other. */
  readonly is_cleared: boolean
}

/**
 * Why two groups may not be one person; empty: they may. Every pair between them is asked, so that a chain of likely
 * pairs never joins two who cannot be one.
 * @param most records that the joined group may have
 * @example doubtsOf([{ vetoes: [], decision: 'different', is_cleared: false }], 2, MOST_RECORDS) // ['told_apart']
 */
export function doubtsOf(across: readonly Across[], records: number, most: number): Doubt[] {
  return [
    ...(across.some(({ vetoes }) => vetoes.length > 0) ? (['veto'] as const) : []),
    ...(across.some(({ decision }) => decision === 'different') ? (['told_apart'] as const) : []),
    ...(across.some(({ is_cleared }) => is_cleared) ? (['cleared'] as const) : []),
    ...(records > most ? (['too_many'] as const) : []),
  ]
}
