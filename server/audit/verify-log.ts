/**
 * Recomputes the audit log from its events and compares every leaf, tile, root and signature with what is kept.
 * Reads in one snapshot, so a running sequencer does not disturb it. Memory does not grow with the log.
 */
import type pg from 'pg'
import { type Checkpoint, openCheckpoint } from '../../domain/audit/checkpoint.ts'
import { commitBody, leafBytes } from '../../domain/audit/commitment.ts'
import { leafHash } from '../../domain/audit/merkle.ts'
import type { NoteKey } from '../../domain/audit/signed-note.ts'
import { type FullTile, growEdge, hashesOfTile, rootOfEdge, type TreeEdge } from '../../domain/audit/tiles.ts'
import type { Finding } from './finding.ts'
import { type LeafRow, toCount, toLeafEvent } from './leaf-rows.ts'
import {
  checkpointRows,
  type LeafPageRow,
  leafPages,
  listUnknownTiles,
  listUnsequenced,
  mayReadBodies,
  readTiles,
} from './log-pages.ts'

export type LogReport = {
  findings: Finding[]
  events_count: number
  leaves_count: number
  checkpoints_count: number
  /** Committed, not yet taken by the sequencer. */
  pending_count: number
  /** False when this login may not read bodies; then only their commitments are covered. */
  are_bodies_checked: boolean
  /** The newest sound checkpoint. */
  head: Checkpoint | undefined
}

/** A root that must come out at a size: a signed checkpoint of the log, or one kept by somebody else. */
type Stop = { tree_size: number; root_hash: Buffer; is_known: boolean }

type Walk = {
  client: pg.Client
  findings: Finding[]
  size: number
  edge: TreeEdge
  full: FullTile[]
  /** Leaf hashes since the edge was last grown. */
  added: Buffer[]
  last_event_no: number | undefined
  /** Size at the last root that was right, and the events since. */
  sound_size: number
  event_nos: number[]
  /** False once leaves are not those that were signed: later roots and upper tiles must differ and say nothing new. */
  is_sound: boolean
}

// A longer gap is not padded to go on behind it: somebody put a leaf far out to make this program run long.
const MOST_PADDED = 65_536

/** Checks the whole log. `known` are checkpoint notes kept elsewhere; throws when one of them is not of this log. */
export async function verifyLog(
  client: pg.Client,
  key: NoteKey,
  known: readonly string[] = [],
): Promise<LogReport> {
  const kept = known.map((note) => readKnown(note, key)).sort((a, b) => a.tree_size - b.tree_size)
  await client.query('begin isolation level repeatable read read only')
  try {
    return await verifySnapshot(client, key, kept)
  } finally {
    await client.query('rollback')
  }
}

function readKnown(note: string, key: NoteKey): Checkpoint {
  const checkpoint = openCheckpoint(note, key)
  if (!checkpoint) throw new Error('a known checkpoint is not signed with this key')
  return checkpoint
}

async function verifySnapshot(
  client: pg.Client,
  key: NoteKey,
  known: readonly Checkpoint[],
): Promise<LogReport> {
  const findings: Finding[] = []
  const are_bodies_checked = await mayReadBodies(client)
  const signed: Signed = { count: 0, head: undefined }
  const stops = mergeStops(signedStops(client, key, findings, signed), known)
  const leaves_count = await walkLeaves(client, stops, findings, are_bodies_checked)
  const signed_size = signed.head?.tree_size ?? 0
  if (leaves_count > signed_size)
    findings.push({ problem: 'leaves_unsigned', from_size: signed_size, size: leaves_count })
  for (const { tree_size } of known)
    if (tree_size > signed_size)
      findings.push({ problem: 'rolled_back', known_size: tree_size, size: signed_size })
  for (const tile of await listUnknownTiles(client, leaves_count))
    findings.push({ problem: 'tile_unknown', ...tile })
  const { settled, pending_count, events_count } = await listUnsequenced(client)
  for (const event_no of settled) findings.push({ problem: 'event_inserted', event_no })
  const counts = { events_count, leaves_count, checkpoints_count: signed.count, pending_count }
  return { findings, ...counts, are_bodies_checked, head: signed.head }
}

type Signed = { count: number; head: Checkpoint | undefined }

/** The log's own checkpoints, oldest first; those not as signed become findings. */
async function* signedStops(
  client: pg.Client,
  key: NoteKey,
  findings: Finding[],
  signed: Signed,
): AsyncGenerator<Stop> {
  for await (const { tree_size, root_hash, note } of checkpointRows(client)) {
    signed.count++
    const checkpoint = openCheckpoint(note, key)
    if (!checkpoint) findings.push({ problem: 'checkpoint_unsigned', tree_size })
    else if (checkpoint.tree_size !== tree_size || !checkpoint.root_hash.equals(root_hash))
      findings.push({ problem: 'checkpoint_changed', tree_size })
    else {
      signed.head = checkpoint
      yield { tree_size, root_hash, is_known: false }
    }
  }
}

/** Both kinds by size, the log's own first. */
async function* mergeStops(signed: AsyncGenerator<Stop>, known: readonly Checkpoint[]): AsyncGenerator<Stop> {
  let next = 0
  const knownBelow = function* (size: number): Generator<Stop> {
    for (let k = known[next]; k && k.tree_size < size; k = known[++next]) yield { ...k, is_known: true }
  }
  for await (const stop of signed) {
    yield* knownBelow(stop.tree_size)
    yield stop
  }
  yield* knownBelow(Number.POSITIVE_INFINITY)
}

/** Goes through all leaves in order, stopping where a root is known. Returns the number of leaves. */
async function walkLeaves(
  client: pg.Client,
  stops: AsyncGenerator<Stop>,
  findings: Finding[],
  with_bodies: boolean,
): Promise<number> {
  const walk: Walk = {
    ...{ client, findings, size: 0, edge: [], full: [], added: [], last_event_no: undefined },
    ...{ sound_size: 0, event_nos: [], is_sound: true },
  }
  let stop: Stop | undefined = (await stops.next()).value
  pages: for await (const page of leafPages(client, with_bodies)) {
    for (const row of page) {
      if (!padGap(walk, toCount(row.leaf_index))) break pages
      checkLeaf(walk, row, with_bodies)
      addLeaf(walk, row.leaf_hash, toCount(row.leaf_event_no))
      for (; stop && stop.tree_size <= walk.size; stop = (await stops.next()).value) checkRoot(walk, stop)
    }
    grow(walk)
    await checkTiles(walk)
  }
  for (; stop; stop = (await stops.next()).value)
    if (!stop.is_known) findings.push({ problem: 'checkpoint_beyond_leaves', tree_size: stop.tree_size })
  return walk.size
}

function addLeaf(walk: Walk, leaf_hash: Buffer, event_no: number | undefined): void {
  walk.added.push(leaf_hash)
  walk.size++
  if (event_no === undefined) return
  walk.last_event_no = event_no
  if (walk.is_sound) walk.event_nos.push(event_no)
}

/** Reports leaves missing before `leaf_index` and fills their places, so that later tiles can be compared. */
function padGap(walk: Walk, leaf_index: number): boolean {
  const gap = leaf_index - walk.size
  if (gap === 0) return true
  const range = { from_index: walk.size, to_index: leaf_index - 1 }
  walk.findings.push({ problem: 'leaf_missing', ...range, after_event_no: walk.last_event_no })
  walk.is_sound = false
  if (gap > MOST_PADDED) return false
  for (let i = 0; i < gap; i++) addLeaf(walk, Buffer.alloc(32), undefined)
  return true
}

const hasEvent = (row: LeafPageRow): row is LeafPageRow & LeafRow => row.event_id !== null

function checkLeaf(walk: Walk, row: LeafPageRow, with_bodies: boolean): void {
  const place = { event_no: toCount(row.leaf_event_no), leaf_index: toCount(row.leaf_index) }
  if (!hasEvent(row)) {
    walk.findings.push({ problem: 'event_removed', ...place })
    return
  }
  const event = toLeafEvent(row)
  if (!leafHash(leafBytes(event)).equals(row.leaf_hash))
    walk.findings.push({ problem: 'event_changed', ...place })
  const commitment = commitBody(row.body_salt ?? Buffer.alloc(0), row.body ?? Buffer.alloc(0))
  if (with_bodies && !commitment.equals(event.body_commitment))
    walk.findings.push({ problem: 'body_changed', ...place })
}

function grow(walk: Walk): void {
  const { edge, full } = growEdge(walk.edge, walk.size - walk.added.length, walk.added)
  walk.edge = edge
  walk.full.push(...full)
  walk.added = []
}

function checkRoot(walk: Walk, stop: Stop): void {
  if (!walk.is_sound) return
  grow(walk)
  if (rootOfEdge(walk.edge).equals(stop.root_hash)) {
    walk.sound_size = stop.tree_size
    walk.event_nos = []
  } else if (stop.is_known) {
    walk.findings.push({ problem: 'forked', known_size: stop.tree_size })
  } else {
    const range = { from_size: walk.sound_size, tree_size: stop.tree_size }
    walk.findings.push({ problem: 'root_differs', ...range, event_nos: walk.event_nos })
    walk.event_nos = []
    walk.is_sound = false
  }
}

/** Compares the tiles that the leaves fill with those kept. A differing leaf is named by its event. */
async function checkTiles(walk: Walk): Promise<void> {
  const full = walk.full
  walk.full = []
  if (full.length === 0) return
  const kept = await readTiles(walk.client, full)
  for (const { level, tile_index, hashes, root_hash } of full) {
    const tile = kept.get(`${level}/${tile_index}`)
    if (tile?.hashes.equals(hashes) && tile.root_hash.equals(root_hash)) continue
    if (!tile) walk.findings.push({ problem: 'tile_missing', level, tile_index })
    else if (level === 0 && !tile.hashes.equals(hashes))
      await nameLeaves(walk, tile_index, hashes, tile.hashes)
    else if (level === 0 || walk.is_sound) walk.findings.push({ problem: 'tile_changed', level, tile_index })
  }
}

async function nameLeaves(walk: Walk, tile_index: number, ours: Buffer, kept: Buffer): Promise<void> {
  const other = hashesOfTile(kept) ?? []
  const differing = (hashesOfTile(ours) ?? []).flatMap((hash, i) =>
    other[i]?.equals(hash) ? [] : [tile_index * 256 + i],
  )
  const { rows } = await walk.client.query<{ leaf_index: string; event_no: string }>(
    'select leaf_index, event_no from audit.leaf where leaf_index = any ($1::bigint[])',
    [differing],
  )
  const event_of = new Map(rows.map((row) => [toCount(row.leaf_index), toCount(row.event_no)]))
  for (const leaf_index of differing)
    walk.findings.push({ problem: 'leaf_not_in_tile', leaf_index, event_no: event_of.get(leaf_index) })
}
