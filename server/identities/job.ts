/**
 * The background act `identity.verify`: asks the agency about a submitted draft in the name of the posting that
 * submitted it, keeps every answer, and hands the draft on. Only `unavailable` waits, for as long as it takes.
 */
import { randomUUID } from 'node:crypto'
import type { IdentityField, IdentityOutcome, IdentityQuestion } from '../../contract/identities.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { nextStage } from '../../domain/draft/stage.ts'
import { identityQuestion } from '../../domain/identity/question.ts'
import { retryAfterSeconds } from '../../domain/identity/retry.ts'
import { hasConflict } from '../approvals/queries.ts'
import { findDraft, findLegalDecision, type OpenDraft, testsOf } from '../entries/draft-row.ts'
import { proposeEntry } from '../entries/propose.ts'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { Job } from '../platform/jobs.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { askAgency } from './client.ts'
import { countChecks, insertCheck, setIdentity } from './queries.ts'

type Found = {
  request_id: string
  outcome: IdentityOutcome
  fields_differ: IdentityField[]
  because: string | null
}
/** Nothing to ask any more · a question, or none because there is no CNIC. */
type Wanted = { body_version: number; question: IdentityQuestion | undefined }
/** `again_seconds`: ask again after so many seconds; null: settled. */
type Settled = { again_seconds: number | null }

/** The job may be taken up before the submission has committed; one that is still not there was undone. */
const ATTEMPTS_UNTIL_COMMITTED = 6

export const verifyIdentity: Job = async ({ program, payload, as, attempt, signal }) => {
  const wanted = await as((tx, session) => prepare(program, tx, session, payload.id, attempt))
  if (!wanted) return
  const found = await ask(program, wanted.question, signal)
  // A program that stops has no answer: the queue gives the job back to the next one.
  if (signal.aborted) throw new Error('stopped while the identity agency was being asked')
  const { again_seconds } = await as((tx, session) =>
    settle(program, tx, session, payload.id, wanted.body_version, found),
  )
  if (again_seconds !== null) await program.jobs.add('identity.verify', payload, again_seconds)
}

/** What to ask; undefined when the draft has moved on, was erased, or may not be asked about by this officer. */
async function prepare(
  program: Program,
  tx: RegisterTx,
  session: Session,
  draft_id: string,
  attempt: number,
): Promise<Wanted | undefined> {
  const draft = await findDraft(tx, program.keyring, draft_id, { lock: true })
  if (!draft) return undefined
  if (!(await isAllowed(program, tx, session, draft))) return undefined
  if (draft.stage === 'bureau' && draft.approval_id === null) await proposeEntry(program, tx, session, draft)
  const is_before = draft.stage === 'collecting' || draft.stage === 'legal'
  if (is_before && attempt < ATTEMPTS_UNTIL_COMMITTED) throw new Error('the draft is not submitted yet')
  if (draft.stage !== 'identity') return undefined
  return { body_version: draft.body_version, question: identityQuestion(draft.body.person) }
}

/** The policy's word, as for any act; a refusal is recorded. */
async function isAllowed(program: Program, tx: RegisterTx, session: Session, draft: OpenDraft) {
  const facts: FactsOf<'draft'> = {
    kind: 'draft',
    place: program.places.ofDistrict(draft.district_id),
    is_own_unit: draft.posting_id === session.posting_id,
    is_own_proposal: draft.author_id === session.officer_id,
    has_conflict: await hasConflict(tx, session.officer_id, [draft.draft_id]),
  }
  const decision = decide(actorOf(session), 'identity.verify', facts)
  if (decision.allowed) return true
  await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
    ...{ action: 'identity.asked', outcome: 'refused', policy: decision.policy ?? 'no-permit' },
    ...{ subject_kind: 'draft', subject_id: draft.draft_id },
  })
  return false
}

async function ask(
  program: Program,
  question: IdentityQuestion | undefined,
  signal: AbortSignal,
): Promise<Found> {
  if (!question) return { request_id: randomUUID(), outcome: 'no_document', fields_differ: [], because: null }
  const { request_id, answer, because } = await askAgency(program.identity, question, {
    ...{ now: program.clock.now(), signal },
  })
  return { request_id, because, ...answer }
}

/** Writes the attempt and its effect in one transaction, unless the draft was changed meanwhile. */
async function settle(
  program: Program,
  tx: RegisterTx,
  session: Session,
  draft_id: string,
  body_version: number,
  found: Found,
): Promise<Settled> {
  const draft = await findDraft(tx, program.keyring, draft_id, { lock: true })
  if (draft?.stage !== 'identity') return { again_seconds: null }
  if (draft.body_version !== body_version) return { again_seconds: 0 }
  const row_before = await recordHash(tx, 'draft', draft_id)
  const asked_at = program.clock.now()
  const { request_id, outcome, fields_differ, because } = found
  const before = await countChecks(tx, draft)
  await insertCheck(tx, draft, {
    ...{ outcome, fields_differ, asked_at, attempt: before.ever + 1 },
    answer: { request_id, outcome, fields_differ, because },
  })
  const legal = (await findLegalDecision(tx, draft))?.decision ?? null
  const { offences: _, ...tests } = testsOf(draft)
  const stage = nextStage({ ...tests, legal, identity: outcome })
  await setIdentity(tx, draft_id, { identity_outcome: outcome, stage, updated_at: asked_at.toString() })
  await recordEvent(tx, program.keyring, auditActorOf(session, request_id), {
    ...{ action: 'identity.asked', outcome: 'done', subject_kind: 'draft', subject_id: draft_id },
    ...{ row_before, row_after: await recordHash(tx, 'draft', draft_id) },
    detail: { outcome, fields_differ, because },
  })
  if (stage === 'bureau') await proposeEntry(program, tx, session, { ...draft, identity_outcome: outcome })
  return { again_seconds: outcome === 'unavailable' ? retryAfterSeconds(before.since_submitted + 1) : null }
}
