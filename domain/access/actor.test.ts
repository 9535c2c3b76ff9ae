import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { GROUPS, isPurpose, PURPOSES, ROLES } from './actor.ts'

describe('purposes', () => {
  it('are the words of the list and no others', () => {
    assert.ok(PURPOSES.every(isPurpose))
    for (const text of ['', 'curiosity', 'Registration', 'toString']) assert.equal(isPurpose(text), false)
  })
})

describe('groups', () => {
  it('never put one role in two', () => {
    const grouped = Object.values(GROUPS).flat()
    assert.equal(new Set(grouped).size, grouped.length)
    assert.ok(grouped.every((role) => ROLES.includes(role)))
  })
})
