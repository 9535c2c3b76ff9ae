import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type AskedPerson, identityQuestion } from './question.ts'
import { retryAfterSeconds } from './retry.ts'

const person: AskedPerson = {
  names: [
    { kind: 'name', script: 'Latn', text: 'Muhammad Bashir' },
    { kind: 'name', script: 'Latn', text: 'Mohd Basheer' },
    { kind: 'alias', script: 'Latn', text: 'Sheeda' },
    { kind: 'father', script: 'Arab', text: 'اللہ دتہ' },
  ],
  documents: [
    { kind: 'passport', number: 'ZZ1234567' },
    { kind: 'cnic', number: '۹۱۲۳۴-5678901-3' },
  ],
  ...{ born_on: '1988-03-14', born_year: 1988, sex: 'male' },
}

describe('the question to the identity agency', () => {
  it('says who the person is, by the first spelling of each script, and no alias', () => {
    assert.deepEqual(identityQuestion(person), {
      ...{ cnic: '9123456789013', born_on: '1988-03-14', born_year: null, sex: 'male' },
      name: { latin: 'Muhammad Bashir', urdu: null },
      father_name: { latin: null, urdu: 'اللہ دتہ' },
    })
  })
  it('gives a year only where there is no day', () => {
    assert.equal(identityQuestion({ ...person, born_on: null })?.born_year, 1988)
  })
  it('is not asked without a CNIC of thirteen digits', () => {
    for (const documents of [
      [],
      [{ kind: 'cnic', number: '91234' }],
      [{ kind: 'other', number: '9123456789013' }],
    ])
      assert.equal(identityQuestion({ ...person, documents }), undefined)
  })
})

describe('asking again', () => {
  it('waits a quarter of a minute, then twice as long each time, at most an hour', () => {
    assert.deepEqual([1, 2, 3, 9, 10].map(retryAfterSeconds), [15, 30, 60, 3600, 3600])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (attempt) => {
        const [now, next] = [retryAfterSeconds(attempt), retryAfterSeconds(attempt + 1)]
        assert.ok(now <= next && next <= 3600)
      }),
    )
  })
})
