/**
 * A register for a test file: real PostgreSQL cloned from a migrated template, the whole site, named personas.
 * `bin/test.ts` starts one cluster for all files; a file run alone starts its own.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { Role } from '../../domain/access/actor.ts'
import { createApp } from '../../server/app.ts'
import { type OpenProgram, openProgram } from '../../server/open-program.ts'
import type { Clock } from '../../server/platform/clock.ts'
import { parseKeyring } from '../../server/platform/keys.ts'
import { DATABASE, type Login, startLocalRegister } from '../../server/platform/local-register.ts'
import type { Program } from '../../server/platform/program.ts'
import { parsePaperSigner } from '../../server/platform/signing.ts'
import { PAPER_KEY } from './given-code.ts'
import { PERSONAS, type Persona, type PersonaName } from './personas.ts'

/** What a cluster tells the test files about itself, as JSON in TEST_CLUSTER. */
export type TestCluster = { urls: Record<Login | 'postgres', string>; keys: string }

export const ORIGIN = 'http://localhost:8080'

export type TestRegister = {
  program: Program
  app: FastifyInstance
  clock: { now: () => Temporal.Instant; set: (iso: string) => void; tick: (milliseconds: number) => void }
  /** Someone to act as: requests with his session, JSON by `api`, pages and forms by `page` and `form`. */
  as: Record<PersonaName, As>
  /** A superuser's client, past row security: for arranging and for looking, never for acting. */
  root: pg.Client
  url: (login: Login | 'postgres') => string
  startJobs: () => Promise<void>
}

export type Reply = {
  status: number
  body: unknown
  text: string
  headers: Record<string, unknown>
  location: string | undefined
}
export type As = Persona & {
  officer_id: string
  posting_id: string
  token: () => Promise<string>
  /** JSON under /api/v1. */
  api: { get: (path: string) => Promise<Reply>; post: (path: string, body?: unknown) => Promise<Reply> }
  /** The page at a path. */
  page: (path: string) => Promise<Reply>
  /** A form post, urlencoded. */
  form: (path: string, fields?: Record<string, string>) => Promise<Reply>
}

/** The cluster of the whole run, or one of this file's own, to be stopped when its registers are closed. */
async function cluster(): Promise<TestCluster & { stop?: () => Promise<void> }> {
  const given = process.env['TEST_CLUSTER']
  if (given) return JSON.parse(given) as TestCluster
  const folder = mkdtempSync(join(tmpdir(), 'amanat-test-'))
  const started = await startTestCluster(folder)
  const stop = async () => {
    await started.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...started.cluster, stop }
}

/** Starts a throw-away cluster with a migrated, peopled-by-officers template database. */
export async function startTestCluster(folder: string) {
  const local = await startLocalRegister({ folder, is_throwaway: true })
  const logins = ['amanat_app', 'amanat_gate', 'amanat_sequencer', 'amanat_worker', 'postgres'] as const
  const urls = Object.fromEntries(logins.map((l) => [l, local.url(l)])) as TestCluster['urls']
  await appointPersonas(urls.postgres)
  await runMigrations({ connectionString: urls.amanat_worker }) // of the queue, once for all copies
  const k = local.keyring
  const keys = `${k.kek_id}:${k.kek.toString('base64')}:${k.index_key.toString('base64')}`
  return { cluster: { urls, keys }, stop: local.stop }
}

async function appointPersonas(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const persona of Object.values(PERSONAS)) {
    const officer_id = stableId(`officer ${persona.name}`)
    await client.query(
      `insert into access.officer (officer_id, badge, name_en, name_ur, vetted_until, trained_until) values ($1, $2, $3, $4, '2099-01-01', '2099-01-01')`,
      [officer_id, persona.name, persona.name_en, persona.name_ur],
    )
    await client.query(
      `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values ($1, $2, $3, $4, '2024-01-01')`,
      [stableId(`posting ${persona.name}`), officer_id, persona.unit_id, persona.role satisfies Role],
    )
  }
  await client.end()
}

const stableId = (text: string) => {
  const h = createHash('sha256').update(text).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`
}

const inDatabase = (url: string, database: string) => url.replace(`/${DATABASE}?`, `/${database}?`)

/** Opens a fresh register for this file; it is dropped when the file's tests are over. */
export async function openTestRegister(
  options: { is_demo?: boolean; identity?: Program['identity'] } = {},
): Promise<TestRegister> {
  const { urls, keys, stop } = await cluster()
  const database = `t_${process.pid}_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client({ connectionString: inDatabase(urls.postgres, 'postgres') })
  await admin.connect()
  await admin.query('select pg_advisory_lock(1)') // a template may be copied by one at a time
  await admin.query(`create database ${database} template ${DATABASE}`)
  await admin.query('select pg_advisory_unlock(1)')
  const url = (login: Login | 'postgres') => inDatabase(urls[login], database)
  const root = new pg.Client({ connectionString: url('postgres') })
  await root.connect()
  await root.query(`revoke all on database ${database} from public`) // rights on a database are not copied with it
  for (const login of ['amanat_app', 'amanat_gate', 'amanat_sequencer', 'amanat_worker'])
    await root.query(`grant connect on database ${database} to ${login}`)
  await root.query(`grant create on database ${database} to amanat_worker`)
  const clock = testClock()
  const opened = await openProgram({
    urls: { app: url('amanat_app'), gate: url('amanat_gate'), worker: url('amanat_worker') },
    keyring: parseKeyring(keys),
    paper_signer: parsePaperSigner(PAPER_KEY),
    origin: ORIGIN,
    is_demo: options.is_demo ?? false,
    identity: options.identity ?? { url: 'http://127.0.0.1:9', secret: 'nobody listens here' },
    clock,
    connections: 8,
  })
  const app = await createApp(opened.program, {
    requests_per_minute: 1_000_000,
    onFault: (fault) => console.error(fault),
  })
  await app.ready()
  after(async () => {
    await closeAll(opened, app, root, admin, database)
    await stop?.()
  })
  const as = Object.fromEntries(
    Object.values(PERSONAS).map((p) => [p.name, asPersona(app, opened.program, p)]),
  ) as TestRegister['as']
  return { program: opened.program, app, clock, as, root, url, startJobs: opened.startJobs }
}

async function closeAll(
  opened: OpenProgram,
  app: FastifyInstance,
  root: pg.Client,
  admin: pg.Client,
  database: string,
) {
  await app.close()
  await opened.close()
  await root.end()
  await admin.query(`drop database ${database} with (force)`)
  await admin.end()
}

/** Starts at the machine's time, because sessions are judged by the database's clock; tests may move it. */
function testClock(): TestRegister['clock'] & Clock {
  let offset = 0
  return {
    now: () => Temporal.Now.instant().add({ milliseconds: offset }),
    set(iso) {
      offset = Temporal.Instant.from(iso).epochMilliseconds - Date.now()
    },
    tick(milliseconds) {
      offset += milliseconds
    },
  }
}

function asPersona(app: FastifyInstance, program: Program, persona: Persona): As {
  const posting_id = stableId(`posting ${persona.name}`)
  let made: Promise<string> | undefined
  const token = () => {
    made ??= openSession(program, posting_id)
    return made
  }
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    payload: { type?: string; body?: string } = {},
  ): Promise<Reply> => {
    const reply = await app.inject({
      method,
      url,
      headers: {
        origin: ORIGIN,
        cookie: `__Host-amanat=${await token()}`,
        ...(payload.type ? { 'content-type': payload.type } : {}),
      },
      ...(payload.body === undefined ? {} : { payload: payload.body }),
    })
    return asReply(reply)
  }
  return {
    ...persona,
    officer_id: stableId(`officer ${persona.name}`),
    posting_id,
    token,
    api: {
      get: (path) => ask('GET', `/api/v1${path}`),
      post: (path, body) =>
        ask(
          'POST',
          `/api/v1${path}`,
          body === undefined ? {} : { type: 'application/json', body: JSON.stringify(body) },
        ),
    },
    page: (path) => ask('GET', path),
    form: (path, fields = {}) =>
      ask('POST', path, {
        type: 'application/x-www-form-urlencoded',
        body: new URLSearchParams(fields).toString(),
      }),
  }
}

type Injected = Awaited<ReturnType<FastifyInstance['inject']>>

/** What a test needs of a reply; JSON is parsed where it is JSON. */
export function asReply(reply: Injected): Reply {
  const is_json = String(reply.headers['content-type'] ?? '').includes('json')
  const location = reply.headers.location
  return {
    status: reply.statusCode,
    body: is_json ? JSON.parse(reply.body) : undefined,
    text: reply.body,
    headers: reply.headers,
    location: typeof location === 'string' ? location : undefined,
  }
}

/** Opens a session by the gate with a fresh step-up, as a passkey sign-in would. */
export async function openSession(program: Program, posting_id: string, is_fresh = true): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const client = await program.database.gate.connect()
  try {
    const { rows } = await client.query('select sec.open_session($1, $2, $3, $4, $5, $6) as opened', [
      createHash('sha256').update(token).digest(),
      randomUUID(),
      posting_id,
      'passkey',
      'en',
      is_fresh,
    ])
    if (!rows[0]?.opened) throw new Error('the persona may not act')
  } finally {
    client.release()
  }
  return token
}
