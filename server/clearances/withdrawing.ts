/** A clearance slip given in error: proposed to be withdrawn by one officer of the Bureau, decided by another. */
import {
  type Clearance,
  type SlipWithdrawal,
  type SlipWithdrawalShown,
  SlipWithdrawalShown as SlipWithdrawalShownContract,
} from '../../contract/clearances.ts'
import { None } from '../../contract/shape.ts'
import { freeTextFaults } from '../../domain/notice/free-text.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { hasConflict, propose } from '../approvals/queries.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { concernedBy, findClearance, type StoredClearance } from './queries.ts'

/** Days it may wait for its second officer; assumed. */
const EXPIRES_DAYS = 14

export const clearanceApproval = approvalNoun<typeof SlipWithdrawalShownContract, typeof None>({
  ...{ kind: 'clearance', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: SlipWithdrawalShownContract, input: None, apply },
})

/** Whether a slip is issued and counts. */
export const isStanding = ({
  issued_at,
  withdrawn_at,
}: Pick<StoredClearance, 'issued_at' | 'withdrawn_at'>) => issued_at !== null && withdrawn_at === null

/** The proposal to withdraw a slip that waits for its second officer; null: none. */
export async function findWaitingWithdrawal(
  tx: RegisterTx,
  clearance_id: string,
  now: Temporal.Instant,
): Promise<Clearance['approval_id']> {
  const row = await tx
    .selectFrom('register.approval as a')
    .leftJoin('register.approval_decision as d', 'd.approval_id', 'a.approval_id')
    .select('a.approval_id')
    .where('a.kind', '=', 'clearance')
    .where('a.subject_id', '=', clearance_id)
    .where('a.expires_at', '>', now.toString())
    .where('d.approval_id', 'is', null)
    .executeTakeFirst()
  return row?.approval_id ?? null
}

type Proposing = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }

/** Proposes that a slip be withdrawn. Returns the approval's id. */
export async function proposeWithdrawal(
  { tx, program, session, now }: Proposing,
  clearance_id: string,
  form: SlipWithdrawal,
): Promise<string> {
  const faults = freeTextFaults(form, { reason: 'sentence' })
  if (faults.some(({ is_hidden }) => is_hidden)) form.reason = ''
  if (faults.length > 0)
    throw new Problem('invalid', {
      fields: faults.map(({ field, code }) => ({ field, code: `drafts.doubt.${code}` })),
    })
  const row = await findClearance(tx, clearance_id)
  if (!row || !isStanding(row)) throw new Problem('already_decided')
  if (await findWaitingWithdrawal(tx, clearance_id, now)) throw new Problem('merge_proposed')
  const { slip_number, record_number } = row
  const shown: SlipWithdrawalShown = {
    clearance_id,
    slip_number,
    record_number: record_number ?? '',
    ...form,
  }
  const about = { subject_id: clearance_id, district_id: null, shown, now }
  return propose(tx, program.keyring, session, clearanceApproval, about)
}

/** Withdraws it, if it still stands and says of that record what was shown. */
async function apply({ tx, shown, session, now, proposal, also }: Applying<SlipWithdrawalShown, object>) {
  const { clearance_id } = shown
  const row = await findClearance(tx, clearance_id)
  if (!row || !isStanding(row) || row.record_number !== shown.record_number)
    throw new Problem('approval_changed')
  if (await hasConflict(tx, session.officer_id, concernedBy(row)))
    throw new Problem('refused', { policy: 'forbid-conflict' })
  const row_before = await recordHash(tx, 'clearance', clearance_id)
  also({ subject_kind: 'clearance', subject_id: clearance_id, row_before })
  const { numUpdatedRows } = await tx
    .updateTable('register.clearance')
    .set({
      ...{ withdrawn_at: now.toString(), withdrawn_by: session.officer_id },
      ...{ withdrawn_for: shown.reason_code, withdrawal_approval_id: proposal.approval_id },
    })
    .where('clearance_id', '=', clearance_id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Problem('approval_changed')
}
