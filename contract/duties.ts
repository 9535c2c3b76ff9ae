/** The duties of a person: each with its date, state and every step; how he stands and why; what paused them. */
import { type Static, Type } from 'typebox'
import { duty_names } from '../domain/duty/facts.ts'
import { LawStep } from './entries.ts'
import { PackNamed } from './packs.ts'
import { PersonHead, Registration, StandingReason, StayShown } from './people.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const DUTY_STATES = ['met', 'met_late', 'unmet', 'paused', 'overdue', 'due', 'not_due'] as const

/** What the duty is about, as the register was told: the inputs of its arithmetic. */
const DutyInputs = Shape({
  released_on: Nullable(Day),
  served_at: Nullable(Instant),
  changed_on: Nullable(Day),
  departs_at: Nullable(Instant),
  returns_at: Nullable(Instant),
})

export const DutyShown = Shape({
  duty: Code(duty_names),
  key: Type.String(),
  due_on: Nullable(Day),
  due_at: Nullable(Type.String()),
  state: Code(DUTY_STATES),
  /** Days left, days past (negative), or days since a pause began. */
  days: Nullable(Type.Integer()),
  law: Type.String(),
  status: Code(['statute', 'rule', 'policy', 'assumed']),
  steps: Type.Array(LawStep),
  inputs: DutyInputs,
  /** The rules that it was computed by. */
  pack: PackNamed,
  /** The notice that met it. */
  notice: Nullable(Shape({ notice_id: Id, received_at: Instant })),
})
export type DutyShown = Static<typeof DutyShown>

export const ServingShown = Shape({
  serving_id: Id,
  duties: Type.Array(Code(duty_names)),
  served_at: Instant,
  language: Code(['ur', 'en']),
  proof: Code(['signature', 'thumb_mark', 'refused_before_witnesses']),
  station: Nullable(Pair),
  by: Pair,
})

/** A law that a step names: its title and how much of it is in hand. */
export const LawNamed = Shape({ key: Type.String(), title: Pair, reference: Pair })

export const PersonDuties = Shape({
  person: PersonHead,
  on: Day,
  reason: StandingReason,
  registration: Registration,
  /** The rules that the period was computed by. */
  pack: PackNamed,
  /** The two calculators differ about him: nothing is enforced until they agree again. */
  is_frozen: Type.Boolean(),
  exceptions: Type.Array(Code(['custody_unknown', 'not_served'])),
  duties: Type.Array(DutyShown),
  servings: Type.Array(ServingShown),
  stays: Type.Array(StayShown),
  laws: Type.Array(LawNamed),
})
export type PersonDuties = Static<typeof PersonDuties>

const Brief = Nullable(Shape({ due: Nullable(Type.String()), state: Code(DUTY_STATES) }))

/** What a fact would change, before it is saved; the hash says that it was seen. */
export const EffectSeen = Shape({
  effect_hash: Type.String(),
  /** The form kept on the server, with the effect beside it. */
  form_id: Id,
  effect: Shape({
    values: Type.Array(
      Shape({
        about: Code(['status', 'standing', 'released_on', 'ends_on']),
        before: Nullable(Type.String()),
        after: Nullable(Type.String()),
      }),
    ),
    duties: Type.Array(Shape({ duty: Code(duty_names), key: Type.String(), before: Brief, after: Brief })),
  }),
})
export type EffectSeen = Static<typeof EffectSeen>

export const EffectHash = Type.Optional(Nullable(Type.String({ pattern: '^[0-9a-f]{64}$' })))
