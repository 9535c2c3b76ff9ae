/** Custody, hospital, abroad as told, no fixed abode: dated, with its source; an open one is closed by a new version. */
import { type Static, Type } from 'typebox'
import { EffectHash } from './duties.ts'
import { PersonHead, StayShown } from './people.ts'
import { Code, Day, Id, Nullable, Pair, Shape, Text } from './shape.ts'

export const STAY_KINDS = ['custody', 'hospital', 'abroad', 'no_fixed_abode'] as const
export const STAY_SOURCES = [
  ...(['prison', 'court', 'police', 'hospital', 'border', 'embassy'] as const),
  ...(['notice', 'visit', 'other'] as const),
] as const

const Source = {
  source_kind: Code(STAY_SOURCES),
  source_on: Day,
  source_ref: Text(120),
}

export const StayMade = Shape({
  kind: Code(STAY_KINDS),
  from_on: Day,
  to_on: Type.Optional(Nullable(Day)),
  /** Of custody: the district of the prison or station; nobody is held in two at once. */
  held_district_id: Type.Optional(Nullable(Type.String({ maxLength: 40 }))),
  ...Source,
  effect_hash: EffectHash,
})
export type StayMade = Static<typeof StayMade>

export const StayEnd = Shape({ to_on: Day, ...Source, effect_hash: EffectHash })
export type StayEnd = Static<typeof StayEnd>

export const StayId = Shape({ person_id: Id, stay_id: Id })
export const StayRecorded = Shape({ person_id: Id, stay_id: Id })

/** `stay`: the open one that ends; null: a new one. */
export const StayForm = Shape({
  person: PersonHead,
  stay: Nullable(StayShown),
  /** Where he may be held; by their names in English. */
  districts: Type.Array(Shape({ district_id: Type.String(), ...Pair.properties })),
})
export type StayForm = Static<typeof StayForm>
