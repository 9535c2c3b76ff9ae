/** Convictions that a return told of: an entry is owed for each, and made once. */
import { type Static, Type } from 'typebox'
import { STAGES } from '../domain/draft/stage.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const EXPECTATION_STATES = ['open', 'met', 'closed'] as const
export type ExpectationState = (typeof EXPECTATION_STATES)[number]

export const ExpectationQuery = Shape({
  /** open unless said. */
  state: Type.Optional(Code(EXPECTATION_STATES)),
  after: Type.Optional(Id),
})
export type ExpectationQuery = Static<typeof ExpectationQuery>

export const ExpectationList = Shape({
  state: Code(EXPECTATION_STATES),
  counts: Shape({ open: Type.Integer(), met: Type.Integer(), closed: Type.Integer() }),
  expectations: Type.Array(
    Shape({
      expectation_id: Id,
      district: Pair,
      convicted_on: Day,
      created_at: Instant,
      /** Days since the return told of it. */
      age_days: Type.Integer(),
      import_id: Nullable(Id),
      /** What answers it; null when nothing does, also once the draft was discarded. */
      draft: Nullable(
        Shape({
          draft_id: Id,
          stage: Code(STAGES),
          origin: Code(['screen', 'return']),
          name: Nullable(Shape({ latin: Nullable(Type.String()), ur: Nullable(Type.String()) })),
        }),
      ),
    }),
    { maxItems: 50 },
  ),
  next: Nullable(Id),
})
export type ExpectationList = Static<typeof ExpectationList>
