/** Who on the register already holds a document of a draft: asked at the Bureau only, where the whole register shows. */
import { sql } from 'kysely'
import type { DraftBody } from '../../contract/draft-body.ts'
import type { HeldPerson } from '../../contract/entries.ts'
import { canonicalDocument } from '../../domain/identifier/document.ts'
import type { RegisterTx } from '../platform/database.ts'
import { blindIndex, type DataKey, type Keyring, open, openDataKey } from '../platform/keys.ts'
import type { Places } from '../platform/places.ts'

type MatchKind = HeldPerson['matched_by'][number]
type DocumentIndex = { kind: 'cnic' | 'passport'; number_index: Buffer }
/** By what people are found who may be the person of a draft: its documents, whom its author named, and whom the Bureau said it is. */
export type Candidates = {
  draft_id: string
  indexes: readonly DocumentIndex[]
  named_person_id: string | null
}

/** CNIC and passport by their keyed hashes; other papers identify nobody. */
export const candidatesOf = (
  keyring: Keyring,
  { draft_id, body }: { draft_id: string; body: DraftBody },
): Candidates => ({
  ...{ draft_id, named_person_id: body.further_of ?? null },
  indexes: body.person.documents.flatMap(({ kind, number }) =>
    kind === 'other'
      ? []
      : [{ kind, number_index: blindIndex(keyring, kind, canonicalDocument(kind, number)) }],
  ),
})

/**
 * Lets one entry of the same documents pass at a time, until this transaction ends: of two drafts approved at once,
 * the second finds the person that the first made. Taken in one order, so that two never wait for each other.
 */
export async function lockDocuments(tx: RegisterTx, { indexes }: Candidates): Promise<void> {
  const keys = indexes
    .map(({ number_index }) => number_index.readBigInt64BE(0))
    .sort((a, b) => (a < b ? -1 : 1))
  for (const key of keys) await sql`select pg_advisory_xact_lock(${String(key)}::bigint)`.execute(tx)
}

/** Ids of people who may be meant, and by what; a superseded document still tells who he is. */
async function findMatches(tx: RegisterTx, { draft_id, indexes, named_person_id }: Candidates) {
  const matches = new Map<string, Set<MatchKind>>()
  if (named_person_id !== null) matches.set(named_person_id, new Set(['author']))
  for (const { person_b_id } of await listSaidSame(tx, draft_id))
    matches.set(person_b_id, (matches.get(person_b_id) ?? new Set()).add('compared'))
  if (indexes.length === 0) return matches
  const rows = await tx
    .selectFrom('register.person_document')
    .select(['person_id', 'kind'])
    .where(
      'number_index',
      'in',
      indexes.map(({ number_index }) => number_index),
    )
    .orderBy('person_id')
    .execute()
  for (const { person_id, kind } of rows) {
    if (kind === 'other') continue
    matches.set(person_id, (matches.get(person_id) ?? new Set()).add(kind))
  }
  return matches
}

/** Whom an officer of the Bureau said a draft is about, when he compared the two. */
const listSaidSame = (tx: RegisterTx, draft_id: string) =>
  tx
    .selectFrom('register.match_pair')
    .select('person_b_id')
    .where('draft_id', '=', draft_id)
    .where('decision', '=', 'same')
    .orderBy('person_b_id')
    .execute()

const namePlace = (name_id: string) => ({ table: 'person_name', row: name_id, column: 'text_enc' })

/** Every name of a person ever kept, newest first, opened. */
export async function listNames(tx: RegisterTx, key: DataKey, person_id: string) {
  const rows = await tx
    .selectFrom('register.person_name')
    .select(['name_id', 'kind', 'script', 'text_enc', 'superseded_at'])
    .where('person_id', '=', person_id)
    .orderBy('added_at', 'desc')
    .orderBy('name_id')
    .execute()
  return rows.map(({ name_id, text_enc, ...rest }) => ({
    ...rest,
    text: open(key, namePlace(name_id), text_enc),
  }))
}

type Held = {
  person_id: string
  key: DataKey
  record_number: string
  station_id: string
  matched_by: MatchKind[]
}

/** The people the draft may be about; one whose key was destroyed is nobody any more. */
export async function findHolders(tx: RegisterTx, keyring: Keyring, candidates: Candidates): Promise<Held[]> {
  const matches = await findMatches(tx, candidates)
  if (matches.size === 0) return []
  const rows = await tx
    .selectFrom('register.person')
    .select(['person_id', 'record_number', 'station_id', 'wrapped_key', 'kek_id'])
    .where('person_id', 'in', [...matches.keys()])
    .orderBy('entered_at')
    .orderBy('person_id')
    .execute()
  return rows.flatMap(({ person_id, record_number, station_id, ...stored }) => {
    const key = openDataKey(keyring, person_id, stored)
    return key
      ? [{ person_id, key, record_number, station_id, matched_by: [...(matches.get(person_id) ?? [])] }]
      : []
  })
}

/** Those people as the second officer compares them with the draft. */
export async function describeHolders(
  tx: RegisterTx,
  places: Places,
  held: readonly Held[],
): Promise<HeldPerson[]> {
  const described: HeldPerson[] = []
  for (const { key, station_id, ...person } of held) {
    const { person_id } = person
    const names = (await listNames(tx, key, person_id)).filter(({ superseded_at }) => superseded_at === null)
    const textOf = (kind: string, script: string) =>
      names.find((name) => name.kind === kind && name.script === script)?.text ?? null
    const pairOf = (kind: string) => ({ latin: textOf(kind, 'Latn'), ur: textOf(kind, 'Arab') })
    const station = places.stations.get(station_id)
    described.push({
      ...{ ...person, name: pairOf('name'), father_name: pairOf('father') },
      ...(await findFigures(tx, person_id)),
      station: { en: station?.name_en ?? station_id, ur: station?.name_ur ?? station_id },
    })
  }
  return described
}

async function findFigures(tx: RegisterTx, person_id: string) {
  const detail = await tx
    .selectFrom('register.person_detail')
    .select(['born_on', 'born_year'])
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .orderBy('added_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const convictions = await tx
    .selectFrom('register.conviction')
    .select('conviction_id')
    .where('person_id', '=', person_id)
    .execute()
  const { born_on = null, born_year = null } = detail ?? {}
  return { born_on, born_year, conviction_count: convictions.length }
}
