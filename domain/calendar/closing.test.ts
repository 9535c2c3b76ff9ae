import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { closingFault, endFault, leftOf, outageFault, PROTECTED_DAYS } from './closing.ts'
import { dayOf, isoOf } from './dates.ts'
import { monthOf, weekOf } from './weeks.ts'

const today = '2025-09-03'
const on = (days: number) => isoOf(dayOf(today) + days)

describe('a closed desk', () => {
  const cases: readonly (readonly [string, number, number, 'station' | 'bureau', string | undefined])[] = [
    ['of today is recorded', 0, 1, 'station', undefined],
    ['of a month ago is recorded', -31, -30, 'station', undefined],
    ['of longer ago is not by a station', -32, -30, 'station', 'calendar.fault.too_far_back'],
    ['of longer ago is by the Bureau', -32, -30, 'bureau', undefined],
    ['of a year ahead is announced', 366, 367, 'station', undefined],
    ['of later is not', 367, 368, 'bureau', 'calendar.fault.too_far_ahead'],
    ['is at most a month long', 0, 31, 'station', undefined],
    ['is not longer', 0, 32, 'station', 'calendar.fault.too_long'],
    ['that ends where it begins is none', 0, 0, 'station', 'calendar.fault.order'],
  ]
  for (const [what, from, to, by, code] of cases)
    it(what, () => assert.equal(closingFault({ from_on: on(from), to_on: on(to) }, today, by)?.code, code))
})

describe('striking out a closed desk', () => {
  it('leaves what is over and the 14 days to come, and nothing that begins later', () => {
    assert.deepEqual(leftOf({ from_on: on(-3), to_on: on(40) }, today), { from_on: on(-3), to_on: on(15) })
    assert.equal(leftOf({ from_on: on(15), to_on: on(40) }, today), null)
    assert.equal(leftOf({ from_on: on(1), to_on: on(15) }, today), undefined)
    assert.equal(leftOf({ from_on: on(-9), to_on: on(-5) }, today), undefined)
  })
  it('never opens a day near enough for somebody to have been told', () => {
    const days = fc.integer({ min: -60, max: 60 })
    fc.assert(
      fc.property(days, days, (from, length) => {
        const closed = { from_on: on(from), to_on: on(from + Math.abs(length) + 1) }
        const left = leftOf(closed, today)
        for (let day = -60; day <= PROTECTED_DAYS; day += 1) {
          const was = closed.from_on <= on(day) && on(day) < closed.to_on
          const rest = left === undefined ? closed : left
          assert.equal(rest !== null && rest.from_on <= on(day) && on(day) < rest.to_on, was)
        }
      }),
    )
  })
})

describe('an outage', () => {
  const hour = 3_600_000
  const now = 1_000 * hour
  it('lies in the past, in order, and not too far back', () => {
    const code = (from: number, to: number | null) => outageFault({ from, to }, { now, by: 'station' })?.code
    assert.equal(code(now - hour, null), undefined)
    assert.equal(code(now - hour, now), undefined)
    assert.equal(code(now + 1, null), 'in_future')
    assert.equal(code(now - hour, now + 1), 'in_future')
    assert.equal(code(now - hour, now - hour), 'calendar.fault.order')
    assert.equal(code(now - 32 * 24 * hour, null), 'calendar.fault.too_far_back')
  })
  it('is ended today', () => {
    const code = (from: number, to: number) =>
      endFault({ from, to }, { now, day_begins: now - 8 * hour })?.code
    assert.equal(code(now - 100 * hour, now), undefined)
    assert.equal(code(now - 100 * hour, now + 1), 'in_future')
    assert.equal(code(now - 100 * hour, now - 9 * hour), 'calendar.fault.before_today')
    assert.equal(code(now - hour, now - 2 * hour), 'calendar.fault.order')
  })
})

describe('a page of the calendar', () => {
  it('is a week from Monday to Sunday, or the whole weeks of a month', () => {
    assert.deepEqual(
      [weekOf('2025-09-07').days[0], weekOf('2025-09-08').days[0], weekOf('1969-12-31').days[0]],
      ['2025-09-01', '2025-09-08', '1969-12-29'],
    )
    const { days, previous_on, next_on } = monthOf('2026-11-25')
    assert.deepEqual(
      [days[0], days.length, previous_on, next_on],
      ['2026-10-26', 42, '2026-10-01', '2026-12-01'],
    )
    assert.equal(weekOf('2025-09-03').next_on, '2025-09-08')
  })
})
