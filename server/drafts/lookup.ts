/**
 * The forced look-up of existing people: exact, by document number, and only among those the officer may see. What is
 * outside his scope and what does not exist are one answer, in words and in time.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { DraftBody } from '../../contract/draft-body.ts'
import { canonicalDocument } from '../../domain/identifier/document.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { blindIndex, type Keyring, newDataKey, open, openDataKey, seal } from '../platform/keys.ts'

const queryPlace = (search_id: string) => ({ table: 'search', row: search_id, column: 'query_enc' })

/** What a search row of kind 'draft' holds: the draft it was made for, and the numbers looked up. */
const DraftQuery = Type.Object({
  draft_id: Type.String(),
  numbers: Type.Array(Type.Object({ kind: Type.String(), number: Type.String() })),
})

/** Every look-up takes at least this long: many times what the slowest of them needs, so that none stands out. */
export const LOOKUP_MILLISECONDS = 60

const MOST_PEOPLE = 50

/** Looks the numbers up, records the search with its purpose, and returns its id once the time is up. */
export async function lookUp(
  tx: RegisterTx,
  keyring: Keyring,
  session: Session,
  { draft_id, documents }: { draft_id: string; documents: DraftBody['person']['documents'] },
): Promise<string> {
  const until = performance.now() + LOOKUP_MILLISECONDS
  const numbers = documents.filter(({ kind }) => kind !== 'other')
  const person_ids = await findHolders(tx, keyring, numbers)
  const search_id = randomUUID()
  const key = newDataKey(keyring, search_id)
  await tx
    .insertInto('register.search')
    .values({
      ...{ search_id, officer_id: session.officer_id, kind: 'draft', purpose: 'registration', person_ids },
      draft_id,
      query_enc: seal(key, queryPlace(search_id), JSON.stringify({ draft_id, numbers })),
      ...{ wrapped_key: key.wrapped_key, kek_id: key.kek_id },
    })
    .execute()
  await wait(Math.max(0, until - performance.now()))
  return search_id
}

/** People within the officer's scope who hold one of the numbers, by their live documents or earlier ones. */
async function findHolders(
  tx: RegisterTx,
  keyring: Keyring,
  numbers: DraftBody['person']['documents'],
): Promise<string[]> {
  if (numbers.length === 0) return []
  const indexes = numbers.map(({ kind, number }) =>
    blindIndex(keyring, kind, canonicalDocument(kind, number)),
  )
  const rows = await tx
    .selectFrom('register.person_document')
    .select('person_id')
    .distinct()
    .where('number_index', 'in', indexes)
    .orderBy('person_id')
    .limit(MOST_PEOPLE)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** A look-up made for this draft by this officer, with the record numbers it found; undefined when there is none. */
export async function findLookup(
  tx: RegisterTx,
  keyring: Keyring,
  { draft_id, search_id }: { draft_id: string; search_id: string },
) {
  const row = await tx
    .selectFrom('register.search')
    .select(['search_id', 'query_enc', 'wrapped_key', 'kek_id', 'person_ids', 'searched_at'])
    .where('search_id', '=', search_id)
    .where('kind', '=', 'draft')
    .executeTakeFirst()
  const key = row && openDataKey(keyring, search_id, row)
  if (!row || !key) return undefined
  const query: unknown = JSON.parse(open(key, queryPlace(search_id), row.query_enc))
  if (!Value.Check(DraftQuery, query) || query.draft_id !== draft_id) return undefined
  return { search_id, searched_at: row.searched_at, person_ids: row.person_ids }
}

/** Record numbers of people the officer may see. */
export const listRecords = async (tx: RegisterTx, person_ids: readonly string[]) =>
  person_ids.length === 0
    ? []
    : tx
        .selectFrom('register.person')
        .select(['person_id', 'record_number'])
        .where('person_id', 'in', person_ids)
        .orderBy('record_number')
        .execute()
