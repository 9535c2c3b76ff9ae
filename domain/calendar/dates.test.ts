import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  addMonths,
  addYears,
  birthdayOn,
  dayInPakistan,
  dayOf,
  dayOfInstant,
  findDay,
  findInstant,
  hour_ms,
  instantAt,
  instantOf,
  isoInstant,
  isoOf,
  timeOfDay,
} from './dates.ts'

const days = fc.integer({ min: dayOf('1000-01-01'), max: dayOf('9999-12-31') })

describe('a date', () => {
  it('is a day since 1970 and back, as the calendar of the standard has it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: day })
        assert.equal(isoOf(day), date.toString())
        assert.equal(dayOf(date.toString()), day)
        assert.equal(findDay(date.toString()), day)
      }),
    )
  })

  for (const wrong of ['2025-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '2025-01-00', '1900-02-29']) {
    it(`is refused when the calendar lacks it: ${wrong}`, () => assert.equal(findDay(wrong), undefined))
  }
  for (const wrong of ['', '2025-2-1', '12/02/2024', '0999-12-31', '2025-02-01T00:00', '۲۰۲۵-۰۲-۰۱']) {
    it(`is refused in another shape: '${wrong}'`, () => assert.equal(findDay(wrong), undefined))
  }
  it('after the year 9999 is printed with six digits of year', () => {
    assert.equal(isoOf(addYears(dayOf('9999-12-31'), 10)), '+010009-12-31')
  })
  it('is accepted on a leap day', () => {
    assert.equal(findDay('2000-02-29'), dayOf('2000-03-01') - 1)
    assert.equal(findDay('2024-02-29'), dayOf('2024-03-01') - 1)
  })
})

describe('adding months or years', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-03-31', 1, '2025-04-30'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-12-31', 2, '2026-02-28'],
  ]
  for (const [from, months, to] of cases) {
    it(`${from} and ${months} months is ${to}`, () => assert.equal(isoOf(addMonths(dayOf(from), months)), to))
  }
  it('29 Feb and one year is 28 Feb', () => {
    assert.equal(isoOf(addYears(dayOf('2024-02-29'), 1)), '2025-02-28')
  })
  it('keeps the day of the month or takes the last, as the standard does', () => {
    const near = fc.integer({ min: dayOf('1900-01-01'), max: dayOf('2200-01-01') })
    fc.assert(
      fc.property(near, fc.integer({ min: -600, max: 1200 }), (day, months) => {
        const expected = Temporal.PlainDate.from(isoOf(day)).add({ months })
        assert.equal(isoOf(addMonths(day, months)), expected.toString())
      }),
    )
  })
})

describe('a birthday', () => {
  it('on 29 Feb falls on 1 Mar in other years', () => {
    assert.equal(birthdayOn('2004-02-29', 18), '2022-03-01')
    assert.equal(birthdayOn('2004-02-29', 20), '2024-02-29')
    assert.equal(birthdayOn('1988-02-11', 18), '2006-02-11')
  })
})

describe('an instant', () => {
  it('is read with its offset, as the standard reads it', () => {
    const instants = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2200-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    const offsets = fc.constantFrom('Z', '+05:00', '-03:30', '+05:45')
    fc.assert(
      fc.property(instants, offsets, fc.constantFrom('', '.5', '.05', '.123'), (date, offset, fraction) => {
        const iso = `${date.toISOString().slice(0, 19)}${fraction}${offset}`
        assert.equal(instantAt(iso), Date.parse(iso))
        assert.equal(findInstant(iso), Date.parse(iso))
        assert.equal(Date.parse(isoInstant(instantAt(iso))), instantAt(iso))
      }),
    )
  })
  for (const wrong of [
    '2025-03-03T10:00:00',
    '2025-02-30T10:00:00Z',
    '2025-03-03T24:00:00Z',
    '2025-03-03 10:00:00Z',
    '2025-03-03T10:00:00+5',
  ]) {
    it(`is refused: ${wrong}`, () => assert.equal(findInstant(wrong), undefined))
  }
  it('is printed as Pakistan time, with a fraction only where there is one', () => {
    assert.equal(isoInstant(0), '1970-01-01T05:00:00+05:00')
    assert.equal(isoInstant(20), '1970-01-01T05:00:00.020+05:00')
  })
  it('falls on the Pakistan date: the day turns at 19:00 UTC', () => {
    assert.equal(isoOf(dayOfInstant(Date.parse('2025-03-03T18:59:59Z'))), '2025-03-03')
    assert.equal(isoOf(dayOfInstant(Date.parse('2025-03-03T19:00:00Z'))), '2025-03-04')
    assert.equal(dayInPakistan('2025-03-03T19:00:00Z'), '2025-03-04')
  })
  it('of a day and a time of day is that time in Pakistan', () => {
    assert.equal(timeOfDay('08:30'), 8.5 * hour_ms)
    assert.equal(isoInstant(instantOf(dayOf('2025-03-03'), timeOfDay('08:30'))), '2025-03-03T08:30:00+05:00')
  })
})
