/** Entries in the making: the list, the steps of the screen, the look-up, submission and the legal decision. */
import { type Static, Type } from 'typebox'
import { STEPS } from '../domain/draft/completeness.ts'
import { STAGES } from '../domain/draft/stage.ts'
import { CustodyFact, DISPOSALS, DraftBody, SEXES, VICTIMS } from './draft-body.ts'
import { JudgmentTests } from './entries.ts'
import { IDENTITY_OUTCOMES } from './identities.ts'
import { PackNamed } from './packs.ts'
import { FitShown } from './searches.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

export const DraftId = Shape({ draft_id: Id })
export const LookupId = Shape({ draft_id: Id, search_id: Id })

/** The version of the draft that the officer had before him; a save on another one is refused. */
const Version = { body_version: Type.Integer({ minimum: 1 }) }
export const AtVersion = Shape(Version)

/** A choice not made yet: a form sends nothing for radios of which none is chosen. */
const Unchosen = <const V extends readonly string[]>(values: V) => Type.Optional(Nullable(Code(values)))

// ---- what the steps send ----
/** The district is chosen at the Bureau; elsewhere it is the officer's own. */
export const NewDraft = Shape({ district_id: Type.Optional(Nullable(Text(80))) })
export const SourceForm = Shape({
  ...Version,
  /** SHA-256 of the certified judgment in hexadecimal, in any spelling. */
  judgment_hash: Nullable(Text(120)),
  judgment_reference: Nullable(Text(120)),
})
/** Made of the uploaded file before anything else reads the message. */
export const JudgmentFile = Shape({
  ...Version,
  judgment_hash: Nullable(Type.String({ pattern: '^[0-9a-f]{64}$' })),
})
export const LookupForm = Shape({
  ...Version,
  cnic: Nullable(Text(40)),
  passport: Nullable(Text(40)),
  /** Neither number is known: said, so that it is not forgotten. */
  has_no_number: Type.Boolean(),
})
/** The person of an earlier conviction, out of a look-up; null takes that back. */
export const FurtherForm = Shape({ ...Version, person_id: Nullable(Id) })
export const PersonForm = Shape({
  ...Version,
  name_latin: Nullable(Text(120)),
  name_urdu: Nullable(Text(120)),
  father_name_latin: Nullable(Text(120)),
  father_name_urdu: Nullable(Text(120)),
  /** Each alias behind an '@'. */
  aliases: Nullable(Text(400)),
  other_document: Nullable(Text(30)),
  sex: Unchosen(SEXES),
  born_on: Nullable(Day),
  born_year: Nullable(Type.Integer({ minimum: 1900, maximum: 2100 })),
  address: Nullable(Text(300)),
})
export const ConvictionForm = Shape({
  ...Version,
  fir_station: Nullable(Text(80)),
  fir_year: Nullable(Type.Integer({ minimum: 1950, maximum: 2100 })),
  fir_number: Nullable(Type.Integer({ minimum: 1, maximum: 99_999 })),
  court: Nullable(Text(160)),
  case_number: Nullable(Text(60)),
  /** Keys of the catalogue. */
  offences: Type.Array(Text(40), { maxItems: 12 }),
  /** Sections as typed: those of the catalogue are recognised, others stay as they are. */
  other_sections: Nullable(Text(200)),
  offence_on: Nullable(Day),
  convicted_on: Nullable(Day),
  country: Type.String({ pattern: '^[A-Za-z]{2}$' }),
  jurisdiction: Nullable(Text(6)),
  victim: Unchosen(VICTIMS),
  juvenile: Type.Boolean(),
})
export const SentenceForm = Shape({
  ...Version,
  disposal: Unchosen(DISPOSALS),
  years: Nullable(Type.Integer({ minimum: 0, maximum: 99 })),
  months: Nullable(Type.Integer({ minimum: 0, maximum: 1200 })),
  is_life: Type.Boolean(),
  fine_pkr: Nullable(Type.Integer({ minimum: 0, maximum: 10_000_000_000 })),
  custody: Type.Array(CustodyFact, { maxItems: 30 }),
  /** Stay on this step, to add more rows. */
  stay: Type.Optional(Type.Boolean()),
})
export const StationForm = Shape({ ...Version, station_id: Text(80) })
export const LegalForm = Shape({
  /** Of the ruling he read. */
  ruling_hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  decision: Code(['registrable', 'not_registrable']),
  reason: Text(2000),
})
export type SourceForm = Static<typeof SourceForm>
export type LookupForm = Static<typeof LookupForm>
export type PersonForm = Static<typeof PersonForm>
export type ConvictionForm = Static<typeof ConvictionForm>
export type SentenceForm = Static<typeof SentenceForm>

// ---- what comes back ----
/** After a saved step: the version now, and the step that follows. */
export const DraftSaved = Shape({
  draft_id: Id,
  body_version: Type.Integer(),
  next: Code(STEPS),
  /** The look-up that found somebody in scope who is probably the same; it must be answered first. */
  stopped_search_id: Nullable(Id),
})
export const LookupMade = Shape({ draft_id: Id, search_id: Id, body_version: Type.Integer() })
export const DraftMoved = Shape({ draft_id: Id, stage: Code(STAGES) })

/** The clock of an entry; negative days are overdue. Assumed: 3 working days from the judgment. */
const Clock = Shape({ due_on: Day, days_left: Type.Integer() })
const NamePair = Shape({ latin: Nullable(Type.String()), ur: Nullable(Type.String()) })

export const DraftList = Shape({
  drafts: Type.Array(
    Shape({
      draft_id: Id,
      stage: Code(STAGES),
      name: NamePair,
      district: Pair,
      origin: Code(['screen', 'return']),
      created_at: Instant,
      updated_at: Instant,
      age_days: Type.Integer(),
      clock: Nullable(Clock),
      was_returned: Type.Boolean(),
      /** Discarded: its key was destroyed, only codes are left. */
      is_erased: Type.Boolean(),
      is_own_unit: Type.Boolean(),
    }),
    { maxItems: 50 },
  ),
  counts: Type.Array(Shape({ stage: Code(STAGES), count: Type.Integer() })),
  stage: Nullable(Code(STAGES)),
  next: Nullable(Id),
})
export type DraftList = Static<typeof DraftList>
export const DraftListQuery = Shape({ stage: Type.Optional(Code(STAGES)), after: Type.Optional(Id) })

const RegistrationSpan = Shape({
  status: Code(['active', 'ended', 'review', 'void', 'not_registrable']),
  starts_on: Nullable(Day),
  released_on: Nullable(Day),
  ends_on: Nullable(Day),
  steps: JudgmentTests.properties.offences.items.properties.steps,
})

export const Ruling = Shape({
  pack: PackNamed,
  tests: JudgmentTests,
  registration: RegistrationSpan,
  /** Imprisonment without custody dates: release and end are not known, and null. */
  is_custody_unknown: Type.Boolean(),
  needs_legal_decision: Type.Boolean(),
  ruling_hash: Type.String(),
})
export type Ruling = Static<typeof Ruling>

const LegalDecision = Shape({
  decision: Code(['registrable', 'not_registrable']),
  reason: Type.String(),
  decided_at: Instant,
  decided_by: Pair,
  /** Whether it was made on the draft as it stands now. */
  is_current: Type.Boolean(),
})
export type LegalDecision = Static<typeof LegalDecision>

export const Missing = Shape({ field: Type.String(), step: Code(STEPS) })

/** One draft, whole. Whether the Bureau will compare it is said of every draft alike. */
export const DraftView = Shape({
  draft_id: Id,
  stage: Code(STAGES),
  origin: Code(['screen', 'return']),
  district: Pair,
  district_id: Type.String(),
  body_version: Type.Integer(),
  body: DraftBody,
  is_searched: Type.Boolean(),
  /** May be changed by this officer now. */
  is_open: Type.Boolean(),
  further_of_record: Nullable(Type.String()),
  created_at: Instant,
  submitted_at: Nullable(Instant),
  clock: Nullable(Clock),
  missing: Type.Array(Missing),
  doubts: Type.Array(Type.String()),
  ruling: Nullable(Ruling),
  legal: Nullable(LegalDecision),
  identity_outcome: Nullable(Code(IDENTITY_OUTCOMES)),
  return_reason: Nullable(Type.String()),
  stations: Type.Array(Shape({ station_id: Type.String(), name: Pair })),
  proposed_station_id: Nullable(Type.String()),
  jurisdictions: Type.Array(Shape({ code: Type.String(), name: Pair })),
  /** Districts in which he was held; at the step that asks for them, all. */
  held_districts: Type.Array(Shape({ district_id: Type.String(), name: Pair })),
})
export type DraftView = Static<typeof DraftView>

/** Somebody a look-up found: what tells him from others, and how well the draft fits him. */
export const LookupPerson = Shape({
  person_id: Id,
  record_number: Type.String(),
  name: NamePair,
  father: NamePair,
  born_year: Nullable(Type.Integer()),
  score: Nullable(FitShown),
})
export type LookupPerson = Static<typeof LookupPerson>

export const LookupView = Shape({
  draft_id: Id,
  search_id: Id,
  body_version: Type.Integer(),
  searched_at: Instant,
  /** Within the officer's scope only. */
  people: Type.Array(LookupPerson, { maxItems: 50 }),
  /** The person of the draft, to be read beside them. */
  draft_person: Shape({ name: NamePair, father: NamePair, born_year: Nullable(Type.Integer()) }),
  /** The draft stands still until the officer says who it is. */
  is_stopped: Type.Boolean(),
})
export type LookupView = Static<typeof LookupView>

/** What the page needs that begins a draft: the officer's district, or at the Bureau the districts to choose from. */
export const StartView = Shape({
  district: Nullable(Pair),
  districts: Type.Array(Shape({ district_id: Type.String(), name: Pair, province: Pair })),
})
