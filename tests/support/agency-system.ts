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
