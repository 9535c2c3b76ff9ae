// How rows of a comparison are made and summed.
import type { Field, Row, RowCode } from './evidence.ts'
import type { Model } from './weights.ts'

const FREE: ReadonlySet<RowCode> = new Set([
  ...(['muhammad', 'syed', 'style', 'title_alike', 'alias', 'nothing_to_compare'] as const),
])

/** Makes rows of one field; a row's weight is the model's. */
export function rowMaker(field: Field, model: Model) {
  return (code: RowCode, query: string | null, candidate: string | null): Row => ({
    ...{ field, code, milli_bits: FREE.has(code) ? 0 : model.weigh(field, code), query, candidate },
  })
}
export type MakeRow = ReturnType<typeof rowMaker>

/** The sum of rows, in thousandths of a bit. */
export const sumOf = (rows: readonly Row[]) => rows.reduce((sum, { milli_bits }) => sum + milli_bits, 0)
