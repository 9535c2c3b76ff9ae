import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Agency, AgencyLinks, AgencyList } from '../../contract/agencies.ts'
import {
  givenAgency,
  givenAgencyChange,
  givenConsent,
  givenSecret,
  OTHER_CLIENT,
} from '../../tests/support/agency-system.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, root } = register
const { administrator: me, administratorTwo: second, investigatorMultan: officer } = as
const agency_id = await givenAgency(register)
const other_id = await givenAgency(register, {
  ...OTHER_CLIENT,
  ...{ client_secret: undefined, province_iso: 'PK-SD', name_en: 'Sindh Police' },
} as object)
const asked = (more: object = {}) => ({
  ...{
    name_en: 'Balochistan Police',
    name_ur: 'بلوچستان پولیس',
    province_iso: 'PK-BA',
    from_on: '2026-02-01',
  },
  ...{ client_id: 'balochistan-police', webhook_url: null, reason: 'As agreed', ...more },
})
const faultOf = async (more: object) => {
  const reply = await me.api.post('/agencies', asked(more))
  return [reply.status, (reply.body as { fields?: { code: string }[] }).fields?.[0]?.code]
}
/** Between two requests of which the earlier one is served later. */
const SECONDS_BETWEEN = 5
const seen = async (id = agency_id) => (await me.api.get(`/agencies/${id}`)).body as Agency
const linksOf = async () => ((await officer.api.get('/agency-links')).body as AgencyLinks).agencies

describe('the agencies', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => '/agencies', event: 'agency.listed' },
      ...{ allowed: me, elsewhere: as.bureauSupervisor },
    }),
  )
  it('show an auditor no word of secrets, which he does not see', async () => {
    const words = /No secret yet/
    assert.match((await me.page(`/agencies/${agency_id}`)).text, words)
    assert.doesNotMatch((await as.auditor.page(`/agencies/${agency_id}`)).text, words)
  })
  it('are seen by administrators and auditors, with how many officers consented', async () => {
    const { agencies } = (await as.auditor.api.get('/agencies')).body as AgencyList
    assert.deepEqual(
      agencies.map(({ name, officers_count, dead_count }) => [name.en, officers_count, dead_count]),
      [
        ['Punjab Police', 0, 0],
        ['Sindh Police', 0, 0],
      ],
    )
  })
})

describe('one agency', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => `/agencies/${agency_id}`, event: 'agency.viewed' },
      ...{ allowed: me, elsewhere: officer },
    }),
  )
})

describe('letting an agency in', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => '/agencies', body: asked, status: 201 },
      ...{ event: 'agency.proposed', allowed: me, elsewhere: as.auditor },
    }),
  )
  it('needs a second administrator; the first cannot confirm his own', async () => {
    const { body } = await me.api.post('/agencies', asked({ client_id: 'kp-police', province_iso: 'PK-KP' }))
    const { approval_id } = body as { approval_id: string }
    const { shown_hash } = (await me.api.get(`/approvals/${approval_id}`)).body as { shown_hash: string }
    assert.equal((await me.api.post(`/approvals/${approval_id}/approve`, { shown_hash })).status, 403)
    assert.equal((await as.bureauSupervisor.api.get(`/approvals/${approval_id}`)).status, 404)
    const { rows } = await root.query(`select 1 from access.agency where client_id = 'kp-police'`)
    assert.equal(rows.length, 0)
    const page = await second.page(`/approvals/${approval_id}`)
    assert.match(page.text, /kp-police/)
  })
  it('is refused with an address into a private network, without TLS, or with a client that is known', async () => {
    assert.deepEqual(await faultOf({ webhook_url: 'https://10.0.0.8/hook' }), [
      400,
      'agencies.fault.private_address',
    ])
    assert.deepEqual(await faultOf({ webhook_url: 'http://hooks.example/' }), [
      400,
      'agencies.fault.not_https',
    ])
    assert.deepEqual(await faultOf({ client_id: 'punjab-police' }), [400, 'agencies.fault.client_known'])
    assert.deepEqual(await faultOf({ province_iso: 'PK-XX' }), [400, 'not_a_choice'])
  })
  it('shows the address as it will be called, not as a letter of another script makes it look', async () => {
    const webhook_url = 'https://HOOKS.\u0440unjab.example' // its first letter is Cyrillic
    const { body } = await me.api.post('/agencies', asked({ client_id: 'kp-two', webhook_url }))
    const { approval_id } = body as { approval_id: string }
    const { text } = await second.api.get(`/approvals/${approval_id}`)
    assert.match(text, /https:\/\/hooks\.xn--unjab-uye\.example\//)
  })
})

describe('changing an agency', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => `/agencies/${agency_id}/addresses`, status: 201 },
      body: () => ({ webhook_url: 'https://hooks.punjab.example/', reason: 'New address' }),
      ...{ event: 'agency.proposed', allowed: me, elsewhere: as.auditor },
    }),
  )
  it('needs two for its address and for its end, each on its own', async () => {
    await givenAgencyChange(register, `/agencies/${other_id}/addresses`, {
      webhook_url: 'https://a.example/',
    })
    await givenAgencyChange(register, `/agencies/${other_id}/endings`, { to_on: '2026-06-30' })
    const { webhook_url, to_on, is_ended } = await seen(other_id)
    assert.deepEqual([webhook_url, to_on, is_ended], ['https://a.example/', '2026-06-30', true])
    assert.equal((await seen()).is_ended, false)
    const early = await me.api.post(`/agencies/${other_id}/endings`, { to_on: '2025-01-01', reason: 'x' })
    assert.equal(early.status, 400)
  })
  it('cannot be done by a statement that borrows an approval which was used', async () => {
    const { rows } = await root.query('select approval_id from access.agency where agency_id = $1', [
      other_id,
    ])
    await assert.rejects(
      root.query('update access.agency set to_on = null, approval_id = $1 where agency_id = $2', [
        rows[0].approval_id,
        other_id,
      ]),
      /approval of its own/,
    )
  })
})

describe('ending an agency', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => `/agencies/${agency_id}/endings`, status: 201 },
      body: () => ({ to_on: '2030-01-01', reason: 'The system is replaced' }),
      ...{ event: 'agency.proposed', allowed: me, elsewhere: officer },
    }),
  )
})

describe('a secret', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => `/agencies/${agency_id}/secrets`, status: 201 },
      ...{ event: 'agency.secret_made', allowed: me, elsewhere: as.auditor },
    }),
  )
  it('is shown once, to who made it, and lies sealed', async () => {
    const { secret_id } = (await me.api.post(`/agencies/${agency_id}/secrets`)).body as { secret_id: string }
    const path = `/agencies/${agency_id}/secrets/${secret_id}`
    assert.equal((await second.api.get(path)).status, 410)
    const { secret } = (await me.api.get(path)).body as { secret: string }
    assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
    assert.equal((await me.api.get(path)).status, 410)
    const { rows } = await root.query('select secret_enc from access.agency_secret where secret_id = $1', [
      secret_id,
    ])
    assert.equal(rows[0].secret_enc.includes(Buffer.from(secret)), false)
  })
  it('leaves the one before valid for a day, and never more than two', async () => {
    await givenSecret(register, agency_id)
    await givenSecret(register, agency_id)
    const { secrets } = await seen()
    assert.deepEqual(
      secrets.map(({ ends_at }) => ends_at === null),
      [true, false],
    )
    register.clock.tick(25 * 3_600_000)
    const later = await seen()
    register.clock.tick(-25 * 3_600_000)
    assert.equal(later.secrets.length, 1)
  })
})
describe('secrets made at once', () => {
  it('are still never more than two that are valid, and one that is the newest', async () => {
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, n) => (n % 2 ? me : second).api.post(`/agencies/${agency_id}/secrets`)),
    )
    assert.ok(made.every(({ status }) => status === 201))
    const { secrets } = await seen()
    assert.deepEqual(
      secrets.map(({ ends_at }) => ends_at === null),
      [true, false],
    )
  })
})
describe('a secret whose request came in before that of the one it replaces', () => {
  const make = async () => {
    const { body } = await me.api.post(`/agencies/${agency_id}/secrets`)
    return (body as { secret_id: string }).secret_id
  }
  it('is the newest all the same', async () => {
    const replaced = await make()
    register.clock.tick(-SECONDS_BETWEEN * 1000)
    const newest = await make()
    register.clock.tick(SECONDS_BETWEEN * 1000)
    const { secrets } = await seen()
    assert.deepEqual(
      secrets.map(({ secret_id }) => secret_id),
      [newest, replaced],
    )
  })
})
describe('the secret on its screen', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', event: 'agency.secret_shown', allowed: me, elsewhere: as.auditor },
      async path() {
        const { secret_id } = (await me.api.post(`/agencies/${agency_id}/secrets`)).body as {
          secret_id: string
        }
        return `/agencies/${agency_id}/secrets/${secret_id}`
      },
    }),
  )
})

describe('the officer’s own list', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => '/agency-links', event: 'agency.links_seen' },
      ...{ allowed: officer, elsewhere: as.prosecutorMultan },
    }),
  )
  it('names the agencies of his province alone', async () => {
    assert.deepEqual(
      (await linksOf()).map(({ name }) => name.en),
      ['Punjab Police'],
    )
  })
})

describe('consent', () => {
  let link_id = ''
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => '/agency-links', body: () => ({ agency_id }), status: 201 },
      ...{ event: 'agency.consented', allowed: officer, elsewhere: as.dpoMultan },
    }),
  )
  it('is given once, by passkey, for an agency of his province', async () => {
    assert.equal((await officer.api.post('/agency-links', { agency_id })).status, 409)
    assert.equal((await officer.api.post('/agency-links', { agency_id: other_id })).status, 404)
    link_id = (await linksOf())[0]?.link?.link_id ?? ''
    await officer.api.post(`/agency-links/${link_id}/endings`)
    const stale = `update access.session set step_up_at = now() - interval '6 minutes' where officer_id = $1`
    await root.query(stale, [officer.officer_id])
    const refused = await officer.api.post('/agency-links', { agency_id })
    await root.query('update access.session set step_up_at = now() where officer_id = $1', [
      officer.officer_id,
    ])
    assert.equal((refused.body as { title: string }).title, 'step_up_needed')
    link_id = await givenConsent(officer, agency_id)
  })
  it('is his alone to lend, and his or an administrator’s to end', async () => {
    assert.equal((await officer.api.post(`/agency-links/${link_id}/loans`)).status, 201)
    assert.ok((await linksOf())[0]?.link?.lent_until_at)
    assert.equal((await me.api.post(`/agency-links/${link_id}/loans`)).status, 404)
    assert.equal((await me.api.post(`/agency-links/${link_id}/endings`)).status, 201)
    assert.equal((await linksOf())[0]?.link, null)
    assert.equal((await officer.api.post(`/agency-links/${link_id}/loans`)).status, 404)
  })
})
for (const [act, event] of [
  ['loans', 'agency.lent'],
  ['endings', 'agency.link_ended'],
] as const)
  describe(`a consent: ${act}`, () => {
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'POST', status: 201, event, allowed: officer, elsewhere: as.prosecutorMultan },
        async path() {
          const link_id = (await linksOf())[0]?.link?.link_id ?? (await givenConsent(officer, agency_id))
          return `/agency-links/${link_id}/${act}`
        },
      }),
    )
  })
