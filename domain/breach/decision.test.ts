import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ENFORCEMENT } from '../../law/enforcement.ts'
import { transferClock } from '../transfer/clock.ts'
import {
  isContactTried,
  limitOn,
  mayStandFor,
  type Proposed,
  stateOfBreach,
  stepsOf,
  whyFallen,
} from './decision.ts'
import type { Gate } from './gate.ts'

const stands: Gate = { passes: true, checks: [] }
const lost: Gate = {
  passes: false,
  checks: [
    {
      check: 'lapsed',
      passes: false,
      code: 'met_in_time',
      values: {},
      law: 'SOR-RULES-2023',
      status: 'assumed',
    },
  ],
}
const proposed = (decision: Proposed['decision'], said: Proposed['said']): Proposed => ({ decision, said })

describe('a breach', () => {
  const CASES = [
    [stands, undefined, 'open'],
    [stands, proposed('refer', null), 'to_sign'],
    [stands, proposed('refer', 'returned'), 'open'],
    [stands, proposed('refer', 'withdrawn'), 'open'],
    [stands, proposed('refer', 'expired'), 'open'],
    [stands, proposed('refer', 'approved'), 'referred'],
    [stands, proposed('not_refer', 'approved'), 'not_referred'],
    [lost, undefined, 'fallen'],
    [lost, proposed('refer', null), 'fallen'],
    [lost, proposed('refer', 'approved'), 'fallen'],
    [lost, proposed('not_refer', 'approved'), 'not_referred'],
  ] as const
  for (const [gate, decision, state] of CASES)
    it(`whose ground ${gate.passes ? 'stands' : 'fell'}, ${decision ? `${decision.decision} ${decision.said ?? 'waiting'}` : 'undecided'}: ${state}`, () => {
      assert.equal(stateOfBreach(gate, decision), state)
    })
  it('says why its ground fell', () => {
    assert.equal(whyFallen(lost)?.code, 'met_in_time')
    assert.equal(whyFallen(stands), undefined)
  })
  it('is referred on grounds of its own, and spared on others', () => {
    assert.equal(mayStandFor('refer', 'no_answer'), true)
    assert.equal(mayStandFor('refer', 'unwell'), false)
    assert.equal(mayStandFor('not_refer', 'unwell'), true)
  })
})

describe('contact', () => {
  const on = (made_on: string, outcome = 'not_reached') => ({ made_on, outcome })
  it('was tried when the person was spoken to once, or on two different days', () => {
    assert.equal(isContactTried([], ENFORCEMENT), false)
    assert.equal(isContactTried([on('2025-09-12')], ENFORCEMENT), false)
    assert.equal(isContactTried([on('2025-09-12'), on('2025-09-12')], ENFORCEMENT), false)
    assert.equal(isContactTried([on('2025-09-12'), on('2025-09-15')], ENFORCEMENT), true)
    assert.equal(isContactTried([on('2025-09-12', 'spoke')], ENFORCEMENT), true)
  })
  it('comes first, then the decision, then the sign-off, each with its day', () => {
    const steps = (state: 'open' | 'to_sign' | 'referred', is_contacted: boolean, opened_on = '2025-09-10') =>
      stepsOf({ due_on: '2025-09-03', opened_on, state, is_contacted }, ENFORCEMENT).map((s) => [
        s.by_on,
        s.is_done,
      ])
    assert.deepEqual(steps('open', false), [
      ['2025-09-17', false],
      ['2025-10-03', false],
      [null, false],
    ])
    assert.deepEqual(steps('to_sign', true), [
      ['2025-09-17', true],
      ['2025-10-03', true],
      [null, false],
    ])
    assert.deepEqual(steps('referred', false), [
      ['2025-09-17', true],
      ['2025-10-03', true],
      [null, true],
    ])
    assert.deepEqual(steps('open', false, '2025-12-01')[1], ['2025-12-08', false])
  })
})

describe('a clock', () => {
  it('of a lapse runs out the day after its limit', () => {
    assert.equal(limitOn('2025-10-04', ENFORCEMENT), '2025-09-03')
  })
  it('of a transfer is the station’s for a week, the district’s for another, then the Bureau’s', () => {
    const stage = (today: string) => transferClock('2025-09-01', today, ENFORCEMENT).stage
    assert.deepEqual(['2025-09-01', '2025-09-08', '2025-09-09', '2025-09-15', '2025-09-16'].map(stage), [
      'waiting',
      'waiting',
      'late',
      'late',
      'escalated',
    ])
  })
})
