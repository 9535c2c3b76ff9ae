// One table from tables that hold some of its columns each: readers share the work by kinds of columns.
import type { Column } from './kinds.ts'
import type { Table } from './table.ts'

/**
 * The table of all columns. The parts have the same rows, and no kind of column stands in two of them.
 * @param places for each part where its columns stand among all
 * @example joinedTable(columns, [names, dates], [[0, 2], [1]]).columns // columns
 */
export function joinedTable(
  columns: readonly Column[],
  parts: readonly Table[],
  places: readonly (readonly number[])[],
): Table {
  const [first] = parts
  if (!first) throw new RangeError('no part of a table')
  if (parts.length === 1) return first
  const { row_count, left_count } = first
  const width = columns.length
  const cells = new Int32Array(new SharedArrayBuffer(row_count * width * 4))
  const frequencies: Uint32Array[] = []
  for (const [at, part] of parts.entries()) {
    const own = places[at] ?? []
    for (const [column, place] of own.entries()) {
      for (let row = 0; row < row_count; row++)
        cells[row * width + place] = part.cells[row * own.length + column] as number
      frequencies[place] = part.frequencies[column] as Uint32Array
    }
  }
  const dictionaries = Object.assign({}, ...parts.map((part) => part.dictionaries))
  return { columns, row_count, left_count, cells, dictionaries, frequencies }
}
