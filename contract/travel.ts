/** S10: journeys with their notices, returns and cancellations, and the duties that each one moved. */
import { type Static, Type } from 'typebox'
import { duty_names } from '../domain/duty/facts.ts'
import { DutyShown } from './duties.ts'
import { LawStep } from './entries.ts'
import { PersonHead } from './people.ts'
import { Code, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

/** A duty whose date lay within the journey and was moved by it, with the step that moved it. */
const Moved = Shape({ duty: Code(duty_names), key: Type.String(), step: LawStep })

export const TripShown = Shape({
  trip_id: Id,
  kind: Code(['abroad', 'inside']),
  departs_at: Instant,
  returns_at: Nullable(Instant),
  cancelled_at: Nullable(Instant),
  country: Nullable(Type.String()),
  destination: Nullable(Type.String()),
  source_kind: Type.String(),
  recorded_at: Instant,
  by: Pair,
  /** Earlier versions: the plan as it was told before. */
  version_count: Type.Integer(),
  /** The duty to tell of it beforehand; null: none was owed. */
  duty: Nullable(DutyShown),
  notices: Type.Array(Shape({ notice_id: Id, received_at: Instant })),
  moved: Type.Array(Moved),
})
export type TripShown = Static<typeof TripShown>

export const PersonTravel = Shape({ person: PersonHead, trips: Type.Array(TripShown) })
export type PersonTravel = Static<typeof PersonTravel>
