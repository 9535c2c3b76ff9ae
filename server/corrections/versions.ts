/** The versions of a person's fields: finding the live one, marking it as replaced, writing the next. Nothing is deleted. */
import { type Correctable, scriptOfName, VERSION_OF } from '../../domain/correction/correction.ts'
import { canonicalDocument } from '../../domain/identifier/document.ts'
import type { RegisterTx } from '../platform/database.ts'
import { blindIndex, type DataKey, type Keyring, open, seal } from '../platform/keys.ts'

/** A live version: what it holds in words, and its row as stored. */
export type Version = { target_id: string; text: string; row: Record<string, unknown> }

const live = (tx: RegisterTx, person_id: string) => ({
  names: () =>
    tx
      .selectFrom('register.person_name')
      .selectAll()
      .where('person_id', '=', person_id)
      .where('superseded_at', 'is', null)
      .orderBy('ordinal')
      .orderBy('name_id')
      .execute(),
  documents: () =>
    tx
      .selectFrom('register.person_document')
      .selectAll()
      .where('person_id', '=', person_id)
      .where('superseded_at', 'is', null)
      .orderBy('document_id')
      .execute(),
  details: () =>
    tx
      .selectFrom('register.person_detail')
      .selectAll()
      .where('person_id', '=', person_id)
      .where('superseded_at', 'is', null)
      .orderBy('added_at', 'desc')
      .orderBy('detail_id')
      .execute(),
  addresses: () =>
    tx
      .selectFrom('register.person_address')
      .selectAll()
      .where('person_id', '=', person_id)
      .where('superseded_at', 'is', null)
      .orderBy('address_id')
      .execute(),
})

/** The live versions of one field, opened; numbers are told in full, since they are compared with a paper. */
export async function listLive(
  tx: RegisterTx,
  key: DataKey,
  person_id: string,
  field: Correctable,
): Promise<Version[]> {
  const rows = live(tx, person_id)
  switch (VERSION_OF[field]) {
    case 'person_name':
      return (await rows.names())
        .filter((row) => row.kind === field)
        .map((row) => ({
          target_id: row.name_id,
          row,
          text: open(key, place('person_name', row.name_id), row.text_enc),
        }))
    case 'person_document':
      return (await rows.documents())
        .filter((row) => row.kind === field)
        .map((row) => ({
          ...{ target_id: row.document_id, row },
          text: open(key, place('person_document', row.document_id), row.number_enc),
        }))
    case 'person_detail':
      return (await rows.details()).map((row) => ({
        ...{ target_id: row.detail_id, row },
        text: field === 'sex' ? row.sex : (row.born_on ?? String(row.born_year ?? '')),
      }))
    case 'person_address':
      return (await rows.addresses()).map((row) => ({
        ...{ target_id: row.address_id, row },
        text: open(key, place('person_address', row.address_id), row.text_enc),
      }))
  }
}

const place = (table: 'person_name' | 'person_document' | 'person_address', row: string) => ({
  ...{ table, row },
  column: table === 'person_document' ? 'number_enc' : 'text_enc',
})

const ID_OF = {
  person_name: 'name_id',
  person_document: 'document_id',
  person_detail: 'detail_id',
  person_address: 'address_id',
} as const

/** Marks a version as replaced; it stays, and stays findable. */
export async function supersede(
  tx: RegisterTx,
  field: Correctable,
  target_id: string,
  at: string,
): Promise<void> {
  const table = VERSION_OF[field]
  await tx
    .updateTable(`register.${table}`)
    .set({ superseded_at: at })
    .where(ID_OF[table] as 'name_id', '=', target_id)
    .execute()
}

export type Next = {
  tx: RegisterTx
  keyring: Keyring
  key: DataKey
  /** The new row's id: that of the correction, so that each version names the proposal it came from. */
  correction_id: string
  person_id: string
  field: Correctable
  value: string
  before: Version | undefined
  source: { source_kind: 'correction'; source_on: string; added_by: string; added_at: string }
}

/** Writes the next version; what the correction does not touch is taken over from the one before. */
export async function insertVersion(next: Next): Promise<void> {
  const { tx, keyring, key, correction_id, person_id, field, value, before, source } = next
  const table = VERSION_OF[field]
  const own = { person_id, ...source }
  switch (table) {
    case 'person_name': {
      const text_enc = seal(key, place(table, correction_id), value)
      const named = { kind: field as 'name' | 'father' | 'alias', script: scriptOfName(value) }
      const ordinal = Number(before?.row['ordinal'] ?? 0)
      const row = { name_id: correction_id, ...named, ordinal, text_enc, ...own }
      await tx.insertInto('register.person_name').values(row).execute()
      return
    }
    case 'person_document': {
      const kind = field as 'cnic' | 'passport'
      const number_enc = seal(key, place(table, correction_id), value)
      const number_index = blindIndex(keyring, kind, canonicalDocument(kind, value))
      const row = { document_id: correction_id, kind, number_enc, number_index, ...own }
      await tx.insertInto('register.person_document').values(row).execute()
      return
    }
    case 'person_detail': {
      const { sex, born_on, born_year } = detailOf(before)
      const born =
        field === 'born_on'
          ? { born_on: value, born_year: Number(value.slice(0, 4)) }
          : { born_on, born_year }
      const row = {
        detail_id: correction_id,
        sex: field === 'sex' ? (value as typeof sex) : sex,
        ...born,
        ...own,
      }
      await tx.insertInto('register.person_detail').values(row).execute()
      return
    }
    case 'person_address': {
      const text_enc = seal(key, place(table, correction_id), value)
      const district_id = (before?.row['district_id'] ?? null) as string | null
      const row = { address_id: correction_id, text_enc, district_id, ...own }
      await tx.insertInto('register.person_address').values(row).execute()
      return
    }
  }
}

type Detail = { sex: 'male' | 'female' | 'x'; born_on: string | null; born_year: number | null }

/** The detail that goes on; a person has one from his entry. */
function detailOf(before: Version | undefined): Detail {
  if (!before) throw new Error('a person without a detail row')
  return before.row as unknown as Detail
}
