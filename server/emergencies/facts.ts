/** What the policies must know of a use of the emergency access, and of all of them. */
import type { FactsOf } from '../../domain/access/actions.ts'
import { type Actor, NATION } from '../../domain/access/actor.ts'
import { isEscalated, reviewClock } from '../../domain/emergency/review.ts'
import { isReadable } from '../../domain/emergency/use.ts'
import { hasConflict } from '../approvals/queries.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { findFinding, findUse, hasDistrictReviewer, isBarred, type Use } from './queries.ts'

const NONE = { is_barred: false, is_escalated: false, has_conflict: false }

export type EmergencyFacts = FactsOf<'emergency'> & { person_id: string | null; district_id: string | null }

/** All of them, at the officer's own place; the rows are row-level security's work. */
export const factsOfList = ({ actor }: { actor: Actor }): FactsOf<'emergency'> => ({
  ...{ kind: 'emergency', place: actor.place, is_own: true, ...NONE },
})

/** A use that is about to be made. */
export const factsOfOpening = async ({ actor, tx }: { actor: Actor; tx: RegisterTx }) => ({
  ...factsOfList({ actor }),
  is_barred: await isBarred(tx, actor.officer_id),
})

type Given = { params: { emergency_id: string }; actor: Actor; tx: RegisterTx }

/** One use, for the officer who made it, as long as it can be read; then it is not there any more. */
export const factsOfReading =
  ({ clock }: Program) =>
  async ({ params, actor, tx }: Given): Promise<EmergencyFacts | undefined> => {
    const use = await findUse(tx, params.emergency_id)
    if (!use || !isReadable(use, clock.now().toString())) return undefined
    const is_own = use.used_by === actor.officer_id && use.posting_id === actor.posting_id
    const { person_id, district_id } = use
    return { ...factsOfList({ actor }), is_own, person_id, district_id }
  }

/** What decides who reviews a use. */
export async function factsOfUse(
  tx: RegisterTx,
  { places }: Program,
  now: Temporal.Instant,
  { use, actor }: { use: Use; actor: Actor },
): Promise<EmergencyFacts> {
  const { emergency_id, used_by, used_at, person_id, district_id } = use
  const is_late = reviewClock({ used_at, is_reviewed: false }, now.toString())?.is_late ?? false
  const subjects = [emergency_id, used_by, person_id].filter((id) => id !== null)
  const [has_reviewer, has_conflict] = await Promise.all([
    hasDistrictReviewer(tx, emergency_id),
    hasConflict(tx, actor.officer_id, subjects),
  ])
  return {
    ...{ kind: 'emergency', place: district_id === null ? NATION : places.ofDistrict(district_id) },
    ...{ is_own: used_by === actor.officer_id, is_barred: false, person_id, district_id, has_conflict },
    is_escalated: isEscalated({
      ...{ is_late, is_of_bureau: district_id === null, has_district_officer: has_reviewer ?? true },
    }),
  }
}

/** One use, as its second officer meets it. */
export const factsOfReview =
  (program: Program) =>
  async ({ params, actor, tx }: Given): Promise<EmergencyFacts | undefined> => {
    const use = await findUse(tx, params.emergency_id)
    return use && factsOfUse(tx, program, program.clock.now(), { use, actor })
  }

/** A finding, as an administrator meets it; nobody follows up his own. */
export const factsOfFinding = async ({ params, actor, tx }: Given) => {
  const finding = await findFinding(tx, params.emergency_id)
  if (!finding) return undefined
  return { ...factsOfList({ actor }), is_own: false, has_conflict: finding.used_by === actor.officer_id }
}

type About = {
  params: { emergency_id: string }
  facts: EmergencyFacts | undefined
}

/** The subject of an event about a use. */
export const aboutEmergency = ({ params: { emergency_id }, facts }: About) => ({
  ...{ purpose: 'danger_to_life', place_district: facts?.district_id ?? undefined },
  ...{ subject_kind: 'emergency', subject_id: emergency_id },
})

/** The same with an event of its own for the person, where the reply shows something of him or a refusal kept it back. */
export const aboutItsPerson =
  <R>(isShown: (reply: R) => boolean) =>
  ({ reply, ...about }: About & { reply: R | undefined }) => {
    const use = aboutEmergency(about)
    const person_id = about.facts?.person_id
    if (!person_id || (reply !== undefined && !isShown(reply))) return [use]
    return [{ ...use, subject_kind: 'person', subject_id: person_id, second_id: use.subject_id }, use]
  }
