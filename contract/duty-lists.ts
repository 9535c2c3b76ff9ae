/** Lists of duties over people: what is overdue, what falls due, whom nobody told, who is about to be released. */
import { type Static, Type } from 'typebox'
import { exception_names } from '../domain/duty/exceptions.ts'
import { duty_names } from '../domain/duty/facts.ts'
import { DUTY_STATES, PlaceChoices } from './calendar.ts'
import { Code, Day, Id, Nullable, Pair, Shape } from './shape.ts'

/** `due`: today and the two weeks to come. `releases`: of the next 30 days. */
export const DUTY_LISTS = [
  ...(['overdue', 'due', 'not_served', 'custody_unknown', 'releases', 'calculators_differ'] as const),
] as const
export type DutyList = (typeof DUTY_LISTS)[number]

/** In what the two calculators may differ about a person. */
export const DIFFERING_PARTS = ['registration', 'period', 'standing', 'tests', 'duties'] as const
export type DifferingPart = (typeof DIFFERING_PARTS)[number]

/** The one act of a row. */
export const DUTY_ACTS = ['record_notice', 'serve', 'open'] as const

export const DutyRow = Shape({
  person_id: Id,
  record_number: Type.String(),
  /** Only for the officer's own station, whose task the row is; null for all others, who give a purpose first. */
  name: Nullable(Shape({ latin: Nullable(Type.String()), ur: Nullable(Type.String()) })),
  station: Pair,
  /** Null for an exception or a release, which is no single duty. */
  duty: Nullable(Code(duty_names)),
  state: Nullable(Code(DUTY_STATES)),
  exceptions: Type.Array(Code(exception_names)),
  /** Empty where the two calculators agree. */
  differs: Type.Array(Code(DIFFERING_PARTS)),
  /** Due date, the day of release, or the day on which a difference was found; null where it is not known. */
  on: Nullable(Day),
  /** Negative when it is past. */
  days_left: Nullable(Type.Integer()),
  act: Code(DUTY_ACTS),
})
export type DutyRow = Static<typeof DutyRow>

export const DutyListQuery = Shape({
  list: Type.Optional(Code(DUTY_LISTS)),
  district_id: Type.Optional(Type.String({ maxLength: 64 })),
  station_id: Type.Optional(Type.String({ maxLength: 64 })),
  /** Key of the last row of the page before: a day and an opaque id. */
  after: Type.Optional(
    Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2})?_[0-9a-f-]{36}(_[a-z_]+_[0-9a-f.-]+)?$' }),
  ),
})

export const DutyListReply = Shape({
  today: Day,
  list: Code(DUTY_LISTS),
  place: Nullable(Pair),
  choices: PlaceChoices,
  counts: Type.Array(Shape({ list: Code(DUTY_LISTS), count: Type.Integer() })),
  rows: Type.Array(DutyRow, { maxItems: 50 }),
  /** Key of the next page; null on the last. */
  next: Nullable(Type.String()),
  is_first: Type.Boolean(),
})
export type DutyListReply = Static<typeof DutyListReply>
