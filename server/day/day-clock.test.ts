import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayClock } from './day-clock.ts'

/** 19:30 on 26 November in Pakistan. */
const NOW = Temporal.Instant.from('2026-11-26T14:30:00Z')
const leftOf = (due_at: string, is_late = false) => dayClock({ due_at, is_late }, NOW).days_left

describe('what is due in hours, among what is due in days', () => {
  it('is due tomorrow when its last hour is tomorrow, though fewer than 24 hours are left', () =>
    assert.equal(leftOf('2026-11-27T04:00:00Z'), 1))
  it('is due today when its last hour is today', () => assert.equal(leftOf('2026-11-26T18:00:00Z'), 0))
  it('bears the day on which it is due in Pakistan', () =>
    assert.equal(dayClock({ due_at: '2026-11-26T20:00:00Z', is_late: false }, NOW).due_on, '2026-11-27'))
  it('is late by a day when it is late by hours, and by the days of the calendar after that', () => {
    assert.equal(leftOf('2026-11-26T12:00:00Z', true), -1)
    assert.equal(leftOf('2026-11-23T12:00:00Z', true), -3)
  })
})
