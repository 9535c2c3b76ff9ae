/**
 * The background act `checks.erase`: once a day, what was known of suspects who are not on the register is destroyed by
 * key. The request, the officer, the FIR and the log's commitments stay.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { CheckOutcome } from '../../domain/check/answer.ts'
import { isToErase } from '../../domain/check/erase.ts'
import type { Said } from '../../domain/check/open.ts'
import type { CheckStage } from '../../domain/check/stage.ts'
import { CHECKS } from '../../law/checks.ts'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { Job } from '../platform/jobs.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { findAnswer } from './opening.ts'

const BATCH = 200
const HOURS_A_DAY = 24

export const eraseChecks: Job = async ({ program, as, signal }) => {
  let after: string | null = null
  do {
    if (signal.aborted) throw new Error('stopped while suspects were erased')
    after = await as((tx, session) => eraseBatch(tx, program, session, after))
  } while (after !== null)
}

/** Requests whose key is there and that nobody touched for the days; one that was confirmed later is looked at all the same. */
const listOld = (tx: RegisterTx, before: string, after: string | null) =>
  tx
    .selectFrom('register.check_request')
    .select(['check_id', 'district_id', 'stage', 'updated_at', 'screened_at'])
    .where('wrapped_key', 'is not', null)
    .where('updated_at', '<=', before)
    .$if(after !== null, (q) => q.where('check_id', '>', after ?? ''))
    .orderBy('check_id')
    .limit(BATCH)
    .execute()
type Old = Awaited<ReturnType<typeof listOld>>[number]

async function eraseBatch(tx: RegisterTx, program: Program, session: Session, after: string | null) {
  const now = program.clock.now()
  const days = CHECKS.erase_days.value
  const rows = await listOld(tx, now.subtract({ hours: HOURS_A_DAY * days }).toString(), after)
  for (const row of rows) {
    const answer = await findAnswer(tx, row.check_id)
    const facts = {
      ...{ stage: row.stage as CheckStage, updated_at: row.updated_at, screened_at: row.screened_at },
      answer: answer
        ? { ...answer, outcome: answer.outcome as CheckOutcome, said: answer.said as Said | null }
        : null,
    }
    if (isToErase(facts, days, now.toString())) await eraseOne(tx, program, session, row)
  }
  return rows.length === BATCH ? (rows.at(-1)?.check_id ?? null) : null
}

async function eraseOne(tx: RegisterTx, program: Program, session: Session, { check_id, district_id }: Old) {
  const facts: FactsOf<'check'> = {
    ...{ kind: 'check', place: program.places.ofDistrict(district_id), is_own: false, is_covering: false },
    ...{ is_forwarded: true, is_own_proposal: false, has_conflict: false },
  }
  if (!decide(actorOf(session), 'check.erase', facts).allowed)
    throw new Error('only the night work destroys what was known of a suspect')
  const row_before = await recordHash(tx, 'check', check_id)
  const { rows } = await sql<{
    done: boolean
  }>`select register.erase_check(${check_id}::uuid) as done`.execute(tx)
  if (!rows[0]?.done) return
  await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
    ...{ action: 'check.erased', outcome: 'done', purpose: 'check' },
    ...{ subject_kind: 'check', subject_id: check_id, place_district: district_id },
    ...{ row_before, row_after: await recordHash(tx, 'check', check_id) },
  })
}
