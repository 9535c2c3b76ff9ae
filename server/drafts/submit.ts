/** The two acts that move a draft: submission by its author's office, and the legal officer's decision. */
import { randomUUID } from 'node:crypto'
import type { Static } from 'typebox'
import type { LegalForm, Ruling } from '../../contract/drafts.ts'
import { listOwed } from '../../domain/draft/completeness.ts'
import { nextStage, type Stage } from '../../domain/draft/stage.ts'
import { getPackInForce } from '../duties/packs.ts'
import type { OpenDraft } from '../entries/draft-row.ts'
import { keepDraftMatches, meetExpectation } from '../expectations/queries.ts'
import { pakistanDay } from '../platform/clock.ts'
import { type RegisterTx, type Session, send } from '../platform/database.ts'
import { seal } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { demandAnswer, moveDraft } from './queries.ts'
import { refuseSurvivor } from './steps.ts'
import { findLegalWord, rulingOf } from './view.ts'

type Acting = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }

/** The job reads what this transaction writes, so it must not start before the commit. */
const AFTER_COMMIT_SECONDS = 1

async function rulingToday(tx: RegisterTx, draft: OpenDraft, now: Temporal.Instant) {
  const today = pakistanDay(now)
  return rulingOf(draft, await getPackInForce(tx, today), today)
}

/** What the rules say of the draft, or the problem that something they need is missing. */
export async function getRuling(tx: RegisterTx, draft: OpenDraft, now: Temporal.Instant): Promise<Ruling> {
  const ruling = await rulingToday(tx, draft, now)
  if (!ruling) throw new Problem('draft_not_ready')
  return ruling
}

/** Where the draft would go now; a legal decision counts only if it was made on these very facts. */
export async function stageOf(tx: RegisterTx, draft: OpenDraft, ruling: Ruling): Promise<Stage> {
  const word = await findLegalWord(tx, draft, ruling)
  const { outcome, tests_differ } = ruling.tests
  const reason = ruling.tests.reason as Parameters<typeof nextStage>[0]['reason']
  return nextStage({
    outcome,
    reason,
    tests_differ,
    legal: word?.is_current ? word.decision : null,
    identity: null,
  })
}

/**
 * Waits until no return of the draft's district is being confirmed, and keeps one from beginning until this transaction
 * ends: each then sees what the other entered, so that a conviction is entered once. Taken before the draft's row,
 * which a confirmation may want. Submissions do not wait for one another.
 */
export async function waitForConfirmations(tx: RegisterTx, draft_id: string): Promise<void> {
  await send(tx, NOT_WHILE_CONFIRMED, [draft_id])
}
const NOT_WHILE_CONFIRMED = {
  name: 'submit_lock',
  text: `select pg_advisory_xact_lock_shared(hashtextextended('import.confirm ' || district_id, 0))
           from register.draft where draft_id = $1 and origin = 'screen'`,
}

/** Submits a complete draft: its eligibility is stored, and it goes on, to the legal officer, or no further. */
export async function submitDraft({ tx, program, session, now }: Acting, draft: OpenDraft): Promise<Stage> {
  if (draft.searched_at === null) throw new Problem('draft_not_searched')
  demandAnswer(draft)
  const ruling = await rulingToday(tx, draft, now)
  const stage = ruling ? await stageOf(tx, draft, ruling) : 'collecting'
  // What is not registrable needs no station: it ends here, with its reasons.
  const missing = listOwed(draft.body, draft.origin).filter(
    (field) => stage !== 'not_registrable' || field !== 'station_id',
  )
  if (!ruling || missing.length > 0)
    throw new Problem('draft_not_ready', { fields: missing.map((field) => ({ field, code: 'required' })) })
  await moveDraft(tx, draft, stage, {
    ...{ eligibility: ruling.tests, identity_outcome: null, return_reason_enc: null },
    // Asked about in the name of who submits it, which may be a colleague of its author.
    ...{ submitted_at: now.toString(), posting_id: session.posting_id },
  })
  if (draft.origin === 'screen') {
    await meetExpectation(tx, program.keyring, draft, 'submitted')
    await keepDraftMatches(tx, program.keyring, draft)
  }
  if (stage === 'identity') await queueIdentity(program, draft.draft_id, session.posting_id)
  return stage
}

const queueIdentity = (program: Program, draft_id: string, posting_id: string) =>
  program.jobs.add('identity.verify', { id: draft_id, posting_id }, AFTER_COMMIT_SECONDS)

/** Writes the legal officer's decision on the facts he read, and moves the draft on by it. */
export async function decideLegally(
  { tx, program, session, now }: Acting,
  draft: OpenDraft,
  form: Static<typeof LegalForm>,
): Promise<Stage> {
  if (draft.stage !== 'legal') throw new Problem('already_decided')
  const ruling = await getRuling(tx, draft, now)
  if (ruling.ruling_hash !== form.ruling_hash) throw new Problem('draft_changed')
  refuseSurvivor(form, { reason: 'court' })
  const legal_decision_id = randomUUID()
  const place = { table: 'legal_decision', row: legal_decision_id, column: 'reason_enc' }
  await tx
    .insertInto('register.legal_decision')
    .values({
      ...{ legal_decision_id, draft_id: draft.draft_id, decision: form.decision },
      ...{ decided_by: session.officer_id, decided_at: now.toString() },
      reason_enc: seal(draft.key, place, form.reason),
      eligibility_hash: Buffer.from(ruling.ruling_hash, 'hex'),
    })
    .execute()
  const stage = await stageOf(tx, draft, ruling)
  await moveDraft(tx, draft, stage)
  // The question to NADRA is asked in the name of the office that drafted; a legal officer asks none.
  if (stage === 'identity') await queueIdentity(program, draft.draft_id, draft.posting_id)
  return stage
}
