/** Submitted drafts whose officer may no longer act: they wait until a colleague takes them over. */
import { type Static, Type } from 'typebox'
import { ROLES } from '../domain/access/actor.ts'
import { Code, Id, Instant, Pair, Shape } from './shape.ts'

/** Drafts taken over in one act; the rest by another. */
export const MOST_TAKEN = 200

export const TakeoverForm = Shape({ posting_id: Id })
export const TakeoverMade = Shape({ takeover_id: Id, draft_count: Type.Integer() })

export const StalledList = Shape({
  stalled: Type.Array(
    Shape({
      /** The posting that may no longer act. */
      posting_id: Id,
      officer: Pair,
      role: Code(ROLES),
      unit: Pair,
      draft_count: Type.Integer(),
      oldest_at: Instant,
      may_take: Type.Boolean(),
    }),
  ),
})
export type StalledList = Static<typeof StalledList>
