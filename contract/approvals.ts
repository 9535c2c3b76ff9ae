// Approvals: what waits for a second person, what he is shown, and what he says.
import { type Static, Type } from 'typebox'
import { ABOUTS } from '../domain/access/actions.ts'
import { Code, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

const Fields = {
  approval_id: Id,
  kind: Code(ABOUTS),
  subject_id: Id,
  district: Nullable(Pair),
  proposed_by: Pair,
  proposed_at: Instant,
  expires_at: Instant,
  is_own: Type.Boolean({ description: 'proposed by the caller, who may withdraw it and not approve it' }),
}

export const ApprovalList = Shape({
  kind: Nullable(Code(ABOUTS)),
  /** How many wait, of each kind that has any; whatever kind was asked for. */
  waiting: Type.Array(Shape({ kind: Code(ABOUTS), waiting_count: Type.Integer({ minimum: 1 }) })),
  approvals: Type.Array(Shape(Fields)),
})
export type ApprovalList = Static<typeof ApprovalList>

export const Approval = Shape({
  ...Fields,
  shown_hash: Type.String(),
  /** Empty where the kind has a screen of its own. */
  rows: Type.Array(
    Shape({
      field: Type.String(),
      is_change: Type.Boolean(),
      before: Nullable(Type.String()),
      after: Nullable(Type.String()),
    }),
  ),
  decision: Nullable(Code(['approved', 'returned', 'refused', 'withdrawn'])),
  decided_at: Nullable(Instant),
  decided_by: Nullable(Pair),
  reason: Nullable(Type.String()),
  is_expired: Type.Boolean(),
  has_link: Type.Boolean({ description: 'an enrolment link waits to be shown once to the caller' }),
})
export type Approval = Static<typeof Approval>

const ShownHash = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const ApprovalGiven = Shape({
  shown_hash: ShownHash,
  reason: Type.Optional(Text(2000)),
  /** What the approver adds, by the contract of the kind. */
  input: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
})
/** Returned to be mended, or refused for good: either way with a reason that its author reads. */
export const ApprovalReturned = Shape({ shown_hash: ShownHash, reason: Text(2000) })
export const ApprovalWithdrawn = Shape({ shown_hash: ShownHash })
export const Decided = Shape({
  approval_id: Id,
  decision: Code(['approved', 'returned', 'refused', 'withdrawn']),
})
