// Attacks on what an agency's system may do: with what it has, with what it stole, and with what it is made to call.
import assert from 'node:assert/strict'
import { createPublicKey, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import { exportSPKI, SignJWT, UnsecuredJWT } from 'jose'
import { isSigned } from '../../domain/agency/webhook-signature.ts'
import { deliver } from '../../server/agencies/deliver.ts'
import { createApp } from '../../server/app.ts'
import { openPerson } from '../../server/emergencies/queries.ts'
import { pakistanDay } from '../../server/platform/clock.ts'
import { asActor } from '../../server/platform/database.ts'
import {
  agencySession,
  CLIENT,
  givenAgency,
  givenAgencyChange,
  givenConsent,
  OTHER_CLIENT,
  openReceiver,
  openTokenProvider,
  ownSession,
  systemOf,
} from '../support/agency-system.ts'
import { givenActive } from '../support/given-emergency.ts'
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
const issuerOf = (server: Server) => `http://localhost:${(server.address() as AddressInfo).port}`
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
  it('is not judged while the provider or its keys do not come: that is no refusal of the token, and is recorded', async () => {
    const failing = createServer((request, reply) =>
      request.url === '/keys'
        ? reply.writeHead(503).end()
        : reply
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify({ issuer: issuerOf(failing), jwks_uri: `${issuerOf(failing)}/keys` })),
    )
    failing.listen(0, '127.0.0.1')
    await once(failing, 'listening')
    const issuers = [issuerOf(failing), 'http://localhost:9']
    for (const issuer of issuers) {
      const elsewhere = await createApp(
        { ...register.program, agencies: { ...provider.door, issuer } },
        { requests_per_minute: 1_000_000, onFault: (fault) => console.error(fault) },
      )
      const reply = await systemOf(elsewhere, { token, officer: officer.name }).get('/checks')
      await elsewhere.close()
      assert.deepEqual([reply.status, (reply.body as { title: string }).title], [503, 'unavailable'], issuer)
      assert.equal((await lastEvent(register, 'agency.session_refused'))?.policy, 'unavailable')
    }
    failing.close()
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
  it('is refused with an event that names whom it meant, and seals what it called him', async () => {
    const refusal = async () =>
      (
        await root.query(
          `select policy, subject_id, second_id, officer_id, body from audit.event
            where action = 'agency.session_refused' order by event_no desc limit 1`,
        )
      ).rows[0]
    await system.get('/checks', { officer: as.bureauOfficer.name })
    const known = await refusal()
    assert.deepEqual(
      [known.policy, known.subject_id, known.second_id, known.officer_id],
      ['not_linked', punjab, as.bureauOfficer.officer_id, null],
    )
    await system.get('/checks', { officer: 'somebody-invented' })
    const unknown = await refusal()
    assert.deepEqual([unknown.policy, unknown.second_id], ['not_linked', null])
    assert.ok(unknown.body.length > 0 && !unknown.body.includes(Buffer.from('somebody-invented')))
    await system.get('/checks', { token: await signed(claims({ client_id: 'nobody' })) })
    assert.deepEqual([(await refusal()).policy, (await refusal()).body !== null], ['unknown_client', true])
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
  it('has no passkey lent ahead, and no consent back that was ended', async () => {
    const secret = await ownSession(program, officer.posting_id)
    const { rows } = await root.query('select link_id from access.agency_officer where agency_id = $1', [
      other,
    ])
    const [{ link_id }] = rows
    const ahead = `update access.agency_officer set lent_at = now() + interval '1 hour' where link_id = '${link_id}'`
    await assert.rejects(attempt(register, { token: secret, statement: ahead }), /row-level security/)
    await root.query('update access.agency_officer set ended_at = now() where link_id = $1', [link_id])
    const again = `update access.agency_officer set ended_at = null where link_id = '${link_id}' returning 1`
    assert.deepEqual(await attempt(register, { token: secret, statement: again }), [])
    await root.query('update access.agency_officer set ended_at = null where link_id = $1', [link_id])
  })
  it('has no emergency access, by a statement either', async () => {
    const person = await givenActive(register)
    await root.query('update access.agency_officer set lent_at = now() where agency_id = $1', [punjab])
    const secret = await agencySession(program, CLIENT.client_id, officer.name)
    const asked = {
      ...{ emergency_id: randomUUID(), kind: 'record_number', number_index: null, danger: 'threat_to_kill' },
      ...{ record_number: person.record_number, reference_kind: 'diary', reference_number: 1 },
      ...{ reference_station_id: 'pb_multan_saddar', reference_on: pakistanDay(program.clock.now()) },
      ...{ words_enc: randomBytes(40), wrapped_key: randomBytes(40), kek_id: 'k' },
      ...{ fields: ['name'], basis: 'CONSTITUTION-1973', print_number: 'X-1' },
    }
    const own = await ownSession(program, officer.posting_id)
    const opens = async (with_token: string) =>
      asActor(program.database, with_token, (tx) => openPerson(tx, asked))
    assert.equal(await opens(secret), 'refused')
    assert.equal(await opens(own), 'record', 'the control: the officer himself')
    const statement = 'select emergency_id from register.emergency'
    assert.equal((await attempt(register, { token: own, statement })).length, 1)
    assert.deepEqual(await attempt(register, { token: secret, statement }), [])
  })
  it('is changed by no approval that was used before, though another came after it', async () => {
    const { rows } = await root.query('select approval_id from access.agency where agency_id = $1', [punjab])
    await givenAgencyChange(register, `/agencies/${punjab}/addresses`, { webhook_url: 'https://a.example/' })
    const used = `update access.agency set webhook_url = 'https://b.example/', approval_id = '${rows[0].approval_id}' where agency_id = '${punjab}'`
    const token_of_second = await as.administratorTwo.token()
    await assert.rejects(
      attempt(register, { token: token_of_second, statement: used }),
      /approval of its own/,
    )
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
  type Look = NonNullable<Parameters<typeof deliver>[0]['look_up']>
  type Calling = { is_demo?: boolean; allows_private?: boolean; look_up?: Look; gives_up_ms?: number }
  const call = (
    url: string,
    { is_demo = false, allows_private = false, look_up, gives_up_ms = 5_000 }: Calling = {},
  ) =>
    deliver({
      ...{ url, event, secrets: [secret], now: Temporal.Now.instant() },
      allowed: { allows_private, allows_loopback_http: is_demo },
      signal: AbortSignal.timeout(gives_up_ms),
      ...(look_up ? { look_up } : {}),
    })
  it('is the control: this machine, in the demo alone', async () => {
    assert.equal(await call(receiver.url, { is_demo: true }), null)
    assert.equal(receiver.received.length, 1)
    assert.equal(await call(receiver.url), 'not_https')
  })
  /** A name server in the attacker's hand: gives these addresses for every name. */
  const says = (...addresses: string[]) =>
    ((_name: string, _options: object, told: (fault: null, found: object[]) => void) =>
      told(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as unknown as Look
  it('is not called where its name leads to this machine or into a private network', async () => {
    const { port } = new URL(receiver.url)
    const name = `https://hooks.example:${port}/`
    for (const addresses of [['127.0.0.1'], ['10.0.0.8'], ['::ffff:127.0.0.1'], ['203.0.114.9', '::1']])
      assert.equal(await call(name, { look_up: says(...addresses) }), 'private_address', addresses.join())
    // Where police share a network, this machine and its own line are no part of it.
    for (const address of ['127.0.0.1', '169.254.169.254'])
      assert.equal(
        await call(name, { allows_private: true, look_up: says(address) }),
        'private_address',
        address,
      )
    // The control: let through, it is called, and what answers here speaks no TLS.
    const let_through = { allows_private: true, look_up: says('203.0.114.9') }
    assert.notEqual(await call(name, { ...let_through, gives_up_ms: 200 }), 'private_address')
  })
  it('does not send the register elsewhere', async () => {
    const inside = await openReceiver()
    receiver.answer(307, { location: inside.url })
    assert.equal(await call(receiver.url, { is_demo: true }), 'status_307')
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
