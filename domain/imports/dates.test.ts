import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { fromExcelSerial, readCustody, readDate, yearsBetween } from './dates.ts'

describe('a date as typed', () => {
  const cases: [typed: string, on: string | null, code: string | null][] = [
    ['2024-02-12', '2024-02-12', null],
    ['2024/2/12', '2024-02-12', null],
    ['2024-02-12T00:00:00', '2024-02-12', null],
    ['12/02/2024', '2024-02-12', null],
    ['12-2-2024', '2024-02-12', null],
    ['12.02.2024', '2024-02-12', null],
    ['۱۲/۰۲/۲۰۲۴', '2024-02-12', null],
    ['١٢-٠٢-٢٠٢٤', '2024-02-12', null],
    ['12-Feb-2024', '2024-02-12', null],
    ['12 February, 2024', '2024-02-12', null],
    ['12 فروری 2024', '2024-02-12', null],
    ['1 مئی ۲۰۲۳', '2023-05-01', null],
    ['29/02/2024', '2024-02-29', null],
    ['45334', '2024-02-12', 'date_from_serial'],
    ['29/02/2023', null, 'date_unreadable'],
    ['2023-13-01', null, 'date_unreadable'],
    ['12 Foo 2024', null, 'date_unreadable'],
    ['02/13/2024', null, 'date_month_first'],
    ['12/02/24', null, 'date_two_digit_year'],
    ['12-Feb-24', null, 'date_two_digit_year'],
    ['12/02-2024', null, 'date_unreadable'],
    ['99999', null, 'date_unreadable'],
    ['2024', null, 'date_unreadable'],
    ['', null, 'date_unreadable'],
  ]
  for (const [typed, on, code] of cases) {
    it(`reads ${JSON.stringify(typed)} as ${on ?? code}`, () => {
      assert.deepEqual(readDate(typed), { on, code })
    })
  }

  it('comes back the same however a real day is written', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.'), (date, mark) => {
        const on = date.toISOString().slice(0, 10)
        const urdu = on
          .split('-')
          .reverse()
          .join(mark)
          .replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)))
        assert.equal(readDate(on).on, on)
        assert.equal(readDate(urdu).on, on)
      }),
    )
  })
})

describe('a day number of a spreadsheet', () => {
  const cases: [serial: number, is_1904: boolean, on: string | null][] = [
    [45334, false, '2024-02-12'],
    [45334.75, false, '2024-02-12'],
    [61, false, '1900-03-01'],
    [60, false, null],
    [59, false, '1900-02-28'],
    [1, false, '1900-01-01'],
    [0, false, null],
    [0, true, '1904-01-01'],
    [43872, true, '2024-02-12'],
    [1e9, false, null],
  ]
  for (const [serial, is_1904, on] of cases) {
    it(`${serial} from ${is_1904 ? 1904 : 1900} is ${on}`, () => {
      assert.equal(fromExcelSerial(serial, is_1904), on)
    })
  }
})

describe('years between two days', () => {
  it('count birthdays, and one on 29 February falls on 1 March', () => {
    assert.equal(yearsBetween('2006-02-11', '2024-02-10'), 17)
    assert.equal(yearsBetween('2006-02-11', '2024-02-11'), 18)
    assert.equal(yearsBetween('2004-02-29', '2022-02-28'), 17)
    assert.equal(yearsBetween('2004-02-29', '2022-03-01'), 18)
  })
})

describe('custody as typed', () => {
  const one = { from_on: '2024-02-12', to_on: '2025-03-03' }
  const open = { from_on: '2024-02-12', to_on: null }
  const cases: [typed: string, intervals: unknown[], codes: string[]][] = [
    ['2024-02-12..2025-03-03', [one], []],
    ['2024-02-12..2025-03-03; 2024-02-12..', [one, open], []],
    ['12/02/2024 to 03/03/2025', [one], []],
    ['12/02/2024 سے 03/03/2025 تک', [one], []],
    ['۱۲/۰۲/۲۰۲۴ تا ۰۳/۰۳/۲۰۲۵', [one], []],
    ['12/02/2024 to date', [open], []],
    ['12/02/2024 تا حال؛', [open], []],
    ['2025-03-03..2024-02-12', [], ['custody_backwards']],
    ['2024-02-12', [], ['custody_unreadable']],
    ['2024-02-12..soon', [], ['custody_unreadable']],
    ['in jail', [], ['custody_unreadable']],
    ['', [], []],
  ]
  for (const [typed, intervals, codes] of cases) {
    it(`reads ${JSON.stringify(typed)}`, () => {
      const read = readCustody(typed)
      assert.deepEqual(read.intervals, intervals)
      assert.deepEqual(
        read.refused.map(({ code }) => code),
        codes,
      )
    })
  }
})
