/** One row of a return as it is kept: what was typed, what was understood, and what is wrong, sealed together. */
import type { ReadingProblem } from '../../contract/imports.ts'
import type { Cells } from '../../domain/imports/columns.ts'
import type { Problem } from '../../domain/imports/problems.ts'
import { type ReadingContext, type ReturnRow, readRow, withoutHiddenCells } from '../../domain/imports/row.ts'
import { convictionKeys, rowFingerprint } from '../../domain/imports/same-row.ts'
import { blindIndex, type DataKey, type Keyring, open, seal } from '../platform/keys.ts'

export type KeptRow = { cells: Cells; row: ReturnRow | null; problems: readonly Problem[] }

const rowPlace = (import_id: string, line: number) => ({
  ...{ table: 'import_row', row: `${import_id}/${line}`, column: 'row_enc' },
})

export const openRow = (key: DataKey, import_id: string, line: number, row_enc: Buffer): KeptRow =>
  JSON.parse(open(key, rowPlace(import_id, line), row_enc)) as KeptRow

export type CheckedRow = {
  line: number
  outcome: 'accepted' | 'warned' | 'refused'
  /** Null for a refused row. */
  row_index: Buffer | null
  /** Every way the conviction may be recognised; empty for a refused row. */
  conviction_indexes: readonly Buffer[]
  row_enc: Buffer
  codes: readonly string[]
}

export type Checking = { keyring: Keyring; key: DataKey; import_id: string; context: ReadingContext }

/** Checks a row and seals it; cells that may tell who the survivor is are not kept. */
export function checkRow(
  { keyring, key, import_id, context }: Checking,
  { line, cells, problems: found }: { line: number; cells: Cells; problems: readonly Problem[] },
): CheckedRow {
  const { outcome, row, problems } = readRow(cells, context, found)
  const typed = Object.entries(withoutHiddenCells(cells, problems)).filter(([, text]) => text !== '')
  const kept: KeptRow = { cells: Object.fromEntries(typed), row, problems }
  return {
    line,
    outcome,
    row_index: row && blindIndex(keyring, 'row', rowFingerprint(row)),
    conviction_indexes: row ? convictionKeys(row).map((one) => blindIndex(keyring, 'conviction', one)) : [],
    row_enc: seal(key, rowPlace(import_id, line), JSON.stringify(kept)),
    codes: [...new Set(problems.map(({ code }) => code))],
  }
}

/** A row's problems as the contract names them. */
export const problemsShown = (problems: readonly Problem[]): ReadingProblem[] =>
  problems.map((one) => ({ ...one }))
