/**
 * The second judge, second half: what stands against an act that is among an officer's duties, and what he is told.
 * Written from LAW §3, decision 0013 and the words of the policies; it knows nothing of Cedar, and 14,000 cases are put
 * to both (oracle.test.ts).
 */
import type { Action, Facts } from '../../domain/access/actions.ts'
import type { Actor, Place, Purpose, Role } from '../../domain/access/actor.ts'
import type { LookContext } from '../../domain/access/decision.ts'
import { BUREAU, isDutyOf, OVERSIGHT, PROSECUTORS, STATION } from './oracle-permits.ts'

/** An officer, what he wants to do, to which record, and why. */
export type Case = { who: Actor; act: Action; record: Facts; look: LookContext }

/**
 * `not_found`: as if there were no such record or screen. `refused`: he is told why.
 * `passkey`: nothing stands in the way but that his passkey was used too long ago.
 */
export type Verdict = 'allowed' | 'not_found' | 'refused' | 'passkey'

/** An act that shows something of a person; each has a purpose and is counted. */
export const LOOKS: readonly Action[] = [
  ...(['search.create', 'simulation.look', 'match.view', 'merge.view', 'check.compare'] as const),
  ...(['person.view', 'person.timeline', 'person.lookers'] as const),
  ...(['person.show_number', 'person.view_photo'] as const),
  ...(['duty.view', 'serving.view', 'notice.view'] as const),
  ...(['breach.prepare', 'breach.view', 'transfer.prepare', 'transfer.view'] as const),
]
/** An act that cannot be taken back by the next click, or that hands something out. */
const NEED_PASSKEY: readonly Action[] = [
  ...(['officer.confirm', 'approval.approve', 'entry.approve', 'correction.decide'] as const),
  ...(['check.open', 'check.release', 'emergency.open', 'emergency.review'] as const),
  ...(['agency.rotate', 'agency_link.consent', 'agency_link.lend', 'clearance.issue'] as const),
]
/** The act of the second of two people. */
const OF_THE_SECOND: readonly Action[] = [
  ...(['officer.confirm', 'entry.approve', 'entry.return', 'correction.decide'] as const),
  ...(['approval.approve', 'approval.return', 'approval.refuse'] as const),
  ...(['draft.legal_decision', 'draft.identity_basis', 'check.release', 'check.send_back'] as const),
  ...(['clearance.issue', 'clearance.refuse'] as const),
]
/** What an agency's system may do in the name of its officer: ask, and keep its copies in order. */
const FOR_SYSTEMS: readonly Action[] = [
  ...(['check.list', 'check.view', 'check.ask', 'check.open', 'check.read', 'check.confirm'] as const),
  ...(['recall.list', 'recall.confirm', 'agency.follow', 'agency.replay'] as const),
]
/** A draft is changed by the office that began it. */
const OF_ITS_OFFICE: readonly Action[] = ['draft.edit', 'draft.submit', 'draft.discard', 'draft.take_over']
/** Recorded only of somebody who owes duties. */
const OF_WHO_OWES: readonly Action[] = ['visit.record', 'stay.record', 'serving.record', 'notice.record']
/** The Bureau does nothing to a question before the prosecutor sent it on. */
const AFTER_FORWARDING: readonly Action[] = [
  ...(['check.compare', 'check.answer', 'check.release', 'check.send_back'] as const),
]
const BY_NIGHT: readonly Action[] = [
  ...(['duty.refresh', 'reminder.send', 'search.index', 'civil_event.read', 'check.erase'] as const),
  ...(['match.compare', 'statistic.publish', 'agency.deliver'] as const),
]
/** A person, and the papers about one. */
const ABOUT_PEOPLE: readonly Facts['kind'][] = [
  ...(['person', 'search', 'match', 'correction', 'breach', 'transfer', 'exit', 'print', 'check'] as const),
  ...(['import', 'draft', 'entry', 'expectation', 'clearance'] as const),
]

/** Why each desk may look at a person; who is not named looks for any of the purposes. */
const PURPOSES_OF: Partial<Record<Role, readonly Purpose[]>> = {
  prosecutor: ['registration', 'correction'],
  deputy_prosecutor: ['registration', 'correction'],
  station_officer: ['supervision', 'correction'],
  station_head: ['supervision', 'correction'],
  district_police_officer: ['supervision', 'correction'],
  legal_officer: ['legal_review', 'correction'],
}

const LEVELS = ['province', 'division', 'district', 'station'] as const
const liesIn = (inner: Place, outer: Place) =>
  LEVELS.every((level) => outer[level] === null || outer[level] === inner[level])
/** The narrowest level that a place names. */
export const levelOf = (place: Place) => LEVELS.findLast((level) => place[level] !== null) ?? 'nation'

/** For this officer there is no such thing. */
function isNothingToHim({ who, act, record }: Case): boolean {
  const is_investigator = who.role === 'investigator'
  if (record.place && !liesIn(record.place, who.place)) return true
  if (who.through_agency && !FOR_SYSTEMS.includes(act)) return true
  if (who.role === 'night_work' && !BY_NIGHT.includes(act)) return true
  if (OVERSIGHT.includes(who.role)) {
    if (ABOUT_PEOPLE.includes(record.kind)) return true
    if (record.kind === 'approval' && record['about'] !== 'officer' && record['about'] !== 'agency')
      return true
  }
  if (is_investigator && (LOOKS.includes(act) || act === 'search.view')) return true
  if (is_investigator && record.kind === 'check' && !record['is_own']) return true
  if (['search.view', 'emergency.read'].includes(act) && !record['is_own']) return true
  return record['is_closed'] === true && ![...BUREAU, 'legal_officer'].includes(who.role)
}

/** He himself is not in a state to act, whatever the act. */
function isNotInStanding({ who }: Case): boolean {
  if (who.is_locked || !who.is_vetted || !who.is_trained) return true
  const works_in_a_district = [...PROSECUTORS, 'district_police_officer'].includes(who.role)
  if (works_in_a_district && levelOf(who.place) !== 'district') return true
  return STATION.includes(who.role) && levelOf(who.place) !== 'station'
}

/** He is partial, or it is another's to do. */
function isNotHisToDo({ act, record }: Case): boolean {
  if (record['has_conflict'] === true) return true
  if (OF_THE_SECOND.includes(act) && record['is_own_proposal']) return true
  if (act === 'approval.withdraw' && !record['is_own_proposal']) return true
  if (act === 'emergency.review' && record['is_own']) return true
  // Who used it without reason has it again when an administrator has said what follows.
  if (['emergency.prepare', 'emergency.open'].includes(act) && record['is_barred']) return true
  return OF_ITS_OFFICE.includes(act) && !record['is_own_unit']
}

/** It is too early for the act, or too late. */
function isOutOfTime({ who, act, record }: Case): boolean {
  if (OF_WHO_OWES.includes(act) && record['is_off_register']) return true
  // The district reviews first.
  if (BUREAU.includes(who.role) && act === 'emergency.review' && !record['is_escalated']) return true
  return BUREAU.includes(who.role) && AFTER_FORWARDING.includes(act) && !record['is_forwarded']
}

/** A look without a purpose that is his, or one that nobody counted. */
function isLookWithoutGround({ who, act, look }: Case): boolean {
  if (!LOOKS.includes(act)) return false
  const purpose = look.purpose as Purpose | undefined
  if (purpose === undefined || look.has_quota === undefined) return true
  return !(PURPOSES_OF[who.role]?.includes(purpose) ?? true)
}

/** Of a limit hears only who would else be allowed; of the passkey, only who lacks nothing but that. */
export function judge(given: Case): Verdict {
  const { who, act, record, look } = given
  if (isNothingToHim(given)) return 'not_found'
  if (isNotInStanding(given) || isNotHisToDo(given) || isOutOfTime(given) || isLookWithoutGround(given))
    return 'refused'
  if (!isDutyOf(who, act, record)) return 'not_found'
  if (look.has_quota === false) return 'refused'
  return NEED_PASSKEY.includes(act) && !who.fresh_auth ? 'passkey' : 'allowed'
}
