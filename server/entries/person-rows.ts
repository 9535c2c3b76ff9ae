/** The rows of a person: what an approved entry writes, sealed under the person's key. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { DraftBody } from '../../contract/draft-body.ts'
import { canonicalDocument } from '../../domain/identifier/document.ts'
import { recordNumber } from '../../domain/identifier/record-number.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { blindIndex, type DataKey, type Keyring, newDataKey, seal } from '../platform/keys.ts'
import { listNames } from './holders.ts'

type PersonFacts = DraftBody['person']

/** Whose rows are written, from what, and who proposed them. */
export type Writing = {
  tx: RegisterTx
  keyring: Keyring
  person_id: string
  key: DataKey
  /** `source_on` is the day of the judgment. */
  source: { source_kind: 'return' | 'judgment'; source_on: string; added_by: string; added_at: string }
}

/** A new person with a record number of this year. */
export async function insertPerson(
  tx: RegisterTx,
  keyring: Keyring,
  at: { district_id: string; station_id: string; now: Temporal.Instant },
) {
  const person_id = randomUUID()
  const key = newDataKey(keyring, person_id)
  const { rows } = await sql<{ serial: number }>`select nextval('register.record_number') as serial`.execute(
    tx,
  )
  const record_number = recordNumber(Number(pakistanDay(at.now).slice(0, 4)), Number(rows[0]?.serial))
  const { district_id, station_id, now } = at
  await tx
    .insertInto('register.person')
    .values({
      ...{ person_id, record_number, district_id, station_id, entered_at: now.toString() },
      ...{ wrapped_key: key.wrapped_key, kek_id: key.kek_id },
    })
    .execute()
  return { person_id, key }
}

/** Adds the spellings that are not kept yet, each as typed. */
export async function addNames(w: Writing, names: PersonFacts['names']): Promise<void> {
  const spelling = (name: { kind: string; script: string; text: string }) =>
    JSON.stringify([name.kind, name.script, name.text])
  const known = new Set((await listNames(w.tx, w.key, w.person_id)).map(spelling))
  const fresh = [...new Map(names.map((name) => [spelling(name), name]))].filter(([text]) => !known.has(text))
  if (fresh.length === 0) return
  const rows = fresh.map(([, { kind, script, text }], at) => {
    const name_id = randomUUID()
    const text_enc = seal(w.key, { table: 'person_name', row: name_id, column: 'text_enc' }, text)
    return { name_id, person_id: w.person_id, kind, script, ordinal: known.size + at, text_enc, ...w.source }
  })
  await w.tx.insertInto('register.person_name').values(rows).execute()
}

/** Adds the documents that are not kept yet, by their keyed hash. */
export async function addDocuments(w: Writing, documents: PersonFacts['documents']): Promise<void> {
  const indexOf = ({ kind, number }: PersonFacts['documents'][number]) =>
    blindIndex(w.keyring, kind, canonicalDocument(kind, number))
  const kept = await w.tx
    .selectFrom('register.person_document')
    .select('number_index')
    .where('person_id', '=', w.person_id)
    .execute()
  const known = new Set(kept.map(({ number_index }) => number_index.toString('hex')))
  const given = new Map(documents.map((document) => [indexOf(document).toString('hex'), document]))
  const rows = [...given]
    .filter(([index]) => !known.has(index))
    .map(([, document]) => {
      const document_id = randomUUID()
      const number = canonicalDocument(document.kind, document.number)
      const place = { table: 'person_document', row: document_id, column: 'number_enc' }
      return {
        ...{ document_id, person_id: w.person_id, kind: document.kind, ...w.source },
        ...{ number_enc: seal(w.key, place, number), number_index: indexOf(document) },
      }
    })
  if (rows.length > 0) await w.tx.insertInto('register.person_document').values(rows).execute()
}

/** Sex and birth, and the address where one is given. */
export async function addDetail(
  w: Writing,
  { sex, born_on, born_year, address }: PersonFacts & { sex: NonNullable<PersonFacts['sex']> },
  district_id: string,
): Promise<void> {
  const year = born_on === null ? born_year : Number(born_on.slice(0, 4))
  await w.tx
    .insertInto('register.person_detail')
    .values({ detail_id: randomUUID(), person_id: w.person_id, sex, born_on, born_year: year, ...w.source })
    .execute()
  if (address === null) return
  const address_id = randomUUID()
  const text_enc = seal(w.key, { table: 'person_address', row: address_id, column: 'text_enc' }, address)
  await w.tx
    .insertInto('register.person_address')
    .values({ address_id, person_id: w.person_id, text_enc, district_id, ...w.source })
    .execute()
}
