import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { softPasskey } from '../../tests/support/authenticator.ts'
import { enrolBy, givenPasskey, usePasskey } from '../../tests/support/enrolling.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, ORIGIN, openTestRegister } from '../../tests/support/register.ts'
import { visitor } from '../../tests/support/visitor.ts'

const r = await openTestRegister()
const { administrator: first, administratorTwo: second } = r.as

const NEW = {
  ...{ badge: 'PB-7001', name_en: 'Sobia Anwar', name_ur: 'ثوبیہ انور', reason: 'new at the office' },
  ...{ vetted_until: '2099-01-01', trained_until: '2099-01-01' },
  ...{ unit_id: 'dpp_pb_multan', role: 'deputy_prosecutor', from_on: '2026-01-01' },
}
const SUSPENDED = { reason: 'an inquiry' }

const proposed = (reply: { status: number; body: unknown; text: string }) => {
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { approval_id: string }).approval_id
}
const propose = async (officer_id: string, change: string, body: object, by: As = first) =>
  proposed(await by.api.post(`/officers/${officer_id}/changes/${change}`, body))
const view = async (approval_id: string, by: As = second) =>
  (await by.api.get(`/approvals/${approval_id}`)).body as {
    shown_hash: string
    decision: string | null
    rows: object[]
  }
const decide = async (approval_id: string, act: string, by: As = second, more: object = {}) =>
  by.api.post(`/approvals/${approval_id}/${act}`, {
    shown_hash: (await view(approval_id, by)).shown_hash,
    ...more,
  })
const officer = async (officer_id: string) =>
  (await first.api.get(`/officers/${officer_id}`)).body as {
    suspended_at: string | null
    vetted_until: string
    has_passkey: boolean
    postings: { posting_id: string; role: string; to_on: string | null }[]
  }

describe('adding an officer', () => {
  it('takes two administrators, and then one link that the second sees once', async () => {
    const approval_id = proposed(await first.api.post('/officers', NEW))
    const { rows } = await r.root.query(`select from access.officer where badge = $1`, [NEW.badge])
    assert.equal(rows.length, 0) // nothing before the second administrator
    assert.equal((await decide(approval_id, 'approve')).status, 200)
    assert.equal((await lastEvent(r, 'approval.approved'))?.officer_id, second.officer_id)
    assert.equal((await first.api.get(`/officers/links/${approval_id}`)).status, 404) // not for the author
    const shown = await second.api.get(`/officers/links/${approval_id}`)
    assert.equal(shown.status, 200, shown.text)
    assert.equal((await second.api.get(`/officers/links/${approval_id}`)).status, 404)
    const link = (shown.body as { link: string }).link.replace(`${ORIGIN}/enrol/`, '')
    const browser = visitor(r)
    const passkey = softPasskey(ORIGIN)
    assert.equal((await enrolBy(browser, link, passkey)).status, 200)
    assert.equal((await usePasskey(browser, '/sign-in', passkey)).status, 200)
    assert.equal(((await browser.get('/api/v1/session')).body as { role: string }).role, 'deputy_prosecutor')
  })
  for (const [what, change, field] of [
    ['a service number that is taken', { badge: 'auditor' }, 'badge'],
    ['a role that the office does not have', { role: 'auditor' }, 'role'],
    ['an office that does not exist', { unit_id: 'nowhere' }, 'unit_id'],
    ['an end before the beginning', { to_on: '2025-01-01' }, 'to_on'],
    ['a key that nobody knows', { is_admin: true }, 'is_admin'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const reply = await first.api.post('/officers', { ...NEW, badge: 'PB-7002', ...change })
      assert.equal(reply.status, 400)
      assert.deepEqual(
        (reply.body as { fields: { field: string }[] }).fields.map((f) => f.field),
        [field],
      )
    })
  }
  it('keeps a refused form on the server and shows it again', async () => {
    const reply = await first.form('/officers', { ...NEW, unit_id: 'nowhere', name_en: 'Kept Name' })
    assert.equal(reply.status, 303)
    assert.match(reply.location ?? '', /^\/officers\/new\?form=/)
    assert.match((await first.page(reply.location ?? '')).text, /Kept Name/)
  })
})

describe('a change about an officer', () => {
  it('adds a posting and ends it', async () => {
    const { officer_id } = r.as.analyst
    const posting = { unit_id: 'audit', role: 'auditor', from_on: '2026-01-01', reason: 'cover' }
    assert.equal((await decide(await propose(officer_id, 'add_posting', posting), 'approve')).status, 200)
    const added = (await officer(officer_id)).postings.find((p) => p.role === 'auditor')
    const end = { posting_id: added?.posting_id, to_on: '2026-06-01', reason: 'over' }
    assert.equal((await decide(await propose(officer_id, 'end_posting', end), 'approve')).status, 200)
    assert.equal((await officer(officer_id)).postings.find((p) => p.role === 'auditor')?.to_on, '2026-06-01')
  })
  it('suspends, which ends his sessions at once, and reinstates', async () => {
    const { officer_id } = r.as.dpoMultan
    const browser = visitor(r)
    const passkey = await givenPasskey(r, browser, r.as.dpoMultan)
    await usePasskey(browser, '/sign-in', passkey)
    assert.equal((await decide(await propose(officer_id, 'suspend', SUSPENDED), 'approve')).status, 200)
    assert.equal((await browser.get('/api/v1/session')).status, 401)
    assert.notEqual((await officer(officer_id)).suspended_at, null)
    assert.equal((await decide(await propose(officer_id, 'reinstate', SUSPENDED), 'approve')).status, 200)
    assert.equal((await officer(officer_id)).suspended_at, null)
  })
  it('re-issues a lost passkey: the old one is dead at once', async () => {
    const browser = visitor(r)
    const lost = await givenPasskey(r, browser, r.as.shoVehari)
    const approval_id = await propose(r.as.shoVehari.officer_id, 'reissue_passkey', {
      reason: 'lost in a taxi',
    })
    assert.equal((await decide(approval_id, 'approve')).status, 200)
    assert.equal((await usePasskey(browser, '/sign-in', lost)).status, 401)
    assert.equal((await second.api.get(`/officers/links/${approval_id}`)).status, 200)
  })
  it('is refused when what it changes was changed meanwhile', async () => {
    const { officer_id } = r.as.shoSaddar
    const dates = { vetted_until: '2090-01-01', trained_until: '2090-01-01', reason: 'renewed' }
    const [a, b] = [
      await propose(officer_id, 'set_standing', dates),
      await propose(officer_id, 'set_standing', dates),
    ]
    assert.equal((await decide(a, 'approve')).status, 200)
    assert.equal((await decide(b, 'approve')).status, 409)
    assert.equal((await view(b)).decision, null) // undone with its act
  })
  it('about himself is proposed and decided by no administrator', async () => {
    const reply = await first.api.post(`/officers/${first.officer_id}/changes/suspend`, SUSPENDED)
    assert.equal(reply.status, 403)
    const about_second = await propose(second.officer_id, 'set_standing', {
      ...{ vetted_until: '2098-01-01', trained_until: '2098-01-01', reason: 'renewed' },
    })
    assert.equal((await second.api.get(`/approvals/${about_second}`)).status, 403)
  })
  it('names the fields it lacks', async () => {
    const reply = await first.api.post(`/officers/${r.as.analyst.officer_id}/changes/end_posting`, {
      reason: 'x',
    })
    assert.deepEqual(
      (reply.body as { fields: { field: string }[] }).fields.map((f) => f.field),
      ['posting_id', 'to_on'],
    )
  })
})

describe('the list of officers', () => {
  provesAccess(
    () => r,
    () => ({
      method: 'GET',
      path: () => '/officers',
      allowed: first,
      elsewhere: r.as.bureauOfficer,
      event: 'officer.listed',
    }),
  )
})
describe('one officer', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: () => `/officers/${r.as.analyst.officer_id}`, event: 'officer.viewed' },
      ...{ allowed: first, elsewhere: r.as.prosecutorMultan },
    }),
  )
})
describe('proposing a change', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'POST', path: () => `/officers/${r.as.officerSaddar.officer_id}/changes/suspend` },
      ...{
        body: () => SUSPENDED,
        allowed: first,
        elsewhere: r.as.auditor,
        status: 201,
        event: 'officer.proposed',
      },
    }),
  )
})
