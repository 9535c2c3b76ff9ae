import assert from 'node:assert/strict'
import { it } from 'node:test'
import { CHECKLIST, mayCover, untickedOf } from './screen.ts'

it('a request goes on when every item of the list is ticked, and not before', () => {
  const all = Object.fromEntries(CHECKLIST.map((item) => [item, true]))
  assert.deepEqual(untickedOf(all), [])
  assert.deepEqual(untickedOf({}), [...CHECKLIST])
  for (const item of CHECKLIST) assert.deepEqual(untickedOf({ ...all, [item]: false }), [item])
})

it('a deputy screens when he is named for the day or when it is late, and not otherwise', () => {
  assert.equal(mayCover({ is_named: false, is_late: false }), false)
  assert.equal(mayCover({ is_named: true, is_late: false }), true)
  assert.equal(mayCover({ is_named: false, is_late: true }), true)
})
