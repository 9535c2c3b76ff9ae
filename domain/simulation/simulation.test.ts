// Closed entries, counts, and whether a simulation is still what is decided on.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPack, type Pack, type PackContent } from '../../law/packs.ts'
import { exampleConviction } from '../duty/example-facts.ts'
import { decideJudgment } from '../eligibility/judgment.ts'
import { compareClosed } from './closed-draft.ts'
import { SIMULATION_DAYS, stalenessOf } from './freshness.ts'
import { addTallies, tallyOne, totalOf } from './tally.ts'

const base = defaultPack()
const withValue = <N extends keyof PackContent>(name: N, value: PackContent[N]): Pack => ({
  ...base,
  values: { ...base.values, [name]: { ...base.values[name], value } },
})
const { offence, ...common } = exampleConviction
const judged = (pack: Pack, more: object = {}) =>
  decideJudgment({ ...common, offences: [offence], ...more }, { born_on: null }, pack, '2026-11-27')

describe('a closed entry', () => {
  const old = { convicted_on: '2023-06-01' }
  const of_man = { victim: 'other' }
  it('is taken up again when entries begin earlier', () => {
    const draft = withValue('entries_from', '2023-01-01')
    assert.deepEqual(compareClosed(judged(base, old), judged(draft, old), null), {
      ...{ class: 'enters', before: 'no', after: 'yes' },
    })
  })
  it('goes to a legal officer when its tests differ then', () => {
    const draft = withValue('entries_from', '2023-01-01')
    const given = { ...old, ...of_man }
    assert.equal(compareClosed(judged(base, given), judged(draft, given), null).class, 'enters')
  })
  it('stays closed by the word of a legal officer while both tests come out as he read them', () => {
    const draft = withValue('period_years', 7)
    assert.equal(
      compareClosed(judged(base, of_man), judged(draft, of_man), 'not_registrable').class,
      'unchanged',
    )
  })
  it('is asked about again when a test comes out otherwise', () => {
    const draft = withValue('s24_victims', ['woman', 'child', 'other'])
    assert.equal(
      compareClosed(judged(base, of_man), judged(draft, of_man), 'not_registrable').class,
      'enters',
    )
  })
  it('stays closed where the draft does not reach it', () => {
    const draft = withValue('entries_from', '2024-06-01')
    assert.equal(compareClosed(judged(base, old), judged(draft, old), null).class, 'unchanged')
  })
})

describe('counts', () => {
  it('of parts add up by district and together', () => {
    const one = tallyOne(tallyOne({}, 'a', 'enters'), 'b', 'leaves')
    const sum = addTallies([one, tallyOne({}, 'a', 'enters')])
    assert.deepEqual([sum['a']?.enters, sum['b']?.leaves, totalOf(sum).enters], [2, 1, 2])
    assert.equal(one['a']?.enters, 1, 'the parts stay as they were')
  })
})

describe('a simulation', () => {
  const done = { content_hash: 'c', base_hash: 'b', ended_at: '2026-11-01T00:00:00Z' }
  const CASES = [
    ['may be decided on', { content_hash: 'c', base_hash: 'b' }, '2026-11-02T00:00:00Z', null],
    [
      'is stale once the draft says something else',
      { content_hash: 'x', base_hash: 'b' },
      '2026-11-02T00:00:00Z',
      'draft_changed',
    ],
    [
      'is stale once other packs are in force',
      { content_hash: 'c', base_hash: 'x' },
      '2026-11-02T00:00:00Z',
      'packs_changed',
    ],
    [
      'may be decided on up to its last day',
      { content_hash: 'c', base_hash: 'b' },
      '2026-11-15T00:00:00Z',
      null,
    ],
    ['is too old after it', { content_hash: 'c', base_hash: 'b' }, '2026-11-15T00:00:01Z', 'too_old'],
  ] as const
  for (const [what, now, at, expected] of CASES)
    it(what, () => assert.equal(stalenessOf(done, now, at), expected))
  it('has a bound that is written down', () => assert.equal(SIMULATION_DAYS, 14))
})
