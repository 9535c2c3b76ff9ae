/** A throw-away register that holds nothing but people to be found, with the product's own keys, cards and walls. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { MatchCard } from '../../domain/search/match-card.ts'
import { countCard, type NameCounts } from '../../domain/search/name-counts.ts'
import { beginBulkKeys } from '../../server/people/bulk-keys.ts'
import { INDEX_COLUMNS, indexRows, parseOnce, type SinglesSeen } from '../../server/people/name-index.ts'
import { type CopyRow, copyRows } from '../../server/platform/copy.ts'
import { type Database, openDatabase } from '../../server/platform/database.ts'
import { blindIndex, type Keyring, newDataKey, seal } from '../../server/platform/keys.ts'
import { type LocalRegister, startLocalRegister } from '../../server/platform/local-register.ts'
import { hashOf } from '../../server/platform/tokens.ts'
import { keepCountsAsOperator } from '../../server/searches/scale.ts'

const BATCH_PEOPLE = 5_000
const SETTINGS = ['shared_buffers=2GB', 'max_wal_size=8GB', 'maintenance_work_mem=512MB']
const AT = { district_id: 'pb_multan', station_id: 'pb_multan_saddar' }
const COLUMNS = {
  'register.person': ['person_id', 'record_number', 'district_id', 'station_id', 'wrapped_key', 'kek_id'],
  'register.person_document': [
    ...['document_id', 'person_id', 'kind', 'number_enc', 'number_index', 'source_kind', 'added_by'],
  ],
  ...INDEX_COLUMNS,
} as const
type Rows = Record<keyof typeof COLUMNS, CopyRow[]>
const emptyRows = () =>
  Object.fromEntries(Object.keys(COLUMNS).map((table) => [table, []])) as unknown as Rows

/** A person to be found, and the station whose record he is; one station for all unless said. */
export type Given = { card: MatchCard; at?: { district_id: string; station_id: string } }
export type People = AsyncIterable<Given> | Iterable<Given>

export type Filled = {
  database: Database
  keyring: Keyring
  local: LocalRegister
  /** The session of an officer of the Bureau. */
  token: string
  stop: () => Promise<void>
}

/** The place of a person in the order he was given, by his id. */
export const orderOf = (person_id: string) => Number.parseInt(person_id.slice(-12), 16)
const idAt = (order: number) => `00000000-0000-8000-8000-${order.toString(16).padStart(12, '0')}`

export type Progress = (people: number) => void | Promise<void>

/** A register in a folder of its own, removed at the end, filled with these people in their order. */
export async function openThrowAway(given: People, progress: Progress) {
  const folder = mkdtempSync(join(tmpdir(), 'amanat-finding-'))
  const local = await startLocalRegister({ folder, is_throwaway: true, settings: SETTINGS })
  const end = async () => {
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const filled = await fillRegister(local, given, progress)
    const opened = await openFilled(local)
    const stop = async () => {
      await opened.stop()
      await end()
    }
    return { ...opened, ...filled, stop }
  } catch (fault) {
    await end()
    throw fault
  }
}

/** Opens a session of the Bureau in a register that was filled. */
export async function openFilled(local: LocalRegister): Promise<Filled> {
  const token = await withOwner(local, appoint)
  const database = openDatabase({ app: local.url('amanat_app'), gate: local.url('amanat_gate') }, 4)
  return { database, keyring: local.keyring, local, token, stop: database.end }
}

async function withOwner<T>(local: LocalRegister, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: local.url('postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Writes people past row security, in their order; one batch is made while the last is written. */
export const fillRegister = (local: LocalRegister, given: People, progress: Progress) =>
  withOwner(local, async (client) => {
    const begun = performance.now()
    const seen: SinglesSeen = new Map()
    const counts: NameCounts = new Map()
    let rows = emptyRows()
    let people = 0
    let writing: Promise<void> = Promise.resolve()
    await client.query("set session_replication_role = 'replica'") // a trusted bulk load
    const endKeys = await beginBulkKeys(client)
    for await (const one of given) {
      countCard(counts, one.card, parseOnce)
      addPerson(rows, local.keyring, seen, idAt(people), one)
      people += 1
      if (people % BATCH_PEOPLE !== 0) continue
      await writing
      await progress(people)
      writing = writeRows(client, rows)
      rows = emptyRows()
    }
    await writing
    await writeRows(client, rows)
    await endKeys()
    await keepCountsAsOperator(client, local.keyring, counts, people)
    await client.query('vacuum (analyze)')
    return { people, seconds: (performance.now() - begun) / 1000 }
  })

async function writeRows(client: pg.Client, rows: Rows): Promise<void> {
  for (const [table, columns] of Object.entries(COLUMNS))
    await copyRows(client, table, columns, rows[table as keyof Rows])
}

/** The rows of one person: his key, his numbers, what he is found by. No name stands in the clear. */
function addPerson(
  rows: Rows,
  keyring: Keyring,
  seen: SinglesSeen,
  person_id: string,
  { card, at = AT }: Given,
) {
  const key = newDataKey(keyring, person_id)
  const { district_id, station_id } = at
  const number = `NSOR-2026-${orderOf(person_id)}`
  rows['register.person'].push([person_id, number, district_id, station_id, key.wrapped_key, key.kek_id])
  for (const cnic of card.cnics) {
    const document_id = randomUUID()
    const place = { table: 'person_document', row: document_id, column: 'number_enc' }
    const index = blindIndex(keyring, 'cnic', cnic)
    const sealed = seal(key, place, cnic)
    rows['register.person_document'].push([
      ...[document_id, person_id, 'cnic', sealed, index, 'return'],
      document_id,
    ])
  }
  const made = indexRows(keyring, { person_id, ...at, key, card }, seen)
  rows['register.person_key'].push(...made['register.person_key'])
  rows['register.match_card'].push(...made['register.match_card'])
}

/** An officer of the Bureau with a session; returns its token. */
async function appoint(client: pg.Client): Promise<string> {
  const [officer_id, posting_id] = [randomUUID(), randomUUID()]
  const token = randomBytes(32).toString('base64url')
  await client.query("set session_replication_role = 'origin'")
  await client.query(
    `insert into access.officer (officer_id, badge, name_en, name_ur, vetted_until, trained_until)
     values ($1::uuid, $1::uuid::text, 'Find', 'تلاش', '2099-01-01', '2099-01-01')`,
    [officer_id],
  )
  await client.query(
    `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values ($1, $2, 'npb', 'bureau_officer', '2024-01-01')`,
    [posting_id, officer_id],
  )
  await client.query(
    `update register.quota_limit set per_day = 1000000000 where act = 'search' and role = 'bureau_officer'`,
  )
  await client.query(`select sec.open_session($1, $2, $3, 'passkey', 'en', true)`, [
    hashOf(token),
    randomUUID(),
    posting_id,
  ])
  return token
}
