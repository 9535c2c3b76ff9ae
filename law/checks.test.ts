import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CHECKS, DISCLOSED_FIELDS, DISCLOSURE } from './checks.ts'
import { findSource } from './sources.ts'

describe('the clocks and limits of a check', () => {
  it('are whole numbers above nothing, each with a text that exists and its reason in both languages', () => {
    for (const [name, { value, basis, reason_en, reason_ur }] of Object.entries(CHECKS)) {
      assert.ok(Number.isInteger(value) && value > 0, name)
      assert.ok(findSource(basis), name)
      assert.match(reason_en, /\.$/, name)
      assert.match(reason_ur, /۔$/, name)
    }
  })
  it('are all marked as assumed, since no text that was read gives one', () => {
    for (const [name, { basis, status }] of Object.entries(CHECKS))
      assert.ok(findSource(basis)?.state === 'read' || status === 'assumed', name)
  })
})

describe('what an answer may say', () => {
  it('names fields of the closed list, and never an address, a picture, a whole number or the survivor', () => {
    assert.ok(findSource(DISCLOSURE.basis))
    for (const { fields } of DISCLOSURE.grants)
      assert.ok(fields.length > 0 && fields.every((field) => DISCLOSED_FIELDS.includes(field)))
    const never = /address|photo|phone|victim|relation|custody|duty|^cnic$/
    assert.deepEqual(
      DISCLOSED_FIELDS.filter((field) => never.test(field)),
      [],
    )
  })
  it('gives more for an offence of section 2(1)(h) than for one of the schedules alone', () => {
    const [grave, other] = DISCLOSURE.grants
    assert.deepEqual([grave?.list, other?.list], ['s2h', 's24_extra'])
    assert.ok(other?.fields.every((field) => grave?.fields.includes(field)))
    assert.ok((grave?.fields.length ?? 0) > (other?.fields.length ?? 0))
  })
})
