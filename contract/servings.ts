/** Serving of duties: what a person is told he owes, in his language, and the proof that he was told. */
import { type Static, Type } from 'typebox'
import { duty_names } from '../domain/duty/facts.ts'
import { told_rules } from '../domain/duty/told.ts'
import { spoken_languages } from '../domain/serving/language.ts'
import { PROOFS } from '../domain/serving/read-serving.ts'
import { PersonHead } from './people.ts'
import { PrintListed } from './prints.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

export const NOTICE_LANGUAGES = ['ur', 'en'] as const
export const ServingId = Shape({ serving_id: Id })

/** Time of day in Pakistan, 24 hours: '09:05'; digits of any script. */
export const Time = Type.String({ minLength: 4, maxLength: 5, description: 'Pakistan time, 24 hours' })

/** The duties with the values of the pack in force, each with the text it rests on. */
const DutyTold = Shape({
  duty: Code(duty_names),
  rules: Type.Array(
    Shape({
      rule: Code(told_rules),
      count: Type.Integer(),
      law: Type.String(),
      section: Nullable(Type.String()),
      status: Code(['statute', 'rule', 'policy', 'assumed']),
    }),
  ),
})

const ServingKept = {
  serving_id: Id,
  duties: Type.Array(Code(duty_names)),
  served_at: Instant,
  language: Code(NOTICE_LANGUAGES),
  proof: Code(PROOFS),
  print_id: Nullable(Id),
  recorded_at: Instant,
  recorded_by: Pair,
}

export const ServingLanguage = Shape({ language: Type.Optional(Code(NOTICE_LANGUAGES)) })

/** The form, the words to be read out, and what was served before. */
export const ServingForm = Shape({
  person: PersonHead,
  /** Language of the notice of duties: the person's, not the officer's. */
  language: Code(NOTICE_LANGUAGES),
  told: Type.Array(DutyTold),
  released_on: Nullable(Day),
  /** Whether he may be served today: released, or in prison. */
  may_serve: Type.Boolean(),
  not_served: Type.Array(Code(duty_names)),
  served_on: Day,
  served_time: Type.String(),
  earlier: Type.Array(Shape(ServingKept)),
  /** Notices of duties printed for him, newest first. */
  prints: Type.Array(PrintListed),
})
export type ServingForm = Static<typeof ServingForm>

export const ServingAsked = Shape({
  duties: Type.Array(Code(duty_names), { minItems: 1, uniqueItems: true, maxItems: duty_names.length }),
  language: Code(NOTICE_LANGUAGES),
  /** In which he is spoken to, as he says; kept with the day. */
  spoken: Type.Optional(Nullable(Code(spoken_languages))),
  served_on: Day,
  served_time: Time,
  proof: Code(PROOFS),
  /** Who witnessed; needed where the person refused to sign. */
  witness: Type.Optional(Nullable(Text(200))),
  /** The printed notice that he was given. */
  print_id: Type.Optional(Nullable(Id)),
  /** Needed where it is typed in later than the day of serving. */
  back_dated_reason: Type.Optional(Nullable(Text(500))),
})
export type ServingAsked = Static<typeof ServingAsked>

export const DutiesAsked = Shape({ language: Code(NOTICE_LANGUAGES) })
export const ServingRecorded = Shape({ serving_id: Id, person_id: Id })

export const Serving = Shape({
  ...ServingKept,
  person: PersonHead,
  witness: Nullable(Type.String()),
  back_dated_reason: Nullable(Type.String()),
  station: Nullable(Pair),
})
export type Serving = Static<typeof Serving>
