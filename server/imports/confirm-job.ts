/**
 * The background act `import.confirm`: makes the drafts of a return that its prosecutor confirmed, in his name and in
 * one transaction. Killed on the way it has made nothing, and begins again; run twice it gives way to the first.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { FactsOf } from '../../domain/access/actions.ts'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { AsJob, Job } from '../platform/jobs.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { confirmImport, markAllKnown } from './confirm.ts'
import { findImport, type ImportRecord, tellConfirmed } from './queries.ts'

/** The job may be taken up before the request has committed; one that is still not there was undone. */
const ATTEMPTS_UNTIL_COMMITTED = 6
/** That takes some milliseconds, so it looks again at once a few times, before the queue's pauses of seconds. */
const [LOOKS, LOOK_AGAIN_MS] = [10, 50]
/**
 * Progress is told so often, beside the transaction that makes the drafts. Each draft looks at every version of the return's
 * row that was told since it began, so that telling by rows made a million of them take a square of the time.
 */
const TELL_MS = 10_000

export const confirmReturn: Job = async ({ program, payload: { id }, as, attempt, signal }) => {
  let found = await as((tx) => findImport(tx, id))
  for (let looks = 0; isBefore(found) && attempt < ATTEMPTS_UNTIL_COMMITTED; looks++) {
    if (looks === LOOKS) throw new Error('the return is not to be confirmed yet')
    await setTimeout(LOOK_AGAIN_MS)
    found = await as((tx) => findImport(tx, id))
  }
  if (found?.state !== 'confirming') return
  try {
    await as((tx, session) => confirm(program, tx, session, id, progressOf(as, id, signal)))
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault
    if (fault.code === 'import_not_ready') return // another was faster
    await as((tx, session) => giveBack(program, tx, session, id, fault))
  }
}

const isBefore = (row: ImportRecord | undefined) => !row || row.state === 'read'

/** Tells how far it has come, in a transaction of its own; a program that stops undoes what it began. */
function progressOf(as: AsJob, import_id: string, signal: AbortSignal) {
  let told_at = performance.now()
  return async (count: number) => {
    if (signal.aborted) throw new Error('the program stops; the next one confirms')
    if (performance.now() - told_at < TELL_MS) return
    told_at = performance.now()
    await as((tx) => tellConfirmed(tx, import_id, count))
  }
}

type Tell = (count: number) => Promise<void>

async function confirm(program: Program, tx: RegisterTx, session: Session, id: string, tell: Tell) {
  const import_row = await findImport(tx, id)
  if (!import_row) throw new Problem('import_not_ready')
  const facts: FactsOf<'import'> = {
    kind: 'import',
    place: program.places.ofDistrict(import_row.district_id),
  }
  const decision = decide(actorOf(session), 'import.confirm', facts)
  if (!decision.allowed) throw new Problem('refused', { policy: decision.policy ?? 'no-permit' })
  const row_before = await recordHash(tx, 'import', id)
  const made = await confirmImport({ tx, program, session, now: program.clock.now(), import_row, tell })
  await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
    ...{ action: 'import.confirmed', outcome: 'done', subject_kind: 'import', subject_id: id },
    ...{ row_before, row_after: await recordHash(tx, 'import', id) },
    detail: made,
  })
}

/** Nothing was made of it: it waits again for its prosecutor, who sees which rows are known by now. */
async function giveBack(program: Program, tx: RegisterTx, session: Session, id: string, problem: Problem) {
  const row_before = await recordHash(tx, 'import', id)
  await markAllKnown(tx, id)
  await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
    ...{ action: 'import.confirmed', outcome: 'refused', policy: problem.policy ?? problem.code },
    ...{ subject_kind: 'import', subject_id: id },
    ...{ row_before, row_after: await recordHash(tx, 'import', id) },
  })
}
