// Where an entry in the making goes next. What a legal officer must decide, and what NADRA must answer, come first.
import type { EligibilityReason, Outcome } from '../eligibility/decide.ts'

/** Stages of a draft, as stored. */
export const STAGES = [
  'collecting',
  'identity',
  'legal',
  'bureau',
  'entered',
  'not_registrable',
  'discarded',
] as const
export type Stage = (typeof STAGES)[number]

export type LegalDecision = 'registrable' | 'not_registrable'
export type IdentityOutcome = 'verified' | 'not_found' | 'mismatch' | 'no_document' | 'unavailable'

export interface StageFacts {
  /** Of the judgment, by both tests. */
  readonly outcome: Outcome
  /** What decided the outcome. */
  readonly reason: EligibilityReason
  /** Exactly one test holds. */
  readonly tests_differ: boolean
  /** The live decision on these very test results; null: none. */
  readonly legal: LegalDecision | null
  /** NADRA's last answer; null: not asked, or asked and not answered. */
  readonly identity: IdentityOutcome | null
}

type Tested = Pick<StageFacts, 'outcome' | 'reason' | 'tests_differ'>

/**
 * Whether a legal officer must decide: a conviction for review, or two tests that disagree where they decide.
 * What fails before the tests (probation, a juvenile) fails whatever they say.
 * @law ARITA-2021 s.2(1)(h), s.24; RULES §2
 * @example needsLegalDecision({ outcome: 'yes', reason: 'tests_met', tests_differ: true }) // true
 */
export const needsLegalDecision = ({ outcome, reason, tests_differ }: Tested): boolean =>
  outcome === 'review' || (tests_differ && (reason === 'tests_met' || reason === 'tests_not_met'))

/**
 * The stage of a submitted draft. Only `unavailable` waits for NADRA; every other answer goes on, flagged.
 * Where the tests differ the result stands meanwhile, but nothing reaches the Bureau before the legal officer's word.
 * @law ARITA-2021 s.2(1)(h), s.24; RULES §2
 * @example nextStage({ outcome: 'yes', reason: 'tests_met', tests_differ: false, legal: null, identity: 'not_found' }) // 'bureau'
 */
export function nextStage({ legal, identity, ...tested }: StageFacts): Stage {
  if (needsLegalDecision(tested)) {
    if (legal === null) return 'legal'
    if (legal === 'not_registrable') return 'not_registrable'
  } else if (tested.outcome !== 'yes') return 'not_registrable'
  return identity === null || identity === 'unavailable' ? 'identity' : 'bureau'
}
