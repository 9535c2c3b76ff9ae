import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { commonKey, consonantKey } from './key.ts'
import { consonantsOf, nearKeysAmong } from './near-keys.ts'

const near = nearKeysAmong(() => [
  ['ADNN', 900],
  ['SLZB', 300],
  ['SLBZ', 800],
  ['ABD+HFZ', 400],
  ['clan:khan', 90_000],
  ['AL', 40_000],
])

describe('what a misspelt word was probably meant for', () => {
  it('is a name one letter away, the commonest first', () => {
    assert.deepEqual(near(['ADN']), ['ADNN'])
    assert.deepEqual(near(['SLBB']), ['SLBZ', 'SLZB'])
    assert.deepEqual(near(['SLZBB']), ['SLZB'])
    assert.deepEqual(near(['SLZZB']), ['SLZB'])
    assert.deepEqual(near(['HFRZ']), ['HFZ'], 'the core of a compound')
    assert.deepEqual(near(['SLZBZ']), ['SLBZ', 'SLZB'])
  })
  it('is nothing for a word that is borne, in any of its readings, nor for one too short to tell', () => {
    assert.deepEqual(near(['ADNN']), [])
    assert.deepEqual(near(['ATMN', 'ADNN']), [])
    assert.deepEqual(near(['AK']), [])
    assert.deepEqual(near(['KHN']), [], 'a title of clan is no name')
  })
  it('is found by the keys that the index has', () => {
    for (const word of [
      'aslam',
      'khalida',
      'shafiq',
      'ghulam',
      'hussain',
      'muhsin',
      'chand',
      'خالدہ',
      'شفیق',
      'فرح',
    ])
      assert.equal(consonantsOf(commonKey(word)), consonantKey(word), word)
  })
  it('is never further than one letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ABDHKLMNRSTZ]{3,7}$/), (key) => {
        for (const other of near([key])) assert.ok(Math.abs(other.length - key.length) <= 1)
      }),
    )
  })
})
