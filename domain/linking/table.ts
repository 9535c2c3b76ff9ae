// The rows to be linked, as numbers of values.
import type { Column, Kind } from './kinds.ts'
import type { Values, Words } from './values.ts'

export type Dictionary = { readonly values: Values; readonly words: Words | null }

export type Table = {
  readonly columns: readonly Column[]
  readonly row_count: number
  /** Rows before this one are of the left file. With one file it is 0, and every row is compared with every other. */
  readonly left_count: number
  /** The values of row 0, then of row 1, …; 0 is missing. Columns of one kind share their numbers. */
  readonly cells: Int32Array
  readonly dictionaries: Readonly<Partial<Record<Kind, Dictionary>>>
  /** For each column, in how many rows each value stands. */
  readonly frequencies: readonly Uint32Array[]
}

/** How many pairs of rows may be compared at all. */
export const pairCount = ({ row_count, left_count }: Table): number =>
  left_count > 0 ? left_count * (row_count - left_count) : (row_count * (row_count - 1)) / 2

/** The values of a column's kind. */
export function dictionaryOf(table: Table, column: number): Dictionary {
  const kind = table.columns[column]?.kind
  const found = kind && table.dictionaries[kind]
  if (!found) throw new RangeError(`no values for column ${column}`)
  return found
}

/** For each column, in how many rows each value stands. */
export function frequenciesOf(cells: Int32Array, value_counts: readonly number[]): Uint32Array[] {
  const counts = value_counts.map((count) => new Uint32Array(new SharedArrayBuffer(count * 4)))
  const width = value_counts.length
  for (const [column, of] of counts.entries())
    for (let at = column; at < cells.length; at += width)
      of[cells[at] as number] = (of[cells[at] as number] as number) + 1
  return counts
}

/** Share of rows of a column that have a value. */
export const filled = (table: Table, column: number): number =>
  1 - (table.frequencies[column]?.[0] ?? 0) / Math.max(1, table.row_count)

/** Share of all pairs with values that have the same one, by the counts of the values. */
export function exactByChance({ frequencies }: Table, column: number): number {
  const counts = frequencies[column] ?? new Uint32Array(0)
  let [same, all] = [0, 0]
  for (let value = 1; value < counts.length; value++) {
    const count = counts[value] as number
    same += count * (count - 1)
    all += count
  }
  return all > 1 ? same / (all * (all - 1)) : 0
}
