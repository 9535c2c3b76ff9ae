/** Proposes a draft that is ready to a second officer at the Bureau, in the name of its author. */
import { randomUUID } from 'node:crypto'
import { Value } from 'typebox/value'
import { EntryShown } from '../../contract/entries.ts'
import { propose } from '../approvals/queries.ts'
import { getPackInForce } from '../duties/packs.ts'
import { auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { entryApproval } from './approval.ts'
import { findLastCheck, findLegalDecision, type OpenDraft, testsOf } from './draft-row.ts'

/** Makes the proposal and ties the draft to it; the session is the author's. */
export async function proposeEntry(program: Program, tx: RegisterTx, session: Session, draft: OpenDraft) {
  const now = program.clock.now()
  const shown = await shownOf(tx, draft, now)
  const { draft_id, district_id } = draft
  const row_before = await recordHash(tx, 'draft', draft_id)
  const approval_id = await propose(tx, program.keyring, session, entryApproval, {
    ...{ subject_id: draft_id, district_id, shown, now },
  })
  await tx
    .updateTable('register.draft')
    .set({ approval_id, updated_at: now.toString() })
    .where('draft_id', '=', draft_id)
    .execute()
  const by = auditActorOf(session, randomUUID())
  const event = { action: 'entry.proposed', outcome: 'done', place_district: district_id } as const
  await recordEvent(tx, program.keyring, by, {
    ...{ ...event, subject_kind: 'draft', subject_id: draft_id, second_id: approval_id },
    ...{ row_before, row_after: await recordHash(tx, 'draft', draft_id) },
  })
  await recordEvent(tx, program.keyring, by, {
    ...{ ...event, subject_kind: 'approval', subject_id: approval_id, second_id: draft_id },
    row_after: await recordHash(tx, 'approval', approval_id),
  })
}

/** All that the second officer decides on. */
async function shownOf(tx: RegisterTx, draft: OpenDraft, now: Temporal.Instant): Promise<EntryShown> {
  const check = await findLastCheck(tx, draft.draft_id)
  if (!check) throw new Error(`draft ${draft.draft_id} reached the Bureau without an identity answer`)
  const { outcome, fields_differ, asked_at } = check
  const { draft_id, body_version, origin, district_id, body } = draft
  // The tests were stored when the draft was submitted, by the pack of that day.
  const pack = await getPackInForce(tx, pakistanDay(Temporal.Instant.from(draft.submitted_at ?? now)))
  const shown: unknown = {
    ...{ draft_id, body_version, origin, district_id, body },
    pack: pack.pack,
    eligibility: testsOf(draft),
    identity: { outcome, fields_differ, asked_at },
    legal: await findLegalDecision(tx, draft),
  }
  if (!Value.Check(EntryShown, shown)) throw new Error(`draft ${draft_id} is not complete`)
  return shown
}
