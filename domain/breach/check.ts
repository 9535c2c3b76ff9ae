// What the gate is given, and what one of its checks says.
import type { EnforcementValues } from '../../law/enforcement.ts'
import type { Pack } from '../../law/packs.ts'
import type { CaseResult } from '../duty/evaluate.ts'
import type { DutyException } from '../duty/exceptions.ts'
import type { DutyName, Facts } from '../duty/facts.ts'
import type { DeskPeriod } from '../duty/timeline.ts'

/** A serving as the register holds it. */
export interface ServedEvidence {
  readonly serving_id: string
  readonly duties: readonly DutyName[]
  readonly served_at: string
  readonly language: string
  /** When it was typed in. */
  readonly recorded_at: string
}

/** All that the gate looks at: rows of the register as they are now, never what somebody says they are. */
export interface GateFacts {
  readonly facts: Facts
  readonly result: CaseResult
  readonly exceptions: readonly DutyException[]
  /** Whose desk it was, oldest first. */
  readonly desks: readonly DeskPeriod[]
  readonly servings: readonly ServedEvidence[]
  /** The language in which papers are read out to him, as he was asked; null while nobody asked. */
  readonly reads: 'ur' | 'en' | null
  /** Whether the two calculators differ about this person. */
  readonly is_disputed: boolean
  /** Whether another record of his, the oldest, keeps his duties. */
  readonly is_kept_elsewhere: boolean
  /** Missed duties, by date, of which a decision was signed with another record of his. */
  readonly decided_elsewhere: readonly { readonly duty: string; readonly due_on: string }[]
  readonly pack: Pack
  readonly terms: EnforcementValues
}

/** What one check found: whether it passes, and why as a code with its values. */
export interface Found {
  readonly passes: boolean
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

/**
 * Whether one check found nothing against it.
 * @example pass('agree').passes // true
 */
export const pass = (code: string, values: Found['values'] = {}): Found => ({ passes: true, code, values })

/**
 * What stands in the way.
 * @example fail('never_served').passes // false
 */
export const fail = (code: string, values: Found['values'] = {}): Found => ({ passes: false, code, values })
