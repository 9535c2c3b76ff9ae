import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CutRecord } from './minimum.ts'
import { confirmationFault, IDENTIFIERS, identifiersOf, openingFault, readUntil } from './open.ts'

const answer = { opened: 0, opens_count: 3, opens_until_at: '2026-05-15T00:00:00Z', is_recalled: false }

describe('an answer', () => {
  it('opens three times until its day, and not at that instant', () => {
    const at = '2026-05-14T23:59:59Z'
    for (const opened of [0, 1, 2]) assert.equal(openingFault({ ...answer, opened }, at), null)
    assert.equal(openingFault({ ...answer, opened: 3 }, at), 'used_up')
    assert.equal(openingFault({ ...answer, is_recalled: true }, at), 'recalled')
    assert.equal(openingFault(answer, answer.opens_until_at), 'over')
    assert.equal(openingFault({ ...answer, opened: 3 }, '2026-06-01T00:00:00Z'), 'over')
  })
  it('once opened is read for ten minutes, but never beyond its own end', () => {
    assert.equal(readUntil('2026-05-01T00:00:00Z', answer.opens_until_at), '2026-05-01T00:10:00.000Z')
    assert.equal(readUntil('2026-05-14T23:55:00Z', answer.opens_until_at), '2026-05-15T00:00:00.000Z')
  })
})

describe('a confirmation', () => {
  it('that it is he rests on two identifiers that the answer gave; that it is not, on one', () => {
    const all = [...IDENTIFIERS]
    assert.equal(confirmationFault('him', ['father', 'born_year'], all), null)
    assert.equal(confirmationFault('him', ['father'], all), 'too_few')
    assert.equal(confirmationFault('him', ['father', 'father'], all), 'too_few')
    assert.equal(confirmationFault('him', ['father', 'district'], ['father', 'born_year']), 'not_given')
    assert.equal(confirmationFault('not_him', ['cnic_tail'], all), null)
    assert.equal(confirmationFault('not_him', [], all), 'too_few')
  })
  it('compares only what the answer gave; a name is none of it', () => {
    const record: CutRecord = {
      ...{ record_number: 'x', name: { latin: 'A', ur: null }, father: { latin: null, ur: null } },
      ...{ born_year: null, cnic_tail: '013', district_id: 'pb_multan', convictions: [] },
    }
    assert.deepEqual(identifiersOf(record), ['cnic_tail', 'district'])
    assert.deepEqual(identifiersOf({ ...record, father: { latin: null, ur: 'ب' }, born_year: 1990 }), [
      ...IDENTIFIERS,
    ])
    assert.deepEqual(identifiersOf(null), [])
  })
})
