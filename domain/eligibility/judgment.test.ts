import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPack } from '../../law/packs.ts'
import type { Judgment } from './judgment.ts'
import { convictionOf, decideJudgment } from './judgment.ts'

const judgment: Judgment = {
  conviction_id: 'k1',
  offences: ['PPC-376'],
  offence_on: '2023-05-01',
  convicted_on: '2024-02-12',
  country: 'PK',
  jurisdiction: 'PK-PB',
  victim: 'woman',
  disposal: 'imprisonment',
  juvenile: false,
  appeal: [],
}
const decided = (more: Partial<Judgment>) =>
  decideJudgment({ ...judgment, ...more }, { born_on: null }, defaultPack(), '2026-01-01')

describe('a judgment of several offences', () => {
  for (const [what, more, outcome, differ] of [
    ['registers when one of them does', { offences: ['PPC-109', 'PPC-376'] }, 'yes', false],
    ['does not register when none does', { offences: ['PPC-109', 'PPC-34'] }, 'no', false],
    [
      'says that the tests differ when only one test holds over all',
      { offences: ['PPC-354', 'PPC-34'] },
      'yes',
      true,
    ],
    [
      'does not say so when another offence meets the other test',
      { offences: ['PPC-354', 'PPC-376'] },
      'yes',
      false,
    ],
    [
      'is void as a whole once set aside',
      { offences: ['PPC-354', 'PPC-376'], appeal: [{ event: 'set_aside', on: '2025-01-01' }] },
      'void',
      false,
    ],
    ['prefers a registrable offence to one for review', { offences: ['PPC-292B', 'PPC-376'] }, 'yes', false],
  ] as const) {
    it(what, () => {
      const result = decided(more as Partial<Judgment>)
      assert.deepEqual([result.outcome, result.tests_differ], [outcome, differ])
    })
  }
  it('counts once in the period, by the offence that decides it', () => {
    const by = (offences: readonly string[], more: Partial<Judgment> = {}) =>
      convictionOf({ ...judgment, ...more, offences }, { born_on: null }, defaultPack(), '2026-01-01')
    const { offence, ...common } = by(['PPC-109', 'PPC-376', 'PPC-354'])
    const { offences: _, ...given } = judgment
    assert.deepEqual([offence, common], ['PPC-376', given])
    assert.equal(by(['PPC-109', 'PPC-292B']).offence, 'PPC-292B', 'a review before a no')
    assert.equal(by(['PPC-109', 'PPC-34']).offence, 'PPC-109')
  })
  it('cannot be without an offence', () => assert.throws(() => decided({ offences: [] }), RangeError))
})
