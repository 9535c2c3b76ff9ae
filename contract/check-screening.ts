/** The prosecutor's desk: forwarding, returning, refusing, and the deputy who covers him. */
import { type Static, Type } from 'typebox'
import { REFUSAL_REASONS, RETURN_REASONS } from '../domain/check/screen.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

/** What the prosecutor makes sure of; all must be true. */
export const CheckForwarded = Shape({
  own_fir: Type.Boolean(),
  named: Type.Boolean(),
  of_act: Type.Boolean(),
  needed: Type.Boolean(),
  no_survivor: Type.Boolean(),
})

const Note = Type.Optional(Nullable(Text(300)))
export const CheckReturned = Shape({ return_reason: Code(RETURN_REASONS), return_note: Note })
export const CheckRefused = Shape({ refusal_reason: Code(REFUSAL_REASONS), refusal_note: Note })

export const DeputyNamed = Shape({
  deputy_id: Id,
  from_on: Day,
  /** The last day. */
  until_on: Day,
})
export const CoverMade = Shape({ cover_id: Id })

export const Deputies = Shape({
  today: Day,
  /** Those who can be named. */
  deputies: Type.Array(Shape({ id: Id, name: Pair })),
  covers: Type.Array(
    Shape({ cover_id: Id, deputy: Pair, named_by: Pair, from_on: Day, until_on: Day, named_at: Instant }),
  ),
})
export type Deputies = Static<typeof Deputies>
