// The officers and records of the access tests, by name. Every officer is in good standing unless a test says otherwise.
import type { FactsOf } from '../../domain/access/actions.ts'
import { type Actor, NATION, type Place, type Role } from '../../domain/access/actor.ts'

export const MULTAN: Place = { province: 'PK-PB', division: 'Multan', district: 'pb_multan', station: null }
export const VEHARI: Place = { ...MULTAN, district: 'pb_vehari' }
export const SADDAR: Place = { ...MULTAN, station: 'multan-saddar' }
export const CANTT: Place = { ...MULTAN, station: 'multan-cantt' }
export const PUNJAB: Place = { province: 'PK-PB', division: null, district: null, station: null }

export const officer = (role: Role, place: Place, changes: Partial<Actor> = {}): Actor => ({
  officer_id: 'officer',
  session_id: 'session',
  posting_id: 'posting',
  unit_id: 'unit',
  role,
  place,
  is_vetted: true,
  is_trained: true,
  fresh_auth: true,
  is_locked: false,
  ...changes,
})

/** Where a role is posted in these tests: the narrowest place at which it works. */
export const POSTED: Record<Role, Place> = {
  prosecutor: MULTAN,
  deputy_prosecutor: MULTAN,
  bureau_officer: NATION,
  bureau_supervisor: NATION,
  legal_officer: NATION,
  investigator: MULTAN,
  station_officer: SADDAR,
  station_head: SADDAR,
  district_police_officer: MULTAN,
  committee_analyst: NATION,
  administrator: NATION,
  auditor: NATION,
  night_work: NATION,
}
export const posted = (role: Role, changes: Partial<Actor> = {}) => officer(role, POSTED[role], changes)

const IMPARTIAL = { is_own_proposal: false, has_conflict: false }

/** One record of each kind, as the actor meets it: another's proposal, his own office's draft, his own search. */
export const given = {
  day: (): FactsOf<'day'> => ({ kind: 'day', place: null }),
  officer: (c: Partial<FactsOf<'officer'>> = {}): FactsOf<'officer'> => ({
    ...{ kind: 'officer', place: MULTAN, ...IMPARTIAL },
    ...c,
  }),
  approval: (c: Partial<FactsOf<'approval'>> = {}): FactsOf<'approval'> => ({
    ...{ kind: 'approval', place: SADDAR, about: 'correction', ...IMPARTIAL },
    ...c,
  }),
  import: (c: Partial<FactsOf<'import'>> = {}): FactsOf<'import'> => ({
    kind: 'import',
    place: MULTAN,
    ...c,
  }),
  draft: (c: Partial<FactsOf<'draft'>> = {}): FactsOf<'draft'> => ({
    ...{ kind: 'draft', place: MULTAN, is_own_unit: true, ...IMPARTIAL },
    ...c,
  }),
  entry: (c: Partial<FactsOf<'entry'>> = {}): FactsOf<'entry'> => ({
    ...{ kind: 'entry', place: MULTAN, ...IMPARTIAL },
    ...c,
  }),
  person: (c: Partial<FactsOf<'person'>> = {}): FactsOf<'person'> => ({
    ...{ kind: 'person', place: SADDAR, has_conflict: false, is_closed: false, is_off_register: false },
    ...c,
  }),
  exit: (c: Partial<FactsOf<'exit'>> = {}): FactsOf<'exit'> => ({
    ...{ kind: 'exit', place: SADDAR, has_conflict: false, is_open: true },
    ...c,
  }),
  correction: (c: Partial<FactsOf<'correction'>> = {}): FactsOf<'correction'> => ({
    ...{ kind: 'correction', place: SADDAR, ...IMPARTIAL },
    ...c,
  }),
  breach: (c: Partial<FactsOf<'breach'>> = {}): FactsOf<'breach'> => ({
    ...{ kind: 'breach', place: SADDAR, has_conflict: false, is_closed: false },
    ...c,
  }),
  transfer: (c: Partial<FactsOf<'transfer'>> = {}): FactsOf<'transfer'> => ({
    ...{ kind: 'transfer', place: SADDAR, is_owner: true, is_receiver: false },
    ...c,
  }),
  check: (c: Partial<FactsOf<'check'>> = {}): FactsOf<'check'> => ({
    ...{ kind: 'check', place: MULTAN, is_own: true, is_covering: false },
    ...{ is_forwarded: true, is_own_proposal: false, has_conflict: false },
    ...c,
  }),
  emergency: (c: Partial<FactsOf<'emergency'>> = {}): FactsOf<'emergency'> => ({
    ...{ kind: 'emergency', place: SADDAR, is_own: true, is_barred: false, is_escalated: false },
    ...{ has_conflict: false, ...c },
  }),
  match: (c: Partial<FactsOf<'match'>> = {}): FactsOf<'match'> => ({
    ...{ kind: 'match', place: null, has_conflict: false },
    ...c,
  }),
  agency: (c: Partial<FactsOf<'agency'>> = {}): FactsOf<'agency'> => ({
    ...{ kind: 'agency', place: null, is_own: true },
    ...c,
  }),
  clearance: (c: Partial<FactsOf<'clearance'>> = {}): FactsOf<'clearance'> => ({
    ...{ kind: 'clearance', place: null, ...IMPARTIAL },
    ...c,
  }),
  instrument: (): FactsOf<'instrument'> => ({ kind: 'instrument', place: null }),
  quota: (): FactsOf<'quota'> => ({ kind: 'quota', place: null }),
  disclosure: (): FactsOf<'disclosure'> => ({ kind: 'disclosure', place: null }),
  recall: (c: Partial<FactsOf<'recall'>> = {}): FactsOf<'recall'> => ({
    ...{ kind: 'recall', place: null, is_recipient: false, is_officers: true },
    ...c,
  }),
  search: (is_own = true): FactsOf<'search'> => ({ kind: 'search', place: null, is_own }),
  audit: (): FactsOf<'audit'> => ({ kind: 'audit', place: null }),
  conflict: (): FactsOf<'conflict'> => ({ kind: 'conflict', place: null }),
  pack: () => ({ kind: 'pack', place: null }) satisfies FactsOf<'pack'>,
  simulation: () => ({ kind: 'simulation', place: null }) satisfies FactsOf<'simulation'>,
  statistic: (): FactsOf<'statistic'> => ({ kind: 'statistic', place: null }),
  expectation: (c: Partial<FactsOf<'expectation'>> = {}): FactsOf<'expectation'> => ({
    ...{ kind: 'expectation', place: MULTAN },
    ...c,
  }),
  calendar: (c: Partial<FactsOf<'calendar'>> = {}): FactsOf<'calendar'> => ({
    ...{ kind: 'calendar', place: SADDAR },
    ...c,
  }),
  duties: (c: Partial<FactsOf<'duties'>> = {}): FactsOf<'duties'> => ({
    ...{ kind: 'duties', place: SADDAR },
    ...c,
  }),
  print: (c: Partial<FactsOf<'print'>> = {}): FactsOf<'print'> => ({
    ...{ kind: 'print', place: SADDAR, is_closed: false },
    ...c,
  }),
}

/** A look with quota left, for the purpose that is everyday work of the role. */
export const lookAs = (role: Role) => ({
  has_quota: true,
  purpose:
    role === 'legal_officer'
      ? 'legal_review'
      : ['station_officer', 'station_head', 'district_police_officer'].includes(role)
        ? 'supervision'
        : 'registration',
})
