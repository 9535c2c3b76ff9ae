/** Writes one batch of checked rows and moves the bookmark, in one transaction: either both or neither. */
import { type RegisterTx, send } from '../platform/database.ts'
import type { Bookmark } from './reading/read-csv.ts'
import type { CheckedRow } from './rows.ts'

export type Batch = {
  import_id: string
  /** Number of the row after which this batch goes on; another one means that somebody else read meanwhile. */
  after_row: number
  rows: readonly CheckedRow[]
  /** The last row or closing line of the batch. */
  last: Bookmark
  /** What the file says it holds, if a closing line of the batch says so. */
  stated_count: number | null
}

type Outcome = CheckedRow['outcome'] | 'repeated'
type JudgedRow = Omit<CheckedRow, 'outcome'> & { outcome: Outcome }

const LOCK = {
  name: 'import_lock',
  text: `select last_row, district_id from register.import where import_id = $1 and state = 'reading' for update`,
}
/** `offset 0` keeps each key a look-up of its own: joined with a table not yet analysed, every batch would read it whole. */
const KNOWN_CONVICTIONS = {
  name: 'import_known_convictions',
  text: `select t.conviction_index
           from unnest($2::bytea[]) as t(conviction_index)
          cross join lateral (select from register.import_key k where k.import_id = $1 and k.conviction_index = t.conviction_index offset 0) k
          union
         select t.conviction_index
           from unnest($2::bytea[]) as t(conviction_index)
          cross join lateral (select from register.expectation_key e where e.district_id = $3 and e.conviction_index = t.conviction_index offset 0) e`,
}
const KNOWN_ROWS = {
  name: 'import_known_rows',
  text: `select distinct r.row_index from register.import_row r join register.import i using (import_id)
          where r.row_index = any($2) and (i.import_id = $1 or i.state = 'confirmed')`,
}
const INSERT_ROWS = {
  name: 'import_insert_rows',
  text: `insert into register.import_row (import_id, line, outcome, row_index, row_enc, problem_codes)
         select $1, line, outcome, row_index, row_enc, string_to_array(codes, ',')
           from unnest($2::int[], $3::text[], $4::bytea[], $5::bytea[], $6::text[]) as t(line, outcome, row_index, row_enc, codes)`,
}
const INSERT_KEYS = {
  name: 'import_insert_keys',
  text: `insert into register.import_key (import_id, conviction_index, line)
         select $1, conviction_index, line from unnest($2::bytea[], $3::int[]) as t(conviction_index, line)`,
}
const MOVE = {
  name: 'import_move',
  text: `update register.import
            set rows_read = rows_read + $2, accepted_count = accepted_count + $3, warned_count = warned_count + $4,
                refused_count = refused_count + $5, repeated_count = repeated_count + $6,
                last_row = $7, last_line = $8, bytes_read = $9, stated_count = coalesce($10, stated_count)
          where import_id = $1`,
}

/** Returns false, having written nothing, when the reading was stopped, cancelled, or done by another meanwhile. */
export async function keepBatch(tx: RegisterTx, batch: Batch): Promise<boolean> {
  const { import_id, rows, last } = batch
  const [held] = await send<{ last_row: number; district_id: string }>(tx, LOCK, [import_id])
  if (held?.last_row !== batch.after_row) return false
  const { judged, keys } = await judge(tx, import_id, held.district_id, rows)
  const count = (outcome: Outcome) => judged.filter((row) => row.outcome === outcome).length
  await Promise.all([
    send(tx, INSERT_ROWS, [
      import_id,
      judged.map(({ line }) => line),
      judged.map(({ outcome }) => outcome),
      judged.map(({ row_index }) => row_index),
      judged.map(({ row_enc }) => row_enc),
      judged.map(({ codes }) => codes.join(',')),
    ]),
    send(tx, INSERT_KEYS, [import_id, keys.map(({ index }) => index), keys.map(({ line }) => line)]),
    send(tx, MOVE, [
      ...[import_id, rows.length, count('accepted'), count('warned'), count('refused'), count('repeated')],
      ...[last.row_number, last.line, last.byte_offset, batch.stated_count],
    ]),
  ])
  return true
}

/** Finds the rows that were told before, in this file or in a confirmed return of the district; gives the new keys. */
async function judge(tx: RegisterTx, import_id: string, district_id: string, rows: readonly CheckedRow[]) {
  const all = rows.flatMap((row) => row.conviction_indexes)
  const known = new Set(
    (await send<{ conviction_index: Buffer }>(tx, KNOWN_CONVICTIONS, [import_id, all, district_id])).map(
      (found) => found.conviction_index.toString('base64'),
    ),
  )
  const keys: { index: Buffer; line: number }[] = []
  const repeated: CheckedRow[] = []
  for (const row of rows) {
    const fresh = row.conviction_indexes.filter((index) => !known.has(index.toString('base64')))
    if (fresh.length < row.conviction_indexes.length) repeated.push(row)
    for (const index of fresh) {
      // Two identities of one row may be spelt alike.
      if (known.has(index.toString('base64'))) continue
      known.add(index.toString('base64'))
      keys.push({ index, line: row.line })
    }
  }
  const same = await sameRows(tx, import_id, rows, repeated)
  const is_repeated = new Set(repeated)
  const judged = rows.map((row): JudgedRow => {
    if (!is_repeated.has(row)) return row
    const code = same.has(row) ? 'row_known' : 'conviction_known'
    return { ...row, outcome: 'repeated', codes: [...row.codes, code] }
  })
  return { judged, keys }
}

/** Of rows whose conviction is known: those that say exactly what an earlier row said. */
async function sameRows(
  tx: RegisterTx,
  import_id: string,
  rows: readonly CheckedRow[],
  repeated: readonly CheckedRow[],
): Promise<Set<CheckedRow>> {
  if (repeated.length === 0) return new Set()
  const told = await send<{ row_index: Buffer }>(tx, KNOWN_ROWS, [
    ...[import_id, repeated.map(({ row_index }) => row_index)],
  ])
  const seen = new Set(told.map(({ row_index }) => row_index.toString('base64')))
  const is_repeated = new Set(repeated)
  const same = new Set<CheckedRow>()
  for (const row of rows) {
    const index = row.row_index?.toString('base64')
    if (index === undefined) continue
    if (is_repeated.has(row) && seen.has(index)) same.add(row)
    seen.add(index)
  }
  return same
}
