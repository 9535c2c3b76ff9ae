import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { StatisticTable } from '../../contract/statistics.ts'
import { cellsOf, STATISTICS, type StatisticName } from '../../domain/statistics/tables.ts'
import { formatter } from '../language/formatter.ts'
import { translator } from '../language/translator.ts'
import { chartOf, GRID } from './chart-shape.ts'
import { daysOf } from './days-shape.ts'
import { FigureTable } from './FigureTable.tsx'

const QUARTERS = ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01']
const tableOf = (name: StatisticName, quarters: Record<string, number | null>[]): StatisticTable => ({
  ...{ name, unit: STATISTICS[name].unit, totals: [] },
  quarters: QUARTERS.map((quarter_on, at) => ({
    ...{ quarter_on, revision: 1, counted_on: '2026-11-01' },
    figures: cellsOf(STATISTICS[name].cells).map((cell) => ({ cell, figure: quarters[at]?.[cell] ?? null })),
  })),
})
const months = (all: number | null, each: number | null = null) => ({
  ...{ all, month_1: each, month_2: each, month_3: each },
})
const asked = tableOf('checks_asked', [months(null), months(30), months(60, 20), months(120, 40)])
const screened = tableOf('checks_screened', [
  ...[{ all: 100, in_time: 50, late: 50 }, { all: 40 }, {}],
  { all: 50, in_time: 40, late: 10 },
])

describe('a chart', () => {
  it('draws a month as high as it is, and a quarter whose months are withheld as its mean month', () => {
    const { bars, tops } = chartOf(asked, false)
    const most = GRID.base - GRID.top
    assert.deepEqual(
      bars.map(({ kind, height }) => [kind, height / most]),
      [['whole', 0.25], ...Array(3).fill(['first', 0.5]), ...Array(3).fill(['first', 1])],
    )
    assert.deepEqual(
      tops.map(({ text }) => text),
      [null, 30, 60, 120],
    )
  })
  it('stacks parts from the foot, names each beside the newest column, and draws nothing for what is withheld', () => {
    const { bars, names } = chartOf(screened, false)
    const heights = bars.map(({ kind, height, label }) => [kind, Math.round(height), label])
    assert.deepEqual(heights, [
      ...[
        ['first', 74, 50],
        ['second', 74, 50],
        ['whole', 59, null],
      ],
      ...[
        ['first', 59, 40],
        ['second', 15, 10],
      ],
    ])
    assert.equal((bars[0]?.y ?? 0) - (bars[1]?.y ?? 0), bars[0]?.height)
    const [in_time, late] = names
    assert.deepEqual([in_time?.cell, late?.cell], ['in_time', 'late'])
    assert.ok((in_time?.y ?? 0) - (late?.y ?? 0) >= 17)
  })
  it('runs from right to left where the language does: each mark is the mirror of the other’s', () => {
    for (const table of [asked, screened]) {
      const [ltr, rtl] = [chartOf(table, false), chartOf(table, true)]
      assert.deepEqual(
        rtl.bars.map((bar) => GRID.width - bar.x - bar.width),
        ltr.bars.map(({ x }) => x),
      )
      assert.ok((rtl.middles[0] ?? 0) > (rtl.middles[3] ?? 0))
    }
  })
  it('has a place and no mark for a quarter that is not published yet: nothing of it is withheld', () => {
    const [last, ...first] = asked.quarters.toReversed()
    assert.ok(last)
    const waiting = { ...asked, quarters: [...first.toReversed(), { ...last, revision: null, figures: [] }] }
    const { tops, middles } = chartOf(waiting, false)
    assert.deepEqual([tops.map(({ text }) => text), middles.length], [[null, 30, 60], 4])
    const frame = { t: translator('en'), f: formatter('en') } as never
    const html = renderToString(h(FigureTable, { table: waiting, frame }))
    const [head, ...rows] = html.split('<tr>').slice(1)
    assert.match(head ?? '', /Sep.*2026.*<span class="small"> not published yet/)
    assert.deepEqual(
      rows.map((row) => row.split('not shown').length - 1),
      [1, 2, 2, 2],
    )
  })
  it('of days stands from what half took to what nine in ten took, and leaves out what is withheld', () => {
    const days = tableOf('entry_days', [{ median: 40, nine_tenths: 160 }, { median: 40 }, {}, { median: 20 }])
    const { spans, names } = daysOf(days, false)
    const [both, half, none] = spans
    assert.ok((both?.nine_tenths?.y ?? 999) < (both?.median?.y ?? 0))
    assert.deepEqual([both?.nine_tenths?.y, half?.nine_tenths, none?.median], [GRID.top, null, null])
    assert.deepEqual(
      names.map(({ cell }) => cell),
      ['median'],
    )
  })
})
