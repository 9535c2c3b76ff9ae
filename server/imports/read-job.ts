/**
 * The background act `import.read`: reads a return row by row in the name of who uploaded it. Every batch is one
 * transaction with its bookmark, so a stopped, killed or doubled reading goes on, or gives way, at the right row.
 */
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Problem, problem } from '../../domain/imports/problems.ts'
import { readingContext } from '../../domain/imports/row.ts'
import { listOffences } from '../../law/offences.ts'
import { auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { AsJob, Job } from '../platform/jobs.ts'
import type { DataKey } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { type Batch, keepBatch } from './batch.ts'
import { storedFile } from './file-pieces.ts'
import { endReading, findReading, type Reading } from './queries.ts'
import { FileRefused } from './reading/file-refused.ts'
import type { Bookmark } from './reading/read-csv.ts'
import { type OpenReturn, openReturn, readLines } from './reading/read-return.ts'
import { type Checking, checkRow } from './rows.ts'

/** Rows of one transaction. */
const BATCH_ROWS = 2_000
/** Rows checked without letting others have their turn: some 10 ms. */
const TURN_ROWS = 100
/** The job may be taken up before the upload has committed; a return still absent then was never uploaded. */
const ATTEMPTS_UNTIL_COMMITTED = 5

export const readImport: Job = async ({ program, payload, as, attempt, signal }) => {
  const found = await as((tx) => findReading(tx, program.keyring, payload.id))
  if (found === 'absent' && attempt < ATTEMPTS_UNTIL_COMMITTED) throw new Error('the return is not there yet')
  if (typeof found === 'string') return
  try {
    const file = await openReturn(storedFile(as, found.key, found))
    if (file.problems.length > 0) return await end(program, as, found, file.problems)
    const is_whole = await readRows(program, as, found, file, signal)
    if (is_whole) await end(program, as, found, [])
  } catch (fault) {
    if (!(fault instanceof FileRefused)) throw fault
    await end(program, as, found, [problem(fault.code, null, fault.value)])
  }
}

/** Reads on from the bookmark; false when somebody stopped it. */
async function readRows(
  program: Program,
  as: AsJob,
  { import_id, key, bookmark }: Reading & { key: DataKey },
  file: OpenReturn,
  signal: AbortSignal,
): Promise<boolean> {
  const context = readingContext({
    catalogue: listOffences(),
    districts: [...program.places.districts.values()].filter(({ status }) => status === 'current'),
    today: pakistanDay(program.clock.now()),
    cnic_first_digits: program.is_demo ? '123456789' : '12345678',
  })
  const checking = { keyring: program.keyring, key, import_id, context }
  for await (const batch of batches(checking, file, bookmark)) {
    if (signal.aborted) throw new Error('the program stops; the next one reads on')
    if (!(await as((tx) => keepBatch(tx, batch)))) return false
  }
  return true
}

/** The file's rows, checked, in batches. */
async function* batches(
  checking: Checking,
  file: OpenReturn,
  after: Bookmark | undefined,
): AsyncGenerator<Batch> {
  const begin = (after_row: number): Omit<Batch, 'last'> & { rows: Batch['rows'][number][] } => ({
    ...{ import_id: checking.import_id, after_row, rows: [], stated_count: null },
  })
  let batch = begin(after?.row_number ?? 0)
  let last: Bookmark | undefined
  for await (const line of readLines(file, after)) {
    const { row_number, byte_offset } = line
    last = { row_number, line: line.line, byte_offset }
    if (line.kind === 'total') batch.stated_count = line.stated
    else batch.rows.push(checkRow(checking, line))
    if (batch.rows.length % TURN_ROWS === 0) await setImmediate()
    if (batch.rows.length < BATCH_ROWS) continue
    yield { ...batch, last }
    batch = begin(row_number)
    last = undefined
  }
  if (last) yield { ...batch, last }
}

/** Ends the reading, with what was wrong with the whole file if anything was, and records it. */
const end = (
  program: Program,
  as: AsJob,
  reading: Reading & { key: DataKey },
  problems: readonly Problem[],
) =>
  as(async (tx: RegisterTx, session: Session) => {
    const state = problems.length > 0 ? 'failed' : 'read'
    const row_before = await recordHash(tx, 'import', reading.import_id)
    const ended = await endReading(tx, reading.key, reading.import_id, state, problems)
    if (!ended) return
    await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
      ...{ action: 'import.read', outcome: state === 'read' ? 'done' : 'failed' },
      ...{ subject_kind: 'import', subject_id: reading.import_id },
      ...{ row_before, row_after: await recordHash(tx, 'import', reading.import_id) },
      detail: { ...ended, codes: problems.map(({ code }) => code) },
    })
  })
