import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { because_codes, becauseInEnglish } from './english.ts'

describe('a reason in English', () => {
  it('has its values filled in', () => {
    assert.equal(becauseInEnglish({ code: 'days_before', values: { days: 7 } }), '7 days before departure.')
    assert.equal(becauseInEnglish({ code: 'holiday', values: {} }), 'That day is a public holiday.')
    assert.equal(
      becauseInEnglish({ code: 'paused', values: { kind: 'hospital', to_on: '2025-10-01', days: 7 } }),
      'hospital until 2025-10-01, and 7 days to come in.',
    )
  })
  it('is a sentence for each code', () => {
    for (const code of because_codes) assert.match(becauseInEnglish({ code, values: {} }), /\.$/)
  })
})
