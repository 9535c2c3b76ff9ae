/** The decision of a second person, and its effect, in one transaction. DESIGN 5, wall 4. */
import { Value } from 'typebox/value'
import type { RegisterTx, Session } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Applying, ApprovalNoun, Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { type ApprovalRow, findApproval, insertDecision } from './queries.ts'

export type ApprovalDecision = {
  decision: 'approved' | 'returned' | 'refused' | 'withdrawn'
  /** Why; a written basis where an approval needs one. Returning and refusing need a reason by their contracts. */
  reason: string | null
  /** Hash (hex) of what the officer had before him. */
  shown_hash: string
  /** What the approver adds, by the noun's `input` contract; left out where it adds nothing. */
  input?: unknown
  /** The event of the deciding route, to which the act may add. */
  record?: Applying<unknown, unknown>['record']
  /** Where other records that the act changes get their events. */
  also?: Applying<unknown, unknown>['also']
}

/**
 * Decides one proposal, once: writes the decision, then runs the noun's `apply` (or `giveBack`) in this transaction.
 * Whether this officer may is the calling route's policy; that he is not the author, has declared no conflict and
 * decides in time on what he saw is held by constraints besides (migration 0006). Throws a Problem when it cannot be.
 */
export async function decideApproval(
  tx: RegisterTx,
  program: Program,
  session: Session,
  approval_id: string,
  given: ApprovalDecision,
): Promise<ApprovalRow> {
  const now = program.clock.now()
  const approval = await findApproval(tx, program.keyring, approval_id)
  if (!approval) throw new Problem('not_found')
  const noun = program.approvals.get(approval.kind)
  if (!noun) throw new Error(`no noun decides ${approval.kind}`)
  const input = given.input ?? {}
  assertDecidable(approval, noun, given, input, now)
  const also = given.also ?? unrecorded
  also({
    ...{ subject_kind: 'approval', subject_id: approval_id },
    row_before: await recordHash(tx, 'approval', approval_id),
  })
  await insertDecision(tx, approval, { ...given, officer_id: session.officer_id })
  const applying = {
    tx,
    program,
    session,
    now,
    proposal: approval,
    shown: approval.shown,
    record: given.record ?? unrecorded,
    also,
  }
  if (given.decision === 'approved') await noun.apply({ ...applying, input })
  else await noun.giveBack?.({ ...applying, decision: given.decision, reason: given.reason ?? '' })
  return approval
}

/** Where nobody asks for it, what an act adds to the event is let go. */
const unrecorded = () => undefined

function assertDecidable(
  approval: ApprovalRow,
  noun: ApprovalNoun,
  given: ApprovalDecision,
  input: unknown,
  now: Temporal.Instant,
) {
  if (approval.decision) throw new Problem('already_decided')
  if (given.shown_hash !== approval.shown_hash) throw new Problem('approval_changed')
  if (given.decision !== 'approved') return
  if (Temporal.Instant.compare(approval.expires_at, now) <= 0) throw new Problem('approval_expired')
  // A proposal made under an older contract may lack what `apply` needs: it is proposed again, not guessed at.
  if (!Value.Check(noun.shown, approval.shown)) throw new Problem('approval_changed')
  if (!Value.Check(noun.input, input)) throw new Problem('invalid', { fields: fieldsOf(noun, input) })
}

const fieldsOf = (noun: ApprovalNoun, input: unknown) =>
  Value.Errors(noun.input, input).map((e) => ({
    field: ['input', ...e.instancePath.split('/').slice(1)].join('.'),
    code: e.keyword === 'required' ? 'required' : 'not_understood',
  }))
