import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ENFORCEMENT } from './enforcement.ts'
import { findSource } from './sources.ts'

describe('the limits after a missed date', () => {
  it('are whole numbers above nothing, each with a text that exists and its reason in both languages', () => {
    for (const [name, { value, basis, reason_en, reason_ur }] of Object.entries(ENFORCEMENT)) {
      assert.ok(Number.isInteger(value) && value > 0, name)
      assert.ok(findSource(basis), name)
      assert.match(reason_en, /\.$/, name)
      assert.match(reason_ur, /۔$/, name)
    }
  })
  it('are all marked as assumed, since no text gives one', () => {
    for (const [name, { basis, status }] of Object.entries(ENFORCEMENT))
      assert.ok(findSource(basis)?.state === 'read' || status === 'assumed', name)
  })
})
