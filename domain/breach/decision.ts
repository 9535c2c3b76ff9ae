// How a breach stands: contact first, a decision either way, a sign-off; and what becomes of it when its ground falls.
import type { EnforcementValues } from '../../law/enforcement.ts'
import { dayOf, isoOf } from '../calendar/dates.ts'
import type { Check, Gate } from './gate.ts'

export const decisions = ['refer', 'not_refer'] as const
export type BreachDecision = (typeof decisions)[number]

/** Reasons as codes; which may stand for which decision. */
export const grounds = {
  refer: ['no_answer', 'answered_without_cause', 'repeated'],
  not_refer: ['came_late', 'good_cause', 'unwell', 'mistaken', 'other'],
} as const satisfies Record<BreachDecision, readonly string[]>
export type DecisionGround = (typeof grounds)[BreachDecision][number]

/**
 * Whether a reason may stand for a decision.
 * @example mayStandFor('refer', 'unwell') // false
 */
export const mayStandFor = (decision: BreachDecision, ground: DecisionGround): boolean =>
  (grounds[decision] as readonly string[]).includes(ground)

export const breach_states = ['open', 'to_sign', 'referred', 'not_referred', 'fallen'] as const
export type BreachState = (typeof breach_states)[number]

/** The newest decision proposed, and what the second officer said to it. */
export interface Proposed {
  readonly decision: BreachDecision
  readonly said: 'approved' | 'returned' | 'refused' | 'withdrawn' | 'expired' | null
}

/**
 * How a breach stands now. A ground that fell away closes it by itself, and a referral with it; only a decision not
 * to refer stays what it was.
 * @example stateOfBreach({ passes: true, checks: [] }, undefined) // 'open'
 */
export function stateOfBreach(gate: Gate, proposed: Proposed | undefined): BreachState {
  const is_signed = proposed?.said === 'approved'
  if (is_signed && proposed.decision === 'not_refer') return 'not_referred'
  if (!gate.passes) return 'fallen'
  if (is_signed) return 'referred'
  return proposed?.said === null ? 'to_sign' : 'open'
}

/**
 * Why the ground fell away: the first check that fails; undefined while it stands.
 * @example whyFallen({ passes: true, checks: [] }) // undefined
 */
export const whyFallen = ({ checks }: Gate): Check | undefined => checks.find(({ passes }) => !passes)

export interface ContactMade {
  readonly made_on: string
  readonly outcome: string
}

/**
 * Whether contact was tried as it must be before a referral: the person was spoken to, or attempts were made on
 * different days.
 * @law law/enforcement.json `contact_attempts_count`
 * @example isContactTried([{ made_on: '2025-09-12', outcome: 'spoke' }], ENFORCEMENT) // true
 */
export const isContactTried = (contacts: readonly ContactMade[], terms: EnforcementValues): boolean =>
  contacts.some(({ outcome }) => outcome === 'spoke') ||
  new Set(contacts.map(({ made_on }) => made_on)).size >= terms.contact_attempts_count.value

/** One step of a breach and the day by which it is to be done. */
export interface BreachStep {
  readonly step: 'contact' | 'decide' | 'sign'
  readonly by_on: string | null
  readonly is_done: boolean
}

/**
 * The steps of a breach with their clocks.
 * @law law/enforcement.json `contact_within_days`, `decide_within_days`
 * @example stepsOf({ due_on: '2025-09-04', opened_on: '2025-09-10', state: 'open', is_contacted: false }, ENFORCEMENT)[0].by_on // '2025-09-17'
 */
export function stepsOf(
  given: { due_on: string; opened_on: string; state: BreachState; is_contacted: boolean },
  terms: EnforcementValues,
): readonly BreachStep[] {
  const { due_on, opened_on, state, is_contacted } = given
  const contact_by = dayOf(opened_on) + terms.contact_within_days.value
  // A lapse opened after its limit is late already; it still gets the time in which contact is tried.
  const decide_by = Math.max(dayOf(due_on) + terms.decide_within_days.value, contact_by)
  const is_signed = state === 'referred' || state === 'not_referred'
  return [
    { step: 'contact', by_on: isoOf(contact_by), is_done: is_contacted || is_signed },
    {
      step: 'decide',
      by_on: isoOf(decide_by),
      is_done: is_signed || state === 'to_sign',
    },
    { step: 'sign', by_on: null, is_done: is_signed },
  ]
}

/**
 * The last due date whose lapse must have a decision by now; a later one has time left.
 * @law law/enforcement.json `decide_within_days`
 * @example limitOn('2025-10-04', ENFORCEMENT) // '2025-09-03'
 */
export const limitOn = (today: string, { decide_within_days }: EnforcementValues): string =>
  isoOf(dayOf(today) - decide_within_days.value - 1)
