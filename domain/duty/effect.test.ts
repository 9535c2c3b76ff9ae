import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPack } from '../../law/packs.ts'
import { effectBetween } from './effect.ts'
import { evaluate } from './evaluate.ts'
import { exampleFacts } from './example-facts.ts'
import type { Facts } from './facts.ts'
import { pausedSince, standingReason } from './standing-reason.ts'

const pack = defaultPack()
const result = (more: Partial<Facts> = {}) => evaluate({ ...exampleFacts, ...more }, pack)
const acquitted = exampleFacts.convictions.map((one) => ({
  ...one,
  appeal: [{ event: 'acquitted' as const, on: '2025-09-01' }],
}))

describe('the effect of a fact', () => {
  it('is nothing where nothing changes', () => {
    assert.deepEqual(effectBetween(result(), result()), { values: [], duties: [] })
  })
  it('of a re-arrest is the standing, the open end, and the date that waits', () => {
    const { values, duties } = effectBetween(
      result(),
      result({ custody: [...exampleFacts.custody, { from_on: '2025-09-05', to_on: null }] }),
    )
    assert.deepEqual(
      values.map(({ about, after }) => [about, after]),
      [
        ['standing', 'in_custody'],
        ['ends_on', null],
      ],
    )
    assert.deepEqual(
      duties.map(({ key, after }) => [key, after]),
      [['1.2', { due: null, state: 'paused' }]],
    )
  })
  it('of an acquittal that is undone is every duty that is owed again', () => {
    const { duties } = effectBetween(result({ convictions: acquitted }), result())
    assert.ok(duties.length === result().duties.length && duties.every(({ before }) => before === null))
  })
  it('of an acquittal lists every duty that goes', () => {
    const { values, duties } = effectBetween(result(), result({ convictions: acquitted }))
    assert.equal(values.find(({ about }) => about === 'status')?.after, 'void')
    assert.ok(duties.length === result().duties.length && duties.every(({ after }) => after === null))
  })
})

describe('the reason of a standing', () => {
  const cases: [string, Partial<Facts>, string, string | null, number][] = [
    [
      'custody, joined where it touches',
      {
        custody: [
          ...exampleFacts.custody,
          { from_on: '2025-08-01', to_on: '2025-08-20' },
          { from_on: '2025-08-20', to_on: null },
        ],
      },
      'in_custody',
      '2025-08-01',
      0,
    ],
    [
      'abroad as the border told',
      { abroad: [{ from_on: '2025-09-01', to_on: null }] },
      'abroad',
      '2025-09-01',
      0,
    ],
    [
      'abroad on a journey that was told',
      {
        served: [{ duty: 'notify_travel_abroad', at: '2025-03-03T10:00:00+05:00', language: 'ur' }],
        trips: [
          {
            trip_id: 't9',
            kind: 'abroad',
            departs_at: '2025-09-08T04:00:00+05:00',
            returns_at: null,
            cancelled_at: null,
          },
        ],
        notices: [
          {
            notice_id: 'n9',
            duty: 'notify_travel_abroad',
            about: 't9',
            received_at: '2025-08-20T10:00:00+05:00',
          },
        ],
      },
      'abroad',
      '2025-09-08',
      0,
    ],
    [
      'a visit that found nobody',
      {
        visits: [
          { on: '2025-09-01', result: 'not_at_address' },
          { on: '2025-08-31', result: 'found' },
        ],
      },
      'whereabouts_unknown',
      '2025-09-01',
      0,
    ],
    ['a duty not done', { notices: [] }, 'late', '2025-09-04', 1],
    ['nothing', {}, 'compliant', null, 0],
    ['an end', { on: '2036-01-01' }, 'ended', '2035-03-03', 0],
    ['an acquittal', { convictions: acquitted }, 'void', null, 0],
  ]
  for (const [what, more, code, since_on, overdue_count] of cases)
    it(`${what}: ${code}`, () => {
      const facts = { ...exampleFacts, ...more }
      const reason = standingReason(facts, evaluate(facts, pack))
      assert.deepEqual([reason.code, reason.since_on, reason.overdue_count], [code, since_on, overdue_count])
    })
  it('of an hour deadline counts by its day', () => {
    const facts: Facts = {
      ...exampleFacts,
      served: [{ duty: 'notify_absence', at: '2025-03-03T10:00:00+05:00', language: 'ur' }],
      trips: [
        {
          trip_id: 't8',
          kind: 'inside',
          departs_at: '2025-09-02T20:00:00+05:00',
          returns_at: null,
          cancelled_at: null,
        },
      ],
    }
    assert.deepEqual(standingReason(facts, evaluate(facts, pack)).since_on, '2025-09-02')
  })
  it('of a pause is its first day', () => {
    assert.equal(pausedSince(exampleFacts), null)
    assert.equal(
      pausedSince({ ...exampleFacts, hospital: [{ from_on: '2025-09-01', to_on: null }] }),
      '2025-09-01',
    )
  })
})
