// Attacks on what an agency's system may do: with what it has, with what it stole, and with what it is made to call.
import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { exportSPKI, SignJWT, UnsecuredJWT } from 'jose'
import { isSigned } from '../../domain/agency/webhook-signature.ts'
import { deliver } from '../../server/agencies/deliver.ts'
import { createApp } from '../../server/app.ts'
import {
  agencySession,
  CLIENT,
  givenAgency,
  givenAgencyChange,
  givenConsent,
  OTHER_CLIENT,
  openReceiver,
  openTokenProvider,
  systemOf,
} from '../support/agency-system.ts'
import { lastEvent } from '../support/proofs.ts'
import { ORIGIN, openTestRegister } from '../support/register.ts'
import { attempt, attemptWithout } from './attempt.ts'

const register = await openTestRegister()
const { as, root } = register
const officer = as.investigatorMultan
const provider = await openTokenProvider()
const stranger = await openTokenProvider()
const program = { ...register.program, agencies: provider.door }
const app = await createApp(program, {
  requests_per_minute: 1_000_000,
  onFault: (fault) => console.error(fault),
})
after(() => app.close())
const punjab = await givenAgency(register)
const other = await givenAgency(register, { client_id: OTHER_CLIENT.client_id, name_en: 'Another system' })
await givenConsent(officer, punjab)
await givenConsent(officer, other)
const token = await provider.token()
const system = systemOf(app, { token, officer: officer.name })
const begun = await system.post('/checks')
const { check_id } = begun.body as { check_id: string }
await officer.api.post('/checks') // one of his own, on the register's screens
const receiver = await openReceiver()

const claims = (more: object = {}) => ({ client_id: CLIENT.client_id, scope: 'checks', ...more })
const signed = (
  payload: Record<string, unknown>,
  { typ = 'at+jwt', audience = ORIGIN, age_seconds = 0 } = {},
) => {
  const issued = Math.floor(Date.now() / 1000) - age_seconds
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', typ, kid: 'tokens' })
    .setIssuer(provider.issuer)
    .setAudience(audience)
    .setIssuedAt(issued)
    .setExpirationTime(issued + 300)
    .sign(provider.key as never)
}
const refusalOf = async (tried: string) => {
  const reply = await system.get(`/checks/${check_id}`, { token: tried })
  return [reply.status, (reply.body as { title: string }).title]
}

describe('a token that is none', () => {
  it('is the control: the provider’s own opens', async () => {
    assert.equal((await system.get(`/checks/${check_id}`)).status, 200)
    assert.equal((await system.get(`/checks/${check_id}`, { token: await signed(claims()) })).status, 200)
  })
  const forged: [string, () => Promise<string>][] = [
    ['of nobody, with the client’s name alone', async () => CLIENT.client_id],
    ['that ran out', () => signed(claims(), { age_seconds: 400 })],
    ['that lives too long', () => signed({ ...claims(), exp: 9_999_999_999 }, { age_seconds: 7_200 })],
    ['for another service', () => signed(claims(), { audience: 'https://other.example' })],
    [
      'of the provider’s for another service',
      () => provider.token(CLIENT, { resource: 'https://other.example' }),
    ],
    ['without the scope', () => signed(claims({ scope: 'openid' }))],
    ['for signing in, not for access', () => signed(claims(), { typ: 'JWT' })],
    ['of a client that is no agency', () => signed(claims({ client_id: 'nobody' }))],
    ['of another provider', () => stranger.token()],
    [
      'that says it needs no signature',
      async () =>
        new UnsecuredJWT(claims())
          .setIssuer(provider.issuer)
          .setAudience(ORIGIN)
          .setIssuedAt()
          .setExpirationTime('5m')
          .encode(),
    ],
    [
      'signed with the public key as if it were a shared secret',
      async () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'tokens' })
          .setIssuer(provider.issuer)
          .setAudience(ORIGIN)
          .setIssuedAt()
          .setExpirationTime('5m')
          .sign(Buffer.from(await exportSPKI(createPublicKey(provider.key as never) as never))),
    ],
    ['changed by a letter', async () => `${token.slice(0, -8)}AAAA${token.slice(-4)}`],
  ]
  for (const [what, make] of forged)
    it(`${what}, opens nothing, and the refusal is recorded`, async () => {
      assert.deepEqual(await refusalOf(await make()), [401, 'token_refused'])
      const event = await lastEvent(register, 'agency.session_refused')
      assert.deepEqual([event?.outcome, event?.officer_id], ['refused', null])
    })
  it('is needed: a service number without one opens nothing', async () => {
    assert.equal((await system.get(`/checks/${check_id}`, { token: '' })).status, 401)
  })
  it('opens nothing where no provider is set', async () => {
    const closed = systemOf(register.app, { token, officer: officer.name })
    assert.equal((await closed.get('/checks')).status, 401)
  })
})

describe('a system', () => {
  it('does not see what was asked through another, for the same officer', async () => {
    const another = systemOf(app, { token: await provider.token(OTHER_CLIENT), officer: officer.name })
    assert.equal((await another.get('/checks')).status, 200)
    for (const path of [`/checks/${check_id}`, `/checks/${check_id}/send`])
      assert.equal((await another.get(path)).status, 404, path)
    assert.equal((await another.post(`/checks/${check_id}/discards`, { body_version: 1 })).status, 404)
  })
  it('acts for nobody who did not consent, is unknown, or may not act; and is not told which', async () => {
    const said = new Set<string>()
    for (const badge of ['', 'nobody', as.bureauOfficer.name, as.administrator.name]) {
      const reply = await system.get('/checks', { officer: badge })
      assert.equal(reply.status, 403, badge)
      said.add(JSON.stringify({ ...(reply.body as object), request_id: '' }))
    }
    await root.query('update access.officer set suspended_at = now() where officer_id = $1', [
      officer.officer_id,
    ])
    const suspended = await system.get('/checks')
    await root.query('update access.officer set suspended_at = null where officer_id = $1', [
      officer.officer_id,
    ])
    assert.equal(suspended.status, 403)
    said.add(JSON.stringify({ ...(suspended.body as object), request_id: '' }))
    assert.equal(said.size, 1)
  })
  it('acts for nobody posted outside its province', async () => {
    await root.query('begin')
    await root.query(`alter table access.agency disable trigger agency_changes_by_two`)
    await root.query(`update access.agency set province_iso = 'PK-SD' where agency_id = $1`, [punjab])
    await root.query('commit')
    const refused = await system.get('/checks')
    await root.query(`update access.agency set province_iso = 'PK-PB' where agency_id = $1`, [punjab])
    await root.query(`alter table access.agency enable trigger agency_changes_by_two`)
    assert.equal(refused.status, 403)
  })
  it('brings a token from a page of another site, and the officer’s cookie does not help it', async () => {
    const headers = { cookie: `__Host-amanat=${await officer.token()}`, origin: 'https://evil.example' }
    const reply = await system.post('/checks', undefined, { headers })
    assert.deepEqual([reply.status, (reply.body as { title: string }).title], [403, 'cross_origin'])
  })
  it('cannot consent, or lend itself the passkey, by a statement', async () => {
    const secret = await agencySession(program, CLIENT.client_id, officer.name)
    const statement = `update access.agency_officer set lent_at = now() where ended_at is null returning 1`
    assert.deepEqual(await attempt(register, { token: secret, statement }), [])
    const hole = 'drop policy never_by_the_system on access.agency_officer'
    assert.equal((await attemptWithout(register, hole, { token: secret, statement })).length, 2)
    const consent = `insert into access.agency_officer (link_id, agency_id, officer_id) values (gen_random_uuid(), '${punjab}', '${officer.officer_id}')`
    await assert.rejects(attempt(register, { token: secret, statement: consent }), /row-level security/)
  })
  it('sees by a statement no request but its own', async () => {
    const secret = await agencySession(program, CLIENT.client_id, officer.name)
    const statement = 'select check_id from register.check_request'
    assert.deepEqual(await attempt(register, { token: secret, statement }), [[check_id]])
    const hole = 'drop policy through_its_agency on register.check_request'
    assert.equal((await attemptWithout(register, hole, { token: secret, statement })).length, 2)
  })
  it('that ended opens nothing from that day on', async () => {
    await givenAgencyChange(register, `/agencies/${other}/endings`, { to_on: '2026-01-01' })
    const reply = await system.get('/checks', { token: await provider.token(OTHER_CLIENT) })
    assert.equal(reply.status, 401)
  })
})

describe('an address that the register is made to call', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  const event = {
    event_id: check_id,
    kind: 'answered',
    check_id,
    happened_at: '2026-11-26T08:00:00Z',
  } as const
  const call = (url: string, allows_loopback_http = true, allows_private = false) =>
    deliver({
      ...{ url, event, secrets: [secret], now: Temporal.Now.instant() },
      ...{ allowed: { allows_private, allows_loopback_http }, signal: AbortSignal.timeout(5_000) },
    })
  it('is the control: this machine, in the demo alone', async () => {
    assert.equal(await call(receiver.url), null)
    assert.equal(receiver.received.length, 1)
    assert.equal(await call(receiver.url, false), 'not_https')
  })
  it('is not called where its name leads into a private network', async () => {
    // localhost is a name that everybody can look up; its address is private.
    const name = receiver.url.replace('http://127.0.0.1', 'https://localhost')
    assert.equal(await call(name), 'private_address')
    assert.notEqual(await call(name, false, true), 'private_address')
  })
  it('does not send the register elsewhere', async () => {
    const inside = await openReceiver()
    receiver.answer(307, { location: inside.url })
    assert.equal(await call(receiver.url), 'status_307')
    assert.equal(inside.received.length, 0)
    receiver.answer(204)
  })
  it('and a message that somebody copied: it does not pass five minutes later, nor with a new time', () => {
    const { headers, body } = receiver.received[0] ?? { headers: {}, body: '' }
    const {
      'webhook-id': id = '',
      'webhook-timestamp': timestamp = '',
      'webhook-signature': signature = '',
    } = headers
    const now = Number(timestamp)
    assert.equal(isSigned(secret, { id, timestamp, body }, signature, now), true)
    assert.equal(isSigned(secret, { id, timestamp, body }, signature, now + 301), false)
    const renewed = { id, timestamp: String(now + 301), body }
    assert.equal(isSigned(secret, renewed, signature, now + 301), false)
  })
})
