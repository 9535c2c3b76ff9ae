/** Writing a notice: the notice, the change or trip it tells of, the new address or name, and what these replace. */
import { randomUUID } from 'node:crypto'
import type { NoticeFacts, ReadNotice } from '../../domain/notice/read-notice.ts'
import { refreshDuties } from '../duties/project.ts'
import { refreshCard } from '../people/card.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { type DataKey, type Keyring, open, seal } from '../platform/keys.ts'
import type { Prospect } from './prospect.ts'

export type Writing = {
  tx: RegisterTx
  keyring: Keyring
  key: DataKey
  session: Session
  now: Temporal.Instant
  person_id: string
}
export type RowTable = 'change' | 'trip' | 'person_address' | 'person_name'
/** A row that the notice added or replaced. */
export type Touched = { row_table: RowTable; row_id: string; act: 'added' | 'replaced' }

/** Records the notice and makes the person's duties anew. Returns the ids, and the hash of the notice's row. */
export async function writeNotice(writing: Writing, { notice, ids }: Prospect) {
  const { tx, keyring, key, session, now, person_id } = writing
  const { notice_id } = ids
  const { facts } = notice
  const about_id = facts.kind === 'attendance' ? null : facts.kind === 'known' ? facts.about_id : ids.about_id
  const touched = await writeFacts(writing, notice, ids.about_id)
  const place = (column: string) => ({ table: 'notice', row: notice_id, column })
  const reason = notice.back_dated_reason
  const row = {
    ...{ notice_id, person_id, duty: notice.duty, about_id, received_at: notice.received_at },
    ...{ received_how: notice.received_how, document_seen: notice.document_seen },
    station_id: session.station_id,
    facts_enc: seal(key, place('facts_enc'), JSON.stringify(facts)),
    back_dated_enc: reason === null ? null : seal(key, place('back_dated_enc'), reason),
    ...{ recorded_at: now.toString(), recorded_by: session.officer_id },
  }
  await tx.insertInto('register.notice').values(row).execute()
  if (touched.length > 0)
    await tx
      .insertInto('register.notice_row')
      .values(touched.map((one) => ({ notice_id, ...one })))
      .execute()
  if (facts.kind === 'name' || facts.kind === 'address') await refreshCard(tx, keyring, key, person_id)
  await refreshDuties(tx, [person_id], now)
  return { notice_id, about_id, row_after: rowHash(row) }
}

/** The change or trip, with the address or name that goes with it. */
async function writeFacts(writing: Writing, { facts }: ReadNotice, about_id: string): Promise<Touched[]> {
  switch (facts.kind) {
    case 'attendance':
    case 'known':
      return []
    case 'address': {
      const { address_id, touched } = await writeAddress(writing, facts)
      return [await writeChange(writing, facts, about_id, { address_id }), ...touched]
    }
    case 'name': {
      const { name_id, touched } = await writeName(writing, facts)
      return [await writeChange(writing, facts, about_id, { name_id }), ...touched]
    }
    case 'trip':
      return [await writeTrip(writing, facts, about_id)]
  }
}

const own = ({ session, now, person_id }: Writing) => ({
  ...{ person_id, source_kind: 'notice', recorded_at: now.toString(), recorded_by: session.officer_id },
})

async function writeChange(
  writing: Writing,
  { kind, changed_on }: Extract<NoticeFacts, { changed_on: string }>,
  change_id: string,
  of: { address_id?: string; name_id?: string },
): Promise<Touched> {
  await writing.tx
    .insertInto('register.change')
    .values({ change_id, kind, changed_on, ...of, ...own(writing) })
    .execute()
  return { row_table: 'change', row_id: change_id, act: 'added' }
}

async function writeTrip(
  writing: Writing,
  { trip: kind, country, destination, departs_at, returns_at }: Extract<NoticeFacts, { kind: 'trip' }>,
  trip_id: string,
): Promise<Touched> {
  const trip_version_id = randomUUID()
  const place = { table: 'trip', row: trip_version_id, column: 'destination_enc' }
  const destination_enc = destination === null ? null : seal(writing.key, place, destination)
  await writing.tx
    .insertInto('register.trip')
    .values({
      ...{ trip_version_id, trip_id, kind, country, destination_enc, departs_at, returns_at },
      ...own(writing),
    })
    .execute()
  return { row_table: 'trip', row_id: trip_version_id, act: 'added' }
}

const source = ({ session, now, person_id }: Writing) => ({
  ...{ person_id, source_kind: 'notice', source_on: pakistanDay(now) },
  ...{ added_by: session.officer_id, added_at: now.toString() },
})
const textPlace = (table: RowTable, row: string) => ({ table, row, column: 'text_enc' })

/** The new address; each one he lived at till then is closed on that day by a version of its own. */
async function writeAddress(writing: Writing, facts: Extract<NoticeFacts, { kind: 'address' }>) {
  const { tx, key, person_id, now } = writing
  const { text, district_id, changed_on } = facts
  const left = await tx
    .selectFrom('register.person_address')
    .selectAll()
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .where('to_on', 'is', null)
    .where((eb) => eb.or([eb('from_on', 'is', null), eb('from_on', '<=', changed_on)]))
    .orderBy('address_id')
    .execute()
  const touched: Touched[] = []
  for (const old of left) {
    await supersede(tx, 'person_address', old.address_id, now)
    const closed_id = randomUUID()
    const old_text = open(key, textPlace('person_address', old.address_id), old.text_enc)
    const { from_on } = old
    await tx
      .insertInto('register.person_address')
      .values({
        ...{ address_id: closed_id, district_id: old.district_id, from_on, to_on: changed_on },
        ...{ text_enc: seal(key, textPlace('person_address', closed_id), old_text), ...source(writing) },
      })
      .execute()
    touched.push({ row_table: 'person_address', row_id: old.address_id, act: 'replaced' })
    touched.push({ row_table: 'person_address', row_id: closed_id, act: 'added' })
  }
  const address_id = randomUUID()
  const text_enc = seal(key, textPlace('person_address', address_id), text)
  await tx
    .insertInto('register.person_address')
    .values({ address_id, text_enc, district_id, from_on: changed_on, ...source(writing) })
    .execute()
  touched.push({ row_table: 'person_address', row_id: address_id, act: 'added' })
  return { address_id, touched }
}

/** The new name in both scripts; the ones before it are replaced, and stay findable. */
async function writeName(writing: Writing, { latin, ur }: Extract<NoticeFacts, { kind: 'name' }>) {
  const { tx, key, person_id, now } = writing
  const before = await tx
    .selectFrom('register.person_name')
    .select('name_id')
    .where('person_id', '=', person_id)
    .where('kind', '=', 'name')
    .where('superseded_at', 'is', null)
    .orderBy('name_id')
    .execute()
  const touched: Touched[] = []
  for (const { name_id } of before) {
    await supersede(tx, 'person_name', name_id, now)
    touched.push({ row_table: 'person_name', row_id: name_id, act: 'replaced' })
  }
  const ids: string[] = []
  for (const [script, text] of [
    ['Latn', latin],
    ['Arab', ur],
  ] as const) {
    const name_id = randomUUID()
    const text_enc = seal(key, textPlace('person_name', name_id), text)
    await tx
      .insertInto('register.person_name')
      .values({ name_id, kind: 'name', script, ordinal: 0, text_enc, ...source(writing) })
      .execute()
    ids.push(name_id)
    touched.push({ row_table: 'person_name', row_id: name_id, act: 'added' })
  }
  return { name_id: ids[0] ?? '', touched }
}

const KEY_OF = {
  ...{ change: 'change_id', trip: 'trip_version_id', person_address: 'address_id', person_name: 'name_id' },
} as const

/** Marks a live row as replaced or struck out; whether there was one. */
export async function supersede(
  tx: RegisterTx,
  table: RowTable,
  row_id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const done = await tx
    .updateTable(`register.${table}`)
    .set({ superseded_at: now.toString() })
    .where(KEY_OF[table] as 'name_id', '=', row_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
