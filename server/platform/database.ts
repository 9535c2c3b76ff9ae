/**
 * Two doors to PostgreSQL. `asActor` runs work in one transaction in which row-level security knows the officer
 * by his session's secret; `asGate` opens and ends sessions under another login that sees no register row.
 */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Role } from '../../domain/access/actor.ts'
import { board, type Statement } from './flight.ts'
import type { Tables } from './tables.ts'

declare const begun: unique symbol

/** A transaction begun for an officer; it can be had only inside `asActor`, so a pool passed instead does not compile. */
export type RegisterTx = Kysely<Tables> & { readonly [begun]: 'register' }
/** A transaction of the gate: sessions, passkeys, enrolment. */
export type GateTx = Kysely<Tables> & { readonly [begun]: 'gate' }

export type { Statement } from './flight.ts'

export type Address = { app: string; gate: string }
export type Database = { app: pg.Pool; gate: pg.Pool; address: Address; end: () => Promise<void> }

/** A statement with its values. */
export type Asked = { statement: Statement; values: readonly unknown[] }

/** Who asks, as the database knows him by the token. */
export type Session = {
  session_id: string
  officer_id: string
  posting_id: string
  role: Role
  unit_id: string
  province_iso: string | null
  division_en: string | null
  district_id: string | null
  station_id: string | null
  fresh_auth: boolean
  is_locked: boolean
  language: 'en' | 'ur'
  method: 'passkey' | 'oidc' | 'demo' | 'job' | 'agency'
  /** Whether the quota that was asked for was still free; null when none was asked for. */
  has_quota: boolean | null
}

// PostgreSQL's types, once: dates stay ISO days, instants become ISO UTC, int8 must be safe.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) => new Date(text).toISOString())
types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error(`int8 out of range: ${text}`)
  return number
})

/** Opens the two pools. `connections` is for the application; the gate takes a quarter. */
export function openDatabase(address: Address, connections = 16): Database {
  const pool = (connectionString: string, max: number) => {
    const made = new pg.Pool({
      connectionString,
      max,
      types,
      pipeline: true,
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: 10_000,
    } as pg.PoolConfig)
    made.on('error', () => undefined) // an idle connection that dies is replaced at the next use
    return made
  }
  const app = pool(address.app, connections)
  const gate = pool(address.gate, Math.max(2, Math.floor(connections / 4)))
  return { app, gate, address, end: async () => void (await Promise.all([app.end(), gate.end()])) }
}

/** Kysely over one client that a transaction already holds: made once a client, since its queries carry no state. */
class HeldConnection implements DatabaseConnection {
  readonly client: pg.PoolClient
  constructor(client: pg.PoolClient) {
    this.client = client
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // The extended protocol takes one statement only: a second one smuggled into the text is refused, not run.
    const landed = await board(this.client, { text: query.sql }, query.parameters)
    return { rows: landed.rows as R[], numAffectedRows: BigInt(landed.row_count) }
  }
  // biome-ignore lint/correctness/useYield: streaming is not offered inside a held transaction
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('no streaming here: page by key')
  }
}

const heldDriver = (connection: HeldConnection): Driver => {
  const refuse = async () => {
    throw new Error('the transaction is already open: asActor and asGate own begin and commit')
  }
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  }
}

const kyselyOf = new WeakMap<pg.PoolClient, Kysely<Tables>>()
const clientOf = new WeakMap<object, pg.PoolClient>()

function heldKysely(client: pg.PoolClient): Kysely<Tables> {
  const known = kyselyOf.get(client)
  if (known) return known
  const made = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => heldDriver(new HeldConnection(client)),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  kyselyOf.set(client, made)
  clientOf.set(made, client)
  return made
}

/** Sends a statement in the transaction, prepared once a connection by its name; several sent in one turn travel together. */
export async function send<R extends object>(
  tx: RegisterTx | GateTx,
  statement: Statement,
  values: readonly unknown[],
): Promise<R[]> {
  return (await board(clientIn(tx), statement, values)).rows as R[]
}

/** Sends a bare command (savepoints) in the transaction. */
export async function command(tx: RegisterTx | GateTx, text: string): Promise<void> {
  await board(clientIn(tx), { text })
}

function clientIn(tx: RegisterTx | GateTx): pg.PoolClient {
  const client = clientOf.get(tx)
  if (!client) throw new Error('not a held transaction')
  return client
}

const lastOf = new WeakMap<pg.PoolClient, Promise<unknown>[]>()

function takeLast(client: pg.PoolClient): Promise<unknown>[] {
  const last = lastOf.get(client) ?? []
  lastOf.delete(client)
  return last
}

/** Lets a statement already sent travel in one flight with the commit; if it fails, nothing is committed. */
export function withCommit(tx: RegisterTx | GateTx, sent: Promise<unknown>): void {
  const client = clientIn(tx)
  sent.catch(() => undefined) // judged at the commit
  lastOf.set(client, [...(lastOf.get(client) ?? []), sent])
}

export const BEGIN: Statement = { name: 'begin', text: 'begin' }
export const COMMIT: Statement = { name: 'commit', text: 'commit' }
export const BEGIN_ACT = {
  name: 'begin_act',
  text: 'select * from sec.begin_act($1, $2)',
}

async function inTransaction<T, F>(
  client: pg.PoolClient,
  flight: Promise<F>,
  work: (landed: F) => Promise<T>,
): Promise<T> {
  let broken: Error | undefined
  try {
    const value = await work(await flight)
    const last = takeLast(client)
    const [ended] = await Promise.all([board(client, COMMIT), ...last])
    if (ended.command !== 'COMMIT') throw new Error('the transaction did not commit')
    return value
  } catch (fault) {
    try {
      await client.query('rollback')
    } catch (lost) {
      broken = lost instanceof Error ? lost : new Error(String(lost))
    }
    throw fault
  } finally {
    takeLast(client)
    client.release(broken)
  }
}

/** What is sent along with the begin. */
export type Along = {
  /** Counts one act of this name; the session says whether it was still free. */
  quota?: string | undefined
  /** A statement that the work will want answered. Row-level security judges it as it does every later one. */
  ahead?: Asked | undefined
}

/**
 * Runs work as the officer whose session secret is `token`, in one transaction under row-level security.
 * `session` is undefined when the token opens nothing; the work decides what to say of it.
 */
export async function asActor<T>(
  db: Database,
  token: string,
  work: (tx: RegisterTx, session: Session | undefined, ahead: readonly object[]) => Promise<T>,
  { quota, ahead }: Along = {},
): Promise<T> {
  const client = await db.app.connect()
  const tx = heldKysely(client) as RegisterTx
  const flight = Promise.all([
    board(client, BEGIN),
    board(client, BEGIN_ACT, [token, quota ?? null]),
    ahead && board(client, ahead.statement, ahead.values),
  ])
  return inTransaction(client, flight, ([, begun, read]) =>
    work(tx, sessionOf(begun.rows[0] as Begun), read?.rows ?? []),
  )
}

type Begun = { [K in keyof Session]: Session[K] | null }

/** The function gives one row always: of nulls when there is no session. */
const sessionOf = (begun: Begun): Session | undefined =>
  begun.session_id === null ? undefined : (begun as Session)

/** Runs work of the gate (sessions, passkeys) in one transaction; no register row is visible to it. */
export async function asGate<T>(db: Database, work: (tx: GateTx) => Promise<T>): Promise<T> {
  const client = await db.gate.connect()
  const tx = heldKysely(client) as GateTx
  return inTransaction(client, board(client, BEGIN), () => work(tx))
}
