/** Clearances: that a man, who asked for it himself, is not a person of the register; and the slip that says so. */
import { type Static, Type } from 'typebox'
import { NamePair } from './searches.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

export const ClearanceId = Shape({ clearance_id: Id })

export const CLEARANCE_LISTS = ['waiting', 'issued', 'withdrawn'] as const
/** What found out that he is another: a check, a comparison of two records, or what was cleared before slips were kept. */
export const CLEARANCE_CAUSES = ['check', 'match', 'earlier'] as const

/** He is, or may be, the person of the record; the card is not his; it speaks of another record. */
export const WITHDRAWAL_REASONS = ['he_is', 'another_card', 'wrong_record', 'other'] as const

export const ClearanceQuery = Shape({ list: Type.Optional(Code(CLEARANCE_LISTS)), after: Type.Optional(Id) })

/** A clearance by its numbers: whose it is is shown when it is opened. */
export const ClearanceRow = Shape({
  clearance_id: Id,
  cause: Code(CLEARANCE_CAUSES),
  asked_on: Nullable(Day),
  asked_at: Nullable(Instant),
  asked_by: Nullable(Pair),
  slip_number: Nullable(Type.String()),
  issued_at: Nullable(Instant),
  /** From when the slip does not count any more; without an issue, when the request was refused. */
  withdrawn_at: Nullable(Instant),
})
export type ClearanceRow = Static<typeof ClearanceRow>

export const ClearanceList = Shape({
  list: Code(CLEARANCE_LISTS),
  counts: Shape({ waiting: Type.Integer(), issued: Type.Integer(), withdrawn: Type.Integer() }),
  clearances: Type.Array(ClearanceRow),
  next: Nullable(Id),
})
export type ClearanceList = Static<typeof ClearanceList>

export const Clearance = Shape({
  ...ClearanceRow.properties,
  name: NamePair,
  father: NamePair,
  cnic_tail: Nullable(Type.String()),
  /** Record of whom he is not; null: it stands with the answer of the check until it is issued. */
  record_number: Nullable(Type.String()),
  check_id: Nullable(Id),
  match_pair_id: Nullable(Id),
  issued_by: Nullable(Pair),
  /** The officer himself passed the request on: another issues it. */
  is_own: Type.Boolean(),
  may_issue: Type.Boolean(),
  /** The person of whom the slip would speak bears its number: the record or the request is wrong, and it is not issued. */
  bears_number: Type.Boolean(),
  may_refuse: Type.Boolean(),
  may_withdraw: Type.Boolean(),
  /** The proposal to withdraw it that waits for a second officer. */
  approval_id: Nullable(Id),
  withdrawn_by: Nullable(Pair),
  withdrawn_for: Nullable(Code(WITHDRAWAL_REASONS)),
})
export type Clearance = Static<typeof Clearance>

export const ClearanceIssued = Shape({ clearance_id: Id, slip_number: Type.String() })
export const ClearanceRefused = Shape({ reason_code: Code(WITHDRAWAL_REASONS) })
export const ClearanceMoved = Shape({ clearance_id: Id })
export const SlipWithdrawal = Shape({ reason_code: Code(WITHDRAWAL_REASONS), reason: Text(500) })
export type SlipWithdrawal = Static<typeof SlipWithdrawal>
/** All that the second officer decides on; its hash is the proposal's. */
export const SlipWithdrawalShown = Shape({
  clearance_id: Id,
  slip_number: Nullable(Type.String()),
  /** Record of whom the slip says that its holder is not. */
  record_number: Type.String(),
  reason_code: Code(WITHDRAWAL_REASONS),
  reason: Type.String(),
})
export type SlipWithdrawalShown = Static<typeof SlipWithdrawalShown>
export const SlipWithdrawalProposed = Shape({ clearance_id: Id, approval_id: Id })
export const ClearanceFile = Shape({ print_number: Type.String(), pdf_base64: Type.String() })

/** Passed on at the man's own wish, from his own card. */
const Asked = { cnic: Text(40), asked_on: Day, asked_himself: Type.Boolean() }
export const SlipForm = Shape(Asked)
export type SlipForm = Static<typeof SlipForm>
/** From the queue of comparisons: which of the two asks. */
export const SlipOfPair = Shape({ side: Code(['one', 'other']), ...Asked })
export const ClearanceAsked = Shape({ clearance_id: Id })
