// What may be asked of the policies: every act, the kind of record it is done to, and the facts it needs.
import type { Place } from './actor.ts'

/**
 * The facts a decision needs about a record of each kind, besides its kind; all are required.
 * `is_own_proposal`: the actor wrote or proposed it. `is_own_unit`: his office did. `is_own`: he made it.
 * `has_conflict`: a conflict he declared, or the record concerns himself.
 */
export type FactsByKind = {
  day: { place: null }
  officer: { place: Place; is_own_proposal: boolean; has_conflict: boolean }
  approval: { place: Place; about: About; is_own_proposal: boolean; has_conflict: boolean }
  import: { place: Place }
  draft: { place: Place; is_own_unit: boolean; is_own_proposal: boolean; has_conflict: boolean }
  entry: { place: Place; is_own_proposal: boolean; has_conflict: boolean }
  person: { place: Place; has_conflict: boolean }
  correction: { place: Place; is_own_proposal: boolean; has_conflict: boolean }
  search: { place: null; is_own: boolean }
  audit: { place: null }
  expectation: { place: Place }
  pack: { place: null }
}
export type ResourceKind = keyof FactsByKind

/** What an approval is about. */
export const ABOUTS = ['officer', 'entry', 'correction', 'pack'] as const
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
  'correction.propose': 'person',
  'correction.view': 'correction',
  'correction.decide': 'correction',
  'search.create': 'search',
  'search.view': 'search',
  'audit.view': 'audit',
  'audit.export': 'audit',
  'expectation.view': 'expectation',
  'pack.view': 'pack',
  'pack.draft': 'pack',
  'pack.propose': 'pack',
} as const satisfies Record<string, ResourceKind>
export type Action = keyof typeof ACTIONS
