import { randomUUID } from 'node:crypto'
import type { IdentityField, IdentityOutcome } from '../../contract/identities.ts'
import type { Stage } from '../../domain/draft/stage.ts'
import type { OpenDraft } from '../entries/draft-row.ts'
import type { RegisterTx } from '../platform/database.ts'
import { seal } from '../platform/keys.ts'

/** How often the agency was asked about a draft: ever, and since it was last submitted. */
export async function countChecks(
  tx: RegisterTx,
  draft: Pick<OpenDraft, 'draft_id' | 'submitted_at'>,
): Promise<{ ever: number; since_submitted: number }> {
  const rows = await tx
    .selectFrom('register.identity_check')
    .select('asked_at')
    .where('draft_id', '=', draft.draft_id)
    .execute()
  const since_submitted = rows.filter(({ asked_at }) => asked_at >= (draft.submitted_at ?? '')).length
  return { ever: rows.length, since_submitted }
}

/** Keeps one attempt; the answer as received is sealed under the draft's key. */
export async function insertCheck(
  tx: RegisterTx,
  draft: OpenDraft,
  check: {
    outcome: IdentityOutcome
    fields_differ: IdentityField[]
    asked_at: Temporal.Instant
    attempt: number
    answer: Record<string, unknown>
  },
): Promise<void> {
  const identity_check_id = randomUUID()
  const { answer, asked_at, ...columns } = check
  const place = { table: 'identity_check', row: identity_check_id, column: 'answer_enc' }
  await tx
    .insertInto('register.identity_check')
    .values({
      ...{ identity_check_id, draft_id: draft.draft_id, ...columns, asked_at: asked_at.toString() },
      answer_enc: seal(draft.key, place, JSON.stringify(answer)),
    })
    .execute()
}

/** Notes the last outcome and where the draft stands now. */
export const setIdentity = (
  tx: RegisterTx,
  draft_id: string,
  after: { identity_outcome: IdentityOutcome; stage: Stage; updated_at: string },
) => tx.updateTable('register.draft').set(after).where('draft_id', '=', draft_id).execute()
