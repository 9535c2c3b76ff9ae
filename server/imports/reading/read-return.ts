// A return from its file: what the file is, what its headings mean, and its rows by column.
import type { Cells } from '../../../domain/imports/columns.ts'
import { statedTotal } from '../../../domain/imports/counts.ts'
import { type Headings, readHeadings } from '../../../domain/imports/headings.ts'
import { type Problem, problem } from '../../../domain/imports/problems.ts'
import { FileRefused } from './file-refused.ts'
import { type FileShape, inspectFile } from './inspect.ts'
import { type Bookmark, type RawRow, readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Source } from './source.ts'

export type OpenReturn = FileShape &
  Headings & { readonly source: Source; readonly headings: readonly string[] }

export type ReturnLine =
  | (Bookmark & { readonly kind: 'row'; readonly cells: Cells; readonly problems: readonly Problem[] })
  /** A closing row that states how many rows the file has. */
  | (Bookmark & { readonly kind: 'total'; readonly stated: number })

const rawRows = (source: Source, shape: FileShape, after?: Bookmark) =>
  shape.kind === 'csv' ? readCsv(source, shape, after) : readXlsx(source, after)

/**
 * Finds out what the file is and what its columns are. Where `problems` is not empty, no row may be read.
 * @throws FileRefused when the file cannot be read at all
 */
export async function openReturn(source: Source): Promise<OpenReturn> {
  const shape = await inspectFile(source)
  for await (const { cells } of rawRows(source, shape)) {
    return { ...shape, ...readHeadings(cells), source, headings: cells }
  }
  throw new FileRefused('file_empty')
}

function byColumn({ cells: typed, is_broken }: RawRow, { by_position }: Headings) {
  const cells: Cells = {}
  const problems: Problem[] = is_broken ? [problem('row_quotes', null)] : []
  for (const [index, text] of typed.entries()) {
    const column = by_position[index]
    if (column) cells[column] = text
    // Without a heading nobody knows what a cell says, so what it says is not repeated.
    else if (column === undefined && text.trim() !== '') problems.push(problem('row_too_wide', null))
  }
  return { cells, problems }
}

/**
 * The rows of an opened return, one by one. Each is a bookmark: reading can stop after any of them and be
 * taken up with `after`, in another process too.
 * @throws FileRefused when the rest of the file cannot be read
 */
export async function* readLines(file: OpenReturn, after?: Bookmark): AsyncGenerator<ReturnLine> {
  for await (const raw of rawRows(file.source, file, after)) {
    if (raw.row_number === 0) continue
    const { row_number, line, byte_offset } = raw
    const stated = statedTotal(raw.cells)
    if (stated !== undefined) yield { kind: 'total', row_number, line, byte_offset, stated }
    else yield { kind: 'row', row_number, line, byte_offset, ...byColumn(raw, file) }
  }
}
