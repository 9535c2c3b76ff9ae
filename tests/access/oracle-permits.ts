/**
 * The second judge, first half: who has which act among his duties. Written from LAW §3 and the words of the policies,
 * not from their text, and sharing nothing with them but the names of things. What stands against an act is in oracle.ts.
 */
import type { About, Action, Facts } from '../../domain/access/actions.ts'
import { type Actor, POSTABLE_ROLES, type Role } from '../../domain/access/actor.ts'

export const PROSECUTORS: readonly Role[] = ['prosecutor', 'deputy_prosecutor']
export const BUREAU: readonly Role[] = ['bureau_officer', 'bureau_supervisor']
export const STATION: readonly Role[] = ['station_officer', 'station_head']
export const OVERSIGHT: readonly Role[] = ['administrator', 'auditor', 'committee_analyst']

const EVERYBODY: readonly Role[] = POSTABLE_ROLES
const NOBODY: readonly Role[] = []
const POLICE: readonly Role[] = [...STATION, 'district_police_officer']
/** They write what stands in a record. */
const KEEPERS = [...PROSECUTORS, ...BUREAU, ...STATION]
/** They supervise a person, or do it for the whole country. */
const SUPERVISORS = [...BUREAU, ...STATION]
const ENTERERS = [...PROSECUTORS, ...BUREAU]
const READERS: readonly Role[] = [...ENTERERS, ...POLICE, 'legal_officer']
/** They follow what a person owes and does. */
const FOLLOWERS: readonly Role[] = [...BUREAU, ...POLICE, 'legal_officer']
const LEGAL: readonly Role[] = ['legal_officer']
const LEGAL_AND_BUREAU: readonly Role[] = [...LEGAL, ...BUREAU]
const ADMINISTRATOR: readonly Role[] = ['administrator']
const AUDITOR: readonly Role[] = ['auditor']
const SUPERVISOR: readonly Role[] = ['bureau_supervisor']
const INVESTIGATOR: readonly Role[] = ['investigator']
const PROSECUTOR: readonly Role[] = ['prosecutor']
const NIGHT_WORK: readonly Role[] = ['night_work']
const HEADS: readonly Role[] = ['station_head', 'district_police_officer']
const USE_EMERGENCIES: readonly Role[] = ['investigator', 'station_head', 'bureau_officer']
const REVIEW_EMERGENCIES: readonly Role[] = ['district_police_officer', ...SUPERVISOR]

/** A role that has an act only where something is so of the record. */
type Where = { roles: readonly Role[]; where: (record: Facts, who: Actor) => boolean }
type Entry = readonly Role[] | readonly Where[]

const where = (roles: readonly Role[], holds: Where['where']): Where => ({ roles, where: holds })
const whereOwn = (roles: readonly Role[]) => where(roles, (record) => record['is_own_proposal'] === true)
const whereHis = (roles: readonly Role[]) => where(roles, (record) => record['is_own'] === true)
/** Not the officer himself: the system that acts for him, of its own agency. */
const whereSystemOf = (roles: readonly Role[]) =>
  where(roles, (record, who) => who.through_agency === true && record['is_own'] === true)
const always = (roles: readonly Role[]) => where(roles, () => true)

/**
 * Who decides a proposal, by what it is about. `never_refused`: it goes back to who can mend it. `never_theirs`: those who
 * decide it do not propose such things, so they have none to withdraw.
 */
type Desk = { deciders: readonly Role[]; never_refused?: true; never_theirs?: true }
const DESKS: Record<About, Desk> = {
  officer: { deciders: ADMINISTRATOR },
  entry: { deciders: BUREAU, never_refused: true },
  correction: { deciders: BUREAU },
  appeal: { deciders: BUREAU },
  strikeout: { deciders: BUREAU },
  notice: { deciders: BUREAU },
  conflict: { deciders: BUREAU },
  agency: { deciders: ADMINISTRATOR },
  merge: { deciders: BUREAU, never_refused: true },
  clearance: { deciders: BUREAU },
  closed_desk: { deciders: BUREAU },
  breach: { deciders: HEADS }, // proposed at the station or by the Bureau
  quota: { deciders: SUPERVISOR },
  pack: { deciders: SUPERVISOR, never_theirs: true },
  instrument: { deciders: SUPERVISOR, never_theirs: true },
  check: { deciders: NOBODY }, // released on its own page, with its own act
}
/** They propose, each in his own matters, and follow what became of it. */
const PROPOSERS: readonly Role[] = [...PROSECUTORS, ...STATION, ...LEGAL]
/** The answer of a check waits for a second officer of the Bureau: all of it sees that it waits. */
const SEE_ANSWERS = BUREAU

const deskOf = (record: Facts) => DESKS[record['about'] as About]
const isAbout = (record: Facts, about: About) => record['about'] === about

const decides = (role: Role): Where => where([role], (record) => deskOf(record).deciders.includes(role))
const DECIDERS = EVERYBODY.map(decides)
const FOLLOWERS_OF_THEIR_OWN = [
  whereOwn(PROPOSERS),
  where(BUREAU, (record) => isAbout(record, 'breach') && record['is_own_proposal'] === true),
  where(SEE_ANSWERS, (record) => isAbout(record, 'check')),
]
const decidersUnless = (but: 'never_refused' | 'never_theirs') =>
  DECIDERS.map((one) => where(one.roles, (record, who) => one.where(record, who) && !deskOf(record)[but]))

/** For every act, the roles among whose duties it is. */
export const DUTIES: Record<Action, Entry> = {
  'day.view': EVERYBODY,
  'conflict.view': EVERYBODY,
  'conflict.declare': EVERYBODY,
  'conflict.withdraw': EVERYBODY,

  // Officers, the log, limits, instruments.
  'officer.view': [...ADMINISTRATOR, ...AUDITOR],
  'officer.propose': ADMINISTRATOR,
  'officer.confirm': ADMINISTRATOR,
  'audit.view': AUDITOR,
  'audit.export': AUDITOR,
  'quota.propose': SUPERVISOR,
  'instrument.propose': LEGAL,
  'desk.view': [...SUPERVISOR, ...LEGAL],

  // Two people.
  'approval.view': [...DECIDERS, ...FOLLOWERS_OF_THEIR_OWN],
  'approval.withdraw': [...decidersUnless('never_theirs'), ...FOLLOWERS_OF_THEIR_OWN],
  'approval.approve': DECIDERS,
  'approval.return': DECIDERS,
  'approval.refuse': decidersUnless('never_refused'),

  // How a conviction walks in: the prosecution sends it, the Bureau compares, a legal officer decides what is doubtful.
  'import.upload': PROSECUTORS,
  'import.view': ENTERERS,
  'import.confirm': PROSECUTORS,
  'import.cancel': PROSECUTORS,
  'import.download': ENTERERS,
  'expectation.view': ENTERERS,
  'draft.create': ENTERERS,
  'draft.view': [...ENTERERS, ...LEGAL],
  'draft.edit': ENTERERS,
  'draft.submit': ENTERERS,
  'draft.discard': ENTERERS,
  'draft.take_over': ENTERERS,
  'identity.verify': ENTERERS,
  'draft.legal_decision': LEGAL,
  'draft.identity_basis': BUREAU,
  'entry.compare': BUREAU,
  'entry.approve': BUREAU,
  'entry.return': BUREAU,

  // A person, and what is done about him.
  'search.create': [...KEEPERS, 'legal_officer'],
  'search.view': [...KEEPERS, 'legal_officer'],
  'person.view': READERS,
  'person.timeline': READERS,
  'person.show_number': KEEPERS,
  'person.view_photo': KEEPERS,
  'person.add_photo': BUREAU,
  'person.lookers': [...BUREAU, ...HEADS],
  'duty.view': READERS,
  'print.view': READERS,
  'print.reprint': READERS,
  'correction.propose': KEEPERS,
  'correction.view': [always(BUREAU), whereOwn(PROPOSERS)],
  'correction.decide': BUREAU,
  'appeal.record': [...ENTERERS, ...LEGAL],
  'strikeout.propose': [...KEEPERS, ...LEGAL],
  'match.list': BUREAU,
  'match.view': BUREAU,
  'match.decide': BUREAU,
  'merge.view': BUREAU,
  'merge.propose': BUREAU,

  // Supervision.
  'visit.record': SUPERVISORS,
  'stay.record': SUPERVISORS,
  'serving.view': FOLLOWERS,
  'serving.record': SUPERVISORS,
  'notice.view': FOLLOWERS,
  'notice.record': SUPERVISORS,
  'notice.strike': SUPERVISORS,
  'contact.add': SUPERVISORS,
  'reminder.list': SUPERVISORS,
  'duty.list': FOLLOWERS,
  'calendar.view': FOLLOWERS,
  'calendar.print': SUPERVISORS,
  'calendar.record': SUPERVISORS,
  'calendar.strike_out': SUPERVISORS,
  'breach.prepare': SUPERVISORS,
  'breach.contact': SUPERVISORS,
  'breach.open': SUPERVISORS,
  'breach.decide': SUPERVISORS,
  'breach.print': SUPERVISORS,
  'breach.list': FOLLOWERS,
  'breach.view': FOLLOWERS,
  'transfer.prepare': SUPERVISORS,
  'transfer.offer': SUPERVISORS,
  'transfer.list': [...BUREAU, ...POLICE],
  'transfer.view': [...BUREAU, ...POLICE],
  'transfer.accept': [where(STATION, (record) => record['is_receiver'] === true)],
  'transfer.refuse': [where(STATION, (record) => record['is_receiver'] === true)],
  'transfer.withdraw': [always(BUREAU), where(STATION, (record) => record['is_owner'] === true)],
  'transfer.assign': BUREAU,
  'exit.view': [always(LEGAL_AND_BUREAU), where(STATION, (record) => record['is_open'] === true)],
  'exit.certify': [always(BUREAU), where(STATION, (record) => record['is_open'] === true)],
  'exit.hand_over': [always(BUREAU), where(STATION, (record) => record['is_open'] === true)],

  // A question about a suspect: the investigator asks, the prosecutor screens, the Bureau answers by two.
  'check.list': [...INVESTIGATOR, ...ENTERERS, 'district_police_officer'],
  'check.view': [...INVESTIGATOR, ...ENTERERS, 'district_police_officer'],
  'check.ask': INVESTIGATOR,
  'check.open': INVESTIGATOR,
  'check.read': INVESTIGATOR,
  'check.confirm': INVESTIGATOR,
  'check.screen': [always(PROSECUTOR), where(PROSECUTORS, (record) => record['is_covering'] === true)],
  'check.name_deputy': PROSECUTOR,
  'check.compare': BUREAU,
  'check.answer': BUREAU,
  'check.release': BUREAU,
  'check.send_back': BUREAU,

  // An agency's own system: let in by administrators, in an investigator's name and by his leave.
  'agency.view': [...ADMINISTRATOR, ...AUDITOR],
  'agency.propose': ADMINISTRATOR,
  'agency.rotate': ADMINISTRATOR,
  'agency.follow': [whereSystemOf(EVERYBODY)],
  'agency.replay': [always(ADMINISTRATOR), whereSystemOf(EVERYBODY)],
  'agency_link.view': [whereHis(INVESTIGATOR)],
  'agency_link.consent': [whereHis(INVESTIGATOR)],
  'agency_link.lend': [whereHis(INVESTIGATOR)],
  'agency_link.end': [whereHis(INVESTIGATOR), always(ADMINISTRATOR)],

  // A man who is not the one on the register, at his own request: passed on by one officer, issued by another.
  'clearance.list': BUREAU,
  'clearance.view': BUREAU,
  'clearance.issue': BUREAU,
  'clearance.refuse': BUREAU,
  'clearance.withdraw': BUREAU,

  // Danger to life: one record at once, and a second officer judges it afterwards. The administrator hears of an
  // officer who had no reason, never about whom.
  'emergency.list': [...USE_EMERGENCIES, ...REVIEW_EMERGENCIES, ...ADMINISTRATOR],
  'emergency.prepare': USE_EMERGENCIES,
  'emergency.open': USE_EMERGENCIES,
  'emergency.read': USE_EMERGENCIES,
  'emergency.view': REVIEW_EMERGENCIES,
  'emergency.review': REVIEW_EMERGENCIES,
  'emergency.follow_up': ADMINISTRATOR,

  // Figures of the whole country, in which nobody is.
  'statistic.view': ['committee_analyst'],

  // What left the register.
  'disclosure.list': BUREAU,
  'recall.list': [...BUREAU, ...INVESTIGATOR, 'station_head'],
  'recall.confirm': [
    where(EVERYBODY, (record) => record['is_recipient'] === true),
    where(BUREAU, (record) => record['is_officers'] === false),
    always(SUPERVISOR),
  ],

  // The rules in force.
  'pack.view': LEGAL_AND_BUREAU,
  'pack.draft': LEGAL,
  'pack.propose': LEGAL,
  'simulation.view': LEGAL_AND_BUREAU,
  'simulation.look': LEGAL_AND_BUREAU,
  'simulation.begin': LEGAL,
  'law_change.apply': SUPERVISOR,
  'law_change.take_up': BUREAU,

  // What the register does by night, as nobody's officer.
  'duty.refresh': NIGHT_WORK,
  'reminder.send': NIGHT_WORK,
  'search.index': NIGHT_WORK,
  'civil_event.read': NIGHT_WORK,
  'check.erase': NIGHT_WORK,
  'match.compare': NIGHT_WORK,
  'agency.deliver': NIGHT_WORK,
  'statistic.publish': NIGHT_WORK,
}

const isConditional = (entry: Entry): entry is readonly Where[] => typeof entry[0] === 'object'

/** Whether the act is among the officer's duties, for such a record. */
export function isDutyOf(who: Actor, act: Action, record: Facts): boolean {
  const entry = DUTIES[act]
  if (!isConditional(entry)) return entry.includes(who.role)
  return entry.some((one) => one.roles.includes(who.role) && one.where(record, who))
}

/** The roles that have the act at all, whatever must be so of the record. */
export function rolesWith(act: Action): readonly Role[] {
  const entry = DUTIES[act]
  return isConditional(entry) ? [...new Set(entry.flatMap((one) => one.roles))] : entry
}
