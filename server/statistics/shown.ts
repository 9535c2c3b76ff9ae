/** The published tables as the page and the files give them: four closed quarters, and the sum of what is shown. */
import type { PublishedQuarter, StatisticTable } from '../../contract/statistics.ts'
import { totalOf } from '../../domain/statistics/protect.ts'
import { cellsOf, STATISTICS, type StatisticName } from '../../domain/statistics/tables.ts'
import type { Standing } from './queries.ts'

/** One table of these quarters, each cell in the order of its definition; a quarter not published yet has no figure. */
export function tableOf(
  name: StatisticName,
  quarters: readonly string[],
  standing: readonly Standing[],
): StatisticTable {
  const { cells, unit } = STATISTICS[name]
  const names = cellsOf(cells)
  const shown = quarters.map((quarter_on): PublishedQuarter => {
    const found = standing.find((one) => one.name === name && one.quarter_on === quarter_on)
    const figureOf = (cell: string) => found?.figures.find((one) => one.cell === cell)?.figure ?? null
    return {
      ...{ quarter_on, revision: found?.revision ?? null, counted_on: found?.counted_on ?? null },
      figures: names.map((cell) => ({ cell, figure: figureOf(cell) })),
    }
  })
  // Months of four quarters have no sum of their own, and days none at all.
  const summed = unit === 'days' ? [] : names.filter((cell) => !cell.startsWith('month_'))
  const figuresOf = (cell: string) =>
    shown.map(({ figures }) => figures.find((one) => one.cell === cell)?.figure ?? null)
  return {
    name,
    unit,
    quarters: shown,
    totals: summed.map((cell) => ({ cell, ...totalOf(figuresOf(cell)) })),
  }
}

/** The same figures as lines of CSV, one a figure; what is withheld is empty. */
export function* csvLines(tables: readonly StatisticTable[]): Generator<string> {
  yield 'table,cell,quarter_on,figure,unit,revision,counted_on\r\n'
  for (const { name, unit, quarters } of tables)
    for (const { quarter_on, figures, revision, counted_on } of quarters)
      for (const { cell, figure } of figures)
        yield `${[name, cell, quarter_on, figure ?? '', unit, revision ?? '', counted_on ?? ''].join(',')}\r\n`
}
