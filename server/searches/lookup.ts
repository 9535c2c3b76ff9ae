/**
 * The look-up by an exact number: the one hot path of the register (bar: 2,500 a second on two cores).
 *
 * One flight finds the people: a prepared statement joins hit, person, names, CNIC and birth year, so that row-level
 * security and the wrapped key come with the row. A second flight, that of the commit, carries the search record and
 * the audit event. Meanwhile the query is sealed; keys are unwrapped for hits only. No Kysely: compiling its
 * query costs as much as running it.
 */
import { randomUUID } from 'node:crypto'
import type { FoundPerson, Search } from '../../contract/searches.ts'
import type { Purpose } from '../../domain/access/actor.ts'
import { stationSpellings } from '../../domain/identifier/fir-key.ts'
import type { LookupKey } from '../../domain/identifier/query.ts'
import { type RegisterTx, type Statement, send, withCommit } from '../platform/database.ts'
import { blindIndex, type DataKey, newDataKey, open, openDataKey, seal } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'

/** LAW 3, DESIGN 5: results are capped. */
const MOST_PEOPLE = 50

/** What a hit becomes: a row for each live name of each person found. `hit` gives person_id and is_superseded. */
const people = (name: string, hit: string): Statement => ({
  name,
  text: `with hit as materialized (${hit})
    select p.person_id, p.record_number, p.district_id, p.station_id, p.wrapped_key, p.kek_id, hit.is_superseded,
           n.name_id, n.kind, n.script, n.text_enc, c.document_id, c.number_enc, d.born_year
      from hit
      join register.person p on p.person_id = hit.person_id
      left join register.person_name n on n.person_id = p.person_id and n.superseded_at is null and n.kind <> 'alias'
      left join register.person_document c on c.person_id = p.person_id and c.superseded_at is null and c.kind = 'cnic'
      left join register.person_detail d on d.person_id = p.person_id and d.superseded_at is null
     order by p.record_number, n.ordinal, n.added_at, n.name_id`,
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
  name_id: string | null
  kind: 'name' | 'father' | null
  script: 'Latn' | 'Arab' | null
  text_enc: Buffer | null
  document_id: string | null
  number_enc: Buffer | null
  born_year: number | null
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
  const search_id = randomUUID()
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
  const search_id = randomUUID()
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

/** One person for the rows of his names; the first name of each kind and script is the one shown. */
function peopleOf(program: Program, rows: Row[], on: Search['kind']): FoundPerson[] {
  const found = new Map<string, { person: FoundPerson; key: DataKey | undefined }>()
  for (const row of rows) {
    let known = found.get(row.person_id)
    if (!known) {
      const key = openDataKey(program.keyring, row.person_id, row)
      known = { person: personOf(program, row, key, on), key }
      found.set(row.person_id, known)
    }
    if (known.key && row.name_id && row.text_enc && row.kind) {
      const script = row.script === 'Arab' ? 'ur' : 'latin'
      known.person[row.kind][script] ??= open(known.key, namePlace(row.name_id), row.text_enc)
    }
  }
  return [...found.values()].map(({ person }) => person)
}

const namePlace = (name_id: string) => ({ table: 'person_name', row: name_id, column: 'text_enc' })
const CNIC_TAIL = 3

function personOf(program: Program, row: Row, key: DataKey | undefined, on: Search['kind']): FoundPerson {
  const district = program.places.districts.get(row.district_id)
  const station = program.places.stations.get(row.station_id)
  const cnic =
    key && row.document_id && row.number_enc
      ? open(key, { table: 'person_document', row: row.document_id, column: 'number_enc' }, row.number_enc)
      : undefined
  return {
    person_id: row.person_id,
    record_number: row.record_number,
    name: { latin: null, ur: null },
    father: { latin: null, ur: null },
    born_year: row.born_year,
    district: { en: district?.name_en ?? row.district_id, ur: district?.name_ur ?? row.district_id },
    station: { en: station?.name_en ?? row.station_id, ur: station?.name_ur ?? row.station_id },
    cnic_tail: cnic?.replace(/\D/g, '').slice(-CNIC_TAIL) ?? null,
    matched: { on, is_superseded: row.is_superseded },
  }
}
