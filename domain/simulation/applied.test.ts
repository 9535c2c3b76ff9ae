import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { appliedEffect } from './applied.ts'

const CASES = [
  ['leaves', 'not_registrable', 'exit'],
  ['leaves', 'review', 'review'],
  ['leaves', 'ended', null],
  ['leaves', 'void', null],
  ['leaves', 'active', null],
  ['enters', 'active', 'entry'],
  ['enters', 'review', 'review'],
  ['enters', 'not_registrable', null],
  ['lengthens', 'active', null],
  ['shortens', 'ended', null],
  ['duties_change', 'active', null],
  [null, 'not_registrable', 'exit'],
  [null, 'active', null],
  [null, 'review', null],
] as const

describe('what follows for a person when a change is in force', () => {
  for (const [simulated, status, expected] of CASES)
    it(`${simulated ?? 'entered since'}, now ${status}: ${expected ?? 'nothing'}`, () =>
      assert.equal(appliedEffect(simulated, status), expected))
})
