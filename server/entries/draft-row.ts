/** A draft as the Bureau and the identity check read it: opened with its own key. */
import { Value } from 'typebox/value'
import { DraftBody } from '../../contract/draft-body.ts'
import { JudgmentTests } from '../../contract/entries.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, type Keyring, open, openDataKey, seal } from '../platform/keys.ts'

/** Where a draft's body is sealed: its row and its version. */
export const bodyPlace = (draft_id: string, version: number) => ({
  ...{ table: 'draft', row: draft_id, column: 'body_enc', version },
})
export const returnReasonPlace = (draft_id: string) => ({
  ...{ table: 'draft', row: draft_id, column: 'return_reason_enc' },
})

/** A draft in the officer's scope, held until the transaction ends when `lock`; undefined when none or erased. */
export async function findDraft(
  tx: RegisterTx,
  keyring: Keyring,
  draft_id: string,
  { lock = false }: { lock?: boolean } = {},
) {
  const row = await tx
    .selectFrom('register.draft')
    .selectAll()
    .where('draft_id', '=', draft_id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst()
  const key = row && openDataKey(keyring, draft_id, row)
  if (!row || !key) return undefined
  const body: unknown = JSON.parse(open(key, bodyPlace(draft_id, row.body_version), row.body_enc))
  if (!Value.Check(DraftBody, body)) throw new Error(`draft ${draft_id} does not hold a draft`)
  return { ...row, key, body }
}
export type OpenDraft = NonNullable<Awaited<ReturnType<typeof findDraft>>>

/** The tests as stored at submission. Throws when the draft was never submitted. */
export function testsOf(draft: Pick<OpenDraft, 'draft_id' | 'eligibility'>) {
  const tests = Value.Clean(JudgmentTests, structuredClone(draft.eligibility))
  if (!Value.Check(JudgmentTests, tests)) throw new Error(`draft ${draft.draft_id} has no test results`)
  return tests
}

/** The reason an entry came back with, under the draft's key. */
export const sealReturnReason = (key: DataKey, draft_id: string, reason: string) =>
  seal(key, returnReasonPlace(draft_id), reason)

/** The legal officer's newest word on a draft, with his reason; null where none was needed. */
export async function findLegalDecision(tx: RegisterTx, draft: OpenDraft) {
  const row = await tx
    .selectFrom('register.legal_decision')
    .select(['legal_decision_id', 'decision', 'reason_enc', 'decided_at'])
    .where('draft_id', '=', draft.draft_id)
    .orderBy('decided_at', 'desc')
    .orderBy('legal_decision_id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { legal_decision_id, decision, reason_enc, decided_at } = row
  const place = { table: 'legal_decision', row: legal_decision_id, column: 'reason_enc' }
  return { decision, decided_at, reason: open(draft.key, place, reason_enc) }
}

/** The agency's last word on a draft; undefined while it was not asked. */
export const findLastCheck = (tx: RegisterTx, draft_id: string) =>
  tx
    .selectFrom('register.identity_check')
    .select(['outcome', 'fields_differ', 'asked_at', 'attempt'])
    .where('draft_id', '=', draft_id)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst()
