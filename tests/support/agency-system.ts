/** An agency's own system in tests: a real identity provider that grants it tokens, and its calls over the site. */
import assert from 'node:assert/strict'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import Provider from 'oidc-provider'
import type { AgencyDoor } from '../../server/platform/agency-token.ts'
import { asActor, asGate, send } from '../../server/platform/database.ts'
import type { Job } from '../../server/platform/jobs.ts'
import { NIGHT_WORK } from '../../server/platform/night-work.ts'
import type { Program } from '../../server/platform/program.ts'
import { OPEN_AGENCY_SESSION, OPEN_SESSION } from '../../server/platform/session-statements.ts'
import { hashOf, newToken } from '../../server/platform/tokens.ts'
import { type As, asReply, ORIGIN, type Reply, type TestRegister } from './register.ts'

export const CLIENT = { client_id: 'punjab-police', client_secret: 'known to the provider and the system' }
export const OTHER_CLIENT = { client_id: 'sindh-police', client_secret: 'another secret, of another system' }

export type TokenProvider = {
  door: AgencyDoor
  issuer: string
  /** The key that signs its tokens: for forging what only the provider could sign. */
  key: ReturnType<typeof generateKeyPairSync>['privateKey']
  /** A token by client credentials; a problem of the provider throws. */
  token: (client?: typeof CLIENT, asked?: Record<string, string>) => Promise<string>
}

/** Starts a provider that knows two clients and grants `checks` for this register, or for another resource asked for. */
export async function openTokenProvider(allows_private = false): Promise<TokenProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const grants = {
    ...{ grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
    id_token_signed_response_alg: 'ES256', // it has no other key
  }
  const provider = new Provider(issuer, {
    clients: [CLIENT, OTHER_CLIENT].map((client) => ({ ...client, ...grants })),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: 'tokens' }] },
    scopes: ['checks'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => ORIGIN,
        getResourceServerInfo: (_context: unknown, resource: string) => ({
          ...{ scope: 'checks', audience: resource, accessTokenFormat: 'jwt', accessTokenTTL: 300 },
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  })
  server.on('request', provider.callback())
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    door: { issuer, audience: ORIGIN, allows_private },
    ...{ issuer, key: privateKey },
    token: (client = CLIENT, asked = {}) => ask(issuer, client, asked),
  }
}

async function ask(issuer: string, client: typeof CLIENT, asked: Record<string, string>): Promise<string> {
  const basic = [client.client_id, client.client_secret].map(encodeURIComponent).join(':')
  const reply = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(basic).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'checks', ...asked }),
  })
  const said = (await reply.json()) as { access_token?: string; error?: string }
  if (!said.access_token) throw new Error(`the provider said ${reply.status} ${said.error}`)
  return said.access_token
}

export type Call = { token?: string; officer?: string; key?: string; headers?: Record<string, string> }
export type System = {
  get: (path: string, call?: Call) => Promise<Reply>
  post: (path: string, body?: unknown, call?: Call) => Promise<Reply>
}

/** Calls as a system makes them: a token, the officer's service number, a new idempotency key a write. No cookie, no origin. */
export function systemOf(app: FastifyInstance, usual: { token: string; officer: string }): System {
  const send = async (method: 'GET' | 'POST', path: string, call: Call, payload?: string) => {
    const { token = usual.token, officer = usual.officer, key = randomUUID() } = call
    const reply = await app.inject({
      ...{ method, url: `/api/v1${path}` },
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(officer === '' ? {} : { officer }),
        ...(method === 'GET' || key === '' ? {} : { 'idempotency-key': key }),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(payload === undefined ? {} : { payload }),
    })
    return asReply(reply)
  }
  return {
    get: (path, call = {}) => send('GET', path, call),
    post: (path, body, call = {}) =>
      send('POST', path, call, body === undefined ? undefined : JSON.stringify(body)),
  }
}

type Asked = Partial<{ client_id: string; province_iso: string; webhook_url: string | null; name_en: string }>

const decided = async (who: As, approval_id: string) => {
  const { shown_hash } = (await who.api.get(`/approvals/${approval_id}`)).body as { shown_hash: string }
  const reply = await who.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
  assert.equal(reply.status, 200, reply.text)
}

/** An agency as two administrators let it in; returns its id. */
export async function givenAgency({ as, root }: TestRegister, asked: Asked = {}): Promise<string> {
  const client_id = asked.client_id ?? CLIENT.client_id
  const proposed = await as.administrator.api.post('/agencies', {
    ...{ name_en: 'Punjab Police', name_ur: 'پنجاب پولیس', province_iso: 'PK-PB', client_id },
    ...{ from_on: '2026-01-01', webhook_url: null, reason: 'Letter of the Inspector General' },
    ...asked,
  })
  assert.equal(proposed.status, 201, proposed.text)
  await decided(as.administratorTwo, (proposed.body as { approval_id: string }).approval_id)
  const { rows } = await root.query('select agency_id from access.agency where client_id = $1', [client_id])
  return rows[0].agency_id
}

/** A change of an agency, decided by the second administrator. */
export async function givenAgencyChange({ as }: TestRegister, path: string, body: object): Promise<void> {
  const proposed = await as.administrator.api.post(path, { reason: 'As agreed', ...body })
  assert.equal(proposed.status, 201, proposed.text)
  await decided(as.administratorTwo, (proposed.body as { approval_id: string }).approval_id)
}

/** The officer's own consent; returns the link. */
export async function givenConsent(who: As, agency_id: string): Promise<string> {
  const reply = await who.api.post('/agency-links', { agency_id })
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { link_id: string }).link_id
}

/** A secret for its messages, as the administrator is shown it once. */
export async function givenSecret({ as }: TestRegister, agency_id: string): Promise<string> {
  const made = await as.administrator.api.post(`/agencies/${agency_id}/secrets`)
  assert.equal(made.status, 201, made.text)
  const { secret_id } = made.body as { secret_id: string }
  const shown = await as.administrator.api.get(`/agencies/${agency_id}/secrets/${secret_id}`)
  return (shown.body as { secret: string }).secret
}

/** Runs a job as the queue would, in a session of the night work. */
export async function runJob(program: Program, job: Job, id = NIGHT_WORK.officer_id, attempt = 1) {
  const token = newToken()
  const values = [hashOf(token), randomUUID(), NIGHT_WORK.posting_id, 'job', 'en', false]
  await asGate(program.database, (tx) => send(tx, OPEN_SESSION, values))
  await job({
    ...{ program, payload: { id, posting_id: NIGHT_WORK.posting_id }, attempt },
    signal: new AbortController().signal,
    as: (work) =>
      asActor(program.database, token, (tx, session) => {
        if (!session) throw new Error('the night work has no session')
        return work(tx, session)
      }),
  })
}

/** The secret of a session as an agency's system has one for a minute: for attacks by statement. */
export async function agencySession(
  { database }: Program,
  client_id: string,
  badge: string,
): Promise<string> {
  const token = newToken()
  const values = [hashOf(token), randomUUID(), client_id, badge]
  const [row] = await asGate(database, (tx) =>
    send<{ session_id: string | null }>(tx, OPEN_AGENCY_SESSION, values),
  )
  if (!row?.session_id) throw new Error('the system may not act for him')
  return token
}

/** The secret of a new session of an officer himself, as a sign-in by passkey opens it. */
export async function ownSession({ database }: Program, posting_id: string): Promise<string> {
  const token = newToken()
  const values = [hashOf(token), randomUUID(), posting_id, 'passkey', 'en', true]
  await asGate(database, (tx) => send(tx, OPEN_SESSION, values))
  return token
}

export type Received = { headers: Record<string, string>; body: string }
/** The other side of a webhook, on the loopback: keeps what it is sent and answers as told. */
export async function openReceiver(): Promise<{
  url: string
  received: Received[]
  answer: (status: number, headers?: Record<string, string>) => void
}> {
  const received: Received[] = []
  let says: { status: number; headers: Record<string, string> } = { status: 204, headers: {} }
  const server = createServer((request, reply) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body })
      reply.writeHead(says.status, says.headers).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    ...{ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received },
    answer: (status, headers = {}) => {
      says = { status, headers }
    },
  }
}
