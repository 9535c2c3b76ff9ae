/** Every version of a person's names, documents, details and addresses, each with its source; nothing is ever dropped. */
import type { PersonIdentity } from '../../contract/people.ts'
import type { SpokenLanguage } from '../../domain/serving/language.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { DataKey } from '../platform/keys.ts'
import type { Places } from '../platform/places.ts'
import { listCivilEvents } from './civil.ts'
import { districtName, openAt } from './head.ts'
import { listLanguages } from './language.ts'
import { listLinked } from './linked.ts'

/** Digits of a document's number left to see. */
const NUMBER_TAIL = 3
type Kept = { added_by: string; name_en: string; name_ur: string }
type Versions = Omit<PersonIdentity, 'person'>
type AddressShown = PersonIdentity['addresses'][number]

const by = ({ name_en, name_ur }: Kept) => ({ en: name_en, ur: name_ur })
const erased = '—'

/** Live versions first, then the newest; a stable order. */
const listVersions = (tx: RegisterTx, person_id: string) =>
  Promise.all([
    tx
      .selectFrom('register.person_name as v')
      .innerJoin('access.officer as o', 'o.officer_id', 'v.added_by')
      .selectAll('v')
      .select(['o.name_en', 'o.name_ur'])
      .where('person_id', '=', person_id)
      .orderBy('superseded_at', (order) => order.desc().nullsFirst())
      .orderBy('ordinal')
      .orderBy('name_id')
      .execute(),
    tx
      .selectFrom('register.person_document as v')
      .innerJoin('access.officer as o', 'o.officer_id', 'v.added_by')
      .selectAll('v')
      .select(['o.name_en', 'o.name_ur'])
      .where('person_id', '=', person_id)
      .orderBy('superseded_at', (order) => order.desc().nullsFirst())
      .orderBy('document_id')
      .execute(),
    tx
      .selectFrom('register.person_detail as v')
      .innerJoin('access.officer as o', 'o.officer_id', 'v.added_by')
      .selectAll('v')
      .select(['o.name_en', 'o.name_ur'])
      .where('person_id', '=', person_id)
      .orderBy('superseded_at', (order) => order.desc().nullsFirst())
      .orderBy('detail_id')
      .execute(),
    listAddressRows(tx, person_id).execute(),
    listLanguages(tx, person_id),
    tx.selectFrom('register.person_photo').select('photo_id').where('person_id', '=', person_id).execute(),
  ])

const listAddressRows = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.person_address as v')
    .innerJoin('access.officer as o', 'o.officer_id', 'v.added_by')
    .selectAll('v')
    .select(['o.name_en', 'o.name_ur'])
    .where('person_id', '=', person_id)
    .orderBy('superseded_at', (order) => order.desc().nullsFirst())
    .orderBy('added_at', 'desc')
    .orderBy('address_id')
type AddressRow = Awaited<ReturnType<ReturnType<typeof listAddressRows>['execute']>>[number]

function addressOf(places: Places, key: DataKey | undefined, row: AddressRow): AddressShown {
  const { address_id, text_enc, district_id, from_on, to_on, superseded_at } = row
  return {
    ...{ address_id, from_on, to_on, superseded_at, ...sourceOf(row) },
    text: key ? openAt(key, 'person_address', address_id, 'text_enc', text_enc) : erased,
    district: district_id ? districtName(places, district_id) : null,
  }
}

const sourceOf = (row: Kept & { source_kind: string; source_on: string | null; added_at: string }) => ({
  source_kind: row.source_kind,
  source_on: row.source_on,
  added_at: row.added_at,
  added_by: by(row),
})

/** Where he lives: the live address without an end, else the one that ended last; undefined when none is known. */
export async function findAddress(
  tx: RegisterTx,
  places: Places,
  key: DataKey | undefined,
  person_id: string,
): Promise<AddressShown | undefined> {
  const live = await listAddressRows(tx, person_id).where('superseded_at', 'is', null).execute()
  const latest = live.toSorted((a, b) => (b.to_on ?? '').localeCompare(a.to_on ?? ''))
  const row = live.find(({ to_on }) => to_on === null) ?? latest[0]
  return row && addressOf(places, key, row)
}

/** Every address ever held, the live ones first. */
export const listAddresses = async (
  tx: RegisterTx,
  places: Places,
  key: DataKey | undefined,
  person_id: string,
): Promise<AddressShown[]> =>
  (await listAddressRows(tx, person_id).execute()).map((row) => addressOf(places, key, row))

/** All versions, opened; of a document's number only its end. */
export async function listIdentity(
  tx: RegisterTx,
  places: Places,
  key: DataKey | undefined,
  person_id: string,
): Promise<Versions> {
  const [names, documents, details, addresses, languages, photos] = await listVersions(tx, person_id)
  const linked = await listLinked(tx, places, person_id)
  const civil = await listCivilEvents(tx, key, person_id)
  const text = (table: string, row: string, column: string, sealed: Buffer) =>
    key ? openAt(key, table, row, column, sealed) : erased
  return {
    names: names.map((row) => ({
      ...{ name_id: row.name_id, kind: row.kind, script: row.script, superseded_at: row.superseded_at },
      ...{ text: text('person_name', row.name_id, 'text_enc', row.text_enc), ...sourceOf(row) },
    })),
    documents: documents.map((row) => ({
      ...{ document_id: row.document_id, kind: row.kind, superseded_at: row.superseded_at, ...sourceOf(row) },
      number_tail: text('person_document', row.document_id, 'number_enc', row.number_enc).slice(-NUMBER_TAIL),
    })),
    details: details.map((row) => ({
      ...{ detail_id: row.detail_id, sex: row.sex, born_on: row.born_on, born_year: row.born_year },
      ...{ superseded_at: row.superseded_at, ...sourceOf(row) },
    })),
    languages: languages.map(({ language_id, language, asked_on, superseded_at, ...row }) => ({
      ...{ language_id, language: language as SpokenLanguage, superseded_at },
      ...sourceOf({ ...row, source_on: asked_on }),
    })),
    addresses: addresses.map((row) => addressOf(places, key, row)),
    ...{ photo_count: photos.length, linked, civil },
  }
}

/** The full numbers of the live documents. */
export async function listNumbers(
  tx: RegisterTx,
  key: DataKey,
  person_id: string,
): Promise<{ kind: 'cnic' | 'passport' | 'other'; number: string }[]> {
  const rows = await tx
    .selectFrom('register.person_document')
    .select(['document_id', 'kind', 'number_enc'])
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .orderBy('kind')
    .orderBy('document_id')
    .execute()
  return rows.map(({ document_id, kind, number_enc }) => ({
    kind,
    number: openAt(key, 'person_document', document_id, 'number_enc', number_enc),
  }))
}
