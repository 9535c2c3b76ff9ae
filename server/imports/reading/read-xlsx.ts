// Rows of the first sheet of a workbook. A workbook is small enough to be read from its start each time.
import { fromExcelSerial } from '../../../domain/imports/dates.ts'
import { FileRefused } from './file-refused.ts'
import type { Bookmark, RawRow } from './read-csv.ts'
import type { Source } from './source.ts'
import { openWorkbook, type Workbook, xmlParser } from './workbook.ts'
import { unpack } from './zip-entries.ts'

/** Rows beside the headings; a larger return comes as CSV, which is read from the disk and not unpacked. */
export const xlsx_rows = 50_000
/** Cells further right than this are left out: a return has 25 columns. */
const columns_at_most = 256
/** Characters of one cell: Excel's own limit. */
const cell_characters = 32_767

type OpenCell = { column: number; type: string; style: number; text: string; in_value: boolean }

/**
 * The column, from 0, of a cell named like 'BC12'.
 * @example columnIndex('AA1') // 26
 */
export function columnIndex(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? ''
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function numberText(value: string, is_date: boolean, is_1904: boolean): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  if (is_date) return fromExcelSerial(number, is_1904) ?? value
  // Writers store 376 as 3.7600000000000001E2; what the person saw has at most 15 digits.
  return Number.isSafeInteger(number) ? String(number) : String(Number(number.toPrecision(15)))
}

function cellText({ type, style, text }: OpenCell, { shared, is_date, is_1904 }: Workbook): string {
  if (type === 's') return shared[Number(text)] ?? ''
  if (type === 'n') return numberText(text, is_date[style] ?? false, is_1904)
  if (type === 'd') return text.slice(0, 10)
  return text
}

/** A cell as its tag opens it; one without a name stands beside the one before. */
function openedCell({ r, t = 'n', s = '0' }: Record<string, string>, next_column: number): OpenCell {
  const column = r === undefined ? next_column : columnIndex(r)
  return { column, type: t, style: Number(s), text: '', in_value: false }
}

/** Collects the cells of one sheet; finished rows wait in `rows` until they are taken. */
function sheetCollector(workbook: Workbook) {
  const rows: { line: number; cells: string[] }[] = []
  let line = 0
  let cells: string[] = []
  let cell: OpenCell | undefined
  let in_phonetic = false

  function closeCell({ column }: OpenCell, text: string) {
    if (column < 0 || column >= columns_at_most) return
    while (cells.length < column) cells.push('')
    cells[column] = text
  }

  const parser = xmlParser({
    open(name, attributes) {
      if (name === 'row') line = Number(attributes.r ?? line + 1)
      else if (name === 'c') cell = openedCell(attributes, cells.length)
      else if (name === 'rPh') in_phonetic = true
      else if (cell && (name === 'v' || name === 't')) cell.in_value = !in_phonetic
    },
    text(text) {
      if (cell?.in_value && cell.text.length < cell_characters) cell.text += text
    },
    close(name) {
      if (cell && (name === 'v' || name === 't')) cell.in_value = false
      else if (name === 'rPh') in_phonetic = false
      else if (cell && name === 'c') {
        closeCell(cell, cellText(cell, workbook))
        cell = undefined
      } else if (name === 'row') {
        rows.push({ line, cells })
        cells = []
      }
    },
  })
  return { parser, rows }
}

/**
 * The rows of the first visible sheet, the headings first as row 0; dates as YYYY-MM-DD.
 * @param after the last row already handled
 * @throws FileRefused as `openWorkbook`, and when there are more than 50,000 rows
 */
export async function* readXlsx(source: Source, after?: Bookmark): AsyncGenerator<RawRow> {
  const workbook = await openWorkbook(source)
  const { parser, rows } = sheetCollector(workbook)
  let row_number = 0
  for await (const piece of unpack(source, workbook.sheet)) {
    parser.write(piece)
    for (const { line, cells } of rows.splice(0)) {
      if (cells.every((text) => text.trim() === '')) continue
      if (row_number > xlsx_rows) throw new FileRefused('file_too_many_rows', String(xlsx_rows))
      if (after === undefined || row_number > after.row_number) {
        yield { row_number, line, byte_offset: 0, cells, is_broken: false }
      }
      row_number++
    }
  }
  parser.close()
}
