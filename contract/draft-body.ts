/** The facts of an entry in the making. Everything may be missing while it is collected; submission asks for `CompleteDraft`. */
import { type Static, Type } from 'typebox'
import { Code, Day, Id, Nullable, Shape, Text } from './shape.ts'

export const NAME_KINDS = ['name', 'father', 'alias'] as const
export const SCRIPTS = ['Latn', 'Arab'] as const
export const DOCUMENT_KINDS = ['cnic', 'passport', 'other'] as const
export const SEXES = ['male', 'female', 'x'] as const
export const VICTIMS = ['woman', 'child', 'other'] as const
export const DISPOSALS = ['imprisonment', 'fine', 'probation', 'conditional_discharge'] as const

export const NameFact = Shape({ kind: Code(NAME_KINDS), script: Code(SCRIPTS), text: Text(120) })
export const DocumentFact = Shape({ kind: Code(DOCUMENT_KINDS), number: Text(30) })
/** Half-open; with the district of the prison or station, where that is known: nobody is held in two on one day. */
export const CustodyFact = Shape({
  from_on: Day,
  to_on: Nullable(Day),
  held_district_id: Type.Optional(Nullable(Type.String({ maxLength: 40 }))),
})
export type CustodyFact = Static<typeof CustodyFact>

/** Sentence: months of imprisonment, or life, and a fine in rupees. */
export const SentenceFact = Shape({
  months: Nullable(Type.Integer({ minimum: 0, maximum: 1200 })),
  is_life: Type.Boolean(),
  fine_pkr: Nullable(Type.Integer({ minimum: 0, maximum: 10_000_000_000 })),
})

export const PersonFacts = Shape({
  names: Type.Array(NameFact, { maxItems: 20 }),
  documents: Type.Array(DocumentFact, { maxItems: 6 }),
  sex: Nullable(Code(SEXES)),
  born_on: Nullable(Day),
  /** When only an age is known: the birth year it gives. */
  born_year: Nullable(Type.Integer({ minimum: 1900, maximum: 2100 })),
  address: Nullable(Text(300)),
})

export const ConvictionFacts = Shape({
  fir_station: Nullable(Text(80)),
  fir_year: Nullable(Type.Integer({ minimum: 1950, maximum: 2100 })),
  fir_number: Nullable(Type.Integer({ minimum: 1, maximum: 99_999 })),
  court: Nullable(Text(160)),
  case_number: Nullable(Text(60)),
  /** Offence keys of the catalogue (PPC-376), or the section as typed when outside it. */
  offences: Type.Array(Text(40), { maxItems: 12 }),
  offence_on: Nullable(Day),
  convicted_on: Nullable(Day),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  /** ISO 3166-2, e.g. PK-PB. */
  jurisdiction: Nullable(Type.String({ pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$' })),
  victim: Nullable(Code(VICTIMS)),
  disposal: Nullable(Code(DISPOSALS)),
  juvenile: Type.Boolean(),
  sentence: SentenceFact,
  custody: Type.Array(CustodyFact, { maxItems: 30 }),
})

export const DraftBody = Shape({
  /** SHA-256 of the certified judgment, hex; the scan itself is never stored. */
  judgment_hash: Nullable(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  /** Reference of the certified copy, as on its seal. */
  judgment_reference: Type.Optional(Nullable(Text(120))),
  person: PersonFacts,
  conviction: ConvictionFacts,
  /** Station the prosecutor proposes; the Bureau names it. */
  station_id: Nullable(Text(80)),
  /** Person within the author's scope whom this convicts again, as he says; the Bureau decides. */
  further_of: Type.Optional(Nullable(Id)),
})
export type DraftBody = Static<typeof DraftBody>

export const emptyDraftBody = (): DraftBody => ({
  judgment_hash: null,
  person: { names: [], documents: [], sex: null, born_on: null, born_year: null, address: null },
  conviction: {
    ...{ fir_station: null, fir_year: null, fir_number: null, court: null, case_number: null },
    ...{ offences: [], offence_on: null, convicted_on: null, country: 'PK', jurisdiction: null },
    ...{ victim: null, disposal: null, juvenile: false, custody: [] },
    sentence: { months: null, is_life: false, fine_pkr: null },
  },
  station_id: null,
})
