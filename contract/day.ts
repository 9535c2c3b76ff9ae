/** My day: the work that waits for this officer, section by section, each row leading to its one act. */
import { type Static, Type } from 'typebox'
import { Code, Day, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const SECTIONS = [
  'emergencies',
  'emergencies_unjustified',
  'returned',
  'collecting',
  'under_way',
  'imports',
  'stalled',
  'expectations',
  'legal',
  'entries',
  'approvals',
  'overdue',
  'undecided',
  'due_today',
  'this_week',
  'not_served',
  'custody_unknown',
  'calculators_differ',
  'releases',
  'transfers',
  'closures',
  'new_people',
  'exits',
  'law_tasks',
  'checks_answered',
  'matches',
  'linked',
  'civil_events',
  'checks_own',
  'checks_refused',
  'checks_screen',
  'checks_answer',
  'checks_release',
  'checks_late',
  'slips',
  'recalls',
  'figures',
  'recalls_late',
  'refusals',
] as const
export type SectionKey = (typeof SECTIONS)[number]

export const DayRow = Shape({
  id: Id,
  href: Type.String(),
  /** A person's or file's name is shown only where the row is the officer's own task. */
  name: Nullable(Shape({ latin: Nullable(Type.String()), ur: Nullable(Type.String()) })),
  /** What else tells the row: a district, an officer who asked. */
  note: Nullable(Pair),
  /** A code with its text under `day.flag.<code>`. */
  flags: Type.Array(Type.String()),
  since_at: Nullable(Instant),
  /** The day of a release, where the row is about one. */
  on: Nullable(Day),
  /** The row's one act, with its text under `day.act.<key>`; null where opening it is the act. */
  act: Nullable(Shape({ href: Type.String(), key: Type.String() })),
  clock: Nullable(Shape({ due_on: Day, days_left: Type.Integer() })),
})
export type DayRow = Static<typeof DayRow>

export const DayReply = Shape({
  today: Day,
  /** Whom the rows name: each is a look at a person, and recorded. */
  named_ids: Type.Array(Id),
  /** How far the night work has come while it runs; the Bureau's. */
  night: Nullable(Shape({ done_count: Type.Integer(), of_count: Type.Integer(), begun_at: Instant })),
  sections: Type.Array(
    Shape({
      key: Code(SECTIONS),
      count: Type.Integer(),
      /** Where all of them are listed; null where no list exists, only looking up. */
      href: Nullable(Type.String()),
      rows: Type.Array(DayRow, { maxItems: 10 }),
    }),
  ),
})
export type DayReply = Static<typeof DayReply>
