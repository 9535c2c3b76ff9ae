import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { softPasskey } from '../../tests/support/authenticator.ts'
import { enrolBy, givenLink, givenPasskey, givenPosting, usePasskey } from '../../tests/support/enrolling.ts'
import { lastEvent } from '../../tests/support/proofs.ts'
import { ORIGIN, openTestRegister } from '../../tests/support/register.ts'
import { visitor } from '../../tests/support/visitor.ts'

const r = await openTestRegister()
const demo = await openTestRegister({ is_demo: true })

describe('enrolling a passkey', () => {
  it('works once with a link, and never again', async () => {
    const link = await givenLink(r, r.as.analyst.officer_id)
    const browser = visitor(r)
    assert.equal((await browser.get(`/enrol/${link}`)).status, 200)
    assert.equal((await enrolBy(browser, link, softPasskey(ORIGIN))).status, 200)
    assert.equal((await lastEvent(r, 'passkey.enrolled'))?.subject_id, r.as.analyst.officer_id)
    assert.equal((await browser.get(`/enrol/${link}`)).status, 410)
    assert.equal((await enrolBy(browser, link, softPasskey(ORIGIN))).status, 410)
  })
  it('is won by one of two who use the same link at once', async () => {
    const link = await givenLink(r, r.as.analyst.officer_id)
    const both = await Promise.all([1, 2].map(() => enrolBy(visitor(r), link, softPasskey(ORIGIN))))
    assert.deepEqual(both.map((reply) => reply.status).sort(), [200, 410])
  })
  it('is refused after 24 hours, and for a link that never was', async () => {
    const old = await givenLink(r, r.as.analyst.officer_id, 0)
    assert.equal((await enrolBy(visitor(r), old, softPasskey(ORIGIN))).status, 410)
    assert.equal((await visitor(r).get(`/enrol/${'x'.repeat(43)}`)).status, 410)
  })
  it('takes no answer to a challenge of another link', async () => {
    const [first, second] = [
      await givenLink(r, r.as.analyst.officer_id),
      await givenLink(r, r.as.auditor.officer_id),
    ]
    const browser = visitor(r)
    const asked = await browser.post(`/enrolments/${first}/challenge`)
    const attestation = softPasskey(ORIGIN).create((asked.body as { public_key: unknown }).public_key)
    assert.equal((await browser.post(`/enrolments/${second}`, { label: 'x', attestation })).status, 401)
  })
})

describe('signing in with a passkey', () => {
  it('opens a session, records it, and stores the hash of its token only', async () => {
    const browser = visitor(r)
    const passkey = await givenPasskey(r, browser, r.as.prosecutorVehari)
    const reply = await usePasskey(browser, '/sign-in', passkey)
    assert.deepEqual([reply.status, reply.body], [200, { go_to: '/session' }])
    const event = await lastEvent(r, 'session.opened')
    assert.deepEqual([event?.officer_id, event?.policy], [r.as.prosecutorVehari.officer_id, 'passkey'])
    const token = browser.cookies.get('__Host-amanat') ?? ''
    assert.equal(Buffer.from(token, 'base64url').length, 32)
    const { rows } = await r.root.query(`select s::text as row from access.session s`)
    assert.ok(rows.every(({ row }) => !row.includes(token)))
    assert.match(String(reply.headers['set-cookie']), /HttpOnly; Secure; SameSite=Strict/)
  })
  it('takes an answer once', async () => {
    const browser = visitor(r)
    const passkey = await givenPasskey(r, browser, r.as.dpoMultan)
    const asked = await browser.post('/sign-in/challenge')
    const cookie = browser.cookies.get('__Host-challenge') ?? ''
    const answer = passkey.answer((asked.body as { public_key: unknown }).public_key)
    assert.equal((await browser.post('/sign-in', answer)).status, 200)
    const other = visitor(r)
    other.cookies.set('__Host-challenge', cookie)
    assert.equal((await other.post('/sign-in', answer)).status, 401)
  })
  for (const [what, wish] of [
    ['without user verification', { is_verified: false }],
    ['made for another site', { origin: 'https://example.org' }],
    ['to a challenge that was not asked', { challenge: 'AAAA' }],
  ] as const) {
    it(`refuses an answer ${what}, and records whose passkey it was`, async () => {
      const browser = visitor(r)
      const passkey = await givenPasskey(r, browser, r.as.shoVehari)
      const reply = await usePasskey(browser, '/sign-in', passkey, wish)
      assert.equal(reply.status, 401)
      assert.equal(browser.cookies.has('__Host-amanat'), false)
      const event = await lastEvent(r, 'session.refused')
      assert.deepEqual([event?.officer_id, event?.subject_id], [null, r.as.shoVehari.officer_id])
    })
  }
  it('lets a credential wait 10 minutes after five failures, not its owner’s other one, and tells him', async () => {
    const browser = visitor(r)
    const lost = await givenPasskey(r, browser, r.as.officerSaddar)
    const good = await givenPasskey(r, browser, r.as.officerSaddar)
    for (let n = 0; n < 5; n++)
      assert.equal((await usePasskey(browser, '/sign-in', lost, { is_verified: false })).status, 401)
    assert.equal((await usePasskey(browser, '/sign-in', lost)).status, 429)
    assert.equal((await usePasskey(browser, '/sign-in', good)).status, 200)
    const page = await browser.get('/session')
    assert.match(page.text, /۵ ناکام کوششیں/)
    await r.root.query(`update access.passkey set waits_until = now() where credential_id = $1`, [lost.id])
    assert.equal((await usePasskey(visitor(r), '/sign-in', lost)).status, 200)
  })
  it('asks an officer with two postings which one, and opens no posting of another', async () => {
    const officer = r.as.legalOfficer
    const second = await givenPosting(r, officer.officer_id, 'audit', 'auditor')
    const browser = visitor(r)
    const passkey = await givenPasskey(r, browser, officer)
    assert.deepEqual((await usePasskey(browser, '/sign-in', passkey)).body, { go_to: '/sign-in/posting' })
    assert.match((await browser.get('/sign-in/posting')).text, new RegExp(second))
    const thief = visitor(r)
    thief.cookies.set('__Host-challenge', browser.cookies.get('__Host-challenge')?.split('.')[0] ?? '')
    assert.equal((await thief.form('/sign-in/posting', { posting_id: second })).location, '/sign-in')
    await usePasskey(browser, '/sign-in', passkey)
    assert.equal((await browser.form('/sign-in/posting', { posting_id: second })).location, '/session')
    assert.match((await browser.get('/session')).text, /آڈیٹر/)
    const other = visitor(r)
    await usePasskey(other, '/sign-in', passkey)
    assert.equal((await other.form('/sign-in/posting', { posting_id: r.as.auditor.posting_id })).status, 404)
    assert.equal(other.cookies.has('__Host-amanat'), false)
  })
})

describe('a session', () => {
  const change = (sql: string, officer_id: string) =>
    r.root.query(`update access.session set ${sql} where officer_id = $1 and ended_at is null`, [officer_id])
  const signedIn = async () => {
    const browser = visitor(r)
    const officer = r.as.deputyMultan
    const passkey = await givenPasskey(r, browser, officer)
    assert.equal((await usePasskey(browser, '/sign-in', passkey)).status, 200)
    return { browser, passkey, officer }
  }
  const standing = async (browser: ReturnType<typeof visitor>) => (await browser.get('/api/v1/session')).body
  for (const [what, sql, code] of [
    ['goes on after 14 idle minutes', `last_seen_at = now() - interval '14 minutes'`, undefined],
    ['locks after 15 idle minutes', `last_seen_at = now() - interval '15 minutes'`, 'locked'],
    ['ends after 12 hours', `expires_at = now()`, 'not_signed_in'],
  ] as const) {
    it(what, async () => {
      const { browser, officer } = await signedIn()
      await change(sql, officer.officer_id)
      assert.equal(((await standing(browser)) as { title?: string }).title, code)
    })
  }
  it('lasts 12 hours, and no longer than posting, vetting and training', async () => {
    const { browser, officer } = await signedIn()
    const hours = async () =>
      Temporal.Now.instant()
        .until(((await standing(browser)) as { expires_at: string }).expires_at)
        .total('hours')
    assert.ok(Math.abs((await hours()) - 12) < 0.1)
    const { rows } = await r.root.query(`select (now() at time zone 'Asia/Karachi')::date + 1 as tomorrow`)
    await r.root.query(`update access.officer set vetted_until = $1 where officer_id = $2`, [
      ...[rows[0].tomorrow, officer.officer_id],
    ])
    assert.equal(((await standing(browser)) as { title: string }).title, 'not_signed_in') // signed out at once
    await r.root.query(`update access.officer set vetted_until = '2099-01-01' where officer_id = $1`, [
      officer.officer_id,
    ])
  })
  it('is the only one of its officer: a second sign-in ends the first, which is told why', async () => {
    const { browser, passkey } = await signedIn()
    assert.equal((await usePasskey(visitor(r), '/sign-in', passkey)).status, 200)
    assert.equal(((await standing(browser)) as { title: string }).title, 'not_signed_in')
    assert.match((await browser.get('/sign-in')).text, /کسی اور جگہ سے داخل ہوئے/)
  })
  for (const [what, sql, undo] of [
    [
      'suspended',
      `update access.officer set suspended_at = now()`,
      `update access.officer set suspended_at = null`,
    ],
    [
      'whose vetting is over',
      `update access.officer set vetted_until = '2024-06-01'`,
      `update access.officer set vetted_until = '2099-01-01'`,
    ],
    [
      'whose training is over',
      `update access.officer set trained_until = '2024-06-01'`,
      `update access.officer set trained_until = '2099-01-01'`,
    ],
    [
      'never vetted',
      `update access.officer set vetted_until = null`,
      `update access.officer set vetted_until = '2099-01-01'`,
    ],
    [
      'whose posting is over',
      `update access.posting set to_on = '2024-06-01'`,
      `update access.posting set to_on = null`,
    ],
  ] as const) {
    it(`of an officer ${what} ends at once and cannot be opened again`, async () => {
      const { browser, passkey, officer } = await signedIn()
      await r.root.query(`${sql} where officer_id = $1`, [officer.officer_id])
      assert.equal(((await standing(browser)) as { title: string }).title, 'not_signed_in')
      const again = await usePasskey(visitor(r), '/sign-in', passkey)
      assert.equal(again.status, 403)
      assert.equal((await lastEvent(r, 'session.refused'))?.policy, 'may_not_act')
      await r.root.query(`${undo} where officer_id = $1`, [officer.officer_id])
      assert.equal((await usePasskey(visitor(r), '/sign-in', passkey)).status, 200)
    })
  }
  it('locked by its officer shows nothing, and goes on after his passkey where he was', async () => {
    const { browser, passkey } = await signedIn()
    assert.equal((await browser.form('/lock', { back_to: '/session' })).location, '/unlock')
    assert.equal((await lastEvent(r, 'session.locked'))?.officer_id, r.as.deputyMultan.officer_id)
    assert.equal((await browser.get('/session')).location, '/unlock')
    const token = browser.cookies.get('__Host-amanat')
    assert.deepEqual((await usePasskey(browser, '/fresh', passkey)).body, { go_to: '/session' })
    assert.equal(browser.cookies.get('__Host-amanat'), token)
    assert.equal((await lastEvent(r, 'session.unlocked'))?.outcome, 'done')
    assert.equal((await browser.get('/session')).status, 200)
  })
  it('is unlocked by no other officer’s passkey', async () => {
    const { browser } = await signedIn()
    await browser.form('/lock')
    const others = await givenPasskey(r, visitor(r), r.as.auditor)
    assert.equal((await usePasskey(browser, '/fresh', others)).status, 401)
    assert.equal((await browser.get('/session')).location, '/unlock')
  })
  it('never sends its officer to another site after unlocking', async () => {
    const { browser, passkey } = await signedIn()
    for (const path of ['//evil.example', 'https://evil.example', '/\\evil.example', '/api/v1/session']) {
      browser.cookies.set('__Host-return', path)
      assert.deepEqual((await usePasskey(browser, '/fresh', passkey)).body, { go_to: '/' }, path)
    }
  })
  it('is over after logging out, which clears the cache and nothing else', async () => {
    const { browser } = await signedIn()
    const token = browser.cookies.get('__Host-amanat') ?? ''
    const reply = await browser.form('/sign-out')
    assert.deepEqual([reply.status, reply.location], [303, '/signed-out'])
    assert.equal(reply.headers['clear-site-data'], '"cache"')
    assert.equal(browser.cookies.has('__Host-amanat'), false)
    browser.cookies.set('__Host-amanat', token)
    assert.equal(((await standing(browser)) as { title: string }).title, 'not_signed_in')
  })
})

describe('one’s own session', () => {
  provesAccessToAll()
})

/** Every role has it, so there is no "elsewhere": only the other three proofs. */
function provesAccessToAll() {
  it('is shown to its officer and recorded', async () => {
    const reply = await r.as.shoSaddar.api.get('/session')
    assert.equal(reply.status, 200)
    assert.deepEqual((await lastEvent(r, 'session.viewed'))?.officer_id, r.as.shoSaddar.officer_id)
  })
  it('is a 401 to someone not signed in, and that is recorded', async () => {
    assert.equal((await visitor(r).get('/api/v1/session')).status, 401)
    assert.deepEqual((await lastEvent(r, 'session.viewed'))?.policy, 'not_signed_in')
  })
}

describe('the language', () => {
  it('is Urdu until another is chosen, also without a session', async () => {
    const browser = visitor(r)
    assert.match((await browser.get('/sign-in')).text, /<html lang="ur" dir="rtl">/)
    const chosen = await browser.form('/language', { language: 'en', back_to: '/sign-in' })
    assert.deepEqual([chosen.status, chosen.location], [303, '/sign-in'])
    assert.match((await browser.get('/sign-in')).text, /<html lang="en" dir="ltr">/)
  })
  it('never leads to another site', async () => {
    const reply = await visitor(r).form('/language', { language: 'en', back_to: '//evil.example' })
    assert.equal(reply.location, '/')
  })
})

describe('the demonstration', () => {
  const ROUTES = [
    ['get', '/demo/prosecutor'],
    ['form', '/demo/fresh'],
    ['form', '/demo/enrolments'],
  ] as const
  it('does not exist where the program is no demonstration', async () => {
    const browser = visitor(r)
    browser.cookies.set('__Host-amanat', await r.as.administrator.token())
    for (const [how, path] of ROUTES) assert.equal((await browser[how](path)).status, 404, path)
    assert.doesNotMatch((await visitor(r).get('/sign-in')).text, /\/demo\//)
  })
  it('offers nobody to sign in as the night work, which is no person', async () => {
    assert.doesNotMatch((await visitor(demo).get('/sign-in')).text, /night_work/)
    assert.equal((await visitor(demo).get('/demo/night_work')).status, 404)
  })
  it('signs in as each role, and steps up without a passkey', async () => {
    const browser = visitor(demo)
    const signIn = (await browser.get('/sign-in')).text
    for (const role of ['prosecutor', 'investigator', 'auditor', 'administrator']) {
      assert.match(signIn, new RegExp(`/demo/${role}"`))
      assert.equal((await browser.get(`/demo/${role}`)).location, '/')
      const { role: acting, method } = (await browser.get('/api/v1/session')).body as Record<string, string>
      assert.deepEqual([acting, method], [role, 'demo'])
    }
    const fresh = () =>
      demo.root.query(
        `select step_up_at is not null as is_fresh from access.session where ended_at is null and role = 'administrator'`,
      )
    assert.equal((await fresh()).rows[0].is_fresh, false)
    assert.equal((await browser.form('/demo/fresh')).status, 303)
    assert.equal((await fresh()).rows[0].is_fresh, true)
    const enrol = await browser.form('/demo/enrolments')
    assert.match(enrol.location ?? '', /^\/enrol\/[\w-]{43}$/)
    assert.equal((await browser.get(enrol.location ?? '')).status, 200)
  })
})
