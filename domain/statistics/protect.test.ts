import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countOf, protect, protectDays, revise, rounded, totalOf } from './protect.ts'
import { closedQuarters, monthsOf, quarterAfter, quarterOf } from './quarters.ts'
import { cellsOf, leavesOf, STATISTIC_NAMES, STATISTICS } from './tables.ts'

const months = STATISTICS.checks_asked.cells
const duties = STATISTICS.duties_due.cells

describe('a count', () => {
  it('is rounded to five', () => {
    assert.deepEqual([0, 2, 3, 10, 12, 13, 98].map(rounded), [0, 0, 5, 10, 10, 15, 100])
  })
  it('is withheld below ten, and shown from ten on', () => {
    assert.deepEqual(protect({ cell: 'all' }, { all: 9 }), { all: null })
    assert.deepEqual(protect({ cell: 'all' }, { all: 10 }), { all: 10 })
    assert.deepEqual(protect({ cell: 'all' }, {}), { all: null })
  })
  it('of which one part is small is not divided, whichever part it is', () => {
    const [all, shown] = [{ month_1: 41, month_2: 10, month_3: 33 }, { all: 85 }]
    assert.deepEqual(protect(months, all), { ...shown, month_1: 40, month_2: 10, month_3: 35 })
    for (const small of ['month_1', 'month_2', 'month_3'] as const) {
      const counts = { ...all, [small]: 9 }
      const { all: whole, ...parts } = protect(months, counts)
      assert.equal(whole, rounded(countOf(months, counts)), small)
      assert.deepEqual(Object.values(parts), [null, null, null], small)
    }
  })
  it('is divided as far as every part allows: no part of a part that is withheld is shown', () => {
    const kept = { kept_in_time: 60, kept_late: 25 }
    assert.deepEqual(protect(duties, { ...kept, decided: 12, undecided: 3 }), {
      ...{ all: 100, kept: 85, ...kept, missed: 15, decided: null, undecided: null },
    })
    const few = protect(duties, { ...kept, decided: 2, undecided: 3 })
    assert.deepEqual(Object.values(few), [90, null, null, null, null, null, null])
  })
})

describe('days', () => {
  it('are shown where ten entries lie on either side, judged by the published number', () => {
    const days = { median: 13, nine_tenths: 61 }
    const at = (entries: number | null) => protectDays(days, entries)
    assert.deepEqual(at(null), { median: null, nine_tenths: null })
    assert.deepEqual(at(20), { median: null, nine_tenths: null })
    assert.deepEqual(at(25), { median: 15, nine_tenths: null })
    assert.deepEqual(at(100), { median: 15, nine_tenths: null })
    assert.deepEqual(at(105), { median: 15, nine_tenths: 60 })
  })
  it('of nobody are none, and an entry before its judgment is no negative time', () => {
    assert.deepEqual(protectDays({ median: null, nine_tenths: -9 }, 500), { median: null, nine_tenths: 0 })
  })
})

describe('a revision and a total', () => {
  it('show nothing that was withheld before', () => {
    const before = { all: 30, month_1: null, month_2: null, month_3: null }
    const after = { all: 35, month_1: 10, month_2: 10, month_3: 15 }
    assert.deepEqual(revise(months, before, after), { ...before, all: 35 })
    assert.deepEqual(revise(months, after, before), before)
  })
  it('divide nothing anew that was withheld as a whole, and leave no one gap beside a part that is new', () => {
    const after = { all: 40, month_1: 10, month_2: 15, month_3: 15 }
    const none = { all: null, month_1: null, month_2: null, month_3: null }
    assert.deepEqual(revise(months, { all: null }, after), none)
    assert.deepEqual(revise(months, { all: 35, month_1: null }, after), { ...none, all: 40 })
  })
  it('are of published figures alone, and say how far they can be off', () => {
    assert.deepEqual(totalOf([100, 105, 95, 110]), { figure: 410, most_off: 8, is_whole: true })
    assert.deepEqual(totalOf([100, null, 95, null]), { figure: 195, most_off: 4, is_whole: false })
    assert.deepEqual(totalOf([null, null]), { figure: null, most_off: 0, is_whole: false })
  })
})

describe('a quarter', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['2026-01-01', '2026-01-01'],
    ['2026-03-31', '2026-01-01'],
    ['2026-04-01', '2026-04-01'],
    ['2026-12-31', '2026-10-01'],
  ]
  for (const [on, quarter] of cases)
    it(`of ${on} begins on ${quarter}`, () => assert.equal(quarterOf(on), quarter))
  it('is closed when it has been over for thirty days, and not a day earlier', () => {
    assert.equal(closedQuarters('2026-10-30').at(-1), '2026-04-01')
    assert.equal(closedQuarters('2026-10-31').at(-1), '2026-07-01')
    assert.deepEqual(closedQuarters('2026-01-29'), ['2024-10-01', '2025-01-01', '2025-04-01', '2025-07-01'])
    assert.equal(closedQuarters('2026-01-30').at(-1), '2025-07-01')
    assert.equal(closedQuarters('2026-01-31').at(-1), '2025-10-01')
  })
  it('has three months, and a next one', () => {
    assert.deepEqual(monthsOf('2026-10-01'), ['2026-10-01', '2026-11-01', '2026-12-01'])
    assert.equal(quarterAfter('2026-10-01', 1), '2027-01-01')
    assert.equal(quarterAfter('2026-01-01', -1), '2025-10-01')
  })
})

describe('the tables that leave the register', () => {
  it('name every cell once, and every division has at least two parts: one part alone would be told by its sum', () => {
    for (const name of STATISTIC_NAMES) {
      const { cells, unit } = STATISTICS[name]
      const all = cellsOf(cells)
      assert.equal(new Set(all).size, all.length, name)
      if (unit === 'days') continue
      assert.ok(leavesOf(cells).length < all.length, name)
      const check = (one: typeof cells): void => {
        assert.notEqual(one.parts?.length, 1, `${name} ${one.cell}`)
        one.parts?.forEach(check)
      }
      check(cells)
    }
  })
})
