import assert from 'node:assert/strict'
import { it } from 'node:test'
import { CHECKLIST, mayCover, untickedOf } from './screen.ts'

it('a request goes on when every item of the list is ticked, and not before', () => {
  const all = Object.fromEntries(CHECKLIST.map((item) => [item, true]))
  assert.deepEqual(untickedOf(all), [])
  assert.deepEqual(untickedOf({}), [...CHECKLIST])
  for (const item of CHECKLIST) assert.deepEqual(untickedOf({ ...all, [item]: false }), [item])
})

it('a deputy screens when he is named for the day, when it is late, or when the prosecutor is partial; not otherwise', () => {
  const never = { is_named: false, is_late: false, is_partial: false }
  assert.equal(mayCover(never), false)
  for (const why of ['is_named', 'is_late', 'is_partial'] as const)
    assert.equal(mayCover({ ...never, [why]: true }), true, why)
})
