/** The calendar: days on which desks were closed or nothing could be recorded, and the dates that moved because of it. */
import { type Static, Type } from 'typebox'
import { CLOSED_DESK_CAUSES, OUTAGE_CAUSES } from '../domain/calendar/closing.ts'
import { duty_names } from '../domain/duty/facts.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

export const DUTY_STATES = ['met', 'met_late', 'unmet', 'paused', 'overdue', 'due', 'not_due'] as const
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: "Pakistan time, 'HH:MM'" })

/** Whose desks: a station, all stations of a district, or (both left out) the whole country. */
const Where = {
  station_id: Type.Optional(Nullable(Type.String({ maxLength: 64 }))),
  district_id: Type.Optional(Nullable(Type.String({ maxLength: 64 }))),
}
export type Where = { station_id?: string | null; district_id?: string | null }

export const ClosedDeskAsked = Shape({
  ...Where,
  from_on: Day,
  /** First day open again. */
  to_on: Day,
  cause: Code(CLOSED_DESK_CAUSES),
  /** Number of the notification; never about a person. */
  reference: Type.Optional(Nullable(Text(60))),
})
export type ClosedDeskAsked = Static<typeof ClosedDeskAsked>

/** How many people's dates move, as the officer was told; when it is another by now, nothing is recorded. */
const Seen = { moved_count: Type.Integer({ minimum: 0 }) }
export const ClosedDeskGiven = Shape({ ...ClosedDeskAsked.properties, ...Seen })

export const OutageAsked = Shape({
  ...Where,
  from_on: Day,
  from_time: Time,
  /** Both left out while it lasts. */
  to_on: Type.Optional(Nullable(Day)),
  to_time: Type.Optional(Nullable(Time)),
  cause: Code(OUTAGE_CAUSES),
})
export type OutageAsked = Static<typeof OutageAsked>
export const OutageGiven = Shape({ ...OutageAsked.properties, ...Seen })

/** Today, since a day that has passed stays as it was shown. */
export const OutageEnd = Shape({ to_time: Time })

export const ActId = Shape({ act_id: Id })
export const Counted = Shape({
  moved_count: Type.Integer(),
  /** The form with what was asked, to confirm it. */
  form_href: Type.String(),
})
export const Recorded = Shape({
  act_id: Id,
  moved_count: Type.Integer(),
  /** A day on which the calendar shows it. */
  from_on: Day,
})
export type Recorded = Static<typeof Recorded>
export const Ended = Shape({ act_id: Id, to_at: Instant })

export const StrikeOutAsked = Shape({ reason: Text(300) })
/** All that the second officer decides on. */
export const StrikeOutShown = Shape({
  act_id: Id,
  place_en: Type.String(),
  place_ur: Type.String(),
  cause: Code(CLOSED_DESK_CAUSES),
  reference: Nullable(Type.String()),
  reason: Type.String(),
  before: Shape({ from_on: Day, to_on: Day }),
  /** What stays closed, since people may have been told; null: nothing. */
  after: Nullable(Shape({ from_on: Day, to_on: Day })),
})
export type StrikeOutShown = Static<typeof StrikeOutShown>
export const StrikeOutProposed = Shape({ approval_id: Id })

/** One act of closing desks, as the calendar shows it. */
export const ClosingShown = Shape({
  act_id: Id,
  kind: Code(['closed_desk', 'outage']),
  /** Null: the whole country. */
  place: Nullable(Pair),
  /** Stations it holds for; null: all. */
  station_count: Nullable(Type.Integer()),
  from_on: Day,
  /** First day no longer; null while it lasts. */
  to_on: Nullable(Day),
  from_at: Nullable(Instant),
  to_at: Nullable(Instant),
  cause: Type.String(),
  reference: Nullable(Type.String()),
  recorded_at: Instant,
  /** Null: the register noticed its own down-time. */
  recorded_by: Nullable(Pair),
  may_strike_out: Type.Boolean(),
  may_end: Type.Boolean(),
})
export type ClosingShown = Static<typeof ClosingShown>

/** A duty of a person in the calendar, and how its date came there. */
export const DueShown = Shape({
  person_id: Id,
  record_number: Type.String(),
  duty: Code(duty_names),
  due_on: Day,
  due_at: Nullable(Instant),
  state: Code(DUTY_STATES),
  /** The day it would have been, and the code of what closed it; null where nothing moved it. */
  moved: Nullable(Shape({ from_on: Day, because: Type.String() })),
})
export type DueShown = Static<typeof DueShown>

export const CalendarDay = Shape({
  on: Day,
  /** Why the desk is closed: of the pack for all, of the station for one. */
  closure: Nullable(Code(['closed_weekday', 'holiday', 'closed_desk', 'outage'])),
  /** Today, while an outage has not ended: nobody knows of the days to come. */
  is_down_still: Type.Boolean(),
  due_count: Type.Integer(),
  due: Type.Array(DueShown),
  /** Dates that were to fall on this day and moved away. */
  moved_away: Type.Array(DueShown),
})
export type CalendarDay = Static<typeof CalendarDay>

export const CALENDAR_VIEWS = ['week', 'month'] as const
export const CalendarQuery = Shape({
  view: Type.Optional(Code(CALENDAR_VIEWS)),
  on: Type.Optional(Day),
  district_id: Type.Optional(Type.String({ maxLength: 64 })),
  station_id: Type.Optional(Type.String({ maxLength: 64 })),
})

export const PlaceChoices = Shape({
  /** Null: the whole country, or all of the district. */
  district_id: Nullable(Type.String()),
  station_id: Nullable(Type.String()),
  districts: Type.Array(Shape({ id: Type.String(), name: Pair })),
  stations: Type.Array(Shape({ id: Type.String(), name: Pair })),
})
export type PlaceChoices = Static<typeof PlaceChoices>

export const CalendarReply = Shape({
  today: Day,
  view: Code(CALENDAR_VIEWS),
  /** The day by which the span was asked for. */
  on: Day,
  previous_on: Day,
  next_on: Day,
  /** Null: the whole country. */
  place: Nullable(Pair),
  choices: PlaceChoices,
  days: Type.Array(CalendarDay),
  closings: Type.Array(ClosingShown),
  /** True where more people have something due than the list shows. */
  is_cut: Type.Boolean(),
  may_record: Type.Boolean(),
  /** Whether this week may be printed as the list of its station. */
  may_print: Type.Boolean(),
})
export type CalendarReply = Static<typeof CalendarReply>

/** The form of a closed desk or an outage: what was asked, and how many people's dates it moves. */
export const ClosingForm = Shape({
  today: Day,
  choices: PlaceChoices,
  /** A station closes its own desk only. */
  is_own_only: Type.Boolean(),
  asked: Nullable(
    Shape({
      from_on: Day,
      from_time: Nullable(Type.String()),
      to_on: Nullable(Day),
      to_time: Nullable(Type.String()),
      cause: Type.String(),
      reference: Nullable(Type.String()),
    }),
  ),
  moved_count: Nullable(Type.Integer()),
})
export type ClosingForm = Static<typeof ClosingForm>

export const ClosingQuery = Shape({
  district_id: Type.Optional(Type.String({ maxLength: 64 })),
  station_id: Type.Optional(Type.String({ maxLength: 64 })),
  from_on: Type.Optional(Day),
  from_time: Type.Optional(Time),
  to_on: Type.Optional(Day),
  to_time: Type.Optional(Time),
  cause: Type.Optional(Type.String({ maxLength: 20 })),
  reference: Type.Optional(Type.String({ maxLength: 60 })),
})
export type ClosingQuery = Static<typeof ClosingQuery>

export const ClosingPage = Shape({
  closing: ClosingShown,
  today: Day,
  /** What would be left when it is struck out; null: nothing; undefined where it cannot be. */
  left: Nullable(Shape({ from_on: Day, to_on: Day })),
})
export type ClosingPage = Static<typeof ClosingPage>
