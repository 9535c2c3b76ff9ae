import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { commitBody, LEAF_COLUMNS, type LeafEvent, leafBytes } from './commitment.ts'

const event: LeafEvent = {
  event_id: '0d9488e2-6a0c-4d6e-9f5f-0c8f8c3d5a01',
  event_no: 41,
  occurred_at: '2026-11-23T09:15:02.000481Z',
  officer_id: null,
  session_id: null,
  posting_id: null,
  role: 'bureau_officer',
  action: 'person.seen',
  outcome: 'done',
  subject_kind: 'person',
  subject_id: '5b1f0c9a-1111-4222-8333-944455556666',
  second_id: null,
  purpose: 'ملاقات "x"',
  request_id: null,
  policy: null,
  row_before: null,
  row_after: Buffer.alloc(2, 0xab),
  place_district: 'pb_multan',
  body_commitment: Buffer.alloc(3, 0x0f),
}

test('the leaf of an event is the line that the decision record describes', () => {
  assert.equal(
    leafBytes(event).toString(),
    '{"action":"person.seen","body_commitment":"0f0f0f","event_id":"0d9488e2-6a0c-4d6e-9f5f-0c8f8c3d5a01",' +
      '"event_no":41,"occurred_at":"2026-11-23T09:15:02.000481Z","officer_id":null,"outcome":"done",' +
      '"place_district":"pb_multan","policy":null,"posting_id":null,"purpose":"ملاقات \\"x\\"","request_id":null,' +
      '"role":"bureau_officer","row_after":"abab","row_before":null,"second_id":null,"session_id":null,' +
      '"subject_id":"5b1f0c9a-1111-4222-8333-944455556666","subject_kind":"person"}',
  )
})

test('the order in which a row comes does not change its leaf', () => {
  const reversed = Object.fromEntries(Object.entries(event).reverse()) as LeafEvent
  assert.deepEqual(leafBytes(reversed), leafBytes(event))
  assert.deepEqual([...LEAF_COLUMNS], [...LEAF_COLUMNS].sort())
})

test('every column of an event changes its leaf', () => {
  for (const name of LEAF_COLUMNS) {
    const changed = { ...event, [name]: name === 'event_no' ? 42 : 'changed' }
    assert.notDeepEqual(leafBytes(changed), leafBytes(event), name)
  }
  assert.deepEqual([...LEAF_COLUMNS], Object.keys(event).sort())
})

test('a commitment is the hash of salt and body together', () => {
  const whole = createHash('sha256').update('salt and body').digest()
  assert.deepEqual(commitBody(Buffer.from('salt '), Buffer.from('and body')), whole)
})
