/** What passes between the register and the identity agency: docs/agencies/identity.md. No word of a conviction. */
import { type Static, Type } from 'typebox'
import { SEXES } from './draft-body.ts'
import { Code, Day, Nullable, Shape, Text } from './shape.ts'

export const IDENTITY_PATH = '/v1/verifications'

/** What the agency may answer; `no_document` is ours alone, because nothing is asked then. */
export const ANSWERS = ['verified', 'not_found', 'mismatch', 'unavailable'] as const
export const IDENTITY_OUTCOMES = [...ANSWERS, 'no_document'] as const
export type IdentityOutcome = (typeof IDENTITY_OUTCOMES)[number]

/** The facts that can differ, named as in the question. */
export const IDENTITY_FIELDS = ['name', 'father_name', 'birth', 'sex'] as const
export type IdentityField = (typeof IDENTITY_FIELDS)[number]

/** One name in each script; null where that spelling is not known. */
const Spellings = Shape({ latin: Nullable(Text(120)), urdu: Nullable(Text(120)) })

export const IdentityQuestion = Shape({
  /** 13 digits without dashes. */
  cnic: Type.String({ pattern: '^[0-9]{13}$' }),
  name: Spellings,
  father_name: Spellings,
  born_on: Nullable(Day),
  /** Where only an age is known: the birth year it gives, right to one year. */
  born_year: Nullable(Type.Integer({ minimum: 1900, maximum: 2100 })),
  sex: Nullable(Code(SEXES)),
})
export type IdentityQuestion = Static<typeof IdentityQuestion>

export const IdentityAnswer = Shape({
  outcome: Code(ANSWERS),
  /** Not empty for `mismatch`, empty otherwise. */
  fields_differ: Type.Array(Code(IDENTITY_FIELDS), { maxItems: IDENTITY_FIELDS.length, uniqueItems: true }),
})
export type IdentityAnswer = Static<typeof IdentityAnswer>

export const CIVIL_EVENTS_PATH = '/v1/events'
export const CIVIL_EVENT_KINDS = ['name_change', 'new_cnic', 'death'] as const

/** Asks for everybody's events after a number: whom the register holds is not told. */
export const CivilEventsQuestion = Shape({ after: Type.Integer({ minimum: 0 }) })
export type CivilEventsQuestion = Static<typeof CivilEventsQuestion>

export const CivilEvent = Shape({
  event_no: Type.Integer({ minimum: 1 }),
  kind: Code(CIVIL_EVENT_KINDS),
  /** 13 digits, as before the event. */
  cnic: Type.String({ pattern: '^[0-9]{13}$' }),
  happened_on: Day,
  new_name: Nullable(Spellings),
  new_cnic: Nullable(Type.String({ pattern: '^[0-9]{13}$' })),
})
export type CivilEvent = Static<typeof CivilEvent>

/** At most 500, in the order of their numbers. */
export const CivilEvents = Shape({ events: Type.Array(CivilEvent, { maxItems: 500 }) })
export type CivilEvents = Static<typeof CivilEvents>
