/** Making records one person and taking them apart: what two officers decide. */
import { type Static, Type } from 'typebox'
import { MATCH_REASONS } from './matches.ts'
import { LinkedRecord, PersonHead } from './people.ts'
import { Code, Id, Instant, Nullable, Shape, Text } from './shape.ts'

/** All that the second officer decides on; its hash is the proposal's. */
export const MergeShown = Shape({
  merge_id: Id,
  act: Code(['merge', 'split']),
  /** merge: the records of the one person; split: those that stay together. */
  one_records: Type.Array(Type.String()),
  /** merge: the records of the other; split: those that leave, as a person by themselves. */
  other_records: Type.Array(Type.String()),
  /** Thousandths of a bit of the pair it began with; null for a split. */
  weight: Nullable(Type.Integer()),
  reason_code: Code(MATCH_REASONS),
  reason: Type.String(),
  /** Papers and answers made of these records since they became one: what must be looked at when they are taken apart. */
  papers: Type.Array(Type.String()),
})
export type MergeShown = Static<typeof MergeShown>

/** A paper, or an answer to a check, that was made while the records were one person. */
export const PaperSince = Shape({
  kind: Code(['print', 'disclosure']),
  number: Nullable(Type.String()),
  record_number: Type.String(),
  made_at: Instant,
})

export const SplitForm = Shape({
  person: PersonHead,
  records: Type.Array(LinkedRecord),
  papers: Type.Array(PaperSince),
})
export type SplitForm = Static<typeof SplitForm>

export const SplitAsked = Shape({
  /** The records that leave. */
  leaving: Type.Array(Text(30), { minItems: 1, maxItems: 8 }),
  reason_code: Code(MATCH_REASONS),
  reason: Text(500),
})
export type SplitAsked = Static<typeof SplitAsked>

export const MergeProposed = Shape({ merge_id: Id, approval_id: Id })
