// Files we give out: the template, and the refused rows with their reasons.
import {
  type Cells,
  type Column,
  columns,
  template_rows,
  templateHeading,
} from '../../../domain/imports/columns.ts'
import { reason_heading } from '../../../domain/imports/headings.ts'
import { type Language, type Problem, problemText } from '../../../domain/imports/problems.ts'
import { withoutHiddenCells } from '../../../domain/imports/row.ts'
import { writeWorkbook } from './write-xlsx.ts'

export type RefusedRow = { readonly cells: Cells; readonly problems: readonly Problem[] }

const utf8_bom = '\ufeff'
/** What a spreadsheet takes for a formula at the start of a cell, behind white space too, full-width forms included. */
const formula_start = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/

/**
 * A cell of CSV. One that a spreadsheet would run as a formula gets an apostrophe before it, which reading
 * takes off again.
 * @example csvCell('=1+1') // "'=1+1"
 */
export function csvCell(text: string): string {
  const safe = formula_start.test(text) ? `'${text.trimStart()}` : text
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A line of CSV, ended as RFC 4180 and Excel have it. */
export const csvLine = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\r\n`

/** The template as CSV: the headings in both languages and one example. */
export const templateCsv = () => utf8_bom + template_rows.map(csvLine).join('')

/** The template as a workbook: the sheet to fill, and the guide to its columns in the reader's language. */
export function templateXlsx(language: Language): Uint8Array {
  const words = {
    en: { no: 'no', either: 'one of the two', yes: 'yes' },
    ur: { no: 'نہیں', either: 'دو میں سے ایک', yes: 'ہاں' },
  }
  const heads = {
    en: ['Column', 'Required', 'What it holds', 'Example'],
    ur: ['کالم', 'لازمی', 'کیا لکھنا ہے', 'مثال'],
  }
  const guide = columns.map((info) => [
    templateHeading(info),
    words[language][info.required],
    info.about[language],
    info.example,
  ])
  return writeWorkbook(language, [
    { name: language === 'en' ? 'Return' : 'گوشوارہ', rows: template_rows },
    { name: language === 'en' ? 'Guide' : 'رہنمائی', rows: [heads[language], ...guide] },
  ])
}

const refusedHeadings = () => [`${reason_heading.en} / ${reason_heading.ur}`, ...columns.map(templateHeading)]

function refusedCells({ cells, problems }: RefusedRow, language: Language): string[] {
  const reasons = problems
    .filter(({ severity }) => severity === 'refused')
    .map((one) => problemText(one, language))
  const kept = withoutHiddenCells(cells, problems)
  return [reasons.join(' | '), ...columns.map(({ column }: { column: Column }) => kept[column] ?? '')]
}

/**
 * The refused rows as CSV, piece by piece: the reason first, in the reader's language, then the row as typed,
 * without what might tell who the survivor is. Mended, the file can be uploaded as it stands.
 */
export async function* refusedRowsCsv(
  rows: AsyncIterable<RefusedRow> | Iterable<RefusedRow>,
  language: Language,
) {
  yield utf8_bom + csvLine(refusedHeadings())
  for await (const row of rows) yield csvLine(refusedCells(row, language))
}

/** The same as a workbook; held in memory, so for the rows of an XLSX only (at most 50,000). */
export const refusedRowsXlsx = (rows: readonly RefusedRow[], language: Language): Uint8Array =>
  writeWorkbook(language, [
    {
      name: language === 'en' ? 'Refused' : 'نامنظور',
      rows: [refusedHeadings(), ...rows.map((row) => refusedCells(row, language))],
    },
  ])
