import assert from 'node:assert/strict'
import { it } from 'node:test'
import { checkClock } from './clock.ts'

const FROM = '2026-05-01T05:00:00Z'

it('a clock of 48 hours runs out at the same hour two days on, and is late only after it', () => {
  const at = (now: string) => checkClock(FROM, 48, now)
  assert.deepEqual(at(FROM), { due_at: '2026-05-03T05:00:00.000Z', hours_left: 48, is_late: false })
  assert.equal(at('2026-05-02T06:30:00Z').hours_left, 22)
  assert.deepEqual([at('2026-05-03T05:00:00Z').is_late, at('2026-05-03T05:00:00Z').hours_left], [false, 0])
  assert.deepEqual([at('2026-05-03T05:00:01Z').is_late, at('2026-05-03T05:00:01Z').hours_left], [true, -1])
})
