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

type Saying = { search_id: string; officer_id: string; now: Temporal.Instant }

/** Notes that none of those found is meant; said twice, the first time counts. */
export async function sayNone(tx: RegisterTx, { search_id, officer_id, now }: Saying) {
  const said_at = now.toString()
  await tx
    .insertInto('register.search_none')
    .values({ search_id, officer_id, said_at })
    .onConflict((on) => on.column('search_id').doNothing())
    .execute()
  const row = await tx
    .selectFrom('register.search_none')
    .select('said_at')
    .where('search_id', '=', search_id)
    .executeTakeFirstOrThrow()
  return { search_id, none_said_at: row.said_at }
}
