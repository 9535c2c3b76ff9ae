/** What the index of names takes: rows and bytes a person, and when it was filled. */
import pg from 'pg'
import type { LocalRegister } from '../../server/platform/local-register.ts'
import type { Figures } from './report.ts'

const SIZES = `select
    (select reltuples::float8 from pg_class where oid = 'register.person_key'::regclass) as keys,
    (select count(*)::float8 from register.common_key) as dropped,
    pg_total_relation_size('register.person_key')::float8 as key_bytes,
    pg_total_relation_size('register.match_card')::float8 as card_bytes`

/** Keys a person and bytes a person, of the keys with both their indexes and of the sealed cards. */
export async function sizesOf(local: LocalRegister, people: number): Promise<Figures> {
  const client = new pg.Client({ connectionString: local.url('postgres') })
  await client.connect()
  const { keys, dropped, key_bytes, card_bytes } = (await client.query(SIZES)).rows[0]
  await client.end()
  return {
    ...{ bench: 'search', case: 'the index', people, connections: 1, per_second: 0, p50_ms: 0, p99_ms: 0 },
    ...{ baseline: 'nothing', ratio: 1, peak_rss_mb: process.resourceUsage().maxRSS / 1024 },
    ...{ keys_a_person: keys / people, dropped_keys: dropped },
    ...{ key_bytes_a_person: key_bytes / people, card_bytes_a_person: card_bytes / people },
  }
}
