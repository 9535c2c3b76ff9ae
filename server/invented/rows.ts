/** An invented person as rows of the register, sealed like anybody's. */

import { decideJudgment, type JudgmentEligibility } from '../../domain/eligibility/judgment.ts'
import { canonicalDocument } from '../../domain/identifier/document.ts'
import type { InventedConviction, InventedPerson } from '../../domain/invented/invented-person.ts'
import type { InventedWorld } from '../../domain/invented/world.ts'
import { cardOf } from '../../domain/person/card.ts'
import type { MatchCard } from '../../domain/search/match-card.ts'
import { countCard, type NameCounts } from '../../domain/search/name-counts.ts'
import type { Pack } from '../../law/packs.ts'
import { sealCard } from '../people/card.ts'
import { INDEX_COLUMNS, indexRows, matchCardOf, parseOnce, type SinglesSeen } from '../people/name-index.ts'
import { blindIndex, type DataKey, type Keyring, newDataKey, seal } from '../platform/keys.ts'
import { addLife, LIFE_COLUMNS } from './life-rows.ts'

/** One row of a table: values in the order of its columns in COLUMNS. */
export type Row = readonly (string | number | boolean | Buffer | null)[]

/** The tables an invented person fills, parents first, with the columns written. */
export const COLUMNS = {
  'register.person': [
    'person_id',
    'record_number',
    'district_id',
    'station_id',
    'wrapped_key',
    'kek_id',
    'card_enc',
  ],
  'register.person_detail': [
    'detail_id',
    'person_id',
    'sex',
    'born_on',
    'born_year',
    'source_kind',
    'source_on',
    'added_by',
  ],
  'register.person_name': [
    'name_id',
    'person_id',
    'kind',
    'script',
    'ordinal',
    'text_enc',
    'source_kind',
    'source_on',
    'added_by',
  ],
  'register.person_document': [
    'document_id',
    'person_id',
    'kind',
    'number_enc',
    'number_index',
    'source_kind',
    'source_on',
    'added_by',
  ],
  'register.person_address': [
    'address_id',
    'person_id',
    'text_enc',
    'district_id',
    'from_on',
    'source_kind',
    'source_on',
    'added_by',
  ],
  'register.conviction': [
    ...[
      'conviction_id',
      'person_id',
      'fir_station',
      'fir_year',
      'fir_number',
      'court',
      'case_number',
      'offences',
      'offence_on',
    ],
    ...[
      'convicted_on',
      'country',
      'jurisdiction',
      'victim',
      'disposal',
      'juvenile',
      'sentence_months',
      'is_life',
      'fine_pkr',
    ],
    ...['judgment_hash', 'source_kind', 'added_by'],
  ],
  'register.custody': ['custody_id', 'person_id', 'from_on', 'to_on', 'source_kind', 'added_by'],
  'register.appeal_event': [
    'appeal_event_id',
    'conviction_id',
    'event',
    'happened_on',
    'ordinal',
    'source_kind',
    'added_by',
  ],
  'register.registration': [
    'registration_id',
    'person_id',
    'conviction_id',
    'approval_id',
    'pack',
    'basis',
    'entered_by',
  ],
  ...INDEX_COLUMNS,
  ...LIFE_COLUMNS,
} as const
export type TableName = keyof typeof COLUMNS

export type Rows = Record<TableName, Row[]>

export type Making = {
  seed: number
  keyring: Keyring
  world: InventedWorld
  /** Who is written as proposer and approver, and the approval that stands for the whole batch. */
  author_id: string
  approver_id: string
  approval_id: string
  /** Who is written as having recorded what happened after release. */
  desk_id: string
  today: string
  /** In force today, and those before it, oldest first. */
  pack: Pack
  packs_before: readonly Pack[]
  /** Who bore which name so far. */
  singles: SinglesSeen
  /** How often each part of a name came so far. */
  counts: NameCounts
}

/** An id that only (seed, person, table, n) decide; version 8, so that it cannot be taken for a random one. */
function idOf(seed: number, index: number, table: number, n: number): string {
  const hex = (value: number, width: number) => value.toString(16).padStart(width, '0')
  return `${hex(seed, 8)}-${hex(table, 4)}-8${hex(n, 3)}-8000-${hex(index, 12)}`
}

/** Which of a person's convictions register him, judged without what happened on appeal later. */
export function judged(
  person: InventedPerson,
  { today, pack }: Pick<Making, 'today' | 'pack'>,
): { conviction: InventedConviction; eligibility: JudgmentEligibility }[] {
  return person.convictions.map((conviction) => ({
    conviction,
    eligibility: decideJudgment(
      { ...conviction, offences: [conviction.offence], appeal: [] },
      person,
      pack,
      today,
    ),
  }))
}

/** Whether a conviction of his registers him. */
export const isRegistered = (person: InventedPerson, making: Pick<Making, 'today' | 'pack'>): boolean =>
  judged(person, making).some(({ eligibility }) => eligibility.outcome === 'yes')

/** The birth year that a date or a stated age gives; null when neither is known. */
export const bornYearOf = (p: InventedPerson): number | null =>
  p.born_on
    ? Number(p.born_on.slice(0, 4))
    : p.age_years !== null && p.age_on
      ? Number(p.age_on.slice(0, 4)) - p.age_years
      : null

const kindOf = (kind: InventedPerson['names'][number]['kind']) => (kind === 'husband' ? 'father' : kind)

const cardOfInvented = (person: InventedPerson) =>
  cardOf({
    names: person.names.map(({ kind, script, text }) => ({ kind: kindOf(kind), script, text })),
    cnic: person.documents.find((d) => d.kind === 'cnic')?.number ?? null,
    born_year: bornYearOf(person),
  })

/** Adds the rows of one person; returns false (and adds nothing) when no conviction of his registers him. */
export function addRows(rows: Rows, person: InventedPerson, serial: number, making: Making): boolean {
  const results = judged(person, making)
  const first = results.find((r) => r.eligibility.outcome === 'yes')
  if (!first) return false
  const person_id = idOf(making.seed, person.index, 1, 0)
  const key = newDataKey(making.keyring, person_id)
  const by = { person_id, key, source_on: first.conviction.convicted_on, making, person }
  const number = `NSOR-${by.source_on.slice(0, 4)}-${String(serial).padStart(6, '0')}`
  const sealed = [key.wrapped_key, key.kek_id, sealCard(key, person_id, cardOfInvented(person))]
  rows['register.person'].push([person_id, number, person.district_id, person.station_id, ...sealed])
  addIdentity(rows, by)
  addNameIndex(rows, by)
  for (const [n, result] of results.entries()) addConviction(rows, by, n, result)
  for (const [n, c] of person.custody.entries()) {
    const custody_id = idOf(making.seed, person.index, 7, n)
    rows['register.custody'].push([custody_id, person_id, c.from_on, c.to_on, 'return', making.author_id])
  }
  const id = (table: number, n: number) => idOf(making.seed, person.index, table, n)
  addLife({ rows, person, person_id, key, making, id })
  return true
}

function addConviction(
  rows: Rows,
  by: By,
  n: number,
  { conviction, eligibility }: ReturnType<typeof judged>[number],
) {
  const { making, person, person_id } = by
  const id = (table: number, m: number) => idOf(making.seed, person.index, table, m)
  const conviction_id = id(6, n)
  rows['register.conviction'].push(convictionRow(conviction, conviction_id, by))
  for (const [m, a] of conviction.appeal.entries()) {
    const appeal = [id(8, n * 64 + m), conviction_id, a.event, a.on, m]
    rows['register.appeal_event'].push([...appeal, 'return', making.author_id])
  }
  if (eligibility.outcome !== 'yes') return
  const entered = [making.approval_id, making.pack.pack, JSON.stringify(eligibility), making.approver_id]
  rows['register.registration'].push([id(9, n), person_id, conviction_id, ...entered])
}

type By = { person_id: string; key: DataKey; source_on: string; making: Making; person: InventedPerson }

function addIdentity(rows: Rows, { person_id, key, source_on, making, person }: By) {
  const id = (table: number, n: number) => idOf(making.seed, person.index, table, n)
  const source = ['return', source_on, making.author_id]
  const { sex, born_on, district_id } = person
  rows['register.person_detail'].push([id(2, 0), person_id, sex, born_on, bornYearOf(person), ...source])
  for (const [n, { kind, script, text }] of person.names.entries()) {
    const name_id = id(3, n)
    const text_enc = seal(key, { table: 'person_name', row: name_id, column: 'text_enc' }, text)
    rows['register.person_name'].push([name_id, person_id, kindOf(kind), script, n, text_enc, ...source])
  }
  for (const [n, { kind, number }] of person.documents.entries()) {
    const document_id = id(4, n)
    const number_enc = seal(key, { table: 'person_document', row: document_id, column: 'number_enc' }, number)
    const index = blindIndex(making.keyring, kind, canonicalDocument(kind, number))
    rows['register.person_document'].push([document_id, person_id, kind, number_enc, index, ...source])
  }
  const address_id = id(5, 0)
  const place = { table: 'person_address', row: address_id, column: 'text_enc' }
  const text_enc = seal(key, place, person.address.text_en)
  rows['register.person_address'].push([address_id, person_id, text_enc, district_id, source_on, ...source])
}

/** What an invented person is compared by. */
export function matchCardOfInvented(person: InventedPerson): MatchCard {
  const { sex, born_on, district_id } = person
  const born_year = bornYearOf(person)
  const of = (is_father: boolean) =>
    person.names.filter(({ kind }) => (kindOf(kind) === 'father') === is_father).map(({ text }) => text)
  return matchCardOf({
    ...{ names: of(false), fathers: of(true), sex, district_ids: [district_id] },
    births: born_on
      ? [{ kind: 'day', on: born_on }]
      : born_year === null
        ? []
        : [{ kind: 'year', year: born_year }],
    cnics: person.documents.filter(({ kind }) => kind === 'cnic').map(({ number }) => number),
  })
}

/** The keys and the card that the person is found and compared by. */
function addNameIndex(rows: Rows, { person_id, key, making, person }: By) {
  const { district_id, station_id } = person
  const card = matchCardOfInvented(person)
  countCard(making.counts, card, parseOnce)
  const made = indexRows(making.keyring, { person_id, district_id, station_id, key, card }, making.singles)
  rows['register.person_key'].push(...made['register.person_key'])
  rows['register.match_card'].push(...made['register.match_card'])
}

function convictionRow(c: InventedConviction, conviction_id: string, { person_id, making }: By): Row {
  const station = c.fir ? making.world.station_of.get(c.fir.station_id) : undefined
  const months = c.sentence.life ? null : c.sentence.years * 12 + c.sentence.months
  return [
    ...[
      conviction_id,
      person_id,
      station?.name_en ?? c.court.name_en,
      c.fir?.year ?? Number(c.offence_on.slice(0, 4)),
      c.fir?.number ?? 0,
    ],
    ...[
      c.court.name_en,
      c.case_number,
      `{${c.offence}}`,
      c.offence_on,
      c.convicted_on,
      c.country,
      c.jurisdiction,
    ],
    ...[
      c.victim,
      c.disposal,
      c.juvenile,
      months,
      c.sentence.life,
      c.sentence.fine_pkr,
      Buffer.from(c.judgment.sha256, 'hex'),
      'return',
    ],
    making.author_id,
  ]
}
