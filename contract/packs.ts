/** Rule packs: values with the text each rests on, drafted, brought into force from a day, and undone, by two people. */
import { type Static, Type } from 'typebox'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

/** A rule pack as the page of what it computed names it; `in_force_from` null: in force from the beginning. */
export const PackNamed = Shape({ pack: Type.String(), title: Pair, in_force_from: Nullable(Day) })
export type PackNamed = Static<typeof PackNamed>

export const PACK_STATUSES = ['statute', 'rule', 'policy', 'assumed'] as const

const PackHead = {
  pack_id: Id,
  pack: Type.String(),
  title: Pair,
  is_shipped: Type.Boolean(),
}
const InForce = Shape({
  in_force_id: Id,
  from_on: Nullable(Day),
  is_reversed: Type.Boolean(),
  /** What followed from it; null for the pack a register began with. */
  law_change_id: Nullable(Id),
})

export const PackList = Shape({
  packs: Type.Array(Shape({ ...PackHead, in_force: Type.Array(InForce) })),
  may_draft: Type.Boolean(),
})
export type PackList = Static<typeof PackList>

export const PackOf = Shape({ pack_id: Id })

export const Pack = Shape({
  ...PackHead,
  in_force: Type.Array(InForce),
  based_on: Nullable(Pair),
  values: Type.Array(
    Shape({
      name: Type.String(),
      value: Type.String(),
      /** What the pack it was begun from says; null where that is the same. */
      before: Nullable(Type.String()),
      basis: Type.String(),
      basis_title: Pair,
      section: Nullable(Type.String()),
      status: Code(PACK_STATUSES),
      reason: Pair,
    }),
  ),
  sources: Type.Array(Shape({ key: Type.String(), title: Pair })),
  may_draft: Type.Boolean(),
})
export type Pack = Static<typeof Pack>

export const PackBegun = Shape({
  based_on_id: Id,
  pack: Type.String({ pattern: '^[a-z0-9-]{3,40}$' }),
  title_en: Text(120),
  title_ur: Text(120),
})
export type PackBegun = Static<typeof PackBegun>

export const PackValueChanged = Shape({
  name: Text(60),
  value: Type.String({ maxLength: 2000 }),
  basis: Text(60),
  section: Type.Optional(Nullable(Text(80))),
  status: Code(PACK_STATUSES),
  reason_en: Text(400),
  reason_ur: Text(400),
})
export type PackValueChanged = Static<typeof PackValueChanged>

export const PackProposed = Shape({ from_on: Day, reason: Text(2000) })
export const PackUndone = Shape({ in_force_id: Id, reason: Text(2000) })

/** All that the second officer decides on; its hash is the proposal's. */
export const PackShown = Shape({
  act: Code(['bring_into_force', 'reverse']),
  pack_id: Id,
  in_force_id: Nullable(Id),
  pack: Type.String(),
  title_en: Type.String(),
  title_ur: Type.String(),
  from_on: Nullable(Day),
  reason: Type.String(),
  content_hash: Type.String(),
  /** The newest simulation, which both decide on; null where a pack is undone. */
  simulation_id: Nullable(Id),
  simulation_sha256: Nullable(Type.String()),
  simulated_at: Nullable(Instant),
  enters_count: Nullable(Type.Integer()),
  leaves_count: Nullable(Type.Integer()),
  lengthens_count: Nullable(Type.Integer()),
  shortens_count: Nullable(Type.Integer()),
  duties_change_count: Nullable(Type.Integer()),
  unchanged_count: Nullable(Type.Integer()),
  before: Type.Record(Type.String(), Type.String()),
  after: Type.Record(Type.String(), Type.String()),
})
export type PackShown = Static<typeof PackShown>
