/** Look-ups by an exact number or by name: what is asked, why, and the least that tells one person from another. */
import { type Static, Type } from 'typebox'
import { PURPOSES } from '../domain/access/actor.ts'
import { LOOKUP_KINDS } from '../domain/identifier/query.ts'
import { ROW_CODES } from '../domain/matching/evidence.ts'
import { FITS } from '../domain/search/answer.ts'
import { Code, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

/** A look-up that found nobody, or one that stated why a known record is opened (`person`), is a search too. */
export const SEARCH_KINDS = [...LOOKUP_KINDS, 'name', 'draft', 'person'] as const
export const ASKED_KINDS = [...LOOKUP_KINDS, 'name'] as const
const FIELDS = ['name', 'father', 'sex', 'birth', 'cnic', 'district'] as const

export const SearchId = Shape({ search_id: Id })

/** Why an officer looks; the reference is of the case, order or request that the purpose comes from. */
const WHY = { purpose: Code(PURPOSES), case_reference: Text(80) }
export const LookPurpose = Shape(WHY)

export const SearchAsked = Shape({
  /** Left out: told from the shape of what was typed. */
  kind: Type.Optional(Code(ASKED_KINDS)),
  query: Text(400),
  ...WHY,
})

/** A name as written in each script; null where that spelling is not known. */
export const NamePair = Shape({ latin: Nullable(Type.String()), ur: Nullable(Type.String()) })

/** One reason for or against, in thousandths of a bit; what stood on each side, as it was read. */
export const Reason = Shape({
  field: Code(FIELDS),
  code: Code(ROW_CODES),
  milli_bits: Type.Integer(),
  asked: Nullable(Type.String()),
  held: Nullable(Type.String()),
  /** Of how common a name is: people of a million who bear it. */
  per_million: Nullable(Type.Number()),
})
export type Reason = Static<typeof Reason>

/** How well somebody fits what was asked: the reasons sum to the score exactly. */
export const FitShown = Shape({
  fit: Code(FITS.map(([word]) => word)),
  milli_bits: Type.Integer(),
  reasons: Type.Array(Reason),
  /** Known of the person and not asked for: what would move the score. */
  missing: Type.Array(Code(FIELDS)),
})
export type FitShown = Static<typeof FitShown>

/** What was understood of the words typed. */
export const Understood = Shape({
  name: Type.String(),
  aliases: Type.Array(Type.String()),
  father: Nullable(Type.String()),
  born_on: Nullable(Type.String()),
  born_year: Nullable(Type.Integer()),
  age_years: Nullable(Type.Integer()),
  district: Nullable(Pair),
  cnic: Nullable(Type.String()),
})
export type Understood = Static<typeof Understood>

/** Of a search by name: what was understood, how many others fit as well as the best, and what to ask next. */
export const NameAnswer = Shape({
  understood: Understood,
  others_count: Type.Integer(),
  ask: Nullable(Code(FIELDS)),
  /** Of those found, who the holder of the CNIC asked about was cleared of: a slip says that he is not they. */
  cleared_ids: Type.Array(Id),
})
export type NameAnswer = Static<typeof NameAnswer>

export const FoundPerson = Shape({
  person_id: Id,
  record_number: Type.String(),
  name: NamePair,
  father: NamePair,
  born_year: Nullable(Type.Integer()),
  district: Pair,
  station: Pair,
  /** Last three digits of the CNIC; the rest is shown only by a recorded act. */
  cnic_tail: Nullable(Type.String()),
  /** Why this person matched; `is_superseded`: by a number that was corrected since. */
  matched: Shape({ on: Code(SEARCH_KINDS), is_superseded: Type.Boolean() }),
  /** How well, where the search was by name; null for an exact one. */
  score: Nullable(FitShown),
  /** Numbers of the other records of this person; empty: the record stands alone. */
  with_records: Type.Array(Type.String()),
})
export type FoundPerson = Static<typeof FoundPerson>

/** At most 50 people. */
export const SearchMade = Shape({
  search_id: Id,
  kind: Code(SEARCH_KINDS),
  results: Type.Array(FoundPerson),
  answer: Nullable(NameAnswer),
})
export type SearchMade = Static<typeof SearchMade>

export const Search = Shape({
  search_id: Id,
  kind: Code(SEARCH_KINDS),
  /** As typed. */
  query: Type.String(),
  purpose: Code(PURPOSES),
  case_reference: Nullable(Type.String()),
  searched_at: Instant,
  results: Type.Array(FoundPerson),
  answer: Nullable(NameAnswer),
  /** When the officer said that it is none of these; null: he did not. */
  none_said_at: Nullable(Instant),
})
export type Search = Static<typeof Search>

/** The officer's own latest searches; what was typed stays sealed until one is opened. */
export const Searches = Shape({
  purposes: Type.Array(Code(PURPOSES)),
  searches: Type.Array(
    Shape({
      search_id: Id,
      kind: Code(SEARCH_KINDS),
      purpose: Code(PURPOSES),
      searched_at: Instant,
      found_count: Type.Integer(),
    }),
  ),
})
export type Searches = Static<typeof Searches>

export const NoneSaid = Shape({ search_id: Id, none_said_at: Instant })
