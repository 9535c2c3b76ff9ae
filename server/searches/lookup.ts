/**
 * The look-up by an exact number: the one hot path of the register (bar: 2,500 a second on two cores).
 *
 * One flight finds the people: a prepared statement joins hit and person, whose card (server/people/card.ts) holds what
 * a result shows, so that row-level security, the wrapped key and the card come in one row. A second flight, that of the commit, carries the search record and
 * the audit event. Meanwhile the query is sealed; keys are unwrapped for hits only. No Kysely: compiling its
 * query costs as much as running it.
 */
import { randomUUIDv7 } from 'node:crypto'
import type { FoundPerson, Search } from '../../contract/searches.ts'
import type { Purpose } from '../../domain/access/actor.ts'
import { stationSpellings } from '../../domain/identifier/fir-key.ts'
import type { LookupKey } from '../../domain/identifier/query.ts'
import type { Card } from '../../domain/person/card.ts'
import { openCard } from '../people/card.ts'
import { type RegisterTx, type Statement, send, withCommit } from '../platform/database.ts'
import { blindIndex, type DataKey, newDataKey, open, openDataKey, seal } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'

/** LAW 3, DESIGN 5: results are capped. */
const MOST_PEOPLE = 50

/** A row for each person found, his card with it. `hit` gives person_id and is_superseded. */
const people = (name: string, hit: string): Statement => ({
  name,
  text: `select p.person_id, p.record_number, p.district_id, p.station_id, p.wrapped_key, p.kek_id, p.card_enc, hit.is_superseded
      from (${hit}) hit join register.person p on p.person_id = hit.person_id
     order by p.record_number`,
})

/** Number_index is an HMAC: equal bytes are an equal number. A corrected number still finds its person. */
export const BY_DOCUMENT = people(
  'lookup_document',
  `select person_id, bool_and(superseded_at is not null) as is_superseded
     from register.person_document where number_index = $1 and kind = $2
    group by person_id order by person_id limit ${MOST_PEOPLE}`,
)
const BY_RECORD_NUMBER = people(
  'lookup_record_number',
  'select person_id, false as is_superseded from register.person where record_number = any($1)',
)
const BY_FIR = people(
  'lookup_fir',
  `select distinct person_id, false as is_superseded from register.conviction
    where fir_number = $1 and fir_year = $2 and lower(fir_station) = any($3)
    order by person_id limit ${MOST_PEOPLE}`,
)
const BY_ID = people(
  'lookup_person_id',
  `select person_id, false as is_superseded from unnest($1::uuid[]) as found (person_id)`,
)

export const INSERT_SEARCH: Statement = {
  name: 'insert_search',
  text: `insert into register.search (search_id, officer_id, kind, purpose, query_enc, case_reference_enc, wrapped_key, kek_id, person_ids)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
}

type Row = {
  person_id: string
  record_number: string
  district_id: string
  station_id: string
  wrapped_key: Buffer | null
  kek_id: string
  is_superseded: boolean
  card_enc: Buffer | null
}

export type Asked = {
  officer_id: string
  /** What was typed, kept sealed; the key is what was understood. */
  query: string
  purpose: Purpose
  case_reference: string
}

/** Sends the statement that a key asks for; the rows come back in scope only. */
function findRows(tx: RegisterTx, program: Program, key: LookupKey): Promise<Row[]> {
  switch (key.kind) {
    case 'cnic':
    case 'passport':
      return send<Row>(tx, BY_DOCUMENT, [blindIndex(program.keyring, key.kind, key.number), key.kind])
    case 'record_number':
      return send<Row>(tx, BY_RECORD_NUMBER, [key.numbers])
    case 'fir': {
      const { fir_number, fir_year, fir_station } = key.fir
      const spellings = stationSpellings(fir_station, program.places.stations.values())
      return send<Row>(tx, BY_FIR, [fir_number, fir_year, spellings])
    }
  }
}

/** Looks people up by a number and keeps the search; both are committed with the audit event or not at all. */
export async function lookUp(
  tx: RegisterTx,
  program: Program,
  key: LookupKey,
  asked: Asked,
): Promise<{ search_id: string; kind: LookupKey['kind']; results: FoundPerson[] }> {
  const finding = findRows(tx, program, key)
  const search_id = randomUUIDv7()
  const sealed = sealSearch(program, search_id, asked) // while the database works
  const results = peopleOf(program, await finding, key.kind)
  keepSearch(tx, key.kind, { search_id, ...asked, ...sealed, results })
  return { search_id, kind: key.kind, results }
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

const place = (search_id: string, column: string) => ({ table: 'search', row: search_id, column })

function sealSearch({ keyring }: Program, search_id: string, asked: Asked) {
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
  results: { person_id: string }[]
}

/** Sends the search's row with the commit. */
function keepSearch(tx: RegisterTx, kind: string, s: Kept): void {
  const { wrapped_key, kek_id } = s.key
  const person_ids = s.results.map((r) => r.person_id)
  const values = [s.search_id, s.officer_id, kind, s.purpose, s.query_enc, s.case_reference_enc]
  withCommit(tx, send(tx, INSERT_SEARCH, [...values, wrapped_key, kek_id, person_ids]))
}

/** A kept search of the officer's own, with its people as they are now and as far as he may see them now. */
export async function findSearch(
  tx: RegisterTx,
  program: Program,
  search_id: string,
): Promise<Search | undefined> {
  const row = await tx
    .selectFrom('register.search')
    .select(['search_id', 'kind', 'purpose', 'searched_at', 'person_ids'])
    .select(['query_enc', 'case_reference_enc', 'wrapped_key', 'kek_id'])
    .where('search_id', '=', search_id)
    .executeTakeFirst()
  const key = row && openDataKey(program.keyring, search_id, row)
  if (!row || !key) return undefined
  const { kind, purpose, searched_at, person_ids, query_enc, case_reference_enc } = row
  return {
    ...{ search_id, kind, purpose, searched_at },
    query: open(key, place(search_id, 'query_enc'), query_enc),
    case_reference:
      case_reference_enc && open(key, place(search_id, 'case_reference_enc'), case_reference_enc),
    results: peopleOf(program, await send<Row>(tx, BY_ID, [person_ids]), kind),
  }
}

const NO_CARD: Card = {
  name: { latin: null, ur: null },
  father: { latin: null, ur: null },
  born_year: null,
  cnic_tail: null,
}

/** The people found, each by his card; of one whose key was destroyed only the number is left. */
function peopleOf(program: Program, rows: Row[], on: Search['kind']): FoundPerson[] {
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
    }
  })
}
