// Rows of a CSV file as a stream that can be stopped after any row and taken up there.
import { recordReader } from './csv-records.ts'
import { FileRefused } from './file-refused.ts'
import type { CsvShape } from './inspect.ts'
import { bytesOf, type Source } from './source.ts'

/** Where a row stands; any row that was read is a place to go on from. */
export type Bookmark = {
  /** 0 for the headings, then 1, 2, …; empty lines are not rows. */
  readonly row_number: number
  /** The line of the file, from 1, where the row starts. */
  readonly line: number
  /** The byte of the file where the row starts; 0 throughout an XLSX, which has no such place. */
  readonly byte_offset: number
}
export type RawRow = Bookmark & { readonly cells: string[]; readonly is_broken: boolean }

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/**
 * The rows of the file, the headings first as row 0; memory does not grow with the file.
 * @param after the last row already handled: reading starts at its byte and passes over it
 * @throws FileRefused when a quote is never closed
 */
export async function* readCsv(source: Source, shape: CsvShape, after?: Bookmark): AsyncGenerator<RawRow> {
  const reader = recordReader(shape.delimiter, shape.line_break, after?.line ?? shape.heading_line)
  const decoder = new TextDecoder(shape.encoding, { fatal: true, ignoreBOM: true })
  let byte_offset = after?.byte_offset ?? shape.heading_offset
  let row_number = after?.row_number ?? 0
  const lengthOf = shape.encoding === 'utf-8' ? Buffer.byteLength : (text: string) => text.length

  function* rowsSoFar(is_last: boolean): Generator<RawRow> {
    for (let record = reader.take(is_last); record; record = reader.take(is_last)) {
      const { cells, line, is_broken } = record
      const start = byte_offset
      byte_offset += lengthOf(record.text)
      if (isEmpty(cells)) continue
      if (row_number !== after?.row_number) yield { row_number, line, byte_offset: start, cells, is_broken }
      row_number++
    }
  }

  for await (const chunk of bytesOf(source, byte_offset)) {
    reader.push(decodeOrRefuse(decoder, chunk))
    yield* rowsSoFar(false)
  }
  reader.push(decodeOrRefuse(decoder))
  yield* rowsSoFar(true)
}

/** The whole file was found to be in this encoding; only one changed since then fails here. */
function decodeOrRefuse(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined })
  } catch {
    throw new FileRefused('encoding_broken')
  }
}
