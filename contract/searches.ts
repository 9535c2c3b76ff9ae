/** Look-ups by an exact number: what is asked, why, and the least that tells one person from another. */
import { type Static, Type } from 'typebox'
import { PURPOSES } from '../domain/access/actor.ts'
import { LOOKUP_KINDS } from '../domain/identifier/query.ts'
import { Code, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

/** A look-up that found nobody, or one that stated why a known record is opened (`person`), is a search too. */
export const SEARCH_KINDS = [...LOOKUP_KINDS, 'draft', 'person'] as const

export const SearchId = Shape({ search_id: Id })

/** Why an officer looks; the reference is of the case, order or request that the purpose comes from. */
const WHY = { purpose: Code(PURPOSES), case_reference: Text(80) }
export const LookPurpose = Shape(WHY)

export const SearchAsked = Shape({
  /** Left out: told from the shape of what was typed. */
  kind: Type.Optional(Code(LOOKUP_KINDS)),
  query: Text(160),
  ...WHY,
})

/** A name as written in each script; null where that spelling is not known. */
export const NamePair = Shape({ latin: Nullable(Type.String()), ur: Nullable(Type.String()) })

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
})
export type FoundPerson = Static<typeof FoundPerson>

/** At most 50 people. */
export const SearchMade = Shape({
  search_id: Id,
  kind: Code(SEARCH_KINDS),
  results: Type.Array(FoundPerson),
})

export const Search = Shape({
  search_id: Id,
  kind: Code(SEARCH_KINDS),
  /** As typed. */
  query: Type.String(),
  purpose: Code(PURPOSES),
  case_reference: Nullable(Type.String()),
  searched_at: Instant,
  results: Type.Array(FoundPerson),
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
