import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isDeclared } from './declared.ts'

describe('a change of name in the civil register', () => {
  it('was declared when one within 31 days of it is recorded', () => {
    const cases = [
      [[], false],
      [['2026-03-10'], true],
      [['2026-02-07'], true],
      [['2026-02-06'], false],
      [['2026-04-10'], true],
      [['2026-04-11'], false],
      [['2020-01-01', '2026-03-11'], true],
    ] as const
    for (const [on, declared] of cases) assert.equal(isDeclared('2026-03-10', on), declared, on.join())
  })
})
