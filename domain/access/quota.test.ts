import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { QUOTA_ACTS, QUOTA_LEVELS, quotaGloss } from './quota.ts'

describe('a limit that is used up', () => {
  it('is said with whose it is, how much, until which hour of Pakistan, and who can raise it', () => {
    const { en, ur } = quotaGloss('unit', 'search', 3000, '2026-11-26T19:00:00Z')
    for (const words of ['limit of your office', '3000 searches', '00:00 on 2026-11-27', 'supervisor'])
      assert.ok(en.includes(words), words)
    for (const words of ['آپ کے دفتر', '3000', '00:00', 'نگران افسر']) assert.ok(ur.includes(words), words)
  })
  it('is told apart from every other', () => {
    const all = QUOTA_LEVELS.flatMap((level) =>
      QUOTA_ACTS.map((act) => quotaGloss(level, act, 1, '2026-11-26T19:00:00Z').ur),
    )
    assert.equal(new Set(all).size, QUOTA_LEVELS.length * QUOTA_ACTS.length)
  })
})
