import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findSource } from '../../law/sources.ts'
import { dayOf, isoOf } from '../calendar/dates.ts'
import { exampleFacts } from '../duty/example-facts.ts'
import { duty_names, type Facts } from '../duty/facts.ts'
import type { DeskPeriod } from '../duty/timeline.ts'
import type { GateFacts } from './check.ts'
import { at, CONFIRM, type Given, gateFacts, gateOf, notice, serving } from './example-lapse.ts'
import { asSigned, type CheckName, check_names, decideGate, type Gate } from './gate.ts'
import { dateOfDuty, findDuty, type Lapse, lapsesOf } from './lapse.ts'

const failing = ({ checks }: Gate) =>
  checks.flatMap(({ passes, check, code }) => (passes ? [] : [[check, code]]))

/** A lapse of a change or a trip, at the date the engine gives it. */
function lapseAbout(key: string, given: Given): Lapse {
  const duty = gateFacts(given).result.duties.find((one) => one.key === key)
  assert.ok(duty)
  return { duty: duty.duty, key, due_on: dateOfDuty(duty) ?? '' }
}

describe('the gate', () => {
  it('passes when the duty was told, the desk was open and nothing kept the person', () => {
    const gate = gateOf({})
    assert.deepEqual(failing(gate), [])
    assert.equal(gate.passes, true)
    assert.deepEqual(
      gate.checks.map(({ check }) => check),
      check_names,
    )
  })
  it('asks a decision that was signed neither who keeps the duties now nor what was decided elsewhere', () => {
    const decided_elsewhere = [{ duty: 'confirm_in_person', due_on: '2025-09-03' }]
    const given = gateFacts({ is_kept_elsewhere: true, decided_elsewhere })
    assert.deepEqual(
      [decideGate(CONFIRM, given).passes, decideGate(CONFIRM, asSigned(given)).passes],
      [false, true],
    )
  })
  it('rests every check on a text of the list', () => {
    for (const { law } of gateOf({}).checks) assert.ok(findSource(law), law)
  })
  it('passes for an attendance that came late, and tells of it', () => {
    const notices = [
      { notice_id: 'n', duty: 'confirm_in_person', about: null, received_at: at('2025-09-10') },
    ] as const
    const gate = gateOf({ facts: { notices } })
    assert.equal(gate.passes, true)
    assert.equal(gate.checks.find(({ check }) => check === 'lapsed')?.code, 'came_late')
  })
})

const trip_told = {
  trips: [
    {
      trip_id: 't',
      kind: 'abroad',
      departs_at: at('2025-08-20'),
      returns_at: at('2025-08-29'),
      cancelled_at: null,
    },
  ],
  notices: [{ notice_id: 'n', duty: 'notify_travel_abroad', about: 't', received_at: at('2025-08-01') }],
} as const
const CASES: readonly [title: string, given: Given, check: CheckName, code: string][] = [
  ['nobody told him', { servings: [] }, 'owed', 'not_owed'],
  [
    'a notice came in time after all',
    { facts: { notices: notice(at('2025-09-01')) } },
    'lapsed',
    'met_in_time',
  ],
  ['the day has not passed', { facts: { on: '2025-09-03' } }, 'lapsed', 'not_lapsed'],
  [
    'he was acquitted',
    {
      facts: {
        convictions: exampleFacts.convictions.map((c) => ({
          ...c,
          appeal: [{ event: 'acquitted', on: '2025-09-10' }] as const,
        })),
      },
    },
    'owed',
    'not_owed',
  ],
  ['he is imprisoned and nobody knows since when', { facts: { custody: [] } }, 'owed', 'not_owed'],
  ['his older record keeps the duties', { is_kept_elsewhere: true }, 'owed', 'kept_elsewhere'],
  [
    'it was decided with another record of his',
    { decided_elsewhere: [{ duty: 'confirm_in_person', due_on: '2025-09-03' }] },
    ...(['owed', 'decided_elsewhere'] as const),
  ],
  ['the two calculators differ', { is_disputed: true }, 'calculators_agree', 'calculators_differ'],
  [
    'he was told when the time had begun to run',
    { servings: [{ ...serving, served_at: at('2025-08-25'), recorded_at: at('2025-08-25') }] },
    'served',
    'served_too_late',
  ],
  [
    'the proof was typed in after the date',
    { servings: [{ ...serving, recorded_at: at('2025-09-08') }] },
    'served',
    'recorded_late',
  ],
  [
    'he was told again, in another language',
    {
      servings: [
        serving,
        {
          ...serving,
          serving_id: 's2',
          language: 'en',
          served_at: at('2025-09-05'),
          recorded_at: at('2025-09-05'),
        },
      ],
    },
    'language',
    'other_language',
  ],
  ['he speaks another language than he was told in', { reads: 'en' }, 'language', 'other_language'],
  [
    'the desk was closed for a day when he might have come',
    { desk: { closed_desks: [{ from_on: '2025-08-27', to_on: '2025-08-28' }] } },
    'desk_open',
    'closed',
  ],
  [
    'the system was down for an hour of such a day',
    { desk: { outages: [{ from_at: at('2025-09-03', '10:00'), to_at: at('2025-09-03', '11:00') }] } },
    'system_up',
    'down',
  ],
  [
    'the system is down since',
    { desk: { outages: [{ from_at: at('2025-09-03', '15:00'), to_at: null }] } },
    'system_up',
    'down',
  ],
  [
    'he was in custody, and the date moved',
    { facts: { custody: [...exampleFacts.custody, { from_on: '2025-09-01', to_on: '2025-09-05' }] } },
    'owed',
    'date_moved',
  ],
  [
    'he is in hospital without an end',
    { facts: { hospital: [{ from_on: '2025-09-01', to_on: null }] } },
    'owed',
    'put_off',
  ],
  ['he came back from a journey told in time a week before', { facts: trip_told }, 'owed', 'date_moved'],
]

describe('the gate refuses where', () => {
  for (const [title, given, check, code] of CASES)
    it(`${title}: ${check}`, () => {
      const gate = gateOf(given)
      assert.equal(gate.passes, false)
      assert.deepEqual(failing(gate)[0], [check, code])
    })
  it('imprisonment has no dates, whatever date comes of it: custody_known', () => {
    const given = gateFacts({ facts: { custody: [], on: '2026-06-01' } })
    const [lapse] = lapsesOf(given.result.duties)
    assert.ok(lapse)
    assert.ok(
      decideGate(lapse, given).checks.some(({ check, passes }) => check === 'custody_known' && !passes),
    )
  })
  it('a duty was told only partly: never_served', () => {
    const given = gateFacts({})
    const gate = decideGate(CONFIRM, { ...given, servings: [{ ...serving, duties: ['notify_absence'] }] })
    assert.deepEqual(failing(gate), [
      ['served', 'never_served'],
      ['language', 'not_told'],
    ])
  })
  it('the registration is for review, is void, or ended before that day', () => {
    const given = gateFacts({})
    const as = (registration: Partial<GateFacts['result']['registration']>) =>
      decideGate(CONFIRM, {
        ...given,
        result: { ...given.result, registration: { ...given.result.registration, ...registration } },
      }).checks.find(({ check }) => check === 'registered')?.code
    assert.equal(as({ status: 'review' }), 'review')
    assert.equal(as({ status: 'void' }), 'void')
    assert.equal(as({ released_on: null }), 'not_released')
    assert.equal(as({ ends_on: '2025-09-03' }), 'ended_before')
    assert.equal(as({ ends_on: '2025-09-04', status: 'ended' }), 'registered')
  })
})

describe('before a journey', () => {
  const away = (departs: string, kind: 'abroad' | 'inside', more: Partial<Facts> = {}): Given => ({
    facts: {
      trips: [{ trip_id: 't', kind, departs_at: departs, returns_at: at('2025-09-18'), cancelled_at: null }],
      ...more,
    },
  })
  const gate = (given: Given) => gateOf(given, lapseAbout('t', given))
  it('abroad, the notice is due a week before, and the gate passes when the desk was open', () => {
    assert.deepEqual(failing(gate(away(at('2025-09-11'), 'abroad'))), [])
  })
  it('inside the country, the desk must have been open in the day before the hour', () => {
    assert.deepEqual(failing(gate(away(at('2025-09-09', '23:00'), 'inside'))), [])
    const by_monday_morning = away(at('2025-09-08', '19:00'), 'inside')
    assert.deepEqual(
      failing(gate(by_monday_morning)),
      [
        ['desk_open', 'no_open_day'],
        ['system_up', 'up'],
      ].slice(0, 1),
    )
  })
  it('the hours that an outage took count for the person', () => {
    const given: Given = {
      ...away(at('2025-09-09', '23:00'), 'inside'),
      desk: { outages: [{ from_at: at('2025-09-09', '08:00'), to_at: at('2025-09-09', '10:30') }] },
    }
    assert.deepEqual(failing(gate(given)), [['system_up', 'down']])
  })
  it('somebody who told in time that he would be abroad is not held to an absence; who did not tell, is', () => {
    const home: Facts['trips'][number] = {
      trip_id: 't',
      kind: 'inside',
      departs_at: at('2025-09-12'),
      returns_at: at('2025-09-18'),
      cancelled_at: null,
    }
    const inCountry = (
      trip: Partial<Facts['trips'][number]>,
      told: string | null,
      more: Partial<Facts> = {},
    ) => {
      const abroad: Facts['trips'][number] = {
        trip_id: 'u',
        kind: 'abroad',
        departs_at: at('2025-09-09'),
        returns_at: at('2025-09-12', '08:00'),
        cancelled_at: null,
        ...trip,
      }
      const notices =
        told === null
          ? []
          : ([{ notice_id: 'n', duty: 'notify_travel_abroad', about: 'u', received_at: told }] as const)
      const given: Given = { facts: { trips: [home, abroad], notices, ...more } }
      const gate = gateOf(given, lapseAbout('t', given))
      return gate.checks.find(({ check }) => check === 'in_the_country')?.passes
    }
    assert.equal(inCountry({}, null), true)
    assert.equal(inCountry({}, at('2025-09-08')), true)
    assert.equal(inCountry({}, at('2025-09-01')), false)
    assert.equal(inCountry({ returns_at: null }, at('2025-09-01')), false)
    assert.equal(inCountry({ cancelled_at: at('2025-09-08') }, at('2025-09-01')), true)
    assert.equal(inCountry({ cancelled_at: at('2025-09-10') }, at('2025-09-01')), false)
    // Where this duty was not told, a notice before departure is enough.
    const served = duty_names.flatMap((duty) =>
      duty === 'notify_travel_abroad' ? [] : [{ duty, at: at('2025-03-03'), language: 'ur' }],
    )
    assert.equal(inCountry({}, at('2025-09-08'), { served }), false)
    assert.equal(inCountry({}, null, { served }), true)
  })
  it('in custody, in hospital or abroad on the day, nothing is held against him', () => {
    const travel = away(at('2025-09-12'), 'inside')
    const hour = lapseAbout('t', travel)
    const day = [{ from_on: hour.due_on, to_on: isoOf(dayOf(hour.due_on) + 1) }]
    const held = { ...travel.facts, custody: [...exampleFacts.custody, ...day] }
    assert.deepEqual(failing(gateOf({ facts: held }, hour)), [['at_liberty', 'in_custody']])
    assert.deepEqual(failing(gateOf({ facts: { ...travel.facts, hospital: day } }, hour)), [
      ['out_of_hospital', 'in_hospital'],
    ])
    assert.deepEqual(failing(gateOf({ facts: { ...travel.facts, abroad: day } }, hour)), [
      ['in_the_country', 'abroad'],
    ])
  })
})

describe('after a change', () => {
  const moved: Given = { facts: { changes: [{ change_id: 'a', kind: 'address', on: '2025-09-01' }] } }
  it('the week from the change is what counts', () => {
    const lapse = lapseAbout('a', moved)
    assert.deepEqual([lapse.duty, lapse.due_on], ['notify_address_change', '2025-09-08'])
    assert.deepEqual(failing(gateOf(moved, lapse)), [])
    const closed = { closed_desks: [{ from_on: '2025-08-29', to_on: '2025-08-30' }] }
    assert.deepEqual(failing(gateOf({ ...moved, desk: closed }, lapse)), [])
    const within = { closed_desks: [{ from_on: '2025-09-02', to_on: '2025-09-03' }] }
    assert.deepEqual(failing(gateOf({ ...moved, desk: within }, lapse)), [['desk_open', 'closed']])
  })
  it('a change of name is told within its own days', () => {
    const given: Given = { facts: { changes: [{ change_id: 'b', kind: 'name', on: '2025-09-01' }] } }
    assert.deepEqual(failing(gateOf(given, lapseAbout('b', given))), [])
  })
  it('the desk is that of the station that owned him on each day', () => {
    const lapse = lapseAbout('a', moved)
    const closed = { closed_desks: [{ from_on: '2025-09-02', to_on: '2025-09-03' }], outages: [] }
    const open = { closed_desks: [], outages: [] }
    const desks = (first: object, then: object) =>
      [
        { from_on: '2025-03-01', ...first },
        { from_on: '2025-09-02', ...then },
      ] as DeskPeriod[]
    assert.deepEqual(failing(gateOf({ ...moved, desks: desks(closed, open) }, lapse)), [])
    const first_owner = [{ from_on: '2025-09-05', ...closed }]
    assert.deepEqual(failing(gateOf({ ...moved, desks: first_owner }, lapse)), [['desk_open', 'closed']])
    assert.deepEqual(failing(gateOf({ ...moved, desks: desks(open, closed) }, lapse)), [
      ['desk_open', 'closed'],
    ])
  })
})

describe('a lapse', () => {
  it('is a duty on one date', () => {
    const { result } = gateFacts({})
    assert.deepEqual(
      lapsesOf(result.duties).map(({ found, ...lapse }) => lapse),
      [CONFIRM],
    )
    assert.equal(findDuty(result.duties, { duty: 'confirm_in_person', key: '9.9' }), undefined)
  })
})
