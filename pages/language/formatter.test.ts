import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asciiDigits } from '../../domain/text/digits.ts'
import { type F, formatter } from './formatter.ts'

const [en, ur] = [formatter('en'), formatter('ur')]

const CASES: [string, (f: F) => string, string, string][] = [
  ['a date', (f) => f.date('2026-11-20'), '20 Nov 2026', '۲۰ نومبر ۲۰۲۶ء'],
  ['a date of September, always three letters', (f) => f.date('2026-09-01'), '1 Sep 2026', '۱ ستمبر ۲۰۲۶ء'],
  ['a date with its weekday', (f) => f.weekday('2026-11-20'), 'Friday 20 Nov 2026', 'جمعہ ۲۰ نومبر ۲۰۲۶ء'],
  [
    'an instant before midnight in UTC, on the next day in Pakistan',
    (f) => f.dateTime('2026-11-20T19:05:00Z'),
    '21 Nov 2026 at 00:05',
    '۲۱ نومبر ۲۰۲۶ء، ۰۰:۰۵',
  ],
  ['an afternoon, in 24 hours', (f) => f.time('2026-11-21T10:30:59Z'), '15:30', '۱۵:۳۰'],
  ['a year, without a comma', (f) => f.year(1988), '1988', '۱۹۸۸ء'],
  ['a number', (f) => f.number(1234567), '1,234,567', '۱٬۲۳۴٬۵۶۷'],
  ['a share', (f) => f.percent(0.14), '14%', '۱۴%'],
  ['one day', (f) => f.days(1), '1 day', '۱ دن'],
  ['days', (f) => f.days(3), '3 days', '۳ دن'],
  ['hours', (f) => f.hours(48), '48 hours', '۴۸ گھنٹے'],
  ['a list', (f) => f.list(['a', 'b', 'c']), 'a, b and c', 'a، b، اور c'],
  [
    'a CNIC, in Latin digits in both languages',
    (f) => f.cnic('۹۰۰۰۰۱۲۳۴۵۶۷۱'),
    '90000-1234567-1',
    '90000-1234567-1',
  ],
  ['a masked CNIC', (f) => f.maskedCnic('90000-1234567-1'), '•••••-•••••67-1', '•••••-•••••67-1'],
  [
    'a masked CNIC of which only the end is known',
    (f) => f.maskedCnic('671'),
    '•••••-•••••67-1',
    '•••••-•••••67-1',
  ],
  ['what is no CNIC', (f) => f.cnic('1234'), '1234', '1234'],
]

describe('what people read', () => {
  for (const [what, write, english, urdu] of CASES) {
    it(`is ${what}: ${english}`, () => assert.deepEqual([write(en), write(ur)], [english, urdu]))
  }

  it('never shows more than three digits of a masked CNIC', () => {
    const cnics = fc.stringMatching(/^9\d{12}$/)
    fc.assert(fc.property(cnics, (cnic) => en.maskedCnic(cnic).replace(/\D/g, '') === cnic.slice(-3)))
  })

  it('writes the same day and year in both languages', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    const numbers = (text: string) => asciiDigits(text).match(/\d+/g)
    fc.assert(
      fc.property(days, (day) => {
        const on = day.toISOString().slice(0, 10)
        assert.deepEqual(numbers(ur.date(on)), numbers(en.date(on)))
      }),
    )
  })
})
