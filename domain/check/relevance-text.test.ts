import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { urduDigits } from '../text/digits.ts'
import { hasNumber, nameLike } from './relevance-text.ts'

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''))

describe('a number in the reasons', () => {
  it('is found in any digits, spaced in any way, before and after any words', () => {
    const gap = fc.constantFrom('', ' ', '-', ' - ', '–', '.', '/', '\u200f', ') ')
    const spelt = fc.constantFrom((text: string) => text, urduDigits)
    fc.assert(
      fc.property(digits(13), gap, gap, spelt, (number, first, second, spell) => {
        const typed = `${number.slice(0, 5)}${first}${number.slice(5, 12)}${second}${number.slice(12)}`
        assert.equal(hasNumber(`card ${spell(typed)} shown`), true, typed)
      }),
    )
    fc.assert(
      fc.property(digits(7), gap, spelt, (rest, sep, spell) => {
        for (const code of ['0300', '+92300', '0092 300', '92-300'])
          assert.equal(hasNumber(spell(`${code}${sep}${rest}`)), true, `${code}${sep}${rest}`)
      }),
    )
  })
  for (const text of [
    'Named in FIR 117/2026 of 12-05-2026 at Saddar',
    'Arrested on 2026-05-12; earlier case 41/24 and 42/24',
    'دفعہ 376 اور 377، مورخہ ۱۲/۰۵/۲۰۲۶',
    '',
  ])
    it(`is not seen in ‘${text}’`, () => assert.equal(hasNumber(text), false))
})

describe('a word that looks like a name', () => {
  const cases: [string, string[]][] = [
    ['Recognised by his niece Ayesha Bibi at the house', ['Ayesha', 'Bibi']],
    ['the daughter of the said Rashid', ['Rashid']],
    ['victim d/o Allah Ditta', ['Allah', 'Ditta']],
    ['mst. Nasreen told', ['Nasreen']],
    ['us ki beti ayesha ne pehchana', ['ayesha']],
    ['biwi Shazia ke sath', ['Shazia']],
    ['walida nasreen bibi ka bayan', ['nasreen', 'bibi']],
    ['اس کی بیٹی عائشہ نے شناخت کیا', ['عائشہ']],
    ['مسماۃ نسرین بی بی زوجہ اللہ دتہ', ['نسرین', 'بی', 'اللہ', 'دتہ']],
    ['The victim identified him in the parade', []],
    ['Named in the FIR; his wife was present', []],
    ['متاثرہ نے شناخت کیا', []],
    ['Named as accused; denies', []],
    ['Named as accused. Whether he did it before bears on the remand.', []],
    ['Seen with the daughter. Rashid ran', []],
    ['Arrested at the spot with the stolen phone', []],
  ]
  for (const [text, marked] of cases)
    it(`in ‘${text}’: ${marked.join(', ') || 'none'}`, () => {
      const found = nameLike(text)
      for (const word of marked) assert.ok(found.includes(word), `${word} of ${found.join(' ')}`)
      if (marked.length === 0) assert.deepEqual(found, [])
    })
  it('is marked after every kind of word for kin, in three ways of writing', () => {
    const kin = [
      'daughter',
      'sister of',
      'wife',
      'beti',
      'behen',
      'zauja',
      'walida',
      'بیٹی',
      'زوجہ',
      'بہن',
      'والدہ',
      'دختر',
    ]
    const names = ['Ayesha', 'ayesha', 'Zulaikha', 'عائشہ', 'زلیخا', 'Bushra']
    fc.assert(
      fc.property(fc.constantFrom(...kin), fc.constantFrom(...names), (relation, name) =>
        assert.ok(nameLike(`seen with ${relation} ${name} there`).includes(name)),
      ),
    )
  })
})
