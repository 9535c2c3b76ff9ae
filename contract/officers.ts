// Officers, their postings, and the changes that one administrator proposes and another confirms.
import { type Static, Type } from 'typebox'
import { ROLES } from '../domain/access/actor.ts'
import { CHANGES } from '../domain/officers/changes.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

const UnitId = Type.String({ pattern: '^[a-z0-9_]{2,80}$' })

const PostingFields = {
  unit_id: UnitId,
  role: Code(ROLES),
  from_on: Day,
  to_on: Type.Optional(Nullable(Day)),
}

export const NewOfficer = Shape({
  badge: Type.String({ pattern: '^[A-Za-z0-9/-]{2,30}$', description: 'service number' }),
  name_en: Text(120),
  name_ur: Text(120),
  vetted_until: Day,
  trained_until: Day,
  ...PostingFields,
  reason: Text(500),
})
export type NewOfficer = Static<typeof NewOfficer>

/** A change about an officer; which fields it must have depends on the change (domain/officers/changes.ts). */
export const OfficerChange = Shape({
  posting_id: Type.Optional(Id),
  unit_id: Type.Optional(UnitId),
  role: Type.Optional(Code(ROLES)),
  from_on: Type.Optional(Day),
  to_on: Type.Optional(Nullable(Day)),
  vetted_until: Type.Optional(Day),
  trained_until: Type.Optional(Day),
  reason: Text(500),
})
export type OfficerChange = Static<typeof OfficerChange>

/** What a change touches; only the members that it does touch are there. */
const State = Shape({
  role: Type.Optional(Code(ROLES)),
  unit_id: Type.Optional(Type.String()),
  unit_en: Type.Optional(Type.String()),
  unit_ur: Type.Optional(Type.String()),
  from_on: Type.Optional(Day),
  to_on: Type.Optional(Nullable(Day)),
  vetted_until: Type.Optional(Nullable(Day)),
  trained_until: Type.Optional(Nullable(Day)),
  is_suspended: Type.Optional(Type.Boolean()),
  has_passkey: Type.Optional(Type.Boolean()),
})
export type OfficerState = Static<typeof State>

/** What the second administrator is shown and decides on. */
export const OfficerShown = Shape({
  change: Code(['add', ...CHANGES]),
  officer_id: Id,
  posting_id: Nullable(Id),
  badge: Type.String(),
  name_en: Type.String(),
  name_ur: Type.String(),
  before: Nullable(State),
  after: State,
  reason: Type.String(),
})
export type OfficerShown = Static<typeof OfficerShown>

const OfficerFields = {
  officer_id: Id,
  badge: Type.String(),
  name_en: Type.String(),
  name_ur: Type.String(),
  vetted_until: Nullable(Day),
  trained_until: Nullable(Day),
  suspended_at: Nullable(Instant),
  has_passkey: Type.Boolean(),
}

export const Posting = Shape({
  posting_id: Id,
  role: Code(ROLES),
  unit: Pair,
  from_on: Day,
  to_on: Nullable(Day),
})
export type Posting = Static<typeof Posting>

export const OfficerList = Shape({
  role: Nullable(Code(ROLES)),
  officers: Type.Array(Shape({ ...OfficerFields, postings: Type.Array(Posting) })),
  next: Nullable(Id),
})
export type OfficerList = Static<typeof OfficerList>

export const Officer = Shape({ ...OfficerFields, postings: Type.Array(Posting), is_self: Type.Boolean() })
export type Officer = Static<typeof Officer>

const Choice = Shape({ id: Type.String(), name: Pair })
/** Offices to choose from: the national ones, and those of the chosen district. */
export const PostingChoices = Shape({
  district_id: Nullable(Type.String()),
  districts: Type.Array(Choice),
  units: Type.Array(Choice),
})
export type PostingChoices = Static<typeof PostingChoices>

export const OfficerChangeForm = Shape({ change: Code(CHANGES), officer: Officer, choices: PostingChoices })
export type OfficerChangeForm = Static<typeof OfficerChangeForm>

export const Proposed = Shape({ approval_id: Id })

/** Shown once, to the administrator who confirmed. */
export const EnrolmentLink = Shape({ link: Type.String(), hours: Type.Integer() })
export type EnrolmentLink = Static<typeof EnrolmentLink>
