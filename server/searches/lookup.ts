/**
 * The look-up by an exact number: the one hot path of the register (bar: 2,500 a second on two cores).
 *
 * Two flights (decision 0016). The first begins, binds the scope, counts the quota and finds the people: a prepared
 * statement joins hit and person, whose card (server/people/card.ts) holds what a result shows, so that row-level
 * security, the wrapped key and the card come in one row. Then it is decided. The second carries the search record,
 * the audit event and the commit. No Kysely: compiling its query costs as much as running it.
 */
import { randomUUIDv7 } from 'node:crypto'
import type { FoundPerson, Search, SearchMade } from '../../contract/searches.ts'
import type { Purpose } from '../../domain/access/actor.ts'
import { stationSpellings } from '../../domain/identifier/fir-key.ts'
import type { LookupKey } from '../../domain/identifier/query.ts'
import type { Card } from '../../domain/person/card.ts'
import { openCard } from '../people/card.ts'
import {
  type RegisterTx,
  type Asked as Sent,
  type Statement,
  send,
  withCommit,
} from '../platform/database.ts'
import { blindIndex, type DataKey, newDataKey, openDataKey, seal } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'

/** LAW 3, DESIGN 5: results are capped. */
const MOST_PEOPLE = 50

/** Nearly every record stands alone and was never linked: of it nothing more is read. */
const WITH_RECORDS = `case when p.is_linked
     then (select array_agg(r.record_number) from register.linked_records(p.person_id) r where r.person_id <> p.person_id) end as with_records`
const SHOWN = `p.person_id, p.record_number, p.district_id, p.station_id, p.wrapped_key, p.kek_id, p.card_enc, ${WITH_RECORDS}`

/**
 * These are sent ahead of the decision. Of an act whose quota is used up nothing is read, lest the time of the
 * refusal tell whether there was anybody; what is visible is row-level security's alone.
 */
const IS_COUNTED = `current_setting('amanat.has_quota', true) = 'true'`

/** Number_index is an HMAC: equal bytes are an equal number. A corrected number still finds its person. */
export const BY_DOCUMENT: Statement = {
  name: 'lookup_document',
  text: `select distinct on (p.record_number) ${SHOWN}, d.superseded_at is not null as is_superseded
      from register.person_document d join register.person p on p.person_id = d.person_id
     where d.number_index = $1 and d.kind = $2 and ${IS_COUNTED}
     order by p.record_number, is_superseded limit ${MOST_PEOPLE}`,
}
const BY_RECORD_NUMBER: Statement = {
  name: 'lookup_record_number',
  text: `select ${SHOWN}, false as is_superseded from register.person p
     where p.record_number = any($1) and ${IS_COUNTED} order by p.record_number limit ${MOST_PEOPLE}`,
}
const BY_FIR: Statement = {
  name: 'lookup_fir',
  text: `select distinct on (p.record_number) ${SHOWN}, false as is_superseded
      from register.conviction c join register.person p on p.person_id = c.person_id
     where c.fir_number = $1 and c.fir_year = $2 and lower(c.fir_station) = any($3) and ${IS_COUNTED}
     order by p.record_number limit ${MOST_PEOPLE}`,
}
export const BY_ID: Statement = {
  name: 'lookup_person_id',
  text: `select ${SHOWN}, false as is_superseded from register.person p where p.person_id = any($1) order by p.record_number`,
}

export const INSERT_SEARCH: Statement = {
  name: 'insert_search',
  text: `insert into register.search (search_id, officer_id, kind, purpose, query_enc, case_reference_enc, wrapped_key, kek_id, person_ids, answer_enc)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
}

export type Row = {
  person_id: string
  record_number: string
  district_id: string
  station_id: string
  wrapped_key: Buffer | null
  kek_id: string
  is_superseded: boolean
  card_enc: Buffer | null
  with_records: string[] | null
}

export type Asked = {
  officer_id: string
  /** What was typed, kept sealed; the key is what was understood. */
  query: string
  purpose: Purpose
  case_reference: string
}

/** The statement that a key asks for; the rows come back in scope only. */
export function findingOf(program: Program, key: LookupKey): Sent {
  switch (key.kind) {
    case 'cnic':
    case 'passport':
      return { statement: BY_DOCUMENT, values: [blindIndex(program.keyring, key.kind, key.number), key.kind] }
    case 'record_number':
      return { statement: BY_RECORD_NUMBER, values: [key.numbers] }
    case 'fir': {
      const { fir_number, fir_year, fir_station } = key.fir
      const spellings = stationSpellings(fir_station, program.places.stations.values())
      return { statement: BY_FIR, values: [fir_number, fir_year, spellings] }
    }
  }
}

/** Shows the people found by `findingOf` and keeps the search; it is committed with the audit event or not at all. */
export function keepLookUp(
  tx: RegisterTx,
  program: Program,
  { kind }: LookupKey,
  asked: Asked,
  found: readonly object[],
): SearchMade {
  const search_id = randomUUIDv7()
  const results = peopleOf(program, found as readonly Row[], kind)
  keepSearch(tx, kind, { search_id, ...asked, ...sealSearch(program, search_id, asked), results })
  return { search_id, kind, results: onePerPerson(results), answer: null }
}

/** Keeps the purpose for which one known person's record is opened: a search that names its person beforehand. */
export function keepPurpose(
  tx: RegisterTx,
  program: Program,
  person_id: string,
  asked: Omit<Asked, 'query'>,
): string {
  const search_id = randomUUIDv7()
  const all = { ...asked, query: '' }
  keepSearch(tx, 'person', {
    search_id,
    ...all,
    ...sealSearch(program, search_id, all),
    results: [{ person_id }],
  })
  return search_id
}

export const place = (search_id: string, column: string) => ({ table: 'search', row: search_id, column })

export function sealSearch({ keyring }: Program, search_id: string, asked: Asked) {
  const key = newDataKey(keyring, search_id)
  return {
    key,
    query_enc: seal(key, place(search_id, 'query_enc'), asked.query),
    case_reference_enc: seal(key, place(search_id, 'case_reference_enc'), asked.case_reference),
  }
}

type Kept = Asked & {
  search_id: string
  key: DataKey
  query_enc: Buffer
  case_reference_enc: Buffer
  results: readonly { person_id: string }[]
  /** Of a search by name, sealed. */
  answer_enc?: Buffer
}

/** Sends the search's row with the commit. */
export function keepSearch(tx: RegisterTx, kind: string, s: Kept): void {
  const { wrapped_key, kek_id } = s.key
  const person_ids = s.results.map((r) => r.person_id)
  const values = [s.search_id, s.officer_id, kind, s.purpose, s.query_enc, s.case_reference_enc]
  withCommit(tx, send(tx, INSERT_SEARCH, [...values, wrapped_key, kek_id, person_ids, s.answer_enc ?? null]))
}

const NO_CARD: Card = {
  name: { latin: null, ur: null },
  father: { latin: null, ur: null },
  born_year: null,
  cnic_tail: null,
}

/** The people found, each by his card; of one whose key was destroyed only the number is left. */
export function peopleOf(program: Program, rows: readonly Row[], on: Search['kind']): FoundPerson[] {
  return rows.map((row) => {
    const key = openDataKey(program.keyring, row.person_id, row)
    const card = key && row.card_enc ? openCard(key, row.person_id, row.card_enc) : NO_CARD
    const district = program.places.districts.get(row.district_id)
    const station = program.places.stations.get(row.station_id)
    return {
      ...{ person_id: row.person_id, record_number: row.record_number, ...card },
      district: { en: district?.name_en ?? row.district_id, ur: district?.name_ur ?? row.district_id },
      station: { en: station?.name_en ?? row.station_id, ur: station?.name_ur ?? row.station_id },
      matched: { on, is_superseded: row.is_superseded },
      ...{ score: null, with_records: row.with_records ?? [] },
    }
  })
}

/** Each person once, by the record that stands first; it names his others. */
export function onePerPerson(people: readonly FoundPerson[]): FoundPerson[] {
  const named = new Set<string>()
  return people.filter(({ record_number, with_records }) => {
    if (named.has(record_number)) return false
    for (const other of with_records) named.add(other)
    return true
  })
}
