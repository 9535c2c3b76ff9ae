import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { openIdentityProvider } from '../../tests/support/identity-provider.ts'
import { lastEvent } from '../../tests/support/proofs.ts'
import { ORIGIN, openTestRegister } from '../../tests/support/register.ts'
import { visitor } from '../../tests/support/visitor.ts'
import { createApp } from '../app.ts'

const BEGIN = '/sign-in/identity-provider'
const CALLBACK = `${ORIGIN}${BEGIN}/callback`

const r = await openTestRegister()
const provider = await openIdentityProvider(CALLBACK, { 'user-17': 'analyst' })
const app = await createApp(
  { ...r.program, oidc: provider.settings },
  { requests_per_minute: 100_000, onFault: (fault) => console.error(fault) },
)
after(() => app.close())
const newcomer = () => visitor({ ...r, app })

/** The whole way: our link, the provider's pages, and back. */
async function signIn(login: string) {
  const browser = newcomer()
  const begun = await browser.get(BEGIN)
  const back = await provider.walk(begun.location ?? '', login)
  const path = back.slice(ORIGIN.length)
  return { browser, path, reply: await browser.get(path) }
}

describe('signing in through the identity provider', () => {
  it('opens a session for the officer whose service number is the subject, but is no fresh passkey', async () => {
    const { browser, reply } = await signIn('auditor')
    assert.equal(reply.status, 200, reply.text)
    assert.match(reply.text, /href="\/session"/)
    const session = (await browser.get('/api/v1/session')).body as Record<string, string>
    assert.deepEqual([session['role'], session['method']], ['auditor', 'oidc'])
    const { rows } = await r.root.query(`select step_up_at from access.session where method = 'oidc'`)
    assert.deepEqual(rows, [{ step_up_at: null }])
    assert.equal((await lastEvent(r, 'session.opened'))?.policy, 'oidc')
  })
  it('prefers the provider’s claim of a service number', async () => {
    const { browser } = await signIn('user-17')
    assert.equal(((await browser.get('/api/v1/session')).body as { role: string }).role, 'committee_analyst')
  })
  it('opens nothing for someone who is no officer', async () => {
    const { browser, reply } = await signIn('stranger')
    assert.equal(reply.status, 401)
    assert.equal(browser.cookies.has('__Host-amanat'), false)
    assert.equal((await lastEvent(r, 'session.refused'))?.policy, 'unknown_badge')
  })
  it('takes an answer once, and only in the browser that asked', async () => {
    const browser = newcomer()
    const begun = await browser.get(BEGIN)
    const asked = browser.cookies.get('__Host-oidc') ?? ''
    const path = (await provider.walk(begun.location ?? '', 'auditor')).slice(ORIGIN.length)
    const thief = newcomer()
    await thief.get(BEGIN)
    assert.equal((await thief.get(path)).status, 401) // another state, nonce and verifier
    assert.equal((await newcomer().get(path)).status, 401)
    assert.equal((await browser.get(path)).status, 200)
    browser.cookies.set('__Host-oidc', asked)
    assert.equal((await browser.get(path)).status, 401)
  })
  it('refuses an answer that was altered on the way', async () => {
    const browser = newcomer()
    const begun = await browser.get(BEGIN)
    const path = (await provider.walk(begun.location ?? '', 'auditor')).slice(ORIGIN.length)
    assert.equal((await browser.get(path.replace(/state=[^&]+/, 'state=other'))).status, 401)
    assert.equal((await lastEvent(r, 'session.refused'))?.policy, 'oidc_failed')
  })
  it('asks with PKCE, state and nonce', async () => {
    const { location = '' } = await newcomer().get(BEGIN)
    const asked = new URL(location).searchParams
    assert.equal(asked.get('code_challenge_method'), 'S256')
    for (const name of ['code_challenge', 'state', 'nonce'])
      assert.ok((asked.get(name) ?? '').length >= 32, name)
  })
  it('does not exist where no provider is set', async () => {
    assert.equal((await visitor(r).get(BEGIN)).status, 404)
    assert.doesNotMatch((await visitor(r).get('/sign-in')).text, /identity-provider/)
  })
})
