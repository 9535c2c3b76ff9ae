// What may be asked of the policies: every act, the kind of record it is done to, and the facts it needs.
import type { Place } from './actor.ts'

/**
 * The facts a decision needs about a record of each kind, besides its kind; all are required.
 * `is_own_proposal`: the actor wrote or proposed it. `is_own_unit`: his office did. `is_own`: he made it; of an agency, it acts for him.
 * `has_conflict`: a conflict he declared, or the record concerns himself. `is_owner`, `is_receiver`: his station owns
 * the person of a transfer, or is offered him.
 * `is_covering`: a deputy named for the day, or the clock of the prosecutor has run out.
 * `is_recipient`: he holds the copy that is called back; `is_officers`: an officer of the register does.
 * `is_forwarded`: the prosecutor sent the request on.
 * `is_barred`: a use of his of the emergency access was found not justified, and nobody followed that up.
 * `is_escalated`: the review of a use has passed to the Bureau's supervisor.
 * `is_closed`: a court undid the conviction, or the certificate of the end was handed over; of a paper, that of its person. `is_off_register`: void or ended.
 * `has_conflict`: a conflict he declared, or the record concerns himself.
 */
export type FactsByKind = {
  day: { place: null }
  officer: { place: Place; is_own_proposal: boolean; has_conflict: boolean }
  approval: { place: Place; about: About; is_own_proposal: boolean; has_conflict: boolean }
  import: { place: Place }
  draft: { place: Place; is_own_unit: boolean; is_own_proposal: boolean; has_conflict: boolean }
  entry: { place: Place; is_own_proposal: boolean; has_conflict: boolean }
  person: { place: Place; has_conflict: boolean; is_closed: boolean; is_off_register: boolean }
  exit: { place: Place; has_conflict: boolean; is_open: boolean }
  correction: { place: Place; is_own_proposal: boolean; has_conflict: boolean }
  breach: { place: Place; has_conflict: boolean; is_closed: boolean }
  transfer: { place: Place; is_owner: boolean; is_receiver: boolean }
  check: CheckAttributes
  emergency: EmergencyAttributes
  agency: { place: null; is_own: boolean }
  match: { place: null; has_conflict: boolean }
  clearance: { place: null; is_own_proposal: boolean; has_conflict: boolean }
  disclosure: { place: null }
  quota: { place: null }
  instrument: { place: null }
  recall: { place: null; is_recipient: boolean; is_officers: boolean }
  search: { place: null; is_own: boolean }
  audit: { place: null }
  expectation: { place: Place }
  statistic: { place: null }
  calendar: { place: Place }
  duties: { place: Place }
  print: { place: Place; is_closed: boolean }
  conflict: { place: null }
  pack: { place: null }
  simulation: { place: null }
}
type CheckAttributes = {
  place: Place
  is_own: boolean
  is_covering: boolean
  is_forwarded: boolean
  is_own_proposal: boolean
  has_conflict: boolean
}
type EmergencyAttributes = {
  place: Place
  is_own: boolean
  is_barred: boolean
  is_escalated: boolean
  has_conflict: boolean
}
export type ResourceKind = keyof FactsByKind

/** What an approval is about. */
export const ABOUTS = [
  ...(['officer', 'entry', 'correction', 'pack'] as const),
  ...(['breach', 'appeal', 'strikeout', 'closed_desk', 'notice', 'conflict', 'check'] as const),
  ...(['merge', 'clearance', 'quota', 'instrument', 'agency'] as const),
] as const
export type About = (typeof ABOUTS)[number]

/** The exact facts of one kind: give it as the return type of a `factsFor…` query. */
export type FactsOf<K extends ResourceKind> = { kind: K } & FactsByKind[K]

/** Facts as a route hands them over; attributes that no policy knows are left out of the decision. */
export type Facts = {
  kind: ResourceKind
  place: Place | null
  [attribute: string]: string | boolean | number | Place | null
}

/** Every act and the kind of record it is done to. The acts on one's own session need no policy. */
export const ACTIONS = {
  'day.view': 'day',
  'officer.view': 'officer',
  'officer.propose': 'officer',
  'officer.confirm': 'officer',
  'approval.view': 'approval',
  'approval.approve': 'approval',
  'approval.return': 'approval',
  'approval.refuse': 'approval',
  'approval.withdraw': 'approval',
  'import.upload': 'import',
  'import.view': 'import',
  'import.confirm': 'import',
  'import.cancel': 'import',
  'import.download': 'import',
  'draft.create': 'draft',
  'draft.view': 'draft',
  'draft.edit': 'draft',
  'draft.submit': 'draft',
  'draft.discard': 'draft',
  'draft.take_over': 'draft',
  'draft.legal_decision': 'draft',
  'draft.identity_basis': 'draft',
  'identity.verify': 'draft',
  'entry.compare': 'entry',
  'entry.approve': 'entry',
  'entry.return': 'entry',
  'person.view': 'person',
  'person.show_number': 'person',
  'person.view_photo': 'person',
  'person.add_photo': 'person',
  'person.timeline': 'person',
  'person.lookers': 'person',
  'duty.view': 'person',
  'visit.record': 'person',
  'stay.record': 'person',
  'appeal.record': 'person',
  'strikeout.propose': 'person',
  'exit.view': 'exit',
  'exit.certify': 'exit',
  'exit.hand_over': 'exit',
  'correction.propose': 'person',
  'correction.view': 'correction',
  'correction.decide': 'correction',
  'breach.prepare': 'person',
  'breach.contact': 'person',
  'breach.open': 'person',
  'breach.list': 'breach',
  'breach.view': 'breach',
  'breach.decide': 'breach',
  'breach.print': 'breach',
  'transfer.prepare': 'person',
  'transfer.offer': 'person',
  'transfer.list': 'transfer',
  'transfer.view': 'transfer',
  'transfer.accept': 'transfer',
  'transfer.refuse': 'transfer',
  'transfer.withdraw': 'transfer',
  'transfer.assign': 'transfer',
  'serving.view': 'person',
  'serving.record': 'person',
  'notice.view': 'person',
  'notice.record': 'person',
  'notice.strike': 'person',
  'check.list': 'check',
  'check.view': 'check',
  'check.ask': 'check',
  'check.screen': 'check',
  'check.name_deputy': 'check',
  'check.open': 'check',
  'check.read': 'check',
  'check.confirm': 'check',
  'check.erase': 'check',
  'check.compare': 'check',
  'check.answer': 'check',
  'check.release': 'check',
  'check.send_back': 'check',
  'emergency.list': 'emergency',
  'emergency.prepare': 'emergency',
  'emergency.open': 'emergency',
  'emergency.read': 'emergency',
  'emergency.view': 'emergency',
  'emergency.review': 'emergency',
  'emergency.follow_up': 'emergency',
  'agency.view': 'agency',
  'agency.propose': 'agency',
  'agency.rotate': 'agency',
  'agency.replay': 'agency',
  'agency.follow': 'agency',
  'agency.deliver': 'agency',
  'agency_link.view': 'agency',
  'agency_link.consent': 'agency',
  'agency_link.lend': 'agency',
  'agency_link.end': 'agency',
  'match.list': 'match',
  'match.view': 'match',
  'match.decide': 'match',
  'clearance.list': 'clearance',
  'clearance.view': 'clearance',
  'clearance.issue': 'clearance',
  'clearance.refuse': 'clearance',
  'clearance.withdraw': 'clearance',
  'match.compare': 'match',
  'merge.view': 'person',
  'merge.propose': 'person',
  'instrument.propose': 'instrument',
  'desk.view': 'instrument',
  'quota.propose': 'quota',
  'disclosure.list': 'disclosure',
  'recall.list': 'disclosure',
  'recall.confirm': 'recall',
  'search.create': 'search',
  'search.view': 'search',
  'search.index': 'search',
  'audit.view': 'audit',
  'audit.export': 'audit',
  'expectation.view': 'expectation',
  'statistic.view': 'statistic',
  'statistic.publish': 'statistic',
  'calendar.view': 'calendar',
  'calendar.print': 'calendar',
  'calendar.record': 'calendar',
  'calendar.strike_out': 'calendar',
  'duty.list': 'duties',
  'duty.refresh': 'duties',
  'civil_event.read': 'duties',
  'reminder.list': 'duties',
  'reminder.send': 'person',
  'contact.add': 'person',
  'print.view': 'print',
  'print.reprint': 'print',
  'conflict.view': 'conflict',
  'conflict.declare': 'conflict',
  'conflict.withdraw': 'conflict',
  'pack.view': 'pack',
  'pack.draft': 'pack',
  'pack.propose': 'pack',
  'simulation.view': 'simulation',
  'simulation.begin': 'simulation',
  'simulation.look': 'person',
  'law_change.apply': 'simulation',
  'law_change.take_up': 'simulation',
} as const satisfies Record<string, ResourceKind>
export type Action = keyof typeof ACTIONS

/** Acts that an agency's system may do in the name of its officer; policies refuse it every other one. */
export const THROUGH_AGENCY: ReadonlySet<Action> = new Set<Action>([
  ...(['check.list', 'check.view', 'check.ask', 'check.open', 'check.read', 'check.confirm'] as const),
  ...(['recall.list', 'recall.confirm', 'agency.follow', 'agency.replay'] as const),
])
