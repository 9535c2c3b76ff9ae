// Attacks on the site as a browser or a script would make them; routes and contracts are taken from the OpenAPI document,
// so that a new room is attacked by itself.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { createApp } from '../../server/app.ts'
import { PERSONAS, type PersonaName } from '../support/personas.ts'
import { type As, ORIGIN, openTestRegister } from '../support/register.ts'

const register = await openTestRegister()
const { app, as, program } = register

type Parameter = { name: string; in: string; schema: { enum?: string[]; anyOf?: { const?: string }[] } }
type Operation = {
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: { type?: string; additionalProperties?: boolean } }> }
}
const document = app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> }
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method: method.toUpperCase() as 'GET' | 'POST',
    operation,
  })),
)
const parametersOf = new Map(operations.map((o) => [o.path, o.operation.parameters ?? []]))
/** A path with something fitting in the place of each parameter. */
const filled = (path: string) =>
  path.replace(/\{([^}]+)\}/g, (_all, name: string) => {
    const schema = parametersOf.get(path)?.find((p) => p.name === name && p.in === 'path')?.schema
    const choice = schema?.enum?.[0] ?? schema?.anyOf?.[0]?.const
    return choice ?? (name.endsWith('_id') ? randomUUID() : 'a'.repeat(43))
  })
const personas = Object.keys(PERSONAS) as PersonaName[]

const CSP = /^default-src 'none';/

describe('a write from another site', () => {
  for (const headers of [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    {},
    { origin: `${ORIGIN}.elsewhere.example` },
    { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
    { origin: ORIGIN, 'sec-fetch-site': 'same-site' },
  ])
    it(`is refused everywhere with ${JSON.stringify(headers)}`, async () => {
      const cookie = `__Host-amanat=${await as.bureauOfficer.token()}`
      for (const { path } of operations.filter((o) => o.method === 'POST'))
        for (const url of [filled(path), filled(path).replace('/api/v1', '')]) {
          const reply = await app.inject({ method: 'POST', url, headers: { ...headers, cookie } })
          assert.equal(reply.statusCode, 403, url)
        }
    })
  it('would pass with our own origin: then the contract is what refuses', async () => {
    const reply = await as.bureauOfficer.api.post('/searches', {})
    assert.equal(reply.status, 400)
  })
})

/** The pages a role reaches from its navigation, and the links on them, three steps deep. */
async function pagesOf(who: As): Promise<Map<string, { text: string; headers: Record<string, unknown> }>> {
  const seen = new Map<string, { text: string; headers: Record<string, unknown> }>()
  let next = ['/', '/no-such-page']
  for (let step = 0; step < 3; step++) {
    const found: string[] = []
    for (const path of next.filter((one) => !seen.has(one))) {
      const reply = await who.page(path)
      if (!String(reply.headers['content-type']).startsWith('text/html')) continue
      seen.set(path, reply)
      for (const [, href] of reply.text.matchAll(/href="(\/[^"#?]*)"/g))
        if (href && !href.startsWith('/assets/')) found.push(href)
    }
    next = [...new Set(found)]
  }
  return seen
}

const INLINE = [
  /<script(?![^>]*\ssrc=)[^>]*>/,
  /<style/,
  /\sstyle="/,
  /\son[a-z]+="/,
  /javascript:/,
  /<iframe|<object|<embed|<base/,
]

describe('every page of every role', () => {
  for (const name of personas)
    it(`${name}: has the strict policy, nothing inline, and is never kept`, async () => {
      const pages = await pagesOf(as[name])
      assert.ok(pages.size >= 2)
      for (const [path, { text, headers }] of pages) {
        assert.match(String(headers['content-security-policy']), CSP, path)
        assert.ok(!/unsafe|\*/.test(String(headers['content-security-policy'])), path)
        assert.equal(headers['cache-control'], 'no-store', path)
        for (const pattern of INLINE) assert.doesNotMatch(text, pattern, path)
      }
    })
  it('would be seen if something were inline', () => {
    for (const bad of [
      '<script>x</script>',
      '<p style="color:red">',
      '<a onclick="x">',
      '<style>',
      '<a href="javascript:x">',
    ])
      assert.ok(
        INLINE.some((pattern) => pattern.test(bad)),
        bad,
      )
    assert.ok(
      !INLINE.some((pattern) => pattern.test('<script type="module" src="/assets/passkey.js"></script>')),
    )
  })
  it('and every reply of JSON is never kept; only assets are', async () => {
    for (const { path, method } of operations) {
      const reply = await app.inject({ method, url: filled(path), headers: { origin: ORIGIN } })
      assert.equal(reply.headers['cache-control'], 'no-store', path)
      assert.match(String(reply.headers['content-security-policy']), CSP)
    }
    const asset = await app.inject({ url: program.assets.href('register.css') })
    assert.match(String(asset.headers['cache-control']), /immutable/)
  })
})

describe('a key that no contract names', () => {
  const objects = operations.filter((o) => o.operation.requestBody?.content['application/json'])
  it('is refused by name in every JSON body', async () => {
    assert.ok(objects.length >= 5)
    for (const { path } of objects) {
      const reply = await as.bureauOfficer.api.post(filled(path).replace('/api/v1', ''), { smuggled: true })
      const { fields } = reply.body as { fields?: { field: string; code: string }[] }
      assert.equal(reply.status, 400, `${path} ${reply.text}`)
      assert.ok(
        fields?.some((f) => f.field === 'smuggled' && f.code === 'unknown_key'),
        `${path} ${reply.text}`,
      )
    }
  })
  it('is allowed by no object of any contract, however deep', () => {
    const open: string[] = []
    const look = (schema: unknown, where: string) => {
      if (typeof schema !== 'object' || schema === null) return
      const { type, additionalProperties } = schema as { type?: string; additionalProperties?: unknown }
      if (type === 'object' && additionalProperties !== false) open.push(where)
      for (const [key, inner] of Object.entries(schema)) look(inner, `${where}/${key}`)
    }
    for (const { path, operation } of objects)
      look(operation.requestBody?.content['application/json']?.schema, path)
    // What an approver adds is of many kinds: the noun that is decided judges it by its own contract.
    assert.deepEqual(open, ['/api/v1/approvals/{approval_id}/approve/properties/input'])
  })
  it('is refused in every query', async () => {
    for (const { path } of operations.filter((o) => o.method === 'GET')) {
      const reply = await as.bureauOfficer.api.get(`${filled(path).replace('/api/v1', '')}?smuggled=1`)
      assert.equal(reply.status, 400, `${path} ${reply.text}`)
    }
  })
  it('is refused in forms', async () => {
    const fields = {
      query: '9000000000001',
      purpose: 'registration',
      case_reference: 'SC 1/2024',
      smuggled: 'x',
      '__proto__.polluted': 'x',
    }
    const reply = await as.bureauOfficer.form('/searches', fields)
    assert.match(reply.location ?? '', /\?form=/)
    const page = await as.bureauOfficer.page(reply.location ?? '')
    assert.equal(page.status, 200)
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
  })
})

describe('too many requests', () => {
  for (const url of ['/api/v1/searches', '/api/v1/no-such-thing'])
    it(`of one session or address are refused at ${url}, and others are not`, async () => {
      const limited = await createApp(program, { requests_per_minute: 5, onFault: () => undefined })
      const ask = async (token: string) =>
        (await limited.inject({ url, headers: { cookie: `__Host-amanat=${token}` } })).statusCode
      const token = await as.bureauOfficer.token()
      for (let n = 0; n < 5; n++) assert.notEqual(await ask(token), 429)
      assert.equal(await ask(token), 429)
      assert.notEqual(await ask(await as.prosecutorMultan.token()), 429)
      await limited.close()
    })
})

describe('the reason of a refusal', () => {
  it('reaches the officer in both languages, with the policy that refused', async () => {
    const { bureauOfficer } = as
    const search = { query: '9000000000001', purpose: 'registration', case_reference: 'SC 1/2024' }
    await register.root.query(
      `insert into register.quota_use (officer_id, act, used_on, used_count)
       select $1, act, (now() at time zone 'Asia/Karachi')::date, per_day from register.quota_limit where act = 'search' and role = $2
       on conflict (officer_id, act, used_on) do update set used_count = excluded.used_count`,
      [bureauOfficer.officer_id, bureauOfficer.role],
    )
    const reply = await bureauOfficer.api.post('/searches', search)
    const { detail } = reply.body as { detail?: { en: string; ur: string } }
    assert.equal(reply.status, 429)
    assert.match(detail?.en ?? '', /^[A-Z].{15,}\.$/)
    assert.match(detail?.ur ?? '', /[\u0600-\u06ff].*۔$/)
    const refused = await bureauOfficer.form('/searches', search)
    const page = await bureauOfficer.page(refused.location ?? '')
    assert.ok(page.text.includes(detail?.en ?? '-'), 'the page says the gloss')
  })
})
