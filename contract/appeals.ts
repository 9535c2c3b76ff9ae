/** What a court of appeal did: with court, number and day of the order; what changes the register is decided by two. */
import { type Static, Type } from 'typebox'
import { appeal_events, changing_events } from '../domain/appeal/events.ts'
import { EffectHash } from './duties.ts'
import { ConvictionShown, PersonHead } from './people.ts'
import { Code, Day, Id, Nullable, Shape, Text } from './shape.ts'

export const AppealMade = Shape({
  conviction_id: Id,
  event: Code(appeal_events),
  happened_on: Day,
  court: Text(120),
  order_number: Text(60),
  effect_hash: EffectHash,
})
export type AppealMade = Static<typeof AppealMade>

/** An event recorded at once, or the proposal that a second officer decides. */
export const AppealRecorded = Shape({
  person_id: Id,
  appeal_event_id: Nullable(Id),
  approval_id: Nullable(Id),
})

export const AppealForm = Shape({ person: PersonHead, convictions: Type.Array(ConvictionShown) })
export type AppealForm = Static<typeof AppealForm>

const State = Shape({
  status: Type.String(),
  ends_on: Nullable(Day),
  open_duties_count: Type.Integer(),
})

/** All that the second officer decides on; its hash is the proposal's. */
export const AppealShown = Shape({
  appeal_event_id: Id,
  person_id: Id,
  record_number: Type.String(),
  conviction_id: Id,
  convicted_on: Day,
  event: Code(changing_events),
  happened_on: Day,
  court: Type.String(),
  order_number: Type.String(),
  before: State,
  after: State,
})
export type AppealShown = Static<typeof AppealShown>
