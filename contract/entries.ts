/** Entries that wait for the Bureau: the queue, what is compared, and what the second officer decides. */
import { type Static, Type } from 'typebox'
import type { EligibilityReason } from '../domain/eligibility/decide.ts'
import type { BecauseCode } from '../domain/law/english.ts'
import { DraftBody } from './draft-body.ts'
import { IDENTITY_FIELDS, IDENTITY_OUTCOMES } from './identities.ts'
import { PackNamed } from './packs.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

export const LawStep = Shape({
  rule: Type.String(),
  law: Type.String(),
  status: Code(['statute', 'rule', 'policy', 'assumed']),
  from: Nullable(Type.String()),
  to: Nullable(Type.String()),
  because: Shape({
    code: Type.Unsafe<BecauseCode>(Type.String()),
    values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  }),
})
const TESTS = { s2h: Type.Boolean(), s24: Type.Boolean(), tests_differ: Type.Boolean() }
const VERDICT = {
  outcome: Code(['yes', 'no', 'review', 'void']),
  reason: Type.Unsafe<EligibilityReason>(Type.String()),
}

/** Both statutory tests of a judgment, with their reasons, offence by offence. */
export const JudgmentTests = Shape({
  ...TESTS,
  ...VERDICT,
  offences: Type.Array(
    Shape({
      ...TESTS,
      ...VERDICT,
      conviction_id: Type.String(),
      offence: Type.String(),
      steps: Type.Array(LawStep),
    }),
  ),
})

const IdentityFound = Shape({
  outcome: Code(IDENTITY_OUTCOMES),
  fields_differ: Type.Array(Code(IDENTITY_FIELDS)),
  asked_at: Instant,
})
const LegalWord = Shape({
  decision: Code(['registrable', 'not_registrable']),
  reason: Type.String(),
  decided_at: Instant,
})

/** All that a proposed entry is decided on; its hash is the proposal's. */
export const EntryShown = Shape({
  draft_id: Id,
  body_version: Type.Integer(),
  origin: Code(['screen', 'return']),
  district_id: Type.String(),
  body: DraftBody,
  pack: Type.String(),
  eligibility: JudgmentTests,
  identity: IdentityFound,
  legal: Nullable(LegalWord),
})
export type EntryShown = Static<typeof EntryShown>

/** What lets an entry pass whose identity is not verified; the paper itself stays where it is. */
export const BASIS_KINDS = ['certified_judgment', 'fingerprint_reference'] as const

/** What the approving officer adds. */
export const EntryInput = Shape({
  station_id: Text(80),
  /** The held person whose further conviction this is; null: nobody holds such a document. */
  person_id: Type.Optional(Nullable(Id)),
  basis_kind: Type.Optional(Nullable(Code(BASIS_KINDS))),
  basis_reference: Type.Optional(Nullable(Text(80))),
})
export type EntryInput = Static<typeof EntryInput>

const ShownHash = Type.String({ pattern: '^[0-9a-f]{64}$' })
export const EntryApproval = Shape({ shown_hash: ShownHash, ...EntryInput.properties })
export const EntryReturn = Shape({ shown_hash: ShownHash, reason: Text(1000) })

export const DraftId = Shape({ draft_id: Id })

/** Why an entry needs a second thought. */
export const FLAGS = ['mismatch', 'not_found', 'no_document', 'tests_differ'] as const
export type Flag = (typeof FLAGS)[number]

const NameInBoth = Shape({ latin: Nullable(Type.String()), ur: Nullable(Type.String()) })
/** A clock of working days: what it runs to, and how far that is; negative days are overdue. */
const Clock = Shape({ due_on: Day, days_left: Type.Integer() })

export const EntryQueue = Shape({
  entries: Type.Array(
    Shape({
      draft_id: Id,
      name: NameInBoth,
      district: Pair,
      convicted_on: Nullable(Day),
      proposed_at: Instant,
      origin: Code(['screen', 'return']),
      clock: Nullable(Clock),
      flags: Type.Array(Code(FLAGS)),
    }),
    { maxItems: 50 },
  ),
  next: Nullable(Id),
})
export type EntryQueue = Static<typeof EntryQueue>
export const QueueAfter = Shape({ after: Type.Optional(Id) })

/** A person of the register who holds a document of the draft, or whom its author named. */
const HeldPerson = Shape({
  person_id: Id,
  record_number: Type.String(),
  matched_by: Type.Array(Code(['cnic', 'passport', 'compared', 'author'])),
  name: NameInBoth,
  father_name: NameInBoth,
  born_on: Nullable(Day),
  born_year: Nullable(Type.Integer()),
  station: Pair,
  conviction_count: Type.Integer(),
})
export type HeldPerson = Static<typeof HeldPerson>

/** The row of the return as it was uploaded: heading code and text, cell by cell. */
const ReturnRow = Shape({
  line: Type.Integer(),
  cells: Type.Array(Shape({ column: Type.String(), text: Type.String() })),
})

export const EntryComparison = Shape({
  draft_id: Id,
  approval_id: Id,
  shown_hash: Type.String(),
  proposed_at: Instant,
  author: Pair,
  district: Pair,
  flags: Type.Array(Code(FLAGS)),
  clock: Nullable(Clock),
  shown: EntryShown,
  /** The rules that judged it when it was submitted; null where they were undone since. */
  pack: Nullable(PackNamed),
  return_row: Nullable(ReturnRow),
  held: Type.Array(HeldPerson),
  stations: Type.Array(Shape({ station_id: Type.String(), name: Pair })),
  proposed_station_id: Nullable(Type.String()),
  /** Districts in which he was held. */
  held_districts: Type.Array(Shape({ district_id: Type.String(), name: Pair })),
})
export type EntryComparison = Static<typeof EntryComparison>

export const PersonId = Shape({ person_id: Id })
/** A photograph as sent: the file stands in the request, `photo` names it once it was taken in. */
export const PhotoUpload = Shape({ photo: Text(40), taken_on: Type.Optional(Nullable(Day)) })
export const PhotoForm = Shape({ person_id: Id, record_number: Type.String() })
export const PhotoAdded = Shape({ photo_id: Id, person_id: Id })

export const Entered = Shape({ person_id: Id, record_number: Type.String(), is_new_person: Type.Boolean() })
export const Returned = Shape({ draft_id: Id })
