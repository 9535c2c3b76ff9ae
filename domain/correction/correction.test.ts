import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyLetter } from '../../tests/support/any-letter.ts'
import { CORRECTABLE, readCorrection, scriptOfName } from './correction.ts'

const today = '2026-11-24'

describe('a corrected value', () => {
  const cases = [
    ['name', '  Muhammad   Bashir ', { value: 'Muhammad Bashir' }],
    ['name', '123', { fault: 'no_letters' }],
    ['father', 'اللہ دتہ', { value: 'اللہ دتہ' }],
    ['alias', '@ Sheeda', { value: '@ Sheeda' }],
    ['address', 'مکان ۱۲', { value: 'مکان ۱۲' }],
    ['cnic', '۹۱۲۳۴-۵۶۷۸۹۰۱-۳', { value: '9123456789013' }],
    ['cnic', '91234', { fault: 'not_a_cnic' }],
    ['passport', 'ab 1234567', { value: 'AB1234567' }],
    ['passport', '1234567', { fault: 'not_a_passport' }],
    ['born_on', '۱۹۸۸-۰۳-۱۴', { value: '1988-03-14' }],
    ['born_on', '1989-02-29', { fault: 'not_a_day' }],
    ['born_on', '1988-13-01', { fault: 'not_a_day' }],
    ['born_on', '1850-01-01', { fault: 'not_a_day' }],
    ['born_on', '2026-11-24', { value: '2026-11-24' }],
    ['born_on', '2026-11-25', { fault: 'in_future' }],
    ['sex', 'female', { value: 'female' }],
    ['sex', 'unknown', { fault: 'not_a_choice' }],
  ] as const
  for (const [field, typed, expected] of cases)
    it(`of the ${field}: ‘${typed}’`, () => assert.deepEqual(readCorrection(field, typed, today), expected))

  it('is not changed by being read again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CORRECTABLE), fc.string({ unit: anyLetter }), (field, typed) => {
        const read = readCorrection(field, typed, today)
        if ('value' in read) assert.deepEqual(readCorrection(field, read.value, today), read)
      }),
    )
  })
})

describe('the script of a name', () => {
  for (const [name, script] of [
    ['Bashir', 'Latn'],
    ['بشیر', 'Arab'],
    ['محمد بشیر (Bashir)', 'Arab'],
    ['', 'Latn'],
  ] as const)
    it(`of ‘${name}’ is ${script}`, () => assert.equal(scriptOfName(name), script))
})
