/** A person of the register: who he is, why he is on it, what happened, and who has looked. */
import { type Static, Type } from 'typebox'
import { LOOK_PURPOSES, PURPOSES, ROLES } from '../domain/access/actor.ts'
import { duty_names } from '../domain/duty/facts.ts'
import type { Standing } from '../domain/duty/state.ts'
import { spoken_languages } from '../domain/serving/language.ts'
import { Disclosure } from './disclosures.ts'
import { DISPOSALS, DOCUMENT_KINDS, NAME_KINDS, SCRIPTS, SEXES, VICTIMS } from './draft-body.ts'
import { JudgmentTests, LawStep } from './entries.ts'
import { CIVIL_EVENT_KINDS } from './identities.ts'
import { PackNamed } from './packs.ts'
import { NamePair } from './searches.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

export const PersonId = Shape({ person_id: Id })
export const ShowingId = Shape({ person_id: Id, showing_id: Id })

export const STANDINGS = [
  ...['ended', 'review', 'void', 'not_registrable'],
  ...['in_custody', 'abroad', 'whereabouts_unknown', 'late', 'compliant'],
] as const

/** Why he stands as he does: the standing, since when, how many duties are overdue. */
export const StandingReason = Shape({
  code: Type.Unsafe<Standing>(Type.String({ enum: [...STANDINGS] })),
  since_on: Nullable(Day),
  days: Nullable(Type.Integer()),
  overdue_count: Type.Integer(),
})

/** The bar at the head of every page of a person, with what this officer may do from there. */
/** A record of the same person, as its owners are told of each other. */
export const LinkedRecord = Shape({
  record_number: Type.String(),
  district: Pair,
  station: Pair,
  /** Since when it is of this person; null: the oldest of his records. */
  since_at: Nullable(Instant),
})
export type LinkedRecord = Static<typeof LinkedRecord>

export const PersonHead = Shape({
  person_id: Id,
  record_number: Type.String(),
  name: NamePair,
  father: NamePair,
  /** Last three digits of the CNIC; null: none is known. */
  cnic_tail: Nullable(Type.String()),
  sex: Nullable(Code(SEXES)),
  born_on: Nullable(Day),
  born_year: Nullable(Type.Integer()),
  district: Pair,
  station: Pair,
  entered_at: Instant,
  /** Of the registration. */
  status: Code(['active', 'ended', 'review', 'void', 'not_registrable']),
  /** As the duty engine computes it today. */
  standing: StandingReason,
  is_in_hospital: Type.Boolean(),
  /** What somebody must look at before a date is relied on. */
  exceptions: Type.Array(Code(['custody_unknown', 'not_served'])),
  /** A court undid the conviction: only the Bureau and its legal officers see the record. */
  is_closed: Type.Boolean(),
  /** The exit that waits for its certificate or was handed over; null: none. */
  exit_id: Nullable(Id),
  /** First day no longer on the register; null while that is open. */
  ends_on: Nullable(Day),
  /** First day of the present custody; null: at liberty, as far as is known. */
  in_custody_since: Nullable(Day),
  has_photo: Type.Boolean(),
  /** All records of this person, the oldest first: that one keeps his duties. Empty: this record stands alone. */
  records: Type.Array(LinkedRecord),
  /** In which he is spoken to; null while nobody asked. */
  language: Nullable(Code(spoken_languages)),
  /** Why this officer looks now. */
  purpose: Code(PURPOSES),
  may: Shape({
    show_number: Type.Boolean(),
    view_photo: Type.Boolean(),
    add_photo: Type.Boolean(),
    correct: Type.Boolean(),
    record_notice: Type.Boolean(),
    serve: Type.Boolean(),
    see_lookers: Type.Boolean(),
    record_visit: Type.Boolean(),
    record_stay: Type.Boolean(),
    record_appeal: Type.Boolean(),
    propose_strikeout: Type.Boolean(),
    view_exit: Type.Boolean(),
    prepare_breach: Type.Boolean(),
    offer_transfer: Type.Boolean(),
    keep_contact: Type.Boolean(),
  }),
})
export type PersonHead = Static<typeof PersonHead>

export const Registration = Shape({
  status: Code(['active', 'ended', 'review', 'void', 'not_registrable']),
  starts_on: Nullable(Day),
  released_on: Nullable(Day),
  ends_on: Nullable(Day),
  steps: Type.Array(LawStep),
})

const Source = {
  source_kind: Type.String(),
  source_on: Nullable(Day),
  added_at: Instant,
  added_by: Pair,
}

export const ConvictionShown = Shape({
  conviction_id: Id,
  offences: Type.Array(Shape({ key: Type.String(), title: Nullable(Pair) })),
  court: Type.String(),
  case_number: Nullable(Type.String()),
  fir: Shape({ station: Type.String(), year: Type.Integer(), number: Type.Integer() }),
  offence_on: Day,
  convicted_on: Day,
  country: Type.String(),
  jurisdiction: Type.String(),
  /** A category only: nothing that could tell who the survivor is. */
  victim: Code(VICTIMS),
  disposal: Code(DISPOSALS),
  juvenile: Type.Boolean(),
  sentence: Shape({
    months: Nullable(Type.Integer()),
    is_life: Type.Boolean(),
    fine_pkr: Nullable(Type.Integer()),
  }),
  /** SHA-256 of the certified judgment, hex; the scan is never stored. */
  judgment_hash: Nullable(Type.String()),
  appeals: Type.Array(
    Shape({
      appeal_event_id: Id,
      event: Code(['filed', 'dismissed', 'withdrawn', 'acquitted', 'set_aside', 'restored']),
      happened_on: Day,
    }),
  ),
  tests: JudgmentTests,
  source_kind: Type.String(),
  added_at: Instant,
  added_by: Pair,
})
export type ConvictionShown = Static<typeof ConvictionShown>

/** An address with the grade that says how far it can be relied on. */
export const AddressShown = Shape({
  address_id: Id,
  text: Type.String(),
  district: Nullable(Pair),
  from_on: Nullable(Day),
  to_on: Nullable(Day),
  superseded_at: Nullable(Instant),
  ...Source,
})

/** Freshness of an address: when a visit last found the person there. */
export const AddressGraded = Shape({
  ...AddressShown.properties,
  grade: Code(['within_3', 'within_6', 'within_12', 'older', 'assumed']),
  verified_on: Nullable(Day),
  verified_by: Nullable(Pair),
  not_found_on: Nullable(Day),
})
export type AddressGraded = Static<typeof AddressGraded>

/** A time in custody, in hospital, abroad or of no fixed abode, with its source. */
export const StayShown = Shape({
  stay_id: Id,
  kind: Code(['custody', 'hospital', 'abroad', 'no_fixed_abode']),
  from_on: Day,
  to_on: Nullable(Day),
  /** Of custody: the district where he is held; null: not said. */
  held_district_id: Nullable(Type.String()),
  held_district: Nullable(Pair),
  source_kind: Type.String(),
  source_on: Nullable(Day),
  source_ref: Nullable(Type.String()),
  recorded_at: Instant,
  by: Pair,
  /** Struck out as wrong, or replaced by the version that ended it. */
  superseded_at: Nullable(Instant),
  is_struck_out: Type.Boolean(),
})
export type StayShown = Static<typeof StayShown>

/** What happened in the person's life, as far as the register is told, and to his record. */
export const EVENT_KINDS = [
  ...['convicted', 'custody_began', 'custody_ended', 'entered', 'photo_added', 'correction_proposed'],
  ...['name_corrected', 'document_corrected', 'detail_corrected', 'address_corrected'],
  ...['appeal_filed', 'appeal_dismissed', 'appeal_withdrawn'],
  ...['appeal_acquitted', 'appeal_set_aside', 'appeal_restored'],
  ...['served', 'notice_received', 'visit_found', 'visit_not_at_address', 'address_changed', 'name_changed'],
  ...['hospital_began', 'hospital_ended', 'abroad_began', 'abroad_ended'],
  ...['no_fixed_abode_began', 'no_fixed_abode_ended', 'departed', 'returned', 'trip_cancelled'],
  ...['struck_out', 'exit_began', 'exit_handed_over', 'exit_reversed'],
] as const
export type EventKind =
  | 'convicted'
  | 'custody_began'
  | 'custody_ended'
  | 'entered'
  | 'photo_added'
  | 'correction_proposed'
  | 'name_corrected'
  | 'document_corrected'
  | 'detail_corrected'
  | 'address_corrected'
  | `appeal_${'filed' | 'dismissed' | 'withdrawn' | 'acquitted' | 'set_aside' | 'restored'}`
  | 'served'
  | 'notice_received'
  | `visit_${'found' | 'not_at_address'}`
  | `${'address' | 'name'}_changed`
  | `${'hospital' | 'abroad' | 'no_fixed_abode'}_${'began' | 'ended'}`
  | 'departed'
  | 'returned'
  | 'trip_cancelled'
  | 'struck_out'
  | `exit_${'began' | 'handed_over' | 'reversed'}`

export const PersonEvent = Shape({
  /** Kind and id of the row it comes from: the key after which a timeline goes on. */
  event_key: Type.String(),
  kind: Type.Unsafe<EventKind>(Type.String({ enum: [...EVENT_KINDS] })),
  /** An instant where the register acted, else the day. */
  at: Nullable(Instant),
  on: Nullable(Day),
  by: Pair,
})
export type PersonEvent = Static<typeof PersonEvent>

/** A duty as the summary names it. */
export const DutyNext = Shape({
  duty: Code(duty_names),
  due_on: Nullable(Day),
  due_at: Nullable(Type.String()),
  state: Code(['met', 'met_late', 'unmet', 'paused', 'overdue', 'due', 'not_due']),
  days: Nullable(Type.Integer()),
  law: Type.String(),
  status: Code(['statute', 'rule', 'policy', 'assumed']),
})

export const PersonSummary = Shape({
  person: PersonHead,
  registration: Registration,
  /** The rules that the period was computed by. */
  pack: PackNamed,
  convictions: Type.Array(ConvictionShown),
  /** What is owed next, soonest first, the overdue before all. */
  duties: Type.Array(DutyNext),
  address: Nullable(AddressGraded),
  events: Type.Array(PersonEvent),
})
export type PersonSummary = Static<typeof PersonSummary>

export const PersonConvictions = Shape({
  person: PersonHead,
  registration: Registration,
  pack: PackNamed,
  convictions: Type.Array(ConvictionShown),
  custody: Type.Array(
    Shape({ custody_id: Id, from_on: Day, to_on: Nullable(Day), source_kind: Type.String() }),
  ),
})
export type PersonConvictions = Static<typeof PersonConvictions>

const superseded_at = Nullable(Instant)
/** Every version ever held, the replaced ones too. */
export const PersonIdentity = Shape({
  person: PersonHead,
  names: Type.Array(
    Shape({
      ...{ name_id: Id, kind: Code(NAME_KINDS), script: Code(SCRIPTS), text: Type.String() },
      ...{ superseded_at, ...Source },
    }),
  ),
  documents: Type.Array(
    Shape({
      ...{ document_id: Id, kind: Code(DOCUMENT_KINDS), number_tail: Type.String() },
      ...{ superseded_at, ...Source },
    }),
  ),
  details: Type.Array(
    Shape({
      ...{ detail_id: Id, sex: Code(SEXES), born_on: Nullable(Day), born_year: Nullable(Type.Integer()) },
      ...{ superseded_at, ...Source },
    }),
  ),
  languages: Type.Array(
    Shape({ language_id: Id, language: Code(spoken_languages), superseded_at, ...Source }),
  ),
  addresses: Type.Array(AddressShown),
  photo_count: Type.Integer(),
  /** All records of this person, this one among them; none where it stands alone. */
  linked: Type.Array(LinkedRecord),
  /** What the civil register says of him, newest first; of a new number the end. */
  civil: Type.Array(
    Shape({
      kind: Code(CIVIL_EVENT_KINDS),
      happened_on: Day,
      read_at: Instant,
      new_name: Nullable(NamePair),
      cnic_tail: Nullable(Type.String()),
    }),
  ),
})
export type PersonIdentity = Static<typeof PersonIdentity>

export const TimelineAfter = Shape({ after: Type.Optional(Text(80)) })
export const PersonTimeline = Shape({
  person: PersonHead,
  events: Type.Array(PersonEvent),
  next: Nullable(Type.String()),
})
export type PersonTimeline = Static<typeof PersonTimeline>

export const LookersAfter = Shape({ after: Type.Optional(Id) })
export const PersonLookers = Shape({
  person: PersonHead,
  looks: Type.Array(
    Shape({
      event_id: Id,
      occurred_at: Instant,
      action: Type.String(),
      purpose: Nullable(Code(LOOK_PURPOSES)),
      officer: Pair,
      role: Nullable(Code(ROLES)),
      unit: Nullable(Pair),
    }),
  ),
  next: Nullable(Id),
  /** What left the register about the person, newest first; at most 50, with the first page of looks. */
  disclosures: Type.Array(Disclosure),
})
export type PersonLookers = Static<typeof PersonLookers>

/** Asked where no task of the officer gives a purpose; says nothing of the person. */
export const PurposeAsked = Shape({ person_id: Id, purposes: Type.Array(Code(PURPOSES)) })
export type PurposeAsked = Static<typeof PurposeAsked>
export const PurposeKept = Shape({ person_id: Id, search_id: Id })

/** A full number or a photograph is fetched from this address once, within two minutes. */
export const Showing = Shape({ person_id: Id, showing_id: Id })
export const NumbersShown = Shape({
  person: PersonHead,
  documents: Type.Array(Shape({ kind: Code(DOCUMENT_KINDS), number: Type.String() })),
})
export type NumbersShown = Static<typeof NumbersShown>
export const PhotoShown = Shape({
  person: PersonHead,
  media_type: Type.String(),
  taken_on: Nullable(Day),
  image_base64: Type.String(),
})
export type PhotoShown = Static<typeof PhotoShown>
