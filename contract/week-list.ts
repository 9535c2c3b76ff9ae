/** The week list: what falls due at one station, day by day, on paper. It names nobody: who holds it reads numbers. */
import { type Static, Type } from 'typebox'
import { PAPER_STATES } from './papers.ts'
import { Code, Day, Nullable, Shape, Text } from './shape.ts'

const Both = Shape({ en: Text(600), ur: Text(600) })

export const WeekListAsked = Shape({
  /** A day of the week. */
  on: Day,
  /** Left out: the officer's own. */
  station_id: Type.Optional(Nullable(Type.String({ maxLength: 64 }))),
})

export const WeekListPaper = Shape({
  station: Both,
  week: Both,
  days: Type.Array(
    Shape({
      day: Both,
      /** Why the desk is closed; null: it is open. */
      closed: Nullable(Both),
      due: Type.Array(
        Shape({
          record_number: Text(40),
          duty: Both,
          /** Of a deadline in hours. */
          at: Nullable(Both),
          state: Shape({ code: Code(PAPER_STATES), words: Both }),
          /** From which day it moved here, and why. */
          moved: Nullable(Both),
        }),
      ),
    }),
    { minItems: 7, maxItems: 7 },
  ),
  /** More people have something due than the list holds. */
  is_cut: Type.Boolean(),
})
export type WeekListPaper = Static<typeof WeekListPaper>
