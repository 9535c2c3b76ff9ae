import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPack } from '../../law/packs.ts'
import { evaluate } from './evaluate.ts'
import { exampleConviction, exampleFacts } from './example-facts.ts'
import type { Facts, TripFact } from './facts.ts'
import { standingReason } from './standing-reason.ts'

const pack = defaultPack()
const span = (from_on: string, to_on: string | null) => [{ from_on, to_on }]
const at = (day: string) => `${day}T10:00:00+05:00`
/** Released on 3 Mar 2025 and asked in July: nothing is late yet. */
const july: Facts = {
  ...exampleFacts,
  on: '2025-07-20',
  changes: [],
  trips: [],
  notices: [],
  visits: [],
  outages: [],
}
const standing = (change: Partial<Facts>) => evaluate({ ...july, ...change }, pack).standing
const inCustody = (from: string, to: string | null) => ({ custody: [...july.custody, ...span(from, to)] })
const trip = (kind: TripFact['kind'], from: string, to: string | null): TripFact => ({
  trip_id: 't1',
  kind,
  departs_at: at(from),
  returns_at: to === null ? null : at(to),
  cancelled_at: null,
})
const notice = (duty: 'notify_absence' | 'notify_travel_abroad', received_at: string) => [
  { notice_id: 'n1', duty, about: 't1', received_at },
]

describe('standing', () => {
  const cases: readonly (readonly [string, Partial<Facts>, string])[] = [
    ['nothing late is compliant', {}, 'compliant'],
    ['one overdue duty is late', { on: '2025-09-04' }, 'late'],
    ['in custody comes before late', { on: '2025-09-04', ...inCustody('2025-09-04', null) }, 'in_custody'],
    ['abroad comes before late', { on: '2025-09-20', abroad: span('2025-09-12', '2025-09-21') }, 'abroad'],
    [
      'custody comes before abroad',
      { abroad: span('2025-07-01', null), ...inCustody('2025-07-10', null) },
      'in_custody',
    ],
    [
      'on a trip abroad told before leaving',
      {
        trips: [trip('abroad', '2025-07-18', null)],
        notices: notice('notify_travel_abroad', at('2025-07-17')),
      },
      'abroad',
    ],
    ['not yet released, in custody', { custody: span('2024-02-12', null) }, 'in_custody'],
    ['an ended registration is ended', { on: '2035-03-03' }, 'ended'],
    [
      'an acquittal is void',
      { convictions: [{ ...exampleConviction, appeal: [{ event: 'acquitted', on: '2025-07-20' }] }] },
      'void',
    ],
    [
      'a conviction of AJK is for review',
      { convictions: [{ ...exampleConviction, jurisdiction: 'PK-JK' }] },
      'review',
    ],
    ['no conviction is not registrable', { convictions: [] }, 'not_registrable'],
  ]
  for (const [what, change, expected] of cases) it(what, () => assert.equal(standing(change), expected))

  it('tells of hospital beside it', () => {
    const { is_in_hospital, standing: beside } = evaluate(
      { ...july, hospital: span('2025-07-20', null) },
      pack,
    )
    assert.deepEqual([is_in_hospital, beside], [true, 'compliant'])
  })
})

describe('whereabouts', () => {
  const missed = (on: string): Partial<Facts> => ({ visits: [{ on, result: 'not_at_address' }] })
  const cases: readonly (readonly [string, Partial<Facts>, string])[] = [
    ['are unknown after a visit found nobody', missed('2025-07-10'), 'whereabouts_unknown'],
    ['come before late', { ...missed('2025-07-10'), on: '2025-09-04' }, 'whereabouts_unknown'],
    [
      'are known by a later visit',
      {
        visits: [
          { on: '2025-07-11', result: 'found' },
          { on: '2025-07-10', result: 'not_at_address' },
        ],
      },
      'compliant',
    ],
    [
      'of one day, by the later in the list',
      {
        visits: [
          { on: '2025-07-10', result: 'not_at_address' },
          { on: '2025-07-10', result: 'found' },
        ],
      },
      'compliant',
    ],
    ['a visit before release tells nothing', missed('2025-03-02'), 'compliant'],
    ['nor where no custody hides it', { ...missed('2024-02-11'), custody: [], served: [] }, 'compliant'],
    [
      'a visit on the day of release does',
      { ...missed('2024-02-12'), custody: [], served: [] },
      'whereabouts_unknown',
    ],
    ['a visit after the day asked tells nothing', missed('2025-07-21'), 'compliant'],
    [
      'a visit in hospital tells nothing',
      { ...missed('2025-07-10'), hospital: span('2025-07-01', '2025-07-15') },
      'compliant',
    ],
    [
      'nor on the day hospital ends',
      { ...missed('2025-07-15'), hospital: span('2025-07-01', '2025-07-15') },
      'compliant',
    ],
    [
      'the day after it does',
      { ...missed('2025-07-16'), hospital: span('2025-07-01', '2025-07-15') },
      'whereabouts_unknown',
    ],
    [
      'a visit in custody tells nothing',
      { ...missed('2025-07-10'), ...inCustody('2025-07-10', '2025-07-12') },
      'compliant',
    ],
    [
      'nor one while abroad',
      { ...missed('2025-07-10'), abroad: span('2025-07-01', '2025-07-15') },
      'compliant',
    ],
    [
      'nor one without a fixed abode',
      { ...missed('2025-07-10'), no_fixed_abode: span('2025-07-10', '2025-07-11') },
      'compliant',
    ],
    [
      'a home of two weeks between two such spells counts',
      {
        ...missed('2025-07-10'),
        no_fixed_abode: [...span('2025-06-20', '2025-07-01'), ...span('2025-07-15', null)],
      },
      'whereabouts_unknown',
    ],
    [
      'a notice on the day of the visit tells where the person is',
      {
        ...missed('2025-07-10'),
        notices: [{ notice_id: 'n1', duty: 'confirm_in_person', about: null, received_at: at('2025-07-10') }],
      },
      'compliant',
    ],
    [
      'one of the day before does not',
      {
        ...missed('2025-07-10'),
        notices: [{ notice_id: 'n1', duty: 'confirm_in_person', about: null, received_at: at('2025-07-09') }],
      },
      'whereabouts_unknown',
    ],
  ]
  for (const [what, change, expected] of cases) it(what, () => assert.equal(standing(change), expected))

  it('abroad is since the day of the trip that he told of, whatever he did not tell or called off later', () => {
    const told = trip('abroad', '2025-07-08', '2025-08-01')
    const untold = { ...trip('abroad', '2025-07-15', null), trip_id: 't2' }
    const off = { ...untold, trip_id: 't3', cancelled_at: at('2025-07-14') }
    const since = (change: Partial<Facts>) => {
      const facts = { ...july, ...change }
      return standingReason(facts, evaluate(facts, pack)).since_on
    }
    const notices = notice('notify_travel_abroad', at('2025-07-01'))
    assert.equal(since({ trips: [told, untold, off], notices }), '2025-07-08')
    const served = [
      ...july.served,
      { duty: 'notify_travel_abroad' as const, at: at('2025-03-03'), language: 'ur' },
    ]
    assert.equal(since({ trips: [told, untold], notices, served }), '2025-07-08')
    const of_off = [
      ...notices,
      { ...notice('notify_travel_abroad', at('2025-07-01'))[0], notice_id: 'n3', about: 't3' },
    ]
    assert.equal(since({ trips: [told, off], notices: of_off as Facts['notices'] }), '2025-07-08')
    assert.equal(since({ trips: [told], notices, abroad: span('2025-07-05', '2025-07-08') }), '2025-07-05')
  })
  it('a visit during a trip inside the country that was told before it tells nothing', () => {
    const during = (to: string | null, received: string, visited: string) =>
      standing({
        ...missed(visited),
        trips: [trip('inside', '2025-07-08', to)],
        notices: notice('notify_absence', received),
      })
    assert.equal(during('2025-07-14', at('2025-07-07'), '2025-07-14'), 'compliant')
    assert.equal(during(null, at('2025-07-07'), '2025-07-14'), 'compliant')
    assert.equal(during('2025-07-14', at('2025-07-07'), '2025-07-15'), 'whereabouts_unknown')
    assert.equal(during('2025-07-14', at('2025-07-08'), '2025-07-12'), 'whereabouts_unknown')
    assert.equal(
      standing({ ...missed('2025-07-12'), trips: [trip('inside', '2025-07-08', null)] }),
      'whereabouts_unknown',
    )
    assert.equal(
      standing({ ...missed('2025-07-12'), trips: [trip('abroad', '2025-07-08', null)] }),
      'whereabouts_unknown',
    )
  })
})
