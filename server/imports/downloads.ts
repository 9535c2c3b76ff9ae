/** Files that are given out: the template, and the refused rows with the reason for each. */
import type { RegisterTx } from '../platform/database.ts'
import type { Download } from '../platform/download.ts'
import type { Keyring } from '../platform/keys.ts'
import { findImport, listRows } from './queries.ts'
import { xlsx_rows } from './reading/read-xlsx.ts'
import {
  type RefusedRow,
  refusedRowsCsv,
  refusedRowsXlsx,
  templateCsv,
  templateXlsx,
} from './reading/write-return.ts'

export const FILE_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type Format = keyof typeof FILE_TYPES
type Language = 'en' | 'ur'
type As = <T>(work: (tx: RegisterTx) => Promise<T>) => Promise<T>

const PAGE = 500

export const templateFile = (format: Format, language: Language): Download => ({
  ...{ name: `return-template.${format}`, type: FILE_TYPES[format] },
  body: [format === 'csv' ? templateCsv() : templateXlsx(language)],
})

/** The refused rows of a return, page by page, each in a short transaction. */
export const refusedFile = (
  as: As,
  keyring: Keyring,
  what: { import_id: string; format: Format; language: Language },
): Download => ({
  ...{ name: `refused-rows.${what.format}`, type: FILE_TYPES[what.format] },
  body:
    what.format === 'csv'
      ? refusedRowsCsv(refusedRows(as, keyring, what.import_id), what.language)
      : refusedWorkbook(refusedRows(as, keyring, what.import_id), what.language),
})

async function* refusedRows(as: As, keyring: Keyring, import_id: string): AsyncGenerator<RefusedRow> {
  for (let after = 0; ; ) {
    const rows = await as(async (tx) => {
      const found = await findImport(tx, import_id)
      return found ? listRows(tx, keyring, found, { outcome: 'refused', after, limit: PAGE }) : []
    })
    const last = rows.at(-1)
    if (!last) return
    yield* rows
    after = last.line
  }
}

/** A workbook is made in memory, and holds no more rows than one that may come in. */
async function* refusedWorkbook(rows: AsyncIterable<RefusedRow>, language: Language) {
  const held: RefusedRow[] = []
  for await (const row of rows) {
    if (held.length === xlsx_rows) break
    held.push(row)
  }
  yield refusedRowsXlsx(held, language)
}
