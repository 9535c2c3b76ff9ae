/** What followed for people from a change of the rules: the batch, and the tasks it gave the Bureau. */
import { type Static, Type } from 'typebox'
import { Code, Day, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const LAW_CHANGE_STATES = ['waiting', 'applying', 'applied', 'undoing', 'undone'] as const
export const LAW_CHANGE_EFFECTS = ['exit', 'entry', 'review'] as const

export const LawChangeOf = Shape({ law_change_id: Id })
export const LawChangeQuery = Shape({
  effect: Type.Optional(Code(LAW_CHANGE_EFFECTS)),
  after: Type.Optional(Id),
})
export const LawChangeTask = Shape({ law_change_id: Id, subject_id: Id })

/** Who was taken up: the record, or the entry that was closed and stands open again. */
export const LawChangeTaken = Shape({ ...LawChangeTask.properties, subject_kind: Code(['person', 'draft']) })

export const LawChange = Shape({
  law_change_id: Id,
  pack_id: Id,
  pack_title: Pair,
  simulation_id: Id,
  from_on: Day,
  state: Code(LAW_CHANGE_STATES),
  seen_count: Type.Integer(),
  exit_count: Type.Integer(),
  open_task_count: Type.Integer(),
  effect: Nullable(Code(LAW_CHANGE_EFFECTS)),
  rows: Type.Array(
    Shape({
      subject_id: Id,
      subject_kind: Code(['person', 'draft']),
      record_number: Nullable(Type.String()),
      effect: Code(LAW_CHANGE_EFFECTS),
      exit_id: Nullable(Id),
      taken_up_at: Nullable(Instant),
      undone_at: Nullable(Instant),
    }),
  ),
  next: Nullable(Id),
  is_first: Type.Boolean(),
  may_take_up: Type.Boolean(),
})
export type LawChange = Static<typeof LawChange>
