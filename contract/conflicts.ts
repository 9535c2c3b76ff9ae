/** Conflicts of interest: what an officer declared, and so decides nothing about. */
import { type Static, Type } from 'typebox'
import { Code, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

export const CONFLICT_REASONS = ['relative', 'case', 'other'] as const
export const CONFLICT_SUBJECTS = ['person', 'draft', 'approval', 'emergency', 'check'] as const
export type ConflictSubject = (typeof CONFLICT_SUBJECTS)[number]

const Reason = { reason_code: Code(CONFLICT_REASONS) }
export const ConflictOf = Shape({ subject_kind: Code(CONFLICT_SUBJECTS), subject_id: Id })
export const ConflictForm = Shape(Reason)
/** From his own list: about a person, by the number of the record. */
export const ConflictByRecord = Shape({ record_number: Text(40), ...Reason })
export const ConflictDeclared = Shape({ subject_kind: Code(CONFLICT_SUBJECTS), subject_id: Id })

/** The one that is about to be withdrawn. */
export const ConflictQuery = Shape({ withdraw: Type.Optional(Id) })

export const ConflictList = Shape({
  withdrawing: Nullable(Id),
  conflicts: Type.Array(
    Shape({
      conflict_id: Id,
      subject_id: Id,
      /** Null: not within the officer's scope any more. */
      subject_kind: Nullable(Code(CONFLICT_SUBJECTS)),
      /** Of a person. */
      record_number: Nullable(Type.String()),
      district: Nullable(Pair),
      reason_code: Code(CONFLICT_REASONS),
      declared_at: Instant,
      /** Null: it stands. */
      withdrawn_at: Nullable(Instant),
      /** A second officer was asked to agree to its withdrawal, and has not answered yet. */
      is_withdrawal_asked: Type.Boolean(),
    }),
  ),
})
export type ConflictList = Static<typeof ConflictList>
export const ConflictId = Shape({ conflict_id: Id })
export const WithdrawalAsked = Shape({ reason: Text(500) })
export const WithdrawalProposed = Shape({ conflict_id: Id, approval_id: Id })
/** All that the second officer decides on. */
export const ConflictWithdrawalShown = Shape({
  conflict_id: Id,
  subject_id: Id,
  record_number: Nullable(Type.String()),
  subject_kind: Nullable(Code(CONFLICT_SUBJECTS)),
  reason_code: Code(CONFLICT_REASONS),
  declared_at: Instant,
  reason: Type.String(),
})
export type ConflictWithdrawalShown = Static<typeof ConflictWithdrawalShown>

/** The page that declares one, before it is declared. */
export const ConflictAsked = Shape({
  subject_kind: Code(CONFLICT_SUBJECTS),
  subject_id: Id,
  is_declared: Type.Boolean(),
})
export type ConflictAsked = Static<typeof ConflictAsked>
