import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyLetter } from '../../tests/support/any-letter.ts'
import { asciiDigits, urduDigits } from './digits.ts'

describe('digits as officers type them', () => {
  const cases = [
    ['۱۲٣4', '1234'],
    ['۹۰۰۰۰-۱۲۳۴۵۶۷-۱', '90000-1234567-1'],
    ['٠٩', '09'],
    ['دفعہ ۳۷۶', 'دفعہ 376'],
    ['', ''],
  ] as const
  for (const [typed, kept] of cases) {
    it(`keeps ‘${typed}’ as ‘${kept}’`, () => assert.equal(asciiDigits(typed), kept))
  }

  it('gives any number back as it was after a turn through Urdu digits', () => {
    fc.assert(fc.property(fc.bigInt(), (n) => asciiDigits(urduDigits(String(n))) === String(n)))
  })

  it('changes nothing but digits', () => {
    const without = (text: string) => text.replace(/[0-9٠-٩۰-۹]/g, '')
    fc.assert(
      fc.property(fc.string({ unit: anyLetter }), (text) => without(asciiDigits(text)) === without(text)),
    )
  })
})
