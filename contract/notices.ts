/** Notices: what a person told the station, its effect on his duties before it is saved, and how one is struck out. */
import { type Static, Type } from 'typebox'
import { duty_names } from '../domain/duty/facts.ts'
import { DOCUMENTS_SEEN, RECEIVED_HOW } from '../domain/notice/words.ts'
import { LawStep } from './entries.ts'
import { PersonHead } from './people.ts'
import { PrintListed } from './prints.ts'
import { Time } from './servings.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

export const NoticeId = Shape({ notice_id: Id })
export const PreviewId = Shape({ person_id: Id, preview_id: Id })
export const TripOf = Shape({ person_id: Id, trip_id: Id })

const Perhaps = <T extends Parameters<typeof Nullable>[0]>(schema: T) => Type.Optional(Nullable(schema))

/** One page: the boxes of a kind are filled for that kind alone. */
const NoticeFields = {
  duty: Code(duty_names),
  received_on: Day,
  received_time: Time,
  received_how: Code(RECEIVED_HOW),
  document_seen: Code(DOCUMENTS_SEEN),
  /** A change or trip already recorded, of which this notice tells. */
  about_id: Perhaps(Id),
  address_text: Perhaps(Text(300)),
  address_district_id: Perhaps(Text(60)),
  address_from_on: Perhaps(Day),
  name_latin: Perhaps(Text(120)),
  name_ur: Perhaps(Text(120)),
  name_changed_on: Perhaps(Day),
  country: Perhaps(Text(2)),
  destination: Perhaps(Text(200)),
  departs_on: Perhaps(Day),
  departs_time: Perhaps(Time),
  returns_on: Perhaps(Day),
  returns_time: Perhaps(Time),
  /** Needed where it is typed in later than the day it was received. */
  back_dated_reason: Perhaps(Text(500)),
}
export const NoticeAsked = Shape({
  ...NoticeFields,
  /** Hash of the effect that was shown; where the effect is another by now, nothing is saved. */
  preview_hash: Perhaps(Type.String({ pattern: '^[0-9a-f]{64}$' })),
})
export type NoticeAsked = Static<typeof NoticeAsked>

const DutySide = Shape({
  due_on: Nullable(Day),
  due_at: Nullable(Type.String()),
  state: Code(['met', 'met_late', 'unmet', 'paused', 'overdue', 'due', 'not_due']),
})
export const DutyEffect = Shape({
  duty: Code(duty_names),
  /** Of a change or trip that is not recorded yet: null. */
  key: Nullable(Type.String()),
  effect: Code(['met', 'met_late', 'paused', 'moved', 'added', 'gone', 'other']),
  before: Nullable(DutySide),
  after: Nullable(DutySide),
  law: Type.String(),
  status: Code(['statute', 'rule', 'policy', 'assumed']),
  steps: Type.Array(LawStep),
})
export type DutyEffect = Static<typeof DutyEffect>

const STANDINGS = [
  ...(['ended', 'review', 'void', 'not_registrable', 'in_custody', 'abroad'] as const),
  ...(['whereabouts_unknown', 'late', 'compliant'] as const),
] as const

/** What becomes of the duties today, were this saved. */
export const NoticePreview = Shape({
  duties: Type.Array(DutyEffect),
  standing: Shape({ before: Code(STANDINGS), after: Code(STANDINGS) }),
  /** The day of the change or departure, where it is still to come: its duty is counted from that day. */
  counted_from: Nullable(Day),
  /** Nothing is owed for it: the duty was not served before that day, or no date is owed. */
  is_owed: Type.Boolean(),
  preview_hash: Type.String(),
})
export type NoticePreview = Static<typeof NoticePreview>
export const NoticePreviewed = Shape({ person_id: Id, preview_id: Id, ...NoticePreview.properties })

/** A change or trip that nobody has told of yet. */
const Untold = Shape({
  about_id: Id,
  duty: Code(duty_names),
  /** Day of the change or departure. */
  happens_on: Day,
})

export const NoticeForm = Shape({
  person: PersonHead,
  received_on: Day,
  received_time: Type.String(),
  untold: Type.Array(Untold),
  districts: Type.Array(Shape({ district_id: Type.String(), ...Pair.properties })),
})
export type NoticeForm = Static<typeof NoticeForm>

export const NoticePreviewPage = Shape({
  ...NoticeForm.properties,
  values: Shape(NoticeFields),
  preview: NoticePreview,
})
export type NoticePreviewPage = Static<typeof NoticePreviewPage>

export const NoticeRecorded = Shape({ notice_id: Id, person_id: Id, about_id: Nullable(Id) })

/** What was told, as kept. */
const Told = Shape({
  kind: Code(['attendance', 'known', 'address', 'name', 'trip']),
  text: Perhaps(Type.String()),
  district: Perhaps(Pair),
  latin: Perhaps(Type.String()),
  ur: Perhaps(Type.String()),
  changed_on: Perhaps(Day),
  trip: Perhaps(Code(['abroad', 'inside'])),
  country: Perhaps(Type.String()),
  destination: Perhaps(Type.String()),
  departs_at: Perhaps(Instant),
  returns_at: Perhaps(Instant),
})

export const NoticeShown = Shape({
  person: PersonHead,
  notice_id: Id,
  /** N-<year>-<serial>, as on the receipt. */
  notice_number: Type.String(),
  duty: Code(duty_names),
  received_at: Instant,
  received_how: Code(RECEIVED_HOW),
  document_seen: Code(DOCUMENTS_SEEN),
  station: Nullable(Pair),
  told: Told,
  about_id: Nullable(Id),
  back_dated_reason: Nullable(Type.String()),
  recorded_at: Instant,
  recorded_by: Pair,
  /** What it met today. */
  met: Type.Array(
    Shape({
      duty: Code(duty_names),
      due_on: Nullable(Day),
      due_at: Nullable(Type.String()),
      state: Code(['met', 'met_late']),
    }),
  ),
  /** The new address lies in another district than the station that supervises: another should take over. */
  offers_transfer: Type.Boolean(),
  strike: Nullable(
    Shape({ reason: Type.String(), struck_at: Instant, struck_by: Pair, is_by_two: Type.Boolean() }),
  ),
  /** null: may not; alone: its author, today; by_two: a second officer of the Bureau decides. */
  may_strike: Nullable(Code(['alone', 'by_two'])),
  may_record: Type.Boolean(),
  /** Its receipts, newest first. */
  prints: Type.Array(PrintListed),
})
export type NoticeShown = Static<typeof NoticeShown>

export const StrikeAsked = Shape({ reason: Text(500) })
export const StrikeMade = Shape({
  notice_id: Id,
  person_id: Id,
  is_struck: Type.Boolean(),
  approval_id: Nullable(Id),
})

/** All that the second officer decides on. */
export const StrikeShown = Shape({
  notice_id: Id,
  person_id: Id,
  record_number: Type.String(),
  duty: Code(duty_names),
  received_at: Instant,
  recorded_at: Instant,
  reason: Type.String(),
})
export type StrikeShown = Static<typeof StrikeShown>

/** A journey as recorded, and what may be said of it now. */
export const TripForm = Shape({
  person: PersonHead,
  trip_id: Id,
  kind: Code(['abroad', 'inside']),
  country: Nullable(Type.String()),
  destination: Nullable(Type.String()),
  departs_at: Instant,
  returns_at: Nullable(Instant),
  cancelled_at: Nullable(Instant),
  may_cancel: Type.Boolean(),
  may_return: Type.Boolean(),
  today: Day,
  time: Type.String(),
})
export type TripForm = Static<typeof TripForm>

/** He will not go, or he came back. */
export const TripChange = Shape({
  change: Code(['cancelled', 'returned']),
  on: Day,
  time: Time,
  back_dated_reason: Perhaps(Text(500)),
})
export type TripChange = Static<typeof TripChange>
export const TripChanged = Shape({ trip_id: Id, person_id: Id })
