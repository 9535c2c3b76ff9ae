// An invented person to show the rules on: convicted, released, address changed, one confirmation made.
import type { Conviction } from '../eligibility/conviction.ts'
import type { Facts } from './facts.ts'

export const exampleConviction: Conviction = {
  conviction_id: 'k1',
  offence: 'PPC-376',
  offence_on: '2023-05-01',
  convicted_on: '2024-02-12',
  country: 'PK',
  jurisdiction: 'PK-PB',
  victim: 'woman',
  disposal: 'imprisonment',
  juvenile: false,
  appeal: [
    { event: 'filed', on: '2024-03-01' },
    { event: 'dismissed', on: '2024-09-02' },
  ],
}

export const exampleFacts: Facts = {
  case_id: 'c1',
  on: '2025-09-10',
  pack: 'pk-assumed',
  person: { born_on: '1988-02-11' },
  convictions: [exampleConviction],
  custody: [{ from_on: '2024-02-12', to_on: '2025-03-03' }],
  hospital: [],
  abroad: [],
  no_fixed_abode: [],
  served: [{ duty: 'confirm_in_person', at: '2025-03-03T10:00:00+05:00', language: 'ur' }],
  changes: [{ change_id: 'a1', kind: 'address', on: '2025-06-10' }],
  trips: [
    {
      trip_id: 't1',
      kind: 'abroad',
      departs_at: '2025-12-20T04:00:00+05:00',
      returns_at: '2026-01-05T23:00:00+05:00',
      cancelled_at: null,
    },
  ],
  notices: [
    {
      notice_id: 'n1',
      duty: 'notify_address_change',
      about: 'a1',
      received_at: '2025-06-16T11:20:00+05:00',
    },
    { notice_id: 'n2', duty: 'confirm_in_person', about: null, received_at: '2025-08-27T09:00:00+05:00' },
  ],
  visits: [{ on: '2025-07-01', result: 'found' }],
  closed_desks: [],
  outages: [{ from_at: '2025-09-03T06:00:00+05:00', to_at: '2025-09-03T20:00:00+05:00' }],
}
