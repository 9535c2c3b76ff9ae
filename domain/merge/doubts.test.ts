import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { doubtsOf, MOST_RECORDS } from './doubts.ts'

describe('two groups of records', () => {
  it('may be one person only where no pair between them forbids it and they are not too many', () => {
    const fits = { vetoes: [], decision: null, is_cleared: false }
    const cases = [
      [[fits, { ...fits, decision: 'same' }, { ...fits, decision: 'unclear' }], 3, []],
      [[fits, { ...fits, vetoes: ['sex'] }], 2, ['veto']],
      [[fits, { ...fits, is_cleared: true }], 2, ['cleared']],
      [
        [{ ...fits, vetoes: ['two_cnics', 'sex'], decision: 'different' }, fits],
        MOST_RECORDS,
        ['veto', 'told_apart'],
      ],
      [[fits], MOST_RECORDS + 1, ['too_many']],
    ] as const
    for (const [across, records, doubts] of cases)
      assert.deepEqual(doubtsOf(across, records, MOST_RECORDS), doubts)
  })
})
