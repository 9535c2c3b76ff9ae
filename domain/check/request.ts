// What a request must hold before it is sent, and at which step it is given.
import type { Relevance } from './ask.ts'

export const CHECK_STEPS = ['fir', 'suspect', 'reasons', 'papers', 'send'] as const
export type CheckStep = (typeof CHECK_STEPS)[number]

/** The parts of a request that its completeness depends on. */
export interface RequestFacts {
  readonly station_id: string | null
  readonly fir_number: number | null
  readonly fir_year: number | null
  readonly offences: readonly string[]
  readonly names: readonly { readonly kind: string }[]
  readonly relevance: Relevance | null
  readonly reasons: string | null
  readonly fir_hash: string | null
  readonly annexure_hash: string | null
}

export type OwedField =
  | 'station_id'
  | 'fir_number'
  | 'fir_year'
  | 'offences'
  | 'name_latin'
  | 'relevance'
  | Paper
type Paper = 'reasons' | 'fir_hash' | 'annexure_hash'

/** Papers whose fingerprint is kept: the copy of the FIR, and Annexure A as signed. */
export const CHECK_PAPERS = ['fir', 'annexure'] as const
export type CheckPaper = (typeof CHECK_PAPERS)[number]

/**
 * What is still missing, each with its step. The suspect must be named; everything else of him may be unknown.
 * @law SOR-SOP-2024 (a named suspect, the FIR, Annexure A)
 * @example owedOf(empty).length // 9
 */
export function owedOf(facts: RequestFacts): readonly { field: OwedField; step: CheckStep }[] {
  const lacks: [OwedField, CheckStep, boolean][] = [
    ['station_id', 'fir', facts.station_id === null],
    ['fir_number', 'fir', facts.fir_number === null],
    ['fir_year', 'fir', facts.fir_year === null],
    ['offences', 'fir', facts.offences.length === 0],
    ['name_latin', 'suspect', !facts.names.some(({ kind }) => kind === 'name')],
    ['relevance', 'reasons', facts.relevance === null],
    ['reasons', 'reasons', facts.reasons === null],
    ['fir_hash', 'papers', facts.fir_hash === null],
    ['annexure_hash', 'papers', facts.annexure_hash === null],
  ]
  return lacks.flatMap(([field, step, is_owed]) => (is_owed ? [{ field, step }] : []))
}
