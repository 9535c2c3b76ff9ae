import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { oneIn, STRENGTHS, strengthOf } from './strength.ts'

describe('the strength of a weight', () => {
  for (const [milli_bits, strength, one_in] of [
    [26671, 'strongly_for', 1_000_000],
    [9966, 'strongly_for', 1_000],
    [9461, 'for', 700],
    [3322, 'for', 10],
    [3321, 'weakly_for', 9],
    [500, 'weakly_for', 1],
    [499, 'nothing', 1],
    [0, 'nothing', 1],
    [-499, 'nothing', 1],
    [-612, 'weakly_against', 1],
    [-8883, 'against', 470],
    [-12000, 'strongly_against', 4_000],
  ] as const)
    it(`${milli_bits} thousandths of a bit: ${strength}, one in ${one_in}`, () => {
      assert.equal(strengthOf(milli_bits), strength)
      assert.equal(oneIn(milli_bits), one_in)
    })

  it('never grows weaker with more bits, and is as strong against as for', () => {
    const weight = fc.integer({ min: 0, max: 60_000 })
    fc.assert(
      fc.property(weight, weight, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        const rank = (milli_bits: number) => STRENGTHS.indexOf(strengthOf(milli_bits))
        assert.ok(rank(more) <= rank(less))
        assert.ok(oneIn(more) >= oneIn(less))
        assert.equal(rank(-more), STRENGTHS.length - 1 - rank(more))
      }),
    )
  })
})
