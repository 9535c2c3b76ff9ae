/** Danger to life: the least of one record, opened at once by an exact number, and judged by a second officer afterwards. */
import { type Static, Type } from 'typebox'
import { ROLES } from '../domain/access/actor.ts'
import { MOST_CHARACTERS } from '../domain/check/relevance-text.ts'
import { FINDINGS, FOLLOW_UPS } from '../domain/emergency/review.ts'
import { DANGERS, REFERENCE_KINDS } from '../domain/emergency/use.ts'
import { DISCLOSED_FIELDS } from '../law/checks.ts'
import { CutRecord } from './check-answers.ts'
import { NamePair } from './searches.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

const StationCode = Type.String({ pattern: '^[a-z0-9_]{3,60}$' })
const OUTCOMES = ['record', 'no_record'] as const

export const EmergencyId = Shape({ emergency_id: Id })

export const EmergencyForm = Shape({
  /** Stations whose papers are a ground: of his district, or his own; none for the Bureau, which has its own diary. */
  stations: Type.Array(Shape({ id: StationCode, name: Pair })),
  is_bureau: Type.Boolean(),
  today: Day,
  open_minutes: Type.Integer(),
  review_hours: Type.Integer(),
  fields: Type.Array(Code(DISCLOSED_FIELDS)),
})
export type EmergencyForm = Static<typeof EmergencyForm>

export const EmergencyAsked = Shape({
  /** CNIC, passport or record number, whole. */
  number: Text(40),
  danger: Code(DANGERS),
  /** Why, in a few words that name nobody else. */
  words: Text(MOST_CHARACTERS),
  /** None of the marked words tells who the survivor or her family is. */
  names_confirmed: Type.Boolean(),
  reference_kind: Code(REFERENCE_KINDS),
  reference_station_id: Type.Optional(Nullable(StationCode)),
  reference_number: Type.Integer({ minimum: 1, maximum: 99_999 }),
  reference_on: Day,
})
export type EmergencyAsked = Static<typeof EmergencyAsked>
export const EmergencyOpened = Shape({ emergency_id: Id })

/** The same shape whether there is a record or not. */
export const EmergencyRead = Shape({
  emergency_id: Id,
  outcome: Code(OUTCOMES),
  record: Nullable(CutRecord),
  district: Nullable(Pair),
  print_number: Type.String(),
  used_at: Instant,
  until_at: Instant,
  used_by: Pair,
  badge: Type.String(),
  review_due_at: Instant,
})
export type EmergencyRead = Static<typeof EmergencyRead>

const ReviewClock = Nullable(
  Shape({
    due_at: Instant,
    hours_left: Type.Integer(),
    is_late: Type.Boolean(),
    is_near: Type.Boolean(),
  }),
)

export const EmergencyRow = Shape({
  emergency_id: Id,
  used_at: Instant,
  until_at: Instant,
  used_by: Pair,
  role: Code(ROLES),
  unit: Pair,
  danger: Code(DANGERS),
  outcome: Code(OUTCOMES),
  /** Runs until it is reviewed. */
  clock: ReviewClock,
  finding: Nullable(Code(FINDINGS)),
  may: Shape({ read: Type.Boolean(), see: Type.Boolean(), review: Type.Boolean() }),
})
export type EmergencyRow = Static<typeof EmergencyRow>

/** A use that was not justified, as an administrator sees it: the officer and the reasons, never about whom. */
export const EmergencyFinding = Shape({
  emergency_id: Id,
  officer_id: Id,
  used_by: Pair,
  badge: Type.String(),
  reviewed_at: Instant,
  reviewed_by: Pair,
  reasons: Nullable(Type.String()),
  did: Nullable(Code(FOLLOW_UPS)),
  done_at: Nullable(Instant),
})
export type EmergencyFinding = Static<typeof EmergencyFinding>

export const EmergencyList = Shape({
  /** Not reviewed first, the oldest first; then the others, newest first. At most 50. */
  emergencies: Type.Array(EmergencyRow),
  /** For administrators; those without a follow-up first. At most 50. */
  findings: Type.Array(EmergencyFinding),
  may: Shape({ open: Type.Boolean(), follow_up: Type.Boolean() }),
})
export type EmergencyList = Static<typeof EmergencyList>

/** A use as its second officer reviews it. */
export const EmergencyShown = Shape({
  ...EmergencyRow.properties,
  badge: Type.String(),
  print_number: Type.String(),
  words: Nullable(Type.String()),
  reference: Shape({
    kind: Code(REFERENCE_KINDS),
    station: Nullable(Pair),
    number: Type.Integer(),
    on: Day,
  }),
  fields: Type.Array(Code(DISCLOSED_FIELDS)),
  /** About whom it was, until it is reviewed: a name and a number; null where there was no record. */
  about: Nullable(Shape({ record_number: Type.String(), name: NamePair, father: NamePair })),
  review: Nullable(
    Shape({
      finding: Code(FINDINGS),
      reasons: Nullable(Type.String()),
      reviewed_by: Pair,
      reviewed_at: Instant,
    }),
  ),
})
export type EmergencyShown = Static<typeof EmergencyShown>

export const EmergencyReviewing = Shape({
  finding: Code(FINDINGS),
  reasons: Text(500),
  names_confirmed: Type.Boolean(),
})
export type EmergencyReviewing = Static<typeof EmergencyReviewing>
export const EmergencyReviewed = Shape({ emergency_id: Id, finding: Code(FINDINGS) })

export const EmergencyFollowing = Shape({ did: Code(FOLLOW_UPS) })
export const EmergencyFollowed = Shape({ emergency_id: Id, did: Code(FOLLOW_UPS) })
