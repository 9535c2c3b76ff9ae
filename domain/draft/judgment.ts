// A draft as the rules read a judgment, and what they say of it.
import { findOffence } from '../../law/offences.ts'
import type { Pack } from '../../law/packs.ts'
import { canonicalHash } from '../approval/canonical.ts'
import { intervalsOf } from '../calendar/intervals.ts'
import type { PersonFacts } from '../eligibility/conviction.ts'
import { decideJudgment, type Judgment, type JudgmentEligibility } from '../eligibility/judgment.ts'
import { decideRegistration, type Registration } from '../registration/registration.ts'
import type { Draft, DraftConviction } from './draft.ts'

/** A section outside the catalogue: both tests fail it under any name, and what was typed stays sealed. */
export const OUTSIDE_CATALOGUE = 'other'

/**
 * The judgment of a draft; undefined while a fact that a test reads is missing.
 * @param conviction_id the draft's id, until it is a conviction
 * @example judgmentOf('d1', { ...conviction, victim: null }) // undefined
 */
export function judgmentOf(conviction_id: string, conviction: DraftConviction): Judgment | undefined {
  const { offences, offence_on, convicted_on, country, victim, disposal, juvenile } = conviction
  const jurisdiction = conviction.jurisdiction ?? (country === 'PK' ? null : country)
  if (offence_on === null || convicted_on === null || jurisdiction === null) return undefined
  if (victim === null || disposal === null || offences.length === 0) return undefined
  const keys = offences.map((offence) => (findOffence(offence) ? offence : OUTSIDE_CATALOGUE))
  return {
    ...{ conviction_id, offence_on, convicted_on, country, jurisdiction, victim, disposal, juvenile },
    offences: [...new Set(keys)],
    appeal: [],
  }
}

/** What the rules say of a draft on a day. */
export interface Ruling {
  readonly judgment: Judgment
  readonly eligibility: JudgmentEligibility
  /** What the person's registration would be by this judgment alone. */
  readonly registration: Registration
  /** Imprisonment without any custody: an exception, not a release, so release and end are left open. DESIGN 7. */
  readonly is_custody_unknown: boolean
}

/**
 * Both tests of a draft and the registration it would make; undefined while a fact that a test reads is missing.
 * @param draft_id stands for the conviction  @param on the day asked, 'YYYY-MM-DD'
 * @law ARITA-2021 s.2(1)(h), s.24; RULES §2, §3
 * @example ruleOnDraft('d1', emptyDraft, defaultPack(), '2026-01-01') // undefined
 */
export function ruleOnDraft(draft_id: string, draft: Draft, pack: Pack, on: string): Ruling | undefined {
  const judgment = judgmentOf(draft_id, draft.conviction)
  if (judgment === undefined) return undefined
  const eligibility = decideJudgment(judgment, bornOf(draft), pack, on)
  const { offences: _offences, ...common } = judgment
  const decided = eligibility.offences.map((one) => [{ ...common, offence: one.offence }, one] as const)
  const custody = intervalsOf(draft.conviction.custody)
  // Offences of one judgment share their dates: the strongest stands for all, so nothing is joined with itself.
  const strongest = decided.find(([, { outcome }]) => outcome === eligibility.outcome)
  const registration = decideRegistration(strongest ? [strongest] : [], custody, pack, on)
  const is_custody_unknown = isCustodyUnknown(draft.conviction)
  return {
    ...{ judgment, eligibility, is_custody_unknown },
    registration: is_custody_unknown ? withoutRelease(registration) : registration,
  }
}

/**
 * Whether a conviction is for imprisonment while nothing is known of any custody.
 * @law RULES §3 (release), DESIGN §7
 * @example isCustodyUnknown({ disposal: 'fine', custody: [] }) // false
 */
export const isCustodyUnknown = ({
  disposal,
  custody,
}: {
  disposal: DraftConviction['disposal']
  custody: readonly unknown[]
}): boolean => disposal === 'imprisonment' && custody.length === 0

/** The arithmetic takes the judgment for the release where there is no custody; that is not known here. */
const withoutRelease = (registration: Registration): Registration => ({
  ...registration,
  status: registration.status === 'ended' ? 'active' : registration.status,
  ...{ released_on: null, ends_on: null },
  steps: registration.steps.filter(({ rule }) => rule === 'start'),
})

/** Only a full date of birth counts for the age at the offence; a bare year is left to the flag. RULES §2. */
const bornOf = ({ person }: Draft): PersonFacts => ({ born_on: person.born_on })

/**
 * Names what a legal officer decided on: the facts the tests read, and their results. Any change gives another.
 * @returns 32 bytes
 * @example rulingHash(ruling, { born_on: null }).length // 32
 */
export const rulingHash = ({ judgment, eligibility }: Ruling, person: PersonFacts): Buffer =>
  canonicalHash({ judgment, born_on: person.born_on, eligibility })
