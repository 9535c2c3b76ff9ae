// Free text of the desk, looked through before it is kept anywhere: it must not tell who the survivor is.
import type { Column } from '../imports/columns.ts'
import { type ProblemCode, problem } from '../imports/problems.ts'
import { hidden_codes, survivorDoubt } from '../imports/survivor.ts'

export type TextFault = {
  readonly field: string
  /** Code of the look-over; its words are those of drafts. */
  readonly code: ProblemCode
  /** What was typed there must not be kept, shown again or given back. */
  readonly is_hidden: boolean
}

/**
 * The boxes whose text may not be kept.
 * @param columns what kind of text each box holds: an address, a name, or anything (`sentence`)
 * @law ARITA s.26, PPC 376A
 * @example freeTextFaults({ reason: 'the victim Ayesha moved' }, { reason: 'sentence' })[0].code // 'survivor_identity'
 */
export const freeTextFaults = (
  typed: Readonly<Record<string, unknown>>,
  columns: Readonly<Record<string, Column>>,
): readonly TextFault[] =>
  Object.entries(columns).flatMap(([field, column]) => {
    const text = typed[field]
    const code = typeof text === 'string' ? survivorDoubt(column, text) : null
    if (code === null || problem(code, null).severity !== 'refused') return []
    return [{ field, code, is_hidden: hidden_codes.has(code) }]
  })
