/** Reads the whole audit log in order, a page at a time. */
import type pg from 'pg'
import { LEAF_SELECT, type LeafRow, toCount } from './leaf-rows.ts'

const PAGE = 5000

/** A leaf with its event; `event_id` is null when the event is gone. Bodies only where the login may read them. */
export type LeafPageRow = { [K in keyof LeafRow]: LeafRow[K] | null } & {
  leaf_index: string
  leaf_event_no: string
  leaf_hash: Buffer
  body: Buffer | null
  body_salt: Buffer | null
}

/** Whether this login may read event bodies. */
export async function mayReadBodies(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "select has_column_privilege('audit.event', 'body', 'select') as may",
  )
  return rows[0]?.may === true
}

export async function* leafPages(client: pg.Client, with_bodies: boolean): AsyncGenerator<LeafPageRow[]> {
  const bodies = with_bodies ? 'e.body, e.body_salt' : 'null::bytea as body, null::bytea as body_salt'
  const text = `select l.leaf_index, l.event_no as leaf_event_no, l.leaf_hash, ${LEAF_SELECT}, ${bodies}
                  from audit.leaf l left join audit.event e on e.event_no = l.event_no
                 where l.leaf_index > $1 order by l.leaf_index limit ${PAGE}`
  let after = -1
  while (true) {
    const { rows } = await client.query<LeafPageRow>({ name: 'leaf_page', text, values: [after] })
    if (rows.length === 0) return
    yield rows
    after = toCount(rows.at(-1)?.leaf_index ?? '')
  }
}

export type CheckpointRow = { tree_size: number; root_hash: Buffer; note: string }

export async function* checkpointRows(client: pg.Client): AsyncGenerator<CheckpointRow> {
  let after = 0
  while (true) {
    const { rows } = await client.query<Omit<CheckpointRow, 'tree_size'> & { tree_size: string }>({
      name: 'checkpoint_page',
      text: `select tree_size, root_hash, note from audit.checkpoint where tree_size > $1 order by tree_size limit ${PAGE}`,
      values: [after],
    })
    if (rows.length === 0) return
    for (const row of rows) yield { ...row, tree_size: toCount(row.tree_size) }
    after = toCount(rows.at(-1)?.tree_size ?? '')
  }
}

/** Tiles as stored, by level and index. */
export async function readTiles(
  client: pg.Client,
  names: readonly { level: number; tile_index: number }[],
): Promise<Map<string, { hashes: Buffer; root_hash: Buffer }>> {
  const { rows } = await client.query<{ name: string; hashes: Buffer; root_hash: Buffer }>({
    name: 'tiles',
    text: `select t.level || '/' || t.tile_index as name, t.hashes, t.root_hash
             from unnest($1::integer[], $2::bigint[]) as asked (level, tile_index)
             join audit.tile t on t.level = asked.level and t.tile_index = asked.tile_index`,
    values: [names.map((n) => n.level), names.map((n) => n.tile_index)],
  })
  return new Map(rows.map((row) => [row.name, row]))
}

/** Tiles that a tree of `size` leaves does not fill. */
export async function listUnknownTiles(
  client: pg.Client,
  size: number,
): Promise<{ level: number; tile_index: number }[]> {
  const { rows } = await client.query<{ level: number; tile_index: string }>(
    `select level, tile_index from audit.tile
      where (tile_index + 1)::numeric * 256::numeric ^ (level + 1) > $1::numeric order by level, tile_index`,
    [size],
  )
  return rows.map((row) => ({ level: row.level, tile_index: toCount(row.tile_index) }))
}

/** Events in no leaf: those whose number was settled, and how many still wait for the sequencer. */
export async function listUnsequenced(
  client: pg.Client,
): Promise<{ settled: number[]; pending_count: number; events_count: number }> {
  const { rows } = await client.query<{ event_no: string }>(
    `select event_no from audit.event e
      where not exists (select from audit.leaf l where l.event_no = e.event_no)
        and event_no <= (select coalesce(max(settled_to), 0) from audit.checkpoint) order by event_no`,
  )
  const { rows: counts } = await client.query<{ events: string; missing: string }>(
    `select count(*) as events, count(*) filter (where not exists (select from audit.leaf l where l.event_no = e.event_no)) as missing
       from audit.event e`,
  )
  const settled = rows.map((row) => toCount(row.event_no))
  return {
    settled,
    pending_count: toCount(counts[0]?.missing ?? '') - settled.length,
    events_count: toCount(counts[0]?.events ?? ''),
  }
}
