import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { POSTABLE_ROLES } from '../access/actor.ts'
import { faultsOf, mayHold } from './changes.ts'

const KINDS =
  'prosecutor_office investigation_unit district_police_office police_station bureau committee administration audit_office'.split(
    ' ',
  )

describe('a posting', () => {
  it('puts every role at one kind of office', () => {
    for (const role of POSTABLE_ROLES)
      assert.equal(KINDS.filter((kind) => mayHold(kind, role)).length, 1, role)
  })
  it('is never at an office of unknown kind', () => assert.equal(mayHold('toString', 'auditor'), false))
})

describe('a change about an officer', () => {
  const cases = [
    [
      'a posting without an office',
      'add_posting',
      { role: 'auditor', from_on: '2026-01-01' },
      ['unit_id required'],
    ],
    [
      'an open posting',
      'add_posting',
      { unit_id: 'u', role: 'auditor', from_on: '2026-01-01', to_on: null },
      [],
    ],
    ['an end without a day', 'end_posting', { posting_id: 'p', to_on: null }, ['to_on required']],
    ['a suspension', 'suspend', { reason: 'x' }, []],
    ['a suspension that sets a role', 'suspend', { reason: 'x', role: 'auditor' }, ['role unknown_key']],
    ['vetting without training', 'set_standing', { vetted_until: '2027-01-01' }, ['trained_until required']],
  ] as const
  for (const [what, change, given, faults] of cases) {
    it(`${what}: ${faults.join(', ') || 'is complete'}`, () =>
      assert.deepEqual(
        faultsOf(change, given).map((f) => `${f.field} ${f.code}`),
        faults,
      ))
  }
})
