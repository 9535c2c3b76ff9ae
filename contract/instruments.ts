// What would open a closed desk: a legal instrument, proposed by one officer and approved by another.
import { type Static, Type } from 'typebox'
import { Code, Day, Id, Nullable, Shape, Text } from './shape.ts'

export const CLOSED_DESKS = ['court', 'prison', 'border'] as const
/** What an instrument does: it opens a desk, or closes it again. */
export const INSTRUMENT_ACTS = ['open', 'repeal'] as const

const Instrument = {
  desk: Code(CLOSED_DESKS),
  instrument_number: Text(80),
  dated_on: Day,
  from_on: Day,
  /** SHA-256 of its text, in hex. */
  text_sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
}
const Act = { act: Code(INSTRUMENT_ACTS) }
export const InstrumentAsked = Shape({ ...Act, ...Instrument, reason: Text(2000) })
export type InstrumentAsked = Static<typeof InstrumentAsked>
/** All that a supervisor decides on; the second of the two also sees who was the first. */
export const InstrumentShown = Shape({
  instrument_id: Id,
  author_id: Id,
  first_approval_id: Nullable(Id),
  first_approved_by: Nullable(Text(200)),
  reason: Text(2000),
  after: Shape({ ...Act, ...Instrument }),
})
export type InstrumentShown = Static<typeof InstrumentShown>

export const InstrumentForm = Shape({ desks: Type.Array(Code(CLOSED_DESKS)) })
export type InstrumentForm = Static<typeof InstrumentForm>
export const InstrumentProposed = Shape({ approval_id: Id })

export const DeskName = Shape({ desk: Code(CLOSED_DESKS) })
/** A desk that is open, with what opened it. */
export const DeskShown = Shape(Instrument)
export type DeskShown = Static<typeof DeskShown>
