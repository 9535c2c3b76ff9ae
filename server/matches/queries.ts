import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { MATCH_LISTS, MatchRow, MatchSaid } from '../../contract/matches.ts'
import type { Score } from '../../domain/matching/score.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type Keyring, newDataKey, open, openDataKey, seal } from '../platform/keys.ts'
import type { Places } from '../platform/places.ts'

export type MatchListName = (typeof MATCH_LISTS)[number]
export const PAGE_ROWS = 50

const place = (match_decision_id: string, column: string) => ({
  ...{ table: 'match_decision', row: match_decision_id, column },
})

/** Pairs of a list: those that wait, the likeliest first; those that were decided, the latest first. */
const pairsOf = (tx: RegisterTx, list: MatchListName) =>
  tx
    .selectFrom('register.match_pair as m')
    .innerJoin('register.person as b', 'b.person_id', 'm.person_b_id')
    .leftJoin('register.person as a', 'a.person_id', 'm.person_a_id')
    .leftJoin('register.draft as d', 'd.draft_id', 'm.draft_id')
    // A draft that became a record, or was thrown away, waits for nobody: the record has pairs of its own.
    .where((eb) => eb.or([eb('m.draft_id', 'is', null), eb('d.stage', 'not in', ['entered', 'discarded'])]))
    .$if(list === 'waiting', (q) => q.where('m.decision', 'is', null))
    .$if(list === 'unclear', (q) => q.where('m.decision', '=', 'unclear'))
    .$if(list === 'decided', (q) => q.where('m.decision', 'in', ['same', 'different']))

/** At most 50 pairs of a list by their numbers, after the given one. */
export async function listMatches(
  tx: RegisterTx,
  places: Places,
  { list, after, limit = PAGE_ROWS }: { list: MatchListName; after?: string | undefined; limit?: number },
): Promise<{ pairs: MatchRow[]; next: string | null }> {
  const rank =
    list === 'waiting'
      ? sql`m.weight, m.match_pair_id`
      : sql`coalesce(m.decided_at, m.found_at), m.match_pair_id`
  const rows = await pairsOf(tx, list)
    .select(['m.match_pair_id', 'm.found_by', 'm.weight', 'm.compared_at', 'm.found_at'])
    .select(['m.decision', 'm.decided_at', 'a.record_number as one', 'b.record_number as other'])
    .select((eb) => eb.fn.coalesce('a.district_id', 'd.district_id').as('one_district'))
    .select('b.district_id as other_district')
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(${rank}) < (select ${list === 'waiting' ? sql`x.weight` : sql`coalesce(x.decided_at, x.found_at)`}, x.match_pair_id from register.match_pair x where x.match_pair_id = ${after})`,
      ),
    )
    .orderBy(list === 'waiting' ? sql`m.weight desc` : sql`coalesce(m.decided_at, m.found_at) desc`)
    .orderBy('m.match_pair_id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  return {
    pairs: shown.map((row) => rowShown(places, row)),
    next: rows.length > limit ? (shown.at(-1)?.match_pair_id ?? null) : null,
  }
}

type Listed = Omit<MatchRow, 'found_by' | 'decision' | 'one_district' | 'other_district' | 'is_compared'> & {
  found_by: string
  decision: string | null
  compared_at: string | null
  one_district: string | null
  other_district: string
}

function rowShown(places: Places, { compared_at, one_district, other_district, ...row }: Listed): MatchRow {
  const nameOf = (district_id: string) => {
    const district = places.districts.get(district_id)
    return { en: district?.name_en ?? district_id, ur: district?.name_ur ?? district_id }
  }
  return {
    ...row,
    found_by: row.found_by as MatchRow['found_by'],
    decision: row.decision as MatchRow['decision'],
    is_compared: compared_at !== null,
    one_district: one_district === null ? null : nameOf(one_district),
    other_district: nameOf(other_district),
  }
}

export async function countMatches(tx: RegisterTx): Promise<Record<MatchListName, number>> {
  const count = async (list: MatchListName) =>
    Number(
      (
        await pairsOf(tx, list)
          .select((eb) => eb.fn.countAll<string>().as('count'))
          .executeTakeFirst()
      )?.count ?? 0,
    )
  const [waiting, unclear, decided] = await Promise.all([
    count('waiting'),
    count('unclear'),
    count('decided'),
  ])
  return { waiting, unclear, decided }
}

/** One pair; locked until the transaction ends when `lock`. Undefined when the officer may not see it. */
export const findPair = (tx: RegisterTx, match_pair_id: string, { lock = false } = {}) =>
  tx
    .selectFrom('register.match_pair')
    .select(['match_pair_id', 'found_by', 'found_at', 'draft_id', 'person_a_id', 'person_b_id', 'decision'])
    .where('match_pair_id', '=', match_pair_id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst()
export type PairRow = NonNullable<Awaited<ReturnType<typeof findPair>>>

type Said = MatchSaid & { match_pair_id: string; decided_by: string; decided_at: string; score: Score }

/** Keeps what was said of a pair with the comparison it was said of; earlier decisions stay beside it. */
export async function addDecision(tx: RegisterTx, keyring: Keyring, said: Said): Promise<void> {
  const { match_pair_id, decision, reason_code, reason, decided_by, decided_at, score } = said
  const match_decision_id = randomUUID()
  const key = newDataKey(keyring, match_decision_id)
  const { wrapped_key, kek_id } = key
  await tx
    .insertInto('register.match_decision')
    .values({
      ...{ match_decision_id, match_pair_id, decision, reason_code, decided_by, decided_at },
      ...{ wrapped_key, kek_id, weight: score.milli_bits },
      reason_enc: seal(key, place(match_decision_id, 'reason_enc'), reason),
      rows_enc: seal(key, place(match_decision_id, 'rows_enc'), JSON.stringify(score.rows)),
    })
    .execute()
  await tx
    .updateTable('register.match_pair')
    .set({ decision, decided_by, decided_at, weight: score.milli_bits, compared_at: decided_at })
    .where('match_pair_id', '=', match_pair_id)
    .execute()
}

/** What was said of a pair, newest first, with the words. */
export async function listDecisions(tx: RegisterTx, keyring: Keyring, match_pair_id: string) {
  const rows = await tx
    .selectFrom('register.match_decision as d')
    .innerJoin('access.officer as o', 'o.officer_id', 'd.decided_by')
    .select(['d.match_decision_id', 'd.decision', 'd.reason_code', 'd.reason_enc', 'd.decided_at'])
    .select(['d.wrapped_key', 'd.kek_id', 'o.name_en', 'o.name_ur'])
    .where('d.match_pair_id', '=', match_pair_id)
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.match_decision_id')
    .execute()
  return rows.map(({ match_decision_id, reason_enc, name_en, name_ur, decided_at, ...row }) => {
    const key = openDataKey(keyring, match_decision_id, row)
    return {
      decision: row.decision as MatchSaid['decision'],
      reason_code: row.reason_code as MatchSaid['reason_code'],
      reason: key ? open(key, place(match_decision_id, 'reason_enc'), reason_enc) : '—',
      ...{ decided_at, by: { en: name_en, ur: name_ur } },
    }
  })
}

/** The pair of two records, made where there is none; the one with the lower id stands first. */
export async function pairOf(
  tx: RegisterTx,
  one: string,
  other: string,
  {
    weight,
    found_at,
    found_by = 'intake',
  }: { weight: number; found_at: string; found_by?: 'intake' | 'link' },
): Promise<PairRow & { is_new: boolean }> {
  const [person_a_id, person_b_id] = one < other ? [one, other] : [other, one]
  const match_pair_id = randomUUID()
  const made = await tx
    .insertInto('register.match_pair')
    .values({
      ...{ match_pair_id, found_by, person_a_id, person_b_id },
      ...{ weight, found_at, compared_at: found_at },
    })
    .onConflict((c) =>
      c.columns(['person_a_id', 'person_b_id']).where('person_a_id', 'is not', null).doNothing(),
    )
    .returning('match_pair_id')
    .executeTakeFirst()
  const row = await tx
    .selectFrom('register.match_pair')
    .select(['match_pair_id', 'found_by', 'found_at', 'draft_id', 'person_a_id', 'person_b_id', 'decision'])
    .where('person_a_id', '=', person_a_id)
    .where('person_b_id', '=', person_b_id)
    .executeTakeFirstOrThrow()
  return { ...row, is_new: made !== undefined }
}

/** The weight of a pair that waits, as it comes out now. */
export const weighAgain = (tx: RegisterTx, match_pair_id: string, weight: number, now: Temporal.Instant) =>
  tx
    .updateTable('register.match_pair')
    .set({ weight, compared_at: now.toString() })
    .where('match_pair_id', '=', match_pair_id)
    .execute()
