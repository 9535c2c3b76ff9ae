/** What a comparison weighs by: the model, and how common each name is on the register as last counted. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { MODEL } from '../../domain/matching/model.ts'
import type { Model } from '../../domain/matching/weights.ts'
import type { Frequencies } from '../../domain/names/frequencies.ts'
import { type NameCounts, registerFrequencies } from '../../domain/search/name-counts.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type Keyring, newDataKey, open, openDataKey, seal } from '../platform/keys.ts'

export type Scale = { model: Model; frequencies: Frequencies }

/** The scale of an empty register. */
const OF_THE_MODEL: Scale = { model: MODEL, frequencies: MODEL.frequencies }

const place = (count_id: string) => ({ table: 'name_count', row: count_id, column: 'counts_enc' })

/** The row that keeps a count, sealed: in the clear, a public list of names would tell which key is which. */
export function countRow(keyring: Keyring, counts: NameCounts, people_count: number) {
  const count_id = randomUUID()
  const key = newDataKey(keyring, count_id)
  const counts_enc = seal(key, place(count_id), JSON.stringify([...counts]))
  return { count_id, people_count, counts_enc, wrapped_key: key.wrapped_key, kek_id: key.kek_id }
}

/** Keeps the count of a bulk load, past row security. */
export async function keepCountsAsOperator(
  owner: pg.Client,
  keyring: Keyring,
  counts: NameCounts,
  people_count: number,
): Promise<void> {
  const row = countRow(keyring, counts, people_count)
  await owner.query(
    'insert into register.name_count (count_id, people_count, counts_enc, wrapped_key, kek_id) values ($1, $2, $3, $4, $5)',
    [row.count_id, row.people_count, row.counts_enc, row.wrapped_key, row.kek_id],
  )
}

/** Counts opened already, by their id: some hundred thousand names a count, changed once a night. */
let last: { count_id: string; scale: Scale } | undefined

/** The scale of the last count; the model's own where nothing was counted yet. */
export async function readScale(tx: RegisterTx, keyring: Keyring): Promise<Scale> {
  const newest = tx
    .selectFrom('register.name_count')
    .orderBy('counted_at', 'desc')
    .orderBy('count_id')
    .limit(1)
  const known = await newest.select('count_id').executeTakeFirst()
  if (!known) return OF_THE_MODEL
  if (last?.count_id === known.count_id) return last.scale
  const row = await newest.selectAll().executeTakeFirstOrThrow()
  const key = openDataKey(keyring, row.count_id, row)
  if (!key) return OF_THE_MODEL
  const counts: NameCounts = new Map(JSON.parse(open(key, place(row.count_id), row.counts_enc)))
  const scale = {
    model: MODEL,
    frequencies: registerFrequencies(counts, row.people_count, MODEL.frequencies),
  }
  last = { count_id: row.count_id, scale }
  return scale
}
