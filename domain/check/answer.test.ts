import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DISCLOSED_FIELDS } from '../../law/checks.ts'
import { listOffences } from '../../law/offences.ts'
import { answerFault, type CheckOutcome, type Considered, NEEDS } from './answer.ts'
import { compareDescribed, type Described, withEvidence } from './candidate.ts'
import { cutRecord, type FullRecord, grantedFields } from './minimum.ts'

const active: Considered = { person_id: 'p', is_active: true, has_same_cnic: true, is_cleared: false }
const fault = (outcome: CheckOutcome, considered: Considered[], more: object = {}) =>
  answerFault({ outcome, person_id: null, needs: [], ...more }, considered)
const him = { person_id: 'p' }

describe('an answer', () => {
  it('that a record exists names somebody who was compared and is on the register today', () => {
    assert.equal(fault('record_exists', [active], him), null)
    assert.equal(fault('record_exists', [active]), 'person_needed')
    assert.equal(fault('record_exists', [active], { person_id: 'q' }), 'not_a_candidate')
    assert.equal(fault('record_exists', [{ ...active, is_active: false }], him), 'not_active')
    assert.equal(fault('record_exists', [{ ...active, is_cleared: true }], him), 'cleared')
  })
  it('that there is none is not given while somebody active bears the very number', () => {
    assert.equal(fault('no_record', []), null)
    assert.equal(fault('no_record', [active]), 'same_cnic')
    assert.equal(fault('no_record', [{ ...active, is_cleared: true }]), 'same_cnic', 'a slip is no cloak')
    for (const change of [{ is_active: false }, { has_same_cnic: false }])
      assert.equal(fault('no_record', [{ ...active, ...change }]), null)
  })
  it('that it is unclear says what is needed', () => {
    assert.equal(fault('unclear', [active]), 'needs_needed')
    for (const need of NEEDS) assert.equal(fault('unclear', [active], { needs: [need] }), null)
  })
})

const record: FullRecord = {
  ...{ record_number: 'NSOR-2026-000001', born_year: 1988, cnic_tail: '013', district_id: 'pb_multan' },
  ...{ name: { latin: 'Bashir', ur: 'بشیر' }, father: { latin: 'Ditta', ur: null } },
  convictions: [{ offences: ['PPC-376'], convicted_on: '2025-02-11', court: 'Special Court' }],
}

describe('the minimum', () => {
  it('of an offence of section 2(1)(h) holds court and day; of one of the schedules alone it does not', () => {
    assert.ok(grantedFields(['PPC-376'], 'investigator').includes('court'))
    const other = grantedFields(['PPC-354'], 'investigator')
    assert.ok(other.includes('offences') && !other.includes('court') && !other.includes('convicted_on'))
    const cut = cutRecord(record, other)
    assert.deepEqual(cut.convictions, [{ offences: ['PPC-376'], convicted_on: null, court: null }])
  })
  it('of an offence outside the Act, or for another asker, is nothing', () => {
    assert.deepEqual(grantedFields(['PPC-379', 'x'], 'investigator'), [])
    assert.deepEqual(grantedFields(['PPC-376'], 'investigator', []), [])
    assert.deepEqual(cutRecord(record, []), {
      ...{ record_number: null, name: null, father: null, born_year: null, cnic_tail: null },
      ...{ district_id: null, convictions: [] },
    })
  })
  it('of several sections is what any of them grants, and never more than the closed list', () => {
    const keys = fc.subarray(listOffences().map(({ key }) => key))
    fc.assert(
      fc.property(keys, (offences) => {
        const all = grantedFields(offences, 'investigator')
        const each = new Set(offences.flatMap((one) => grantedFields([one], 'investigator')))
        assert.deepEqual([...all].sort(), [...each].sort())
        assert.ok(all.every((field) => DISCLOSED_FIELDS.includes(field)))
      }),
    )
  })
  it('has one shape, whatever is granted', () => {
    const shape = Object.keys(cutRecord(record, DISCLOSED_FIELDS))
    fc.assert(
      fc.property(fc.subarray([...DISCLOSED_FIELDS]), (fields) => {
        const cut = cutRecord(record, fields)
        assert.deepEqual(Object.keys(cut), shape)
        const text = JSON.stringify(cut)
        for (const [field, value] of [
          ['record_number', 'NSOR-2026'],
          ['name', 'Bashir'],
          ['father', 'Ditta'],
          ['born_year', '1988'],
          ['cnic_tail', '"013"'],
          ['district', 'pb_multan'],
        ] as const)
          assert.equal(text.includes(value), fields.includes(field), field)
      }),
    )
  })
})

describe('a suspect beside somebody on the register', () => {
  const suspect: Described = {
    names: [
      { kind: 'name', text: 'Muhammad  Bashir' },
      { kind: 'father', text: 'اللہ دتہ' },
    ],
    ...{ cnic: '9123456789013', born_year: 1988, sex: 'male', district_id: 'pb_multan' },
  }
  const agreements = (more: Partial<Described>, mine: Partial<Described> = {}) =>
    Object.fromEntries(
      compareDescribed({ ...suspect, ...mine }, { ...suspect, ...more }).map(({ field, agreement }) => [
        field,
        agreement,
      ]),
    )
  it('agrees with himself in every field', () =>
    assert.deepEqual([...new Set(Object.values(agreements({})))], ['same']))
  it('is near within three years, and differs beyond', () => {
    assert.equal(agreements({ born_year: 1991 })['born_year'], 'near')
    assert.equal(agreements({ born_year: 1992 })['born_year'], 'differs')
  })
  it('agrees by any spelling or alias, in any case and spacing', () => {
    const names = [{ kind: 'alias', text: 'MUHAMMAD BASHIR' }]
    assert.deepEqual(agreements({ names })['name'], 'same')
    assert.deepEqual(agreements({ names })['father'], 'unknown')
    assert.deepEqual(agreements({ names: [{ kind: 'name', text: 'Rashid' }] })['name'], 'differs')
  })
  it('is not compared where one side is not known', () => {
    const none = { names: [], cnic: null, born_year: null, sex: null, district_id: null }
    assert.deepEqual([...new Set(Object.values(agreements(none)))], ['unknown'])
    assert.deepEqual([...new Set(Object.values(agreements({}, none)))], ['unknown'])
  })
  it('is near where another spelling speaks for one person, and stays what it is otherwise', () => {
    const fields = [
      { field: 'name', agreement: 'differs' },
      { field: 'father', agreement: 'differs' },
      { field: 'cnic', agreement: 'same' },
      { field: 'sex', agreement: 'unknown' },
    ] as const
    const weighed = withEvidence(fields, { name: 4_000, father: -2_000, cnic: 9_000, sex: 500 })
    assert.deepEqual(
      weighed.map(({ agreement }) => agreement),
      ['near', 'differs', 'same', 'unknown'],
    )
  })
})
