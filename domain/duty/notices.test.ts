import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPack, type Pack } from '../../law/packs.ts'
import { evaluate } from './evaluate.ts'
import { exampleConviction, exampleFacts } from './example-facts.ts'
import { duty_names, type Facts, type NoticeFact, type TripFact } from './facts.ts'

const pack = defaultPack()
const at = (day: string, time = '10:00') => `${day}T${time}:00+05:00`
const told = (day: string, time?: string): Facts['served'] =>
  duty_names.map((duty) => ({ duty, at: at(day, time), language: 'ur' }))
/** Released on 3 Mar 2025, everything told that day, nothing done since. */
const released: Facts = {
  ...exampleFacts,
  on: '2025-06-20',
  served: told('2025-03-03'),
  changes: [],
  trips: [],
  notices: [],
  visits: [],
  outages: [],
}
const span = (from_on: string, to_on: string | null) => [{ from_on, to_on }]
const noticed = (duty: NoticeFact['duty'], about: string, received_at: string): NoticeFact => ({
  notice_id: `of ${about}`,
  duty,
  about,
  received_at,
})
const others = (change: Partial<Facts>, by = pack) =>
  evaluate({ ...released, ...change }, by).duties.filter(({ duty }) => duty !== 'confirm_in_person')
const codes = (change: Partial<Facts>) => others(change)[0]?.steps.map(({ because: { code } }) => code)

describe('a change of address', () => {
  const moved = (on: string): Partial<Facts> => ({ changes: [{ change_id: 'a1', kind: 'address', on }] })
  it('is to be told within seven days, whether received before or after', () => {
    const [duty] = others(moved('2025-06-10'))
    assert.deepEqual(
      [duty?.duty, duty?.key, duty?.due_on, duty?.state],
      ['notify_address_change', 'a1', '2025-06-17', 'overdue'],
    )
    const state = (day: string) =>
      others({ ...moved('2025-06-10'), notices: [noticed('notify_address_change', 'a1', at(day))] })[0]?.state
    assert.deepEqual(
      [state('2025-06-01'), state('2025-06-17'), state('2025-06-18'), state('2025-06-21')],
      ['met', 'met', 'met_late', 'overdue'],
    )
  })
  it('is met by its first notice, and by none of another change or duty', () => {
    const about = (id: string, duty: NoticeFact['duty'] = 'notify_address_change') =>
      noticed(duty, id, at('2025-06-12'))
    const state = (...notices: NoticeFact[]) => others({ ...moved('2025-06-10'), notices })[0]?.state
    assert.deepEqual(
      [state(about('a2')), state(about('a1', 'notify_name_change')), state(about('a1'))],
      ['overdue', 'overdue', 'met'],
    )
  })
  it('is owed from the day it was told and the day of release, until the end', () => {
    const count = (on: string, change: Partial<Facts> = {}) => others({ ...moved(on), ...change }).length
    assert.deepEqual([count('2025-03-02'), count('2025-03-03'), count('2025-06-21')], [0, 1, 0])
    assert.deepEqual(
      [
        count('2025-03-04', { served: told('2025-03-05') }),
        count('2025-03-05', { served: told('2025-03-05') }),
      ],
      [0, 1],
    )
    const later = { on: '2035-06-01' }
    assert.deepEqual(
      [count('2035-02-20', later), count('2035-03-02', later), count('2035-03-03', later)],
      [1, 0, 0],
    )
    const told_early = { ...later, notices: [noticed('notify_address_change', 'a1', at('2035-03-01'))] }
    assert.deepEqual([count('2035-03-02', told_early), count('2035-03-03', told_early)], [1, 0])
    assert.equal(count('2025-06-10', { served: [] }), 0)
  })
  it('of name has its own duty', () => {
    const [duty] = others({ changes: [{ change_id: 'a1', kind: 'name', on: '2025-06-10' }] })
    assert.equal(duty?.duty, 'notify_name_change')
  })
  it('in hospital waits', () => {
    assert.equal(others({ ...moved('2025-06-10'), hospital: span('2025-06-12', null) })[0]?.state, 'paused')
    assert.equal(
      others({
        ...moved('2025-06-10'),
        hospital: span('2025-06-12', null),
        notices: [noticed('notify_address_change', 'a1', at('2025-06-19'))],
      })[0]?.state,
      'met',
    )
  })
})

describe('a trip abroad', () => {
  const trip: TripFact = {
    trip_id: 't1',
    kind: 'abroad',
    departs_at: at('2025-07-20', '04:00'),
    returns_at: at('2025-08-05'),
    cancelled_at: null,
  }
  const going = (change: Partial<TripFact> = {}): Partial<Facts> => ({ trips: [{ ...trip, ...change }] })
  const due = (change: Partial<Facts>) => others({ ...going(), ...change })[0]?.due_on
  const custody = (from: string, to: string | null) => ({
    custody: [...exampleFacts.custody, ...span(from, to)],
  })

  it('is to be told seven days before, rolled forward but never to the departure', () => {
    assert.equal(due({}), '2025-07-14')
    assert.equal(due({ closed_desks: span('2025-07-13', '2025-07-20') }), '2025-07-13')
  })
  it('is to be told from the day the duty was, or of release, at the earliest', () => {
    assert.equal(due({ served: told('2025-07-15') }), undefined)
    assert.equal(due({ on: '2025-07-16', served: told('2025-07-15') }), '2025-07-15')
    assert.equal(
      due({ served: told('2024-01-01'), ...going({ departs_at: at('2025-03-05') }) }),
      '2025-03-03',
    )
    assert.deepEqual(codes({ on: '2025-07-16', served: told('2025-07-15'), ...going() }), [
      'days_before',
      'not_before_told',
    ])
  })
  it('is not to be told while in custody or hospital, nor after departure', () => {
    assert.equal(due(custody('2025-07-10', '2025-07-16')), '2025-07-16')
    assert.equal(
      due({ ...custody('2025-07-10', '2025-07-16'), hospital: span('2025-07-15', '2025-07-18') }),
      '2025-07-18',
    )
    assert.equal(due(custody('2025-07-10', null)), '2025-07-20')
    assert.equal(due(custody('2025-07-10', '2025-07-25')), '2025-07-20')
    assert.deepEqual(codes({ ...going(), ...custody('2025-07-10', '2025-07-16') }), ['days_before', 'held'])
  })
  it('is not owed for a departure before it was told, before release or from the end on', () => {
    const count = (change: Partial<Facts>) => others(change).length
    assert.equal(count({ ...going({ departs_at: at('2025-03-03', '09:59') }) }), 0)
    assert.equal(count({ ...going({ departs_at: at('2025-03-03', '10:00') }) }), 1)
    assert.equal(
      count({ ...going({ departs_at: at('2025-03-02', '09:00') }), served: told('2025-01-01') }),
      0,
    )
    const late = { departs_at: at('2035-03-02', '23:59'), returns_at: null }
    assert.deepEqual(
      [count(going(late)), count(going({ ...late, departs_at: at('2035-03-03', '00:00') }))],
      [1, 0],
    )
  })
  it('cancelled before departure is ignored, as far as the day asked knows', () => {
    const count = (cancelled_at: string) => others(going({ cancelled_at })).length
    assert.deepEqual([count(at('2025-06-20', '23:59')), count(at('2025-06-21', '00:00'))], [0, 1])
    assert.equal(others({ ...going({ cancelled_at: trip.departs_at }), on: '2025-08-01' }).length, 1)
  })

  describe('told in time', () => {
    const confirmation = (received: string | null, change: Partial<Facts> = {}) => {
      const notices = received === null ? [] : [noticed('notify_travel_abroad', 't1', received)]
      const away = going({ departs_at: at('2025-09-01', '04:00'), returns_at: at('2025-09-20') })
      const { duties } = evaluate({ ...released, ...away, on: '2025-09-01', notices, ...change }, pack)
      return duties.find(({ duty }) => duty === 'confirm_in_person')?.due_on
    }
    it('puts off what falls due on it; told late or not at all, it does not', () => {
      assert.equal(confirmation(null), '2025-09-03')
      assert.equal(confirmation(at('2025-08-25', '23:59')), '2025-09-27')
      assert.equal(confirmation(at('2025-08-26', '00:00')), '2025-09-03')
    })
    it('where no duty was owed, puts off if told before departure', () => {
      const served = { served: released.served.filter(({ duty }) => duty === 'confirm_in_person') }
      assert.equal(confirmation(at('2025-09-01', '03:59'), served), '2025-09-27')
      assert.equal(confirmation(at('2025-09-01', '04:00'), served), '2025-09-03')
    })
    it('with an unknown return counts for 90 days', () => {
      const away = going({ departs_at: at('2025-09-01'), returns_at: null })
      assert.equal(confirmation(at('2025-08-20'), away), '2025-12-08')
    })
  })
})

describe('a long absence', () => {
  const trip: TripFact = {
    trip_id: 't1',
    kind: 'inside',
    departs_at: at('2025-07-20', '09:00'),
    returns_at: at('2025-07-24', '09:00'),
    cancelled_at: null,
  }
  const absent = (change: Partial<TripFact> = {}): Partial<Facts> => ({ trips: [{ ...trip, ...change }] })
  it('is to be told twelve hours before, at an instant that is not rolled', () => {
    const [duty] = others(absent())
    assert.deepEqual(
      [duty?.duty, duty?.due_on, duty?.due_at, duty?.state],
      ['notify_absence', null, at('2025-07-19', '21:00'), 'not_due'],
    )
    const state = (received: string) =>
      others({ ...absent(), on: '2025-07-21', notices: [noticed('notify_absence', 't1', received)] })[0]
        ?.state
    assert.deepEqual(
      [state(at('2025-07-19', '21:00')), state(at('2025-07-19', '21:01'))],
      ['met', 'met_late'],
    )
  })
  it('is one of more than 72 hours, or without a known return', () => {
    const count = (returns_at: string | null) => others(absent({ returns_at })).length
    assert.deepEqual(
      [count(at('2025-07-23', '09:00')), count(at('2025-07-23', '09:01')), count(null)],
      [0, 1, 1],
    )
  })
  it('is to be told from the instant the duty was, at the earliest', () => {
    const change = { ...absent(), on: '2025-07-20', served: told('2025-07-20', '08:00') }
    assert.equal(others(change)[0]?.due_at, at('2025-07-20', '08:00'))
    assert.deepEqual(codes(change), ['hours_before', 'not_before_told'])
  })
  it('is overdue from the day after the instant', () => {
    const state = (on: string) => others({ ...absent(), on })[0]?.state
    assert.deepEqual([state('2025-07-19'), state('2025-07-20')], ['due', 'overdue'])
  })
  it('waits for the end of an appeal where the pack lets it suspend, never past departure', () => {
    const { appeal_effect } = pack.values
    const suspending: Pack = {
      ...pack,
      values: { ...pack.values, appeal_effect: { ...appeal_effect, value: 'suspend' } },
    }
    const due = (ended: string | null, departs_at: string) => {
      const appeal = [
        { event: 'filed', on: '2025-06-01' } as const,
        ...(ended === null ? [] : [{ event: 'dismissed', on: ended } as const]),
      ]
      const change = {
        ...absent({ departs_at }),
        on: '2025-08-01',
        convictions: [{ ...exampleConviction, appeal }],
      }
      return others(change, suspending)[0]?.due_at
    }
    const departs = at('2025-07-20', '09:00')
    assert.equal(due('2025-07-20', departs), at('2025-07-20', '00:00'))
    assert.equal(due('2025-07-21', departs), departs)
    assert.equal(due(null, departs), departs)
    assert.equal(due('2025-07-19', departs), at('2025-07-19', '21:00'))
  })
})

describe('the list', () => {
  it('is in order of due date, duty, date before rolling, then key by code point', () => {
    const change = (change_id: string) => ({ change_id, kind: 'address' as const, on: '2025-06-10' })
    const ids = ['b', '\u{1F600}', '\uFF21', 'a2', 'a10', 'a'].map(change)
    const name = { change_id: 'z', kind: 'name' as const, on: '2025-06-09' }
    const earlier = { change_id: 'c', kind: 'address' as const, on: '2025-06-08' }
    const changes = [...ids, name, earlier]
    const found = others({ changes }).map(({ key }) => key)
    assert.deepEqual(
      others({ changes: changes.toReversed() }).map(({ key }) => key),
      found,
    )
    assert.deepEqual(found, ['c', 'z', 'a', 'a10', 'a2', 'b', '\uFF21', '\u{1F600}'])
  })
})
