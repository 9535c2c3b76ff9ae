// What another rule pack would make of an entry that was closed as not registrable. It is no person: it has no dates.
import { type LegalDecision, nextStage } from '../draft/stage.ts'
import type { Outcome } from '../eligibility/decide.ts'
import type { JudgmentEligibility } from '../eligibility/judgment.ts'
import type { ChangeClass } from './compare.ts'

export interface ClosedChange {
  readonly class: Extract<ChangeClass, 'enters' | 'unchanged'>
  readonly before: Outcome
  readonly after: Outcome
}

const isSameRuling = (a: JudgmentEligibility, b: JudgmentEligibility): boolean =>
  a.outcome === b.outcome && a.reason === b.reason && a.s2h === b.s2h && a.s24 === b.s24

/**
 * Whether a closed entry would have to be taken up again: its judgment is registrable by the draft, or left to a legal
 * officer, where by the pack in force it is not. A legal officer's word stands as long as both tests come out as he read them.
 * @param legal his word on the entry; null where none was asked
 * @law ARITA-2021 s.2(1)(h), s.24; RULES §2
 * @example compareClosed(eligibility, eligibility, null).class // 'unchanged'
 */
export function compareClosed(
  before: JudgmentEligibility,
  after: JudgmentEligibility,
  legal: LegalDecision | null,
): ClosedChange {
  const outcomes = { before: before.outcome, after: after.outcome }
  if (isSameRuling(before, after)) return { class: 'unchanged', ...outcomes }
  const word = doesWordStand(before, after) ? legal : null
  const stage = nextStage({ ...after, legal: word, identity: null })
  return { class: stage === 'not_registrable' ? 'unchanged' : 'enters', ...outcomes }
}

/** A word counts for tests that come out as he read them; otherwise he is asked again. */
const doesWordStand = (before: JudgmentEligibility, after: JudgmentEligibility): boolean =>
  before.s2h === after.s2h && before.s24 === after.s24 && before.outcome === after.outcome
