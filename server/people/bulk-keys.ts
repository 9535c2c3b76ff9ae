/**
 * Keys of a bulk load into an empty register, past row security. Their indexes are laid aside while millions of rows come
 * in and built once at the end, which costs a third of keeping them row by row; keys of too many are left out, as the
 * night work would. A load that is killed leaves the indexes out: its folder is begun anew.
 */
import type pg from 'pg'
import { MOST_HOLDERS } from './name-index.ts'

const FIND_INDEXES = `
  select case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
              else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as drop,
         case when c.oid is null then pg_get_indexdef(i.indexrelid)
              else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as build
    from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = i.indrelid
   where i.indrelid = 'register.person_key'::regclass`

const COUNT_COMMON = `
  insert into register.common_key (pair, holder_count)
  select pair, count(*) from register.person_key group by pair having count(*) > $1`
const DROP_COMMON = 'delete from register.person_key k using register.common_key c where c.pair = k.pair'

/** Lays the indexes of the keys aside; returns what drops the keys of too many and builds the indexes again. */
export async function beginBulkKeys(owner: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ drop: string; build: string }>(FIND_INDEXES)
  for (const { drop } of rows) await owner.query(drop)
  return async () => {
    await owner.query("set work_mem = '512MB'")
    await owner.query("set maintenance_work_mem = '1GB'")
    await owner.query(COUNT_COMMON, [MOST_HOLDERS])
    await owner.query(DROP_COMMON)
    for (const { build } of rows) await owner.query(build)
  }
}
