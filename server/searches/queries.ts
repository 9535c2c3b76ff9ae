import { sql } from 'kysely'
import type { RegisterTx } from '../platform/database.ts'

/** Searches listed on the page of look-ups. */
const LATEST = 10

/** The officer's own latest searches, newest first; row security shows no others. */
export const listOwnSearches = (tx: RegisterTx) =>
  tx
    .selectFrom('register.search')
    .select(['search_id', 'kind', 'purpose', 'searched_at'])
    .select(sql<number>`cardinality(person_ids)`.as('found_count'))
    .orderBy('searched_at', 'desc')
    .orderBy('search_id')
    .limit(LATEST)
    .execute()

/** Whether this search exists and is the officer's own. */
export async function isOwnSearch(tx: RegisterTx, search_id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('register.search')
    .select('search_id')
    .where('search_id', '=', search_id)
    .executeTakeFirst()
  return row !== undefined
}
