// Builds the table of rows from their cells.
import type { DateOrder } from './dates.ts'
import type { Column, Kind } from './kinds.ts'
import { type Dictionary, frequenciesOf, type Table } from './table.ts'
import { growing, reserve, shared } from './text-table.ts'
import { valueCollector } from './values.ts'

export type TableBuilder = {
  /** Adds a row: the cells in the order of the columns, and how each column's file writes its dates. */
  readonly add: (cells: readonly string[], orders: readonly DateOrder[]) => void
  /** For each column, how many cells say something but are no date, where one is asked for. */
  readonly unread: readonly number[]
  /** The table; `left_count` rows are of the left file, 0 when there is one file only. */
  readonly finish: (left_count: number) => Table
}

/**
 * An empty table of some columns.
 * @example tableBuilder(parseColumns({ dob: 'date' })).add(['1990-01-02'], ['day_first'])
 */
export function tableBuilder(columns: readonly Column[]): TableBuilder {
  const kinds = [...new Set(columns.map(({ kind }) => kind))]
  const collectors = new Map(kinds.map((kind) => [kind, valueCollector(kind)]))
  const idOf = columns.map(({ kind }) => collectors.get(kind)?.idOf ?? (() => 0))
  const values = growing(new Int32Array(1 << 12))
  const unread = columns.map(() => 0)
  return {
    unread,
    add(cells, orders) {
      reserve(values, columns.length)
      for (const [at, { kind }] of columns.entries()) {
        const cell = (cells[at] ?? '').trim()
        const value = cell === '' ? 0 : (idOf[at]?.(cell, orders[at]) ?? 0)
        if (kind === 'date' && value === 0 && cell !== '') unread[at] = (unread[at] ?? 0) + 1
        values.data[values.length++] = value
      }
    },
    finish(left_count) {
      const dictionaries: Partial<Record<Kind, Dictionary>> = {}
      for (const [kind, collector] of collectors) dictionaries[kind] = collector.finish()
      const cells = shared(values)
      const counts = columns.map(({ kind }) => dictionaries[kind]?.values.count ?? 1)
      const row_count = cells.length / columns.length
      return {
        columns,
        row_count,
        left_count,
        cells,
        dictionaries,
        frequencies: frequenciesOf(cells, counts),
      }
    },
  }
}
