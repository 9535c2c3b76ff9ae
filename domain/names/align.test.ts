import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { alignmentCost, distanceOf } from './align.ts'
import { frequenciesOf, sharesOf } from './frequencies.ts'
import { lettersOf } from './signs.ts'
import { soundDistance } from './sounds.ts'
import { areApart, areTwoNames } from './spoken.ts'

const between = (one: string, other: string) => distanceOf(lettersOf(one), lettersOf(other))

describe('the letters of two spellings', () => {
  const alike = [
    ['aslam', 'اسلم'],
    ['khalid', 'خالد'],
    ['ayesha', 'عائشہ'],
    ['ismail', 'اسماعیل'],
    ['shoaib', 'شعیب'],
    ['mehmood', 'mahmud'],
    ['maqsood', 'maksud'],
    ['bakhsh', 'bux'],
    ['rafique', 'rafiq'],
    ['حیات', 'hayat'],
  ] as const
  for (const [one, other] of alike)
    it(`${one} and ${other} are alike`, () => assert.ok(between(one, other) < 70))

  const unlike = [
    ['aslam', 'akram'],
    ['bilal', 'jalal'],
    ['nasir', 'nasreen'],
    ['yasin', 'yasmin'],
    ['khalid', 'خالدہ'],
    ['khalid', 'khalida'],
    ['ali', 'alia'],
    ['hassan', 'hussain'],
    ['حسن', 'حسین'],
    ['راشد', 'رشید'],
    ['kamran', 'عمران'],
  ] as const
  for (const [one, other] of unlike)
    it(`${one} and ${other} are two names`, () => assert.ok(between(one, other) >= 110))

  it('in the other order cost less than two letters of their own', () => {
    assert.ok(between('alsam', 'aslam') < between('atsam', 'aslam'))
  })
  it('cost the same from either side, and nothing beside themselves', () => {
    const word = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'abdeghiklmnorsuyz'), maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'ابتجحخدرسشعغقکلمنوہیےآئںھ'), maxLength: 10 }),
    )
    fc.assert(
      fc.property(word, word, (one, other) => {
        const [a, b] = [lettersOf(one), lettersOf(other)]
        assert.equal(alignmentCost(a, b), alignmentCost(b, a))
        assert.equal(alignmentCost(a, lettersOf(one)), 0)
      }),
    )
  })
  it('beyond what a name can have are not read', () =>
    assert.ok(lettersOf('ab'.repeat(500)).ones.length <= 24))
})

describe('two sounds', () => {
  it('are as near as they are written for each other', () => {
    assert.equal(soundDistance('k', 'k'), 0)
    assert.equal(soundDistance('q', 'k'), soundDistance('k', 'q'))
    assert.ok(soundDistance('k', 'q') < soundDistance('k', 'x'))
    assert.ok(soundDistance('a', 'I') < soundDistance('a', 'k'))
  })
})

describe('names near in sound', () => {
  it('are two where neither is a spelling of the other, in both scripts', () => {
    for (const [one, other] of [
      ['jamil', 'jamal'],
      ['jameel', 'جمال'],
      ['سعد', 'saeed'],
      ['fayaz', 'faiz'],
      ['hammad', 'hameed'],
    ] as const)
      assert.ok(areApart(one, other) && areApart(other, one), `${one} ${other}`)
  })
  it('are one where they are spellings, or where one word is none of them', () => {
    for (const [one, other] of [
      ['jamil', 'jameel'],
      ['hamid', 'hameed'],
      ['saad', 'سعد'],
      ['jamil', 'tariq'],
    ] as const)
      assert.ok(!areApart(one, other), `${one} ${other}`)
  })
})

describe('a short and a long i', () => {
  it('make two names of some words and one of most', () => {
    assert.ok(areTwoNames('rashid', 'rasheed') && areTwoNames('نذیر', 'نظیر'))
    assert.ok(
      !areTwoNames('salim', 'saleem') && !areTwoNames('rashid', 'rashid') && !areTwoNames('nasir', 'hamid'),
    )
  })
})

describe('how common a part is', () => {
  it('is its share, and never below what was counted at all', () => {
    const shares = sharesOf(
      new Map([
        ['AL', 30],
        ['ASLM', 10],
        ['X', 1],
      ]),
      1000,
      2000,
    )
    assert.deepEqual(shares.per_million, { AL: 30_000, ASLM: 10_000 })
    assert.equal(shares.typical_per_million, Math.round((30_000 ** 2 + 10_000 ** 2 + 1000 ** 2) / 41_000))
    assert.deepEqual(['AL', 'X', 'never'].map(frequenciesOf(shares).perMillion), [30_000, 2000, 2000])
  })
})
