/** Reads the files to be linked into a table: each value once, each row as numbers. */
import { createReadStream } from 'node:fs'
import { type TableBuilder, tableBuilder } from '../../domain/linking/build-table.ts'
import { NotLinkable, placesOf } from '../../domain/linking/columns.ts'
import { type DateOrder, dateOrder } from '../../domain/linking/dates.ts'
import type { Column } from '../../domain/linking/kinds.ts'
import type { Table } from '../../domain/linking/table.ts'
import { plain } from '../../domain/linking/values.ts'
import { type Delimiter, recordReader } from '../../server/imports/reading/csv-records.ts'
import { FileRefused } from '../../server/imports/reading/file-refused.ts'

export type Input = { readonly file: string; readonly id: string; readonly is_right: boolean }
/** Which of the columns are taken, by their places; all are looked for among the headings. */
export type Taking = { readonly columns: readonly Column[]; readonly taken: readonly number[] }
export type Read = {
  /** Of the columns taken. */
  readonly table: Table
  readonly ids: RowIds
  /** Cells of each column that say something but cannot be read as its kind. */
  readonly unread: readonly number[]
}

/** The ids of rows, kept as bytes: a million strings would hold on to the pieces of the file they were cut from. */
export type RowIds = {
  readonly count: () => number
  readonly at: (row: number) => string
  readonly add: (id: string) => void
}

function rowIds(): RowIds {
  let bytes = Buffer.alloc(1 << 16)
  let starts = new Uint32Array(1 << 12)
  let count = 0
  return {
    count: () => count,
    at: (row) => bytes.toString('utf8', starts[row], starts[row + 1]),
    add(id) {
      const from = starts[count] as number
      const most = from + id.length * 3
      if (most > bytes.length) bytes = Buffer.concat([bytes], Math.max(most, bytes.length * 2))
      if (count + 2 > starts.length) {
        const larger = new Uint32Array(starts.length * 2)
        larger.set(starts)
        starts = larger
      }
      starts[++count] = from + bytes.write(id, from)
    },
  }
}

/** Records of a CSV file in UTF-8, the headings first; the delimiter is the one that the headings have most of. */
async function* recordsOf(file: string): AsyncGenerator<string[][]> {
  const decoder = new TextDecoder('utf-8')
  let reader: ReturnType<typeof recordReader> | undefined
  const takeAll = (is_last: boolean): string[][] => {
    const cells: string[][] = []
    for (let record = reader?.take(is_last); record; record = reader?.take(is_last)) cells.push(record.cells)
    return cells
  }
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const text = decoder.decode(piece, { stream: true })
    reader ??= recordReader(delimiterOf(text), text.includes('\n') ? '\n' : '\r')
    reader.push(text)
    yield takeAll(false)
  }
  reader?.push(decoder.decode())
  yield takeAll(true)
}

function delimiterOf(text: string): Delimiter {
  const headings = text.slice(0, text.search(/[\r\n]|$/))
  const count = (delimiter: string) => headings.split(delimiter).length
  return ([',', ';', '\t'] as const).reduce((best, one) => (count(one) > count(best) ? one : best))
}

/** Rows by which the order of day and month is told. */
const ROWS_OF_ORDER = 20_000

/** Adds the rows of one file. */
async function readFile(
  input: Input,
  { columns, taken }: Taking,
  ids: RowIds,
  builder: TableBuilder,
): Promise<void> {
  const names = columns.map(({ name, right_name }) => (input.is_right ? right_name : name))
  let places: number[] | undefined
  let id_place = 0
  let waiting: string[][] = []
  let orders: DateOrder[] | undefined
  const takeRows = () => {
    const places_taken = taken.map((at) => places?.[at] ?? 0)
    orders ??= taken.map((column, at) =>
      columns[column]?.kind === 'date'
        ? dateOrder(waiting.map((row) => plain(row[places_taken[at] ?? 0] ?? '')))
        : 'day_first',
    )
    for (const row of waiting) {
      ids.add((row[id_place] ?? '').trim())
      builder.add(
        places_taken.map((place) => row[place] ?? ''),
        orders,
      )
    }
    waiting = []
  }
  for await (const records of recordsOf(input.file)) {
    if (!places) {
      const headings = (records.shift() ?? []).map((heading) => heading.replace(/^\ufeff/, '').trim())
      places = placesOf(headings, names, input.file)
      id_place = placesOf(headings, [input.id], input.file)[0] ?? 0
    }
    for (const cells of records) if (cells.some((cell) => cell.trim() !== '')) waiting.push(cells)
    if (orders || waiting.length >= ROWS_OF_ORDER) takeRows()
  }
  takeRows()
}

/**
 * Reads the columns taken of one file, or of a left and a right one.
 * @throws NotLinkable with one line for the person who asked
 */
export async function readTable(inputs: readonly Input[], taking: Taking): Promise<Read> {
  const { columns, taken } = taking
  const [ids, builder] = [rowIds(), tableBuilder(taken.map((at) => columns[at] as Column))]
  let left_count = 0
  for (const input of inputs) {
    if (input.is_right) left_count = ids.count()
    await readFile(input, taking, ids, builder).catch((fault) => {
      if (!(fault instanceof FileRefused)) throw fault
      throw new NotLinkable(`${input.file}: the quote that opens in line ${fault.value} is never closed`)
    })
  }
  if (ids.count() < 2 || (inputs.length > 1 && (left_count === 0 || left_count === ids.count())))
    throw new NotLinkable('there are no two rows to compare')
  return { table: builder.finish(left_count), ids, unread: builder.unread }
}
