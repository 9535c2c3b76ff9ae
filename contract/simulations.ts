/** Simulations of a draft pack: what it would change, counted by district and class, and for each person. */
import { type Static, Type } from 'typebox'
import { duty_names } from '../domain/duty/facts.ts'
import { CHANGE_CLASSES } from '../domain/simulation/compare.ts'
import { DutyShown, LawNamed } from './duties.ts'
import { PackNamed } from './packs.ts'
import { Registration } from './people.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const SIMULATION_STATES = ['running', 'stopped', 'done'] as const
export const STALENESS = ['draft_changed', 'packs_changed', 'too_old'] as const
/** Classes that have rows; whoever is unchanged has none. */
export const LISTED_CLASSES = ['enters', 'leaves', 'lengthens', 'shortens', 'duties_change'] as const

export const SimulationBegun = Shape({ from_on: Day })
export const SimulationOf = Shape({ simulation_id: Id })
/** A file that was taken, and where that is written down. */
export const SimulationFile = Shape({ simulation_id: Id, export_id: Id })
export const SimulationMoved = Shape({ simulation_id: Id, state: Code(SIMULATION_STATES) })

const Counts = Shape({
  enters: Type.Integer(),
  leaves: Type.Integer(),
  lengthens: Type.Integer(),
  shortens: Type.Integer(),
  duties_change: Type.Integer(),
  unchanged: Type.Integer(),
})

export const SimulationHead = {
  simulation_id: Id,
  pack_id: Id,
  pack_title: Pair,
  from_on: Day,
  state: Code(SIMULATION_STATES),
  asked_by: Pair,
  asked_at: Instant,
  ended_at: Nullable(Instant),
  /** Null while it may be decided on, or is not done. */
  stale: Nullable(Code(STALENESS)),
  of_count: Type.Integer(),
  done_count: Type.Integer(),
}

export const SimulationList = Shape({
  pack_id: Id,
  pack_title: Pair,
  simulations: Type.Array(Shape({ ...SimulationHead, counts: Counts })),
  may_simulate: Type.Boolean(),
})
export type SimulationList = Static<typeof SimulationList>

export const SimulationQuery = Shape({
  class: Type.Optional(Code(LISTED_CLASSES)),
  district_id: Type.Optional(Type.String({ maxLength: 60 })),
  after: Type.Optional(Id),
})

const Side = Shape({
  status: Type.String(),
  standing: Nullable(Type.String()),
  ends_on: Nullable(Day),
})

export const SimulationRow = Shape({
  subject_id: Id,
  subject_kind: Code(['person', 'draft']),
  /** Null for an entry that was closed: it never had a number. */
  record_number: Nullable(Type.String()),
  district: Pair,
  class: Code(LISTED_CLASSES),
  before: Side,
  after: Side,
  /** Days the end moves; null where it is open on a side, or there is none. */
  ends_moved_days: Nullable(Type.Integer()),
  duty_count: Type.Integer(),
})
export type SimulationRow = Static<typeof SimulationRow>

export const Simulation = Shape({
  ...SimulationHead,
  result_hash: Nullable(Type.String()),
  counts: Counts,
  changes: Type.Array(Shape({ name: Type.String(), before: Nullable(Type.String()), after: Type.String() })),
  /** What is not among the counts, and cannot be. */
  left_out: Shape({
    under_way_count: Type.Integer(),
    discarded_count: Type.Integer(),
    refused_count: Type.Integer(),
    open_end_count: Type.Integer(),
  }),
  /** Rules already approved for a day after this one: from then on they govern, and these counts are of the first day. */
  later_packs: Type.Array(PackNamed),
  class: Nullable(Code(LISTED_CLASSES)),
  district_id: Nullable(Type.String()),
  district: Nullable(Pair),
  rows: Type.Array(SimulationRow),
  next: Nullable(Id),
  is_first: Type.Boolean(),
  may_simulate: Type.Boolean(),
})
export type Simulation = Static<typeof Simulation>

export const SimulationDistricts = Shape({
  simulation_id: Id,
  pack_title: Pair,
  from_on: Day,
  districts: Type.Array(Shape({ district_id: Type.String(), district: Pair, counts: Counts })),
})
export type SimulationDistricts = Static<typeof SimulationDistricts>

export const SimulatedOf = Shape({ simulation_id: Id, person_id: Id })

const Computed = Shape({ standing: Type.String(), registration: Registration })

/** One person by the packs in force and by the draft, as computed now. */
export const Simulated = Shape({
  simulation_id: Id,
  person_id: Id,
  record_number: Type.String(),
  district: Pair,
  from_on: Day,
  class: Code(CHANGE_CLASSES),
  /** Facts were recorded since: it comes out otherwise than it was counted. */
  was_class: Code(LISTED_CLASSES),
  /** Values that alone change something for this person; empty where only several together do. */
  causes: Type.Array(Type.String()),
  convictions: Type.Array(
    Shape({
      offence: Type.String(),
      convicted_on: Day,
      before: Nullable(Type.String()),
      after: Nullable(Type.String()),
    }),
  ),
  before: Computed,
  after: Computed,
  /** Those that differ. */
  duties: Type.Array(
    Shape({
      duty: Code(duty_names),
      key: Type.String(),
      before: Nullable(DutyShown),
      after: Nullable(DutyShown),
    }),
  ),
  laws: Type.Array(LawNamed),
})
export type Simulated = Static<typeof Simulated>
