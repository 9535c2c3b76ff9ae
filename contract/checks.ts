/** Check requests: what an investigator asks about a suspect in his own FIR, step by step, and what each desk says. */
import { type Static, Type } from 'typebox'
import { RELEVANCES } from '../domain/check/ask.ts'
import { SAID } from '../domain/check/open.ts'
import { MOST_CHARACTERS } from '../domain/check/relevance-text.ts'
import { CHECK_PAPERS, CHECK_STEPS } from '../domain/check/request.ts'
import { DESKS, STAGES } from '../domain/check/stage.ts'
import { NameFact, SEXES } from './draft-body.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

const StationCode = Type.String({ pattern: '^[a-z0-9_]{3,60}$' })
const DistrictCode = StationCode
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Serial = Type.Integer({ minimum: 1, maximum: 99_999 })
const Year = Type.Integer({ minimum: 1947, maximum: 2100 })
const BirthYear = Type.Integer({ minimum: 1900, maximum: 2100 })

export const CheckId = Shape({ check_id: Id })

/** The suspect as known. He is nobody's record: this lies under the request's key alone. */
export const Suspect = Shape({
  names: Type.Array(NameFact, { maxItems: 20 }),
  cnic: Nullable(Type.String({ pattern: '^\\d{13}$' })),
  born_year: Nullable(BirthYear),
  sex: Nullable(Code(SEXES)),
  district_id: Nullable(DistrictCode),
  /** Number of a clearance slip that he shows. */
  slip_number: Nullable(Text(20)),
})
export type Suspect = Static<typeof Suspect>

/** All that is typed, sealed. */
export const CheckBody = Shape({
  /** Random, hex: hashes of what is printed of it tell nothing once it is gone. */
  salt: Type.String({ pattern: '^[0-9a-f]{32}$' }),
  station_id: Nullable(StationCode),
  fir_number: Nullable(Serial),
  fir_year: Nullable(Year),
  /** Order that transferred the investigation, where another officer asked before. */
  transfer_order: Nullable(Text(60)),
  offences: Type.Array(Text(40), { maxItems: 12 }),
  suspect: Suspect,
  relevance: Nullable(Code(RELEVANCES)),
  reasons: Nullable(Text(MOST_CHARACTERS)),
  fir_hash: Nullable(Hash),
  annexure_hash: Nullable(Hash),
})
export type CheckBody = Static<typeof CheckBody>

// ---- what the steps send ----
const Version = { body_version: Type.Integer({ minimum: 1 }) }
export const AtVersion = Shape(Version)
const Unchosen = <const V extends readonly string[]>(values: V) => Type.Optional(Nullable(Code(values)))

export const FirForm = Shape({
  ...Version,
  station_id: Nullable(StationCode),
  fir_number: Nullable(Serial),
  fir_year: Nullable(Year),
  /** The box is there only where another officer asked before. */
  transfer_order: Type.Optional(Nullable(Text(60))),
  /** Keys of the catalogue. */
  offences: Type.Array(Text(40), { maxItems: 12 }),
  /** Sections as typed: those of the catalogue are recognised, others stay as they are. */
  other_sections: Nullable(Text(200)),
})
export type FirForm = Static<typeof FirForm>

export const SuspectForm = Shape({
  ...Version,
  name_latin: Nullable(Text(120)),
  name_urdu: Nullable(Text(120)),
  father_name_latin: Nullable(Text(120)),
  father_name_urdu: Nullable(Text(120)),
  /** Each alias behind an '@'. */
  aliases: Nullable(Text(400)),
  sex: Unchosen(SEXES),
  /** In years, today; where the year of birth is not known. */
  age: Nullable(Type.Integer({ minimum: 7, maximum: 120 })),
  born_year: Nullable(BirthYear),
  cnic: Nullable(Text(40)),
  district_id: Nullable(DistrictCode),
  slip_number: Nullable(Text(20)),
})
export type SuspectForm = Static<typeof SuspectForm>

export const ReasonsForm = Shape({
  ...Version,
  relevance: Unchosen(RELEVANCES),
  reasons: Nullable(Text(MOST_CHARACTERS)),
  /** None of the marked words tells who the survivor or her family is. */
  names_confirmed: Type.Boolean(),
})
export type ReasonsForm = Static<typeof ReasonsForm>

export const PapersForm = Shape({
  ...Version,
  /** SHA-256 in hexadecimal, in any spelling. */
  fir_hash: Nullable(Text(120)),
  annexure_hash: Nullable(Text(120)),
})
export type PapersForm = Static<typeof PapersForm>

/** Made of the uploaded file before anything else reads the message. */
export const PaperFile = Shape({ ...Version, hash: Nullable(Hash) })
export const PaperOf = Shape({ check_id: Id, paper: Code(CHECK_PAPERS) })

export const CheckSaved = Shape({
  check_id: Id,
  body_version: Type.Integer(),
  next: Code(CHECK_STEPS),
})

// ---- what is shown ----
/** The request as a desk sees it; `suspect` and `reasons` are null once destroyed, or where they are not for this desk. */
export const CheckAsked = Shape({
  station: Nullable(Pair),
  fir_number: Nullable(Serial),
  fir_year: Nullable(Year),
  transfer_order: Nullable(Type.String()),
  offences: Type.Array(Type.String()),
  suspect: Nullable(Suspect),
  suspect_district: Nullable(Pair),
  relevance: Nullable(Code(RELEVANCES)),
  reasons: Nullable(Type.String()),
  fir_hash: Nullable(Type.String()),
  annexure_hash: Nullable(Type.String()),
})
export type CheckAsked = Static<typeof CheckAsked>

const Choice = Shape({ id: Type.String(), name: Pair })

/** One request while it is written: what it lacks, what looks odd, and to whom it goes. */
export const CheckDraft = Shape({
  check_id: Id,
  stage: Code(STAGES),
  is_open: Type.Boolean(),
  body_version: Type.Integer(),
  station_id: Nullable(Type.String()),
  asked: CheckAsked,
  missing: Type.Array(Shape({ field: Type.String(), step: Code(CHECK_STEPS) })),
  /** Rules that refuse it as it stands. */
  refusals: Type.Array(Shape({ rule: Type.String(), step: Code(CHECK_STEPS), law: Type.String() })),
  /** Soft doubts, by their codes. */
  doubts: Type.Array(Type.String()),
  /** Words of the reasons that look like a name. */
  marked: Type.Array(Type.String()),
  needs_order: Type.Boolean({ description: 'another officer asked in this FIR' }),
  returned: Nullable(Shape({ reason: Nullable(Type.String()), note: Nullable(Type.String()) })),
  /** Where it goes: the prosecutor's office, and the District Police Officer who has the copy. */
  to: Shape({ prosecutor: Pair, police: Pair, investigator: Pair }),
  screen_hours: Type.Integer(),
  stations: Type.Array(Choice),
  districts: Type.Array(Choice),
})
export type CheckDraft = Static<typeof CheckDraft>

export const CheckClock = Shape({
  due_at: Instant,
  hours_left: Type.Integer(),
  is_late: Type.Boolean(),
})

export const CheckRow = Shape({
  check_id: Id,
  stage: Code(STAGES),
  desk: Code(DESKS),
  district: Pair,
  station: Nullable(Pair),
  fir_number: Nullable(Serial),
  fir_year: Nullable(Year),
  offences: Type.Array(Type.String()),
  asked_by: Pair,
  asked_at: Nullable(Instant),
  updated_at: Instant,
  clock: Nullable(CheckClock),
})
export type CheckRow = Static<typeof CheckRow>

export const CheckList = Shape({
  /** Those that wait at the officer's own desk. */
  waiting: Type.Array(CheckRow),
  others: Type.Array(CheckRow),
  may: Shape({ ask: Type.Boolean(), name_deputy: Type.Boolean() }),
})
export type CheckList = Static<typeof CheckList>

export const CheckStepShown = Shape({
  act: Type.String(),
  reason: Nullable(Type.String()),
  note: Nullable(Type.String()),
  happened_at: Instant,
  done_by: Pair,
})

export const CheckShown = Shape({
  ...CheckRow.properties,
  asked: CheckAsked,
  steps: Type.Array(CheckStepShown),
  /** For who asked, once it is released: that there is an answer, never what it says. */
  answer: Nullable(
    Shape({
      released_at: Instant,
      opened_count: Type.Integer(),
      opens_count: Type.Integer(),
      opens_until_at: Instant,
      may_open: Type.Boolean(),
      /** It was called back: no word of it may be relied on any more. */
      is_recalled: Type.Boolean(),
      said: Nullable(Code(SAID)),
    }),
  ),
  /** The clearance slip that the man asked for. */
  slip: Nullable(
    Shape({ asked_on: Day, slip_number: Nullable(Type.String()), withdrawn_at: Nullable(Instant) }),
  ),
  may: Shape({
    change: Type.Boolean(),
    screen: Type.Boolean(),
    compare: Type.Boolean(),
    ask_slip: Type.Boolean(),
  }),
})
export type CheckShown = Static<typeof CheckShown>

export const CheckMoved = Shape({ check_id: Id, stage: Code(STAGES) })
/** Before a request is begun. */
export const CheckStart = Shape({
  district: Pair,
  screen_hours: Type.Integer(),
  erase_days: Type.Integer(),
})
export type CheckStart = Static<typeof CheckStart>
