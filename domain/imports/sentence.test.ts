import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readSentence } from './sentence.ts'

const term = (years: number, months = 0, days = 0) => ({ years, months, days })

describe('a sentence as typed', () => {
  const cases: [typed: string, terms: unknown[], fine: number | null, whole: 'life' | 'death' | null][] = [
    ['10 years', [term(10)], null, null],
    ['10 years RI and fine Rs. 50,000/-', [term(10)], 50_000, null],
    ['ten (10) years and fine of Rs.100000', [term(10)], 100_000, null],
    ['Five years six months', [term(5, 6)], null, null],
    ['5 years, 6 months and 10 days', [term(5, 6, 10)], null, null],
    ['6 months 5 days SI', [term(0, 6, 5)], null, null],
    ['45 days', [term(0, 0, 45)], null, null],
    ['10 years under 376 and 5 years under 377', [term(10), term(5)], null, null],
    ['10 years and fine Rs. 50,000, in default six months SI', [term(10)], 50_000, null],
    ['life imprisonment and fine Rs. 2 lac', [], 200_000, 'life'],
    ['death', [], null, 'death'],
    ['fine only', [], null, null],
    ['fine 5 lakh', [], 500_000, null],
    ['عمر قید اور جرمانہ 50,000 روپے', [], 50_000, 'life'],
    ['۱۰ سال ۶ ماہ قید بامشقت', [term(10, 6)], null, null],
    ['دس سال قید و جرمانہ ایک لاکھ روپے', [term(10)], 100_000, null],
    ['5 سال قید، بصورت عدم ادائیگی 6 ماہ', [term(5)], null, null],
    ['سزائے موت', [], null, 'death'],
  ]
  for (const [typed, terms, fine_rupees, whole] of cases) {
    it(`reads ${JSON.stringify(typed)}`, () => {
      const sentence = readSentence(typed)
      if (terms.length === 0 && fine_rupees === null && whole === null) return assert.equal(sentence, null)
      assert.deepEqual(sentence?.terms, terms)
      assert.equal(sentence?.fine_rupees, fine_rupees)
      assert.deepEqual([sentence?.is_life, sentence?.is_death], [whole === 'life', whole === 'death'])
    })
  }

  it('gives back the figures it was written with', () => {
    const figure = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 1000, max: 9_999_999 }), (years, months, rupees) => {
        const typed = `${years} years and ${months} months RI with fine of Rs. ${rupees.toLocaleString('en')}/-`
        const sentence = readSentence(typed)
        assert.deepEqual(sentence?.terms, [term(years, months)])
        assert.equal(sentence?.fine_rupees, rupees)
      }),
    )
  })
})
