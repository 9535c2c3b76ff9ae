/** What becomes of a proposal about an officer when a second administrator confirms it. */
import { randomUUID } from 'node:crypto'
import { OfficerShown, type OfficerState } from '../../contract/officers.ts'
import { None } from '../../contract/shape.ts'
import { canonicalJson } from '../../domain/approval/canonical.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import type { RegisterTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { recordHash } from '../platform/record-hash.ts'
import { findState, hasBadge, makeLink, revokePasskeys } from './queries.ts'

/** Days a proposal about an officer may wait; assumed. */
const EXPIRES_DAYS = 14

export const officerApproval = approvalNoun<typeof OfficerShown, typeof None>({
  ...{ kind: 'officer', audience: 'administration', expires_days: EXPIRES_DAYS },
  ...{ shown: OfficerShown, input: None },
  apply,
})

async function apply(given: Applying<OfficerShown, object>): Promise<void> {
  const { tx, program, session, shown, proposal, now } = given
  const { change, officer_id, posting_id, after } = shown
  const row_before = await recordHash(tx, 'officer', officer_id)
  given.also({ subject_kind: 'officer', subject_id: officer_id, row_before })
  const link = { officer_id, confirmed_by: session.officer_id, approval_id: proposal.approval_id }
  if (change === 'add') {
    await addOfficer(tx, shown)
    return makeLink(tx, program.keyring, link)
  }
  const state = await findState(tx, program.places, { change, officer_id, posting_id })
  if (state === undefined || canonicalJson(state) !== canonicalJson(shown.before))
    throw new Problem('approval_changed')
  switch (change) {
    case 'add_posting':
      return addPosting(tx, officer_id, after)
    case 'end_posting':
      return endPosting(tx, posting_id ?? '', after)
    case 'set_standing': {
      const { vetted_until = null, trained_until = null } = after
      return setOfficer(tx, officer_id, { vetted_until, trained_until })
    }
    case 'suspend':
      return setOfficer(tx, officer_id, { suspended_at: now.toString() })
    case 'reinstate':
      return setOfficer(tx, officer_id, { suspended_at: null })
    case 'reissue_passkey':
      await revokePasskeys(tx, officer_id)
      return makeLink(tx, program.keyring, link)
  }
}

async function addOfficer(tx: RegisterTx, { officer_id, badge, name_en, name_ur, after }: OfficerShown) {
  if (await hasBadge(tx, badge)) throw new Problem('approval_changed')
  const { vetted_until = null, trained_until = null } = after
  await tx
    .insertInto('access.officer')
    .values({ officer_id, badge, name_en, name_ur, vetted_until, trained_until, suspended_at: null })
    .execute()
  await addPosting(tx, officer_id, after)
}

async function addPosting(
  tx: RegisterTx,
  officer_id: string,
  { unit_id, role, from_on, to_on = null }: OfficerState,
) {
  if (!unit_id || !role || !from_on) throw new Problem('approval_changed')
  const posting = { posting_id: randomUUID(), officer_id, unit_id, role, from_on, to_on }
  await tx.insertInto('access.posting').values(posting).execute()
}

async function endPosting(tx: RegisterTx, posting_id: string, { to_on = null }: OfficerState) {
  await tx.updateTable('access.posting').set({ to_on }).where('posting_id', '=', posting_id).execute()
}

type Changed = { vetted_until?: string | null; trained_until?: string | null; suspended_at?: string | null }

async function setOfficer(tx: RegisterTx, officer_id: string, changed: Changed) {
  await tx.updateTable('access.officer').set(changed).where('officer_id', '=', officer_id).execute()
}
