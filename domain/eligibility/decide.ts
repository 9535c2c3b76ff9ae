// Whether a conviction, and so a person, belongs on the register. RULES §2.
import { findOffence } from '../../law/offences.ts'
import type { EligibilityPolicy, Pack } from '../../law/packs.ts'
import { birthdayOn } from '../calendar/dates.ts'
import { type Step, step } from '../law/step.ts'
import type { AppealEvent, Conviction, PersonFacts } from './conviction.ts'
import { testS2h, testS24 } from './tests.ts'

/** `review`: a legal officer decides. `void`: it was, and a court undid it. */
export type Outcome = 'yes' | 'no' | 'review' | 'void'
export type Registrable = 'yes' | 'no' | 'review'
export type EligibilityReason =
  | 'not_a_conviction'
  | 'juvenile'
  | 'foreign'
  | 'jurisdiction'
  | 'before_start'
  | 'void'
  | 'not_in_force'
  | 'tests_met'
  | 'tests_not_met'

export interface Eligibility {
  readonly conviction_id: string
  readonly s2h: boolean
  readonly s24: boolean
  /** Exactly one test holds: a legal officer confirms; the outcome stands meanwhile. */
  readonly tests_differ: boolean
  readonly outcome: Outcome
  readonly reason: EligibilityReason
  /** Both tests, whether they differ, then what decided. */
  readonly steps: readonly Step[]
}

interface Verdict {
  readonly outcome: Outcome
  readonly reason: EligibilityReason
  readonly step: Step
}
type Gate = (conviction: Conviction, person: PersonFacts, pack: Pack, on: string) => Verdict | undefined

const notAConviction: Gate = ({ disposal }, _person, { values }) => {
  const { disposals_not_convictions: value } = values
  if (!value.value.includes(disposal)) return undefined
  const reason = 'not_a_conviction'
  return { outcome: 'no', reason, step: step(reason, value, null, null, reason, { disposal }) }
}

const juvenile: Gate = (conviction, { born_on }, { values }) => {
  const { adult_from_years: value } = values
  const verdict = (told: Step): Verdict => ({ outcome: 'no', reason: 'juvenile', step: told })
  if (conviction.juvenile) return verdict(step('juvenile', value, null, null, 'juvenile_flagged'))
  const adult_on = born_on === null ? null : birthdayOn(born_on, value.value)
  if (adult_on === null || adult_on <= conviction.offence_on) return undefined
  const { offence_on } = conviction
  const years = value.value
  return verdict(
    step('juvenile', value, born_on, adult_on, 'juvenile_by_age', { years, adult_on, offence_on }),
  )
}

const foreign: Gate = ({ country }, _person, { values }) => {
  if (values.countries.value.includes(country)) return undefined
  const reason = 'foreign'
  return { outcome: 'no', reason, step: step(reason, values.countries, null, null, reason, { country }) }
}

const jurisdictionForReview: Gate = ({ jurisdiction }, _person, { values }) => {
  const { review_jurisdictions: value } = values
  if (!value.value.includes(jurisdiction)) return undefined
  const reason = 'jurisdiction'
  return { outcome: 'review', reason, step: step(reason, value, null, null, reason, { jurisdiction }) }
}

const beforeStart: Gate = ({ convicted_on }, _person, { values }) => {
  const { entries_from: value } = values
  if (convicted_on >= value.value) return undefined
  const because = { convicted_on, entries_from: value.value }
  const reason = 'before_start'
  return { outcome: 'no', reason, step: step(reason, value, null, null, reason, because) }
}

/**
 * The events that have happened by the day asked, oldest first; of one day, in the order given.
 * @example appealUntil([{ event: 'filed', on: '2025-09-11' }], '2025-09-10') // []
 */
export const appealUntil = (appeal: readonly AppealEvent[], on: string): readonly AppealEvent[] =>
  appeal.length === 0
    ? appeal
    : appeal.filter((event) => event.on <= on).sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))

const voided: Gate = ({ appeal }, _person, { values }, on) => {
  const { voiding_events: value } = values
  const voids = ({ event }: AppealEvent) => value.value.includes(event)
  const last = appealUntil(appeal, on).findLast((event) => voids(event) || event.event === 'restored')
  if (last === undefined || !voids(last)) return undefined
  const because = { event: last.event, event_on: last.on }
  return { outcome: 'void', reason: 'void', step: step('void', value, null, null, 'void', because) }
}

const notInForce: Gate = ({ offence: key, offence_on }, _person, { values }) => {
  const offence = findOffence(key)
  const named = [values.s2h_offences, values.s24_extra_offences].find(({ value }) => value.includes(key))
  // An offence that no test names fails both whether in force or not: nothing is left to review.
  if (offence === undefined || named === undefined) return undefined
  const { in_force_from, in_force_until } = offence
  const has_begun = in_force_from === null || in_force_from <= offence_on
  if (has_begun && (in_force_until === null || offence_on < in_force_until)) return undefined
  const told: Step = {
    ...step('not_in_force', named, in_force_from, in_force_until, 'not_in_force', {
      offence: key,
      offence_on,
    }),
    law: offence.basis,
  }
  return { outcome: 'review', reason: 'not_in_force', step: told }
}

/** In the order of RULES §2: the first that speaks decides. */
const gates: readonly Gate[] = [
  notAConviction,
  juvenile,
  foreign,
  jurisdictionForReview,
  beforeStart,
  voided,
  notInForce,
]

const isMet: Readonly<Record<EligibilityPolicy, (s2h: boolean, s24: boolean) => boolean>> = {
  either: (s2h, s24) => s2h || s24,
  both: (s2h, s24) => s2h && s24,
  s2h_only: (s2h) => s2h,
  s24_only: (_s2h, s24) => s24,
}

function byTests(s2h: boolean, s24: boolean, { values }: Pack): Verdict {
  const { eligibility_policy: value } = values
  const is_met = isMet[value.value](s2h, s24)
  const reason = is_met ? 'tests_met' : 'tests_not_met'
  const told = step('policy', value, null, null, reason, { policy: value.value })
  return { outcome: is_met ? 'yes' : 'no', reason, step: told }
}

/**
 * Whether one conviction puts the person on the register, as known on a day.
 * Both tests are told for every conviction, whatever decided.
 * @param on the day asked; later appeal events do not count
 * @law ARITA-2021 s.2(1)(h), s.24; RULES §2
 * @example decideEligibility(rape, { born_on: null }, defaultPack(), '2025-09-10').outcome // 'yes'
 */
export function decideEligibility(
  conviction: Conviction,
  person: PersonFacts,
  pack: Pack,
  on: string,
): Eligibility {
  const s2h = testS2h(conviction, pack)
  const s24 = testS24(conviction, pack)
  let verdict: Verdict | undefined
  for (const gate of gates) {
    verdict = gate(conviction, person, pack, on)
    if (verdict) break
  }
  const tests_differ = s2h.holds !== s24.holds
  const { eligibility_policy } = pack.values
  const differ = tests_differ ? [step('tests_differ', eligibility_policy, null, null, 'tests_differ')] : []
  const { outcome, reason, step: decided } = verdict ?? byTests(s2h.holds, s24.holds, pack)
  return {
    conviction_id: conviction.conviction_id,
    s2h: s2h.holds,
    s24: s24.holds,
    tests_differ,
    outcome,
    reason,
    steps: [s2h.step, s24.step, ...differ, decided],
  }
}

/**
 * Whether the person is registrable: one conviction is enough; else one for review is.
 * @law RULES §2
 * @example registrableFrom([{ outcome: 'review' }, { outcome: 'no' }]) // 'review'
 */
export function registrableFrom(convictions: readonly Pick<Eligibility, 'outcome'>[]): Registrable {
  if (convictions.some(({ outcome }) => outcome === 'yes')) return 'yes'
  return convictions.some(({ outcome }) => outcome === 'review') ? 'review' : 'no'
}
