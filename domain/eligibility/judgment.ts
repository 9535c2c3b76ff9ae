// One judgment may convict of several offences: each is tested, and the strongest outcome stands.
import type { Pack } from '../../law/packs.ts'
import type { Conviction, PersonFacts } from './conviction.ts'
import { decideEligibility, type Eligibility, type Outcome } from './decide.ts'

/** A conviction as a judgment gives it: one or more offences, all else in common. */
export type Judgment = Omit<Conviction, 'offence'> & { readonly offences: readonly string[] }

export interface JudgmentEligibility {
  readonly s2h: boolean
  readonly s24: boolean
  readonly tests_differ: boolean
  readonly outcome: Outcome
  readonly reason: Eligibility['reason']
  /** One result an offence, in the order given. */
  readonly offences: readonly (Eligibility & { readonly offence: string })[]
}

const STRENGTH: readonly Outcome[] = ['yes', 'review', 'void', 'no']

/**
 * Whether a judgment puts its person on the register: yes if one offence does, else review, else void, else no.
 * A test holds when it holds for one offence.
 * @param on the day asked, 'YYYY-MM-DD'
 * @throws RangeError for a judgment without an offence
 * @law ARITA-2021 s.2(1)(h), s.24; RULES §2 for each offence
 * @example decideJudgment({ ...rape, offences: ['PPC-376', 'PPC-109'] }, { born_on: null }, pack, '2026-01-01').outcome // 'yes'
 */
export function decideJudgment(
  judgment: Judgment,
  person: PersonFacts,
  pack: Pack,
  on: string,
): JudgmentEligibility {
  const { offences: keys, ...common } = judgment
  const offences = keys.map((offence) => ({
    ...decideEligibility({ ...common, offence }, person, pack, on),
    offence,
  }))
  const strongest = offences.toSorted((a, b) => STRENGTH.indexOf(a.outcome) - STRENGTH.indexOf(b.outcome))[0]
  if (strongest === undefined) throw new RangeError('a judgment without an offence')
  const s2h = offences.some((e) => e.s2h)
  const s24 = offences.some((e) => e.s24)
  return {
    s2h,
    s24,
    tests_differ: s2h !== s24,
    outcome: strongest.outcome,
    reason: strongest.reason,
    offences,
  }
}

/**
 * The judgment as one conviction, by the offence that decides it: it counts once in the period.
 * @law RULES §3 (one span for a conviction)
 * @example convictionOf({ ...rape, offences: ['PPC-109', 'PPC-376'] }, { born_on: null }, pack, '2026-01-01').offence // 'PPC-376'
 */
export function convictionOf(judgment: Judgment, person: PersonFacts, pack: Pack, on: string): Conviction {
  const { offences: _, ...common } = judgment
  const { outcome, offences } = decideJudgment(judgment, person, pack, on)
  // The outcome is that of one of them.
  const { offence } = offences.find((one) => one.outcome === outcome) as (typeof offences)[number]
  return { ...common, offence }
}
