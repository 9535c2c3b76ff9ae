/** The tree as rows of `audit.leaf` and `audit.tile`. */
import type pg from 'pg'
import { type FullTile, TILE_WIDTH, type TreeEdge } from '../../domain/audit/tiles.ts'

const EDGE_LEAVES = {
  name: 'edge_leaves',
  text: 'select leaf_hash as hash from audit.leaf where leaf_index >= $1 and leaf_index < $2 order by leaf_index',
}
const EDGE_TILES = {
  name: 'edge_tiles',
  text: `select root_hash as hash from audit.tile where level = $3 and tile_index >= $1 and tile_index < $2 order by tile_index`,
}

/** The right edge of the tree as it was at `size` leaves. Throws when rows of it are missing. */
export async function readEdge(client: pg.ClientBase, size: number): Promise<TreeEdge> {
  const edge: Buffer[][] = []
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    const from = Math.floor(count / TILE_WIDTH) * TILE_WIDTH
    const { rows } = await client.query<{ hash: Buffer }>(
      level === 0
        ? { ...EDGE_LEAVES, values: [from, count] }
        : { ...EDGE_TILES, values: [from, count, level - 1] },
    )
    if (rows.length !== count - from)
      throw new Error(`the audit log lacks hashes of level ${level} at size ${size}`)
    edge.push(rows.map((row) => row.hash))
  }
  return edge
}

const INSERT_LEAVES = {
  name: 'insert_leaves',
  text: `insert into audit.leaf (leaf_index, event_no, leaf_hash)
         select $1::bigint + place - 1, event_no, leaf_hash
           from unnest($2::bigint[], $3::bytea[]) with ordinality as given (event_no, leaf_hash, place)`,
}
const INSERT_TILES = {
  name: 'insert_tiles',
  text: `insert into audit.tile (level, tile_index, hashes, root_hash)
         select * from unnest($1::integer[], $2::bigint[], $3::bytea[], $4::bytea[])`,
}

/** Appends leaves from place `size` on, with the tiles they fill. */
export async function insertLeaves(
  client: pg.ClientBase,
  size: number,
  leaves: readonly { event_no: number; leaf_hash: Buffer }[],
  full: readonly FullTile[],
): Promise<void> {
  const values = [size, leaves.map((l) => l.event_no), leaves.map((l) => l.leaf_hash)]
  await client.query({ ...INSERT_LEAVES, values })
  if (full.length === 0) return
  const columns = [
    full.map((t) => t.level),
    full.map((t) => t.tile_index),
    full.map((t) => t.hashes),
    full.map((t) => t.root_hash),
  ]
  await client.query({ ...INSERT_TILES, values: columns })
}
