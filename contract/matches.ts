/** Two records, or a draft and a record, that may be of one person: the queue, the two beside each other, what is said. */
import { type Static, Type } from 'typebox'
import { VETOES } from '../domain/matching/vetoes.ts'
import { DOUBTS } from '../domain/merge/doubts.ts'
import { FitShown } from './searches.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

export const MatchId = Shape({ match_pair_id: Id })

export const MATCH_DECISIONS = ['same', 'different', 'unclear'] as const
/** What a decision rests on. */
export const MATCH_REASONS = [
  ...(['number', 'photo', 'papers', 'family', 'custody', 'dates', 'common_name', 'asked', 'other'] as const),
] as const
export const FOUND_BY = ['draft', 'link', 'intake'] as const
export const MATCH_LISTS = ['waiting', 'unclear', 'decided'] as const

export const MatchQuery = Shape({ list: Type.Optional(Code(MATCH_LISTS)), after: Type.Optional(Id) })

/** A pair by its numbers: who they are is shown when it is opened. */
export const MatchRow = Shape({
  match_pair_id: Id,
  found_by: Code(FOUND_BY),
  /** Record number of the one; null: a draft of that district. */
  one: Nullable(Type.String()),
  other: Type.String(),
  one_district: Nullable(Pair),
  other_district: Pair,
  /** Thousandths of a bit; of keys alone until the two were compared. */
  weight: Type.Integer(),
  is_compared: Type.Boolean(),
  found_at: Instant,
  decision: Nullable(Code(MATCH_DECISIONS)),
  decided_at: Nullable(Instant),
})
export type MatchRow = Static<typeof MatchRow>

export const MatchList = Shape({
  list: Code(MATCH_LISTS),
  counts: Shape({ waiting: Type.Integer(), unclear: Type.Integer(), decided: Type.Integer() }),
  pairs: Type.Array(MatchRow),
  next: Nullable(Id),
  /** The last time that the whole register was compared with itself; null: never. */
  last_run: Nullable(
    Shape({
      begun_at: Instant,
      of_count: Type.Integer(),
      done_count: Type.Integer(),
      found_count: Type.Integer(),
      is_stopped: Type.Boolean(),
      ended_at: Nullable(Instant),
    }),
  ),
})
export type MatchList = Static<typeof MatchList>

/** One of the two, with all that is compared; numbers by their ends only. */
export const MatchSide = Shape({
  kind: Code(['record', 'draft']),
  /** The person's id, or the draft's. */
  id: Id,
  record_number: Nullable(Type.String()),
  district: Pair,
  station: Nullable(Pair),
  names: Type.Array(Type.String()),
  fathers: Type.Array(Type.String()),
  sex: Nullable(Code(['male', 'female'])),
  /** Days or years, as held. */
  births: Type.Array(Type.String()),
  districts: Type.Array(Pair),
  cnic_tails: Type.Array(Type.String()),
  convictions: Type.Array(
    Shape({
      court: Type.String(),
      convicted_on: Day,
      fir: Type.String(),
      offences: Type.Array(Type.String()),
    }),
  ),
  custody: Type.Array(Shape({ from_on: Day, to_on: Nullable(Day), held_district: Nullable(Pair) })),
  entered_at: Nullable(Instant),
  /** Other records that are this person already. */
  with_records: Type.Array(Type.String()),
})
export type MatchSide = Static<typeof MatchSide>

export const CommonName = Shape({
  name: Type.String(),
  father: Nullable(Type.String()),
  /** One person in so many bears both, were names given independently. */
  one_in: Type.Number(),
})

export const Match = Shape({
  match_pair_id: Id,
  found_by: Code(FOUND_BY),
  found_at: Instant,
  one: MatchSide,
  other: MatchSide,
  score: FitShown,
  verdict: Code(['same', 'possible', 'different']),
  vetoes: Type.Array(Code(VETOES)),
  common: Type.Array(CommonName),
  /** Why the two cannot be merged now; empty: they can be proposed. */
  doubts: Type.Array(Code(DOUBTS)),
  /** The proposal to merge them that waits. */
  approval_id: Nullable(Id),
  is_one_already: Type.Boolean(),
  decisions: Type.Array(
    Shape({
      decision: Code(MATCH_DECISIONS),
      reason_code: Code(MATCH_REASONS),
      reason: Type.String(),
      decided_at: Instant,
      by: Pair,
    }),
  ),
  /** A clearance says that the man of the one is not the other. */
  is_cleared: Type.Boolean(),
  /** Slips that the man of one side asked for after this comparison; no number: it waits to be issued. */
  clearances: Type.Array(
    Shape({
      ...{ clearance_id: Id, side: Code(['one', 'other']), slip_number: Nullable(Type.String()) },
      withdrawn_at: Nullable(Instant),
    }),
  ),
  /** The sides whose man may ask for one now. */
  may_clear: Type.Array(Code(['one', 'other'])),
})
export type Match = Static<typeof Match>

export const MatchSaid = Shape({
  decision: Code(MATCH_DECISIONS),
  reason_code: Code(MATCH_REASONS),
  reason: Text(500),
})
export type MatchSaid = Static<typeof MatchSaid>

export const MatchDecided = Shape({
  match_pair_id: Id,
  decision: Code(MATCH_DECISIONS),
  /** Two records that are one person: the merge that waits for a second officer. */
  approval_id: Nullable(Id),
})
