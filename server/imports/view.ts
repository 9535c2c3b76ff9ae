/** What the page of a return shows. */
import type { Static } from 'typebox'
import type { ImportQuery, ImportView } from '../../contract/imports.ts'
import { checkTotal } from '../../domain/imports/counts.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import {
  countDrafts,
  fileProblems,
  type ImportRecord,
  listRows,
  PAGE_ROWS,
  rowShown,
  summaryOf,
} from './queries.ts'

/** The worst first: what must be mended is what the officer came for. */
const ORDER = ['refused', 'warned', 'repeated', 'accepted'] as const

export async function viewImport(
  tx: RegisterTx,
  program: Program,
  row: ImportRecord,
  query: Static<typeof ImportQuery>,
): Promise<Omit<ImportView, 'may_decide'>> {
  const { keyring, places } = program
  const summary = summaryOf(keyring, row)
  const outcome = query.outcome ?? ORDER.find((one) => summary.counts[one] > 0) ?? null
  const after = Number(query.after ?? 0)
  const found = outcome ? await listRows(tx, keyring, row, { outcome, after, limit: PAGE_ROWS + 1 }) : []
  const rows = found.slice(0, PAGE_ROWS).map(rowShown)
  const district = places.districts.get(row.district_id)
  return {
    ...summary,
    district: { en: district?.name_en ?? row.district_id, ur: district?.name_ur ?? row.district_id },
    ...{ bytes_read: row.bytes_read, decided_at: row.decided_at, stated_count: row.stated_count },
    is_count_different: row.stated_count !== null && checkTotal(row.stated_count, row.rows_read) !== null,
    problems: fileProblems(keyring, row),
    ...{ outcome, rows, next_line: found.length > PAGE_ROWS ? (rows.at(-1)?.line ?? null) : null },
    confirmed_count: row.confirmed_count,
    draft_count: row.state === 'confirmed' ? await countDrafts(tx, row.import_id) : 0,
    is_known: query.known === 'yes',
  }
}
