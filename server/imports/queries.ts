import { sql } from 'kysely'
import type { ImportRow, ImportSummary, RowOutcome } from '../../contract/imports.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { type Problem, type ProblemCode, problem } from '../../domain/imports/problems.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { type DataKey, type Keyring, open, openDataKey, seal } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'
import type { Bookmark } from './reading/read-csv.ts'
import { openRow, problemsShown } from './rows.ts'
import type { Upload } from './upload.ts'

export const PAGE_ROWS = 50

const place = (import_id: string, column: string) => ({ table: 'import', row: import_id, column })

/** What the policy must know of a return. Undefined: not visible. */
export async function factsForImport(
  program: Program,
  tx: RegisterTx,
  import_id: string,
): Promise<FactsOf<'import'> | undefined> {
  const row = await tx
    .selectFrom('register.import')
    .select('district_id')
    .where('import_id', '=', import_id)
    .executeTakeFirst()
  return row && { kind: 'import', place: program.places.ofDistrict(row.district_id) }
}

/** The return of this very file, unless that was cancelled. */
export const findSameFile = (tx: RegisterTx, file_hash: Buffer) =>
  tx
    .selectFrom('register.import')
    .select('import_id')
    .where('file_hash', '=', file_hash)
    .where('state', '!=', 'cancelled')
    .executeTakeFirst()

/** Keeps an uploaded file whole, or nothing of it. */
export async function insertImport(tx: RegisterTx, session: Session, district_id: string, upload: Upload) {
  const { import_id, key, file_hash, format, byte_count } = upload
  await tx
    .insertInto('register.import')
    .values({
      ...{ import_id, district_id, uploaded_by: session.officer_id, posting_id: session.posting_id },
      ...{ file_hash, format, byte_count, wrapped_key: key.wrapped_key, kek_id: key.kek_id },
      name_enc: seal(key, place(import_id, 'name_enc'), upload.file_name),
      state: 'reading',
    })
    .execute()
  let ordinal = 0
  for await (const bytes_enc of upload.pieces()) {
    await tx
      .insertInto('register.import_chunk')
      .values({ import_id, ordinal: ordinal++, bytes_enc })
      .execute()
  }
}

export type Reading = {
  import_id: string
  byte_count: number
  /** The last row read; undefined at the start. */
  bookmark: Bookmark | undefined
}

/** A return to be read on. `absent`: there is none yet; `over`: it was read, stopped, or its key destroyed. */
export async function findReading(
  tx: RegisterTx,
  keyring: Keyring,
  import_id: string,
): Promise<(Reading & { key: DataKey }) | 'absent' | 'over'> {
  const row = await tx
    .selectFrom('register.import')
    .select(['state', 'byte_count', 'last_row', 'last_line', 'bytes_read', 'wrapped_key', 'kek_id'])
    .where('import_id', '=', import_id)
    .executeTakeFirst()
  if (!row) return 'absent'
  const key = openDataKey(keyring, import_id, row)
  if (row.state !== 'reading' || !key) return 'over'
  const { byte_count, last_row: row_number, last_line: line, bytes_read: byte_offset } = row
  const bookmark = row_number > 0 ? { row_number, line, byte_offset } : undefined
  return { import_id, byte_count, key, bookmark }
}

/** Ends the reading of a return that is still being read; returns its counts. */
export async function endReading(
  tx: RegisterTx,
  key: DataKey,
  import_id: string,
  state: 'read' | 'failed',
  problems: readonly Problem[],
) {
  const problem_enc = seal(key, place(import_id, 'problem_enc'), JSON.stringify(problems))
  return tx
    .updateTable('register.import')
    .set({ state, ...(problems.length > 0 ? { problem_enc } : {}) })
    .where('import_id', '=', import_id)
    .where('state', '=', 'reading')
    .returning(['rows_read', 'accepted_count', 'warned_count', 'refused_count', 'repeated_count'])
    .executeTakeFirst()
}

const importRows = (tx: RegisterTx) =>
  tx
    .selectFrom('register.import as i')
    .innerJoin('access.officer as o', 'o.officer_id', 'i.uploaded_by')
    .selectAll('i')
    .select(['o.name_en', 'o.name_ur'])

export type ImportRecord = Awaited<ReturnType<ReturnType<typeof importRows>['execute']>>[number]

/** A return as the lists and its own page show it. */
export function summaryOf(keyring: Keyring, row: ImportRecord): ImportSummary {
  const key = openDataKey(keyring, row.import_id, row)
  return {
    ...{ import_id: row.import_id, state: row.state, format: row.format, byte_count: row.byte_count },
    ...{ uploaded_at: row.uploaded_at, uploaded_by: { en: row.name_en, ur: row.name_ur } },
    file_name: key ? open(key, place(row.import_id, 'name_enc'), row.name_enc) : null,
    rows_read: row.rows_read,
    counts: {
      accepted: row.accepted_count,
      warned: row.warned_count,
      refused: row.refused_count,
      repeated: row.repeated_count,
    },
  }
}

/** Why the file could not be read; empty when it could. */
export function fileProblems(keyring: Keyring, row: ImportRecord) {
  const key = openDataKey(keyring, row.import_id, row)
  if (!key || !row.problem_enc) return []
  return problemsShown(JSON.parse(open(key, place(row.import_id, 'problem_enc'), row.problem_enc)))
}

/** Returns of the officer's scope, newest first; at most 50, and the id to go on from. */
export async function listImports(tx: RegisterTx, keyring: Keyring, after: string | undefined) {
  const rows = await importRows(tx)
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(i.uploaded_at, i.import_id) < (select a.uploaded_at, a.import_id from register.import a where a.import_id = ${after})`,
      ),
    )
    .orderBy('i.uploaded_at', 'desc')
    .orderBy('i.import_id', 'desc')
    .limit(PAGE_ROWS + 1)
    .execute()
  const imports = rows.slice(0, PAGE_ROWS).map((row) => summaryOf(keyring, row))
  return { imports, next: rows.length > PAGE_ROWS ? (imports.at(-1)?.import_id ?? null) : null }
}

export const findImport = (tx: RegisterTx, import_id: string) =>
  importRows(tx).where('i.import_id', '=', import_id).executeTakeFirst()

/** Rows of one outcome after a line, opened, in the order of the file. Empty once its key was destroyed. */
export async function listRows(
  tx: RegisterTx,
  keyring: Keyring,
  row: Pick<ImportRecord, 'import_id' | 'wrapped_key' | 'kek_id'>,
  { outcome, after, limit }: { outcome: RowOutcome; after: number; limit: number },
) {
  const key = openDataKey(keyring, row.import_id, row)
  if (!key) return []
  const rows = await tx
    .selectFrom('register.import_row')
    .select(['line', 'outcome', 'row_enc', 'problem_codes'])
    .where('import_id', '=', row.import_id)
    .where('outcome', '=', outcome)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
    .execute()
  return rows.map(({ line, outcome, row_enc, problem_codes }) => ({
    ...{ line, outcome, problem_codes, ...openRow(key, row.import_id, line, row_enc) },
  }))
}
type ListedRow = Awaited<ReturnType<typeof listRows>>[number]

/** That a row is known is found only against other rows, so it stands beside what was found in the row itself. */
export function rowShown({ line, outcome, cells, problems, problem_codes }: ListedRow): ImportRow {
  const found = new Set<string>(problems.map(({ code }) => code))
  const beside = problem_codes.filter((code) => !found.has(code)) as ProblemCode[]
  const { name_latin, name_urdu, fir_station, fir_number, fir_year, judgment_on } = cells
  return {
    ...{ line, outcome, name: { latin: name_latin ?? null, ur: name_urdu ?? null } },
    fir: [fir_station, fir_number, fir_year].filter(Boolean).join(' · '),
    judgment_on: judgment_on ?? null,
    problems: problemsShown([...beside.map((code) => problem(code, null)), ...problems]),
  }
}

/** How many drafts came of a return. */
export async function countDrafts(tx: RegisterTx, import_id: string): Promise<number> {
  const { count } = await tx
    .selectFrom('register.draft')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('import_id', '=', import_id)
    .executeTakeFirstOrThrow()
  return count
}

type State = ImportSummary['state']

/** Moves a return on from one of the states given; false when it is in none of them any more. */
export async function moveImport(
  tx: RegisterTx,
  import_id: string,
  from: readonly State[],
  to: State,
  decided_at?: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('register.import')
    .set({
      ...{ state: to, ...(decided_at ? { decided_at } : {}) },
      ...(to === 'confirming' ? { confirmed_count: 0 } : {}),
      // Without the key nobody reads the file or its rows any more.
      ...(to === 'cancelled' ? { wrapped_key: null } : {}),
    })
    .where('import_id', '=', import_id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Notes of how many rows a draft has been made. */
export const tellConfirmed = (tx: RegisterTx, import_id: string, confirmed_count: number) =>
  tx
    .updateTable('register.import')
    .set({ confirmed_count })
    .where('import_id', '=', import_id)
    .where('state', '=', 'confirming')
    .execute()
