/** Striking out a dated event that is wrong: proposed by one officer, decided by another. */
import { type Static, Type } from 'typebox'
import { PersonHead } from './people.ts'
import { Code, Day, Id, Nullable, Shape, Text } from './shape.ts'

export const STRUCK_NOUNS = ['custody', 'stay', 'visit', 'appeal_event', 'serving'] as const

export const StrikeoutOf = Shape({ person_id: Id, noun: Code(STRUCK_NOUNS), row_id: Id })
export const StrikeoutAsked = Shape({ reason: Text(500) })

/** The event in codes and dates, as the form and the proposal show it. */
export const StruckEvent = Shape({
  /** What it is: custody, hospital, found, filed, served … */
  what: Type.String(),
  from_on: Day,
  to_on: Nullable(Day),
})

export const StrikeoutForm = Shape({
  person: PersonHead,
  noun: Code(STRUCK_NOUNS),
  row_id: Id,
  event: StruckEvent,
})
export type StrikeoutForm = Static<typeof StrikeoutForm>

const State = Shape({
  status: Type.String(),
  standing: Type.String(),
  ends_on: Nullable(Day),
  open_duties_count: Type.Integer(),
  overdue_count: Type.Integer(),
})

export const StrikeoutShown = Shape({
  strikeout_id: Id,
  person_id: Id,
  record_number: Type.String(),
  noun: Code(STRUCK_NOUNS),
  row_id: Id,
  ...StruckEvent.properties,
  reason: Type.String(),
  before: State,
  after: State,
})
export type StrikeoutShown = Static<typeof StrikeoutShown>
export const StrikeoutProposed = Shape({ strikeout_id: Id, approval_id: Id })
