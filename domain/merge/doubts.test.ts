import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { doubtsOf, MOST_RECORDS } from './doubts.ts'

describe('two groups of records', () => {
  it('may be one person only where no pair between them forbids it and they are not too many', () => {
    const fits = { vetoes: [], decision: null }
    const cases = [
      [[fits, { vetoes: [], decision: 'same' }, { vetoes: [], decision: 'unclear' }], 3, []],
      [[fits, { vetoes: ['sex'], decision: null }], 2, ['veto']],
      [[{ vetoes: ['two_cnics', 'sex'], decision: 'different' }, fits], MOST_RECORDS, ['veto', 'told_apart']],
      [[fits], MOST_RECORDS + 1, ['too_many']],
    ] as const
    for (const [across, records, doubts] of cases)
      assert.deepEqual(doubtsOf(across, records, MOST_RECORDS), doubts)
  })
})
