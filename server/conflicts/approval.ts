/** A conflict of interest withdrawn when a second officer agrees: it stays to be seen, with the day on which it ended. */
import { sql } from 'kysely'
import { ConflictWithdrawalShown } from '../../contract/conflicts.ts'
import { None } from '../../contract/shape.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { hasConflict } from '../approvals/queries.ts'
import { Problem } from '../platform/problem.ts'

/** Days it may wait for its second officer; assumed. */
const EXPIRES_DAYS = 30

export const conflictApproval = approvalNoun<typeof ConflictWithdrawalShown, typeof None>({
  ...{ kind: 'conflict', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: ConflictWithdrawalShown, input: None, apply },
})

/** Nobody frees a colleague to decide about somebody whom he is partial about himself. */
async function apply({ tx, session, proposal, shown }: Applying<ConflictWithdrawalShown, object>) {
  if (await hasConflict(tx, session.officer_id, [shown.subject_id]))
    throw new Problem('refused', { policy: 'forbid-conflict' })
  const { rows } = await sql<{ done: boolean }>`
    select register.withdraw_conflict(${proposal.approval_id}) as done`.execute(tx)
  if (!rows[0]?.done) throw new Problem('already_decided')
}
