/** S9: where a person lives and lived, how far each address can be relied on, and the visits of the police. */
import { type Static, Type } from 'typebox'
import { EffectHash } from './duties.ts'
import { AddressGraded, AddressShown, PersonHead } from './people.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

export const VISIT_RESULTS = ['found', 'not_at_address'] as const

export const VisitShown = Shape({
  visit_id: Id,
  visited_on: Day,
  result: Code(VISIT_RESULTS),
  address: Nullable(Type.String()),
  note: Nullable(Type.String()),
  station: Nullable(Pair),
  by: Pair,
  recorded_at: Instant,
  is_struck_out: Type.Boolean(),
})
export type VisitShown = Static<typeof VisitShown>

export const PersonAddresses = Shape({
  person: PersonHead,
  addresses: Type.Array(AddressGraded),
  visits: Type.Array(VisitShown),
})
export type PersonAddresses = Static<typeof PersonAddresses>

export const VisitForm = Shape({ person: PersonHead, addresses: Type.Array(AddressShown) })
export type VisitForm = Static<typeof VisitForm>

export const VisitMade = Shape({
  visited_on: Day,
  result: Code(VISIT_RESULTS),
  address_id: Type.Optional(Nullable(Id)),
  note: Type.Optional(Nullable(Text(500))),
  effect_hash: EffectHash,
})
export type VisitMade = Static<typeof VisitMade>
export const VisitRecorded = Shape({ person_id: Id, visit_id: Id })
