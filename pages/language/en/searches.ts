// Looking a person up by an exact number.
import type { Messages } from '../message.ts'

export const searches = {
  'searches.title': 'Find a person',
  'searches.what':
    'One number is enough: a CNIC, a passport, a record number, or an FIR with its station. Digits and dashes of any kind.',
  'searches.query': 'Number',
  'searches.query.hint':
    'For example 90000-0000000-1, AB1234567, NSOR-2026-000123, or 117/2024 Saddar Multan',
  'searches.kind': 'Kind of number',
  'searches.kind.cnic': 'CNIC',
  'searches.kind.passport': 'Passport',
  'searches.kind.record_number': 'Record number',
  'searches.kind.fir': 'FIR',
  'searches.kind.draft': 'Entry in the making',
  'searches.kind.person': 'One record, opened',
  'searches.purpose': 'Why you are looking',
  'searches.purpose.registration': 'To register a conviction',
  'searches.purpose.supervision': 'Supervision',
  'searches.purpose.correction': 'To correct the record',
  'searches.purpose.legal_review': 'Legal review',
  'searches.purpose.check': 'A check that was requested',
  'searches.purpose.court_order': 'A court’s order',
  'searches.case_reference': 'Case reference',
  'searches.case_reference.hint':
    'The case, order or letter that your purpose comes from. It is kept with this search.',
  'searches.recorded': 'Every search is recorded with your name and purpose, also one that finds nobody.',
  'searches.latest': 'Your latest searches',
  'searches.latest.none': 'You have not searched yet.',
  'searches.when': 'When',
  'searches.found': 'Found',
  'searches.found_count': { one: '{count} person', other: '{count} people' },

  'searches.result': 'Result of a search',
  'searches.again': 'New search',
  'searches.nobody': 'Nothing found within what you may see',
  'searches.nobody.what':
    'Check the number once more. If it is right, nobody you may see has it; that does not say that nobody has it.',
  'searches.record': 'Record',
  'searches.father': 'Father',
  'searches.born': 'Born',
  'searches.station': 'Station',
  'searches.why': 'Why this matched',
  'searches.matched.cnic': 'The CNIC is the same',
  'searches.matched.passport': 'The passport number is the same',
  'searches.matched.record_number': 'The record number is the same',
  'searches.matched.fir': 'Convicted in this FIR',
  'searches.matched.draft': 'Found while an entry was made',
  'searches.matched.person': 'This record was opened',
  'searches.matched.superseded': 'by a number that has been corrected since',

  'searches.fault.any':
    'This is no CNIC (13 digits), passport (2 letters, 7 digits), record number or FIR with its station.',
  'searches.fault.cnic': 'A CNIC has 13 digits.',
  'searches.fault.passport': 'A passport number has 2 letters and 7 digits.',
  'searches.fault.record_number': 'A record number looks like NSOR-2026-000123.',
  'searches.fault.fir': 'An FIR needs its number, year and station, as in 117/2024 Saddar Multan.',
} as const satisfies Messages<'searches'>
