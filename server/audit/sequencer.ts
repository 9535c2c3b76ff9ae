/**
 * Puts committed events into the Merkle tree and signs its head, in batches (DESIGN 6). One at a time: a session
 * lock decides which. All it knows is in the database, so after kill -9 the next one goes on (decision 0012).
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openCheckpoint, signCheckpoint } from '../../domain/audit/checkpoint.ts'
import { leafBytes } from '../../domain/audit/commitment.ts'
import { leafHash } from '../../domain/audit/merkle.ts'
import type { NoteSigner } from '../../domain/audit/signed-note.ts'
import { growEdge, rootOfEdge, type TreeEdge } from '../../domain/audit/tiles.ts'
import { LEAF_SELECT, type LeafRow, toCount, toLeafEvent } from './leaf-rows.ts'
import { insertLeaves, readEdge } from './tree-rows.ts'

export type SequencerOptions = {
  /** Address of the database for the login amanat_sequencer. */
  url: string
  signer: NoteSigner
  /** File outside the database that keeps the last checkpoint signed, so that a rolled-back database is not signed again. */
  last_signed_file?: string
  /** Pause between batches, milliseconds. */
  pause_ms?: number
  /** Most events in one batch. */
  batch?: number
}

export type Sequencer = { stop: () => Promise<void> }

const PAUSE_MS = 200
const RETRY_MS = 1000
const BATCH = 4096
const LOCK = 6962 // only its being the same for all sequencers matters

/** Numbers up to `event_no` are settled once these transactions have ended and a later look has found what they brought. */
type Fence = { event_no: number; transactions: readonly string[] }

type OpenLog = SequencerOptions & {
  client: pg.Client
  edge: TreeEdge
  size: number
  settled_to: number
  highest: number
  fence: Fence | undefined
}

/** Runs until stopped. A fault is told to `onFault` and the work begun afresh from the database after a second. */
export function startSequencer(options: SequencerOptions, onFault: (fault: unknown) => void): Sequencer {
  const stopping = new AbortController()
  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        await sequenceUntil(stopping.signal, options)
      } catch (fault) {
        onFault(fault)
        await pause(RETRY_MS, stopping.signal)
      }
    }
  }
  const ended = run()
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}

/** Sequences everything committed by now, then leaves; returns the number of events. Waits for a running sequencer. */
export async function sequencePending(options: SequencerOptions): Promise<number> {
  return withLog(options, async (log) => {
    let total = 0
    for (let taken = 1; taken > 0; total += taken) taken = await sequenceBatch(log)
    return total
  })
}

const sequenceUntil = (signal: AbortSignal, options: SequencerOptions): Promise<void> =>
  withLog(
    options,
    async (log) => {
      while (!signal.aborted) {
        const taken = await sequenceBatch(log)
        if (taken < (log.batch ?? BATCH)) await pause(log.pause_ms ?? PAUSE_MS, signal)
      }
    },
    signal,
  )

const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  wait(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined)

async function withLog<T>(
  options: SequencerOptions,
  work: (log: OpenLog) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const client = new pg.Client({ connectionString: options.url, application_name: 'amanat_sequencer' })
  client.on('error', () => undefined) // a lost connection fails the next query, which is where it is handled
  await client.connect()
  try {
    // What is signed must survive a power cut, whatever the server's default.
    await client.query('set synchronous_commit = on')
    while (!(await holdsLock(client))) {
      if (signal?.aborted) throw new Error('stopped while another sequencer was at work')
      await pause(PAUSE_MS, signal)
    }
    return await work(await openLog(options, client))
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function holdsLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK])
  return rows[0]?.held === true
}

type HeadRow = { tree_size: string; root_hash: Buffer; note: string; settled_to: string }

/** Reads where the last one stopped. Throws rather than sign anything that does not continue what was signed. */
async function openLog(options: SequencerOptions, client: pg.Client): Promise<OpenLog> {
  const { rows: heads } = await client.query<HeadRow>(
    'select tree_size, root_hash, note, settled_to from audit.checkpoint order by tree_size desc limit 1',
  )
  const { rows: leaves } = await client.query<{ size: string; highest: string }>(
    'select coalesce(max(leaf_index) + 1, 0) as size, coalesce(max(event_no), 0) as highest from audit.leaf',
  )
  const size = toCount(leaves[0]?.size ?? '0')
  const signed = heads[0] && openCheckpoint(heads[0].note, options.signer)
  if (heads[0] && !signed)
    throw new Error('the newest checkpoint of the audit log was not signed with this key')
  if ((signed?.tree_size ?? 0) !== size)
    throw new Error(`the audit log has ${size} leaves, its newest checkpoint ${signed?.tree_size ?? 0}`)
  const edge = await readEdge(client, size)
  if (signed && !rootOfEdge(edge).equals(signed.root_hash))
    throw new Error(`the audit log does not come to the root that was signed at ${size} leaves`)
  await checkLastSigned(options, client, size)
  const state = { edge, size, settled_to: toCount(heads[0]?.settled_to ?? '0') }
  return { ...options, ...state, client, highest: toCount(leaves[0]?.highest ?? '0'), fence: undefined }
}

async function checkLastSigned(options: SequencerOptions, client: pg.Client, size: number): Promise<void> {
  const note = options.last_signed_file && readIfThere(options.last_signed_file)
  if (!note) return
  const last = openCheckpoint(note, options.signer)
  if (!last) throw new Error(`${options.last_signed_file} is not a checkpoint signed with this key`)
  if (last.tree_size > size)
    throw new Error(
      `the audit log was rolled back: ${size} leaves, but a checkpoint of ${last.tree_size} was signed`,
    )
  if (!rootOfEdge(await readEdge(client, last.tree_size)).equals(last.root_hash))
    throw new Error(`the audit log was changed below ${last.tree_size} leaves after it was signed`)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}

const PENDING = {
  name: 'pending_events',
  text: `select ${LEAF_SELECT} from audit.event e
          where e.event_no > $1 and not exists (select from audit.leaf l where l.event_no = e.event_no)
          order by e.event_no limit $2`,
}

/** One batch: leaves, tiles and checkpoint in one transaction. Returns how many events were taken. */
async function sequenceBatch(log: OpenLog): Promise<number> {
  const { client } = log
  const batch = log.batch ?? BATCH
  const fence_is_over = log.fence !== undefined && (await areOver(client, log.fence))
  const { rows } = await client.query<LeafRow>({ ...PENDING, values: [log.settled_to, batch] })
  const events = rows.map(toLeafEvent)
  const looked_to = events.length < batch ? Number.POSITIVE_INFINITY : (events.at(-1)?.event_no ?? 0)
  if (log.fence && fence_is_over && looked_to >= log.fence.event_no) {
    log.settled_to = log.fence.event_no
    log.fence = undefined
  }
  if (events.length > 0) {
    const leaves = events.map((e) => ({ event_no: e.event_no, leaf_hash: leafHash(leafBytes(e)) }))
    await append(log, leaves)
    log.highest = Math.max(log.highest, events.at(-1)?.event_no ?? 0)
  }
  if (!log.fence && log.highest > log.settled_to)
    log.fence = { event_no: log.highest, transactions: await listWriters(client) }
  return events.length
}

async function append(log: OpenLog, leaves: { event_no: number; leaf_hash: Buffer }[]): Promise<void> {
  const { client, signer } = log
  const leaf_hashes = leaves.map((l) => l.leaf_hash)
  const { edge, full } = growEdge(log.edge, log.size, leaf_hashes)
  const size = log.size + leaves.length
  const root_hash = rootOfEdge(edge)
  const note = signCheckpoint(size, root_hash, signer)
  await client.query('begin')
  await insertLeaves(client, log.size, leaves, full)
  await client.query({
    name: 'insert_checkpoint',
    text: 'insert into audit.checkpoint (tree_size, root_hash, note, settled_to) values ($1, $2, $3, $4)',
    values: [size, root_hash, note, log.settled_to],
  })
  await client.query('commit')
  log.edge = edge
  log.size = size
  if (log.last_signed_file) replaceFile(log.last_signed_file, note)
}

function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}

// An insert locks the table before it draws its number, and keeps the lock until its transaction ends. So whoever
// holds a number not yet seen is among these. Transaction ids would not do: the number is drawn before the id.
const WRITERS = {
  name: 'event_writers',
  text: `select distinct virtualtransaction as id from pg_locks
          where locktype = 'relation' and mode = 'RowExclusiveLock' and relation = 'audit.event'::regclass
            and database = (select oid from pg_database where datname = current_database())`,
}

/** The transactions that are inserting events now. */
async function listWriters(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(WRITERS)
  return rows.map((row) => row.id)
}

async function areOver(client: pg.Client, fence: Fence): Promise<boolean> {
  if (fence.transactions.length === 0) return true
  const now = new Set(await listWriters(client))
  return fence.transactions.every((id) => !now.has(id))
}
