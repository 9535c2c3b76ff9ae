import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { softPasskey } from '../../tests/support/authenticator.ts'
import { enrolBy, usePasskey } from '../../tests/support/enrolling.ts'
import { ORIGIN, openTestRegister } from '../../tests/support/register.ts'
import { visitor } from '../../tests/support/visitor.ts'
import { BootstrapRefused, bootstrap, listOfficerLines } from './bootstrap.ts'

const r = await openTestRegister()
await r.root.query(`delete from access.posting`)
await r.root.query(`delete from access.officer`)
const add = (badge: string, is_second: boolean) =>
  bootstrap(r.url('postgres'), { badge, name_en: `Name ${badge}`, name_ur: 'نام', is_second })

describe('the first administrators', () => {
  it('are two, each added once, and both can sign in', async () => {
    await assert.rejects(add('A-2', true), BootstrapRefused) // no first one yet
    const first = await add('A-1', false)
    await assert.rejects(add('A-9', false), BootstrapRefused)
    const second = await add('A-2', true)
    await assert.rejects(add('A-3', true), BootstrapRefused)
    for (const link of [first, second]) {
      const browser = visitor(r)
      const passkey = softPasskey(ORIGIN)
      assert.equal((await enrolBy(browser, link, passkey)).status, 200)
      assert.equal((await usePasskey(browser, '/sign-in', passkey)).status, 200)
      assert.equal(((await browser.get('/api/v1/session')).body as { role: string }).role, 'administrator')
    }
    const { rows } = await r.root.query(
      `select count(*)::int as n from audit.event where action = 'officer.bootstrapped'`,
    )
    assert.equal(rows[0].n, 2)
    assert.match(
      (await listOfficerLines(r.url('postgres'))).join('\n'),
      /A-1 · Name A-1 · administrator at admin/,
    )
  })
  it('get no second link once a passkey is enrolled, nor while a link is alive', async () => {
    await assert.rejects(add('A-1', false), BootstrapRefused)
    await r.root.query(`delete from access.passkey`)
    const again = await add('A-1', false)
    await assert.rejects(add('A-1', false), BootstrapRefused)
    await r.root.query(`update access.enrolment set expires_at = now()`)
    assert.notEqual(await add('A-1', false), again)
  })
})
