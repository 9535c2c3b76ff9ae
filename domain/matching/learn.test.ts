import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseName } from '../names/parse.ts'
import { NOTHING_KNOWN } from './evidence.ts'
import { countEvidence } from './learn.ts'

const called = (name: string) => ({ ...NOTHING_KNOWN, names: [parseName(name)] })
const pair = (one: string, other: string) => [called(one), called(other)] as const
const counted = (...pairs: ReturnType<typeof pair>[]) => countEvidence(pairs, [], []).name

describe('a part that is left out', () => {
  it('is counted beside parts that fit, with each of those', () => {
    const counts = counted(pair('Akram Bhatti', 'Akram'), pair('Akram', 'Akram'))
    assert.deepEqual(counts['part_missing'], { same: 1, random: 0 })
    assert.deepEqual(counts['part_matched'], { same: 2, random: 0 })
  })
  it('is not where another part differs, or nothing fits: there it tells nothing of its own', () => {
    const counts = counted(pair('Akram Kashif Bhatti', 'Akram Tariq'), pair('Tariq Bhatti', 'Akram'))
    assert.equal(counts['part_differs']?.same, 2)
    assert.deepEqual([counts['part_missing'], counts['part_matched']], [undefined, undefined])
  })
})
