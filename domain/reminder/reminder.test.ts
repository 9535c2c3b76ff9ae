import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readMobile } from './mobile.ts'
import { stepOf } from './steps.ts'

describe('a reminder', () => {
  it('goes out 14, 7 and 1 days before, or on the next day on which it can', () => {
    assert.deepEqual([15, 14, 8, 7, 2, 1, 0, -3].map(stepOf), [
      undefined,
      14,
      14,
      7,
      7,
      1,
      undefined,
      undefined,
    ])
  })
})

describe('a mobile number', () => {
  for (const typed of [
    '03001234567',
    '0300-1234567',
    '+92 300 1234567',
    '0092 300 1234567',
    '923001234567',
    '۰۳۰۰۱۲۳۴۵۶۷',
  ])
    it(`is read however it is typed: ${typed}`, () => assert.equal(readMobile(typed), '+923001234567'))
  for (const wrong of ['', '042-35761999', '0300123456', '030012345678', '+44 300 1234567', '0300 1234 56a'])
    it(`is none: '${wrong}'`, () => assert.equal(readMobile(wrong), undefined))
})
