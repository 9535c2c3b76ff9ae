/** An officer's own way through the door, in a real browser with a virtual passkey: enrol, sign in, lock, step up, leave. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { givenLink } from '../support/enrolling.ts'
import { openSite, SCREENS } from '../support/open-site.ts'
import { type As, openTestRegister } from '../support/register.ts'
import { overflowOf, pageWithPasskey, picture, usePasskey, violationsOf } from './looking.ts'
import { unreadable } from './reading.ts'

const register = await openTestRegister()
const site = await openSite(register)
const { administrator, administratorTwo: officer } = register.as

const pressSubmit = (page: Page, action: RegExp | string) =>
  page
    .locator(
      `main form[action${typeof action === 'string' ? `="${action}"` : `*="${action.source}"`}] button`,
    )
    .click()

async function proposalOf(who: As, reason: string): Promise<string> {
  const path = `/officers/${register.as.analyst.officer_id}/changes/set_standing`
  const body = { vetted_until: '2097-01-01', trained_until: '2097-01-01', reason }
  const url = `/api/v1${path}`
  const reply = await register.app.inject({
    ...{ method: 'POST', url, payload: body },
    headers: { origin: site.origin, cookie: `__Host-amanat=${await who.token()}` },
  })
  assert.equal(reply.statusCode, 201, reply.body)
  return (reply.json() as { approval_id: string }).approval_id
}

const setSession = (sql: string) =>
  register.root.query(`update access.session set ${sql} where officer_id = $1 and ended_at is null`, [
    officer.officer_id,
  ])

for (const [language, screen] of [
  ['en', 'wide'],
  ['ur', 'phone'],
  ['en', 'phone'],
  ['ur', 'wide'],
] as const)
  describe(`an officer’s session, ${language}, ${screen}`, () => {
    it('goes from the enrolment link to logging out, and loses nothing at a lock', async () => {
      const context = await site.browser.newContext({ baseURL: site.origin, viewport: SCREENS[screen] })
      const page = await pageWithPasskey(context)
      const keep = async (name: string) => {
        assert.equal(await overflowOf(page), 0, name)
        assert.deepEqual(await violationsOf(page), [], name)
        assert.deepEqual(await unreadable(page, language), [], name)
        await picture(page, `session-${name}-${language}-${screen}`)
      }
      await page.goto('/sign-in')
      assert.equal(await page.locator('html').getAttribute('lang'), 'ur') // the first language
      if (language === 'en') await page.locator('form[action="/language"] button').click()
      await page.waitForSelector(`html[lang=${language}]`)
      await keep('sign-in')

      await page.goto(`/enrol/${await givenLink(register, officer.officer_id)}`)
      await keep('enrol')
      await usePasskey(page, /\/enrolled$/)
      await page.locator('main a').click()
      await usePasskey(page, /\/session$/)
      await keep('welcome')

      // Idle for 15 minutes in the middle of a form: what was typed comes back after the passkey.
      await page.goto(`/officers/${register.as.analyst.officer_id}/changes/suspend`)
      await page.locator('#reason').fill('بلا اجازت غیر حاضری')
      await keep('form')
      await setSession(`last_seen_at = now() - interval '15 minutes'`)
      await pressSubmit(page, /changes/)
      await page.waitForURL(/\/unlock$/)
      await keep('unlock')
      assert.equal(await page.locator('.officer').count(), 0)
      await usePasskey(page, /changes\/suspend\?form=/)
      assert.equal(await page.locator('#reason').inputValue(), 'بلا اجازت غیر حاضری')
      await keep('form-kept')
      await pressSubmit(page, /changes/)
      await page.waitForURL(/\/approvals\/[0-9a-f-]{36}$/)
      await keep('own-proposal')
      await pressSubmit(page, /withdraw/)
      await page.waitForURL(/\/approvals\/[0-9a-f-]{36}$/)

      // Another's proposal needs the passkey again, and leads back to itself.
      const approval_id = await proposalOf(administrator, `renewed ${language} ${screen}`)
      await setSession(`step_up_at = now() - interval '6 minutes'`)
      await page.goto('/approvals')
      await keep('approvals')
      await page.locator(`a[href="/approvals/${approval_id}"]`).click()
      await keep('proposal')
      await pressSubmit(page, /approve/)
      await page.waitForURL(/\/fresh$/)
      await keep('fresh')
      await usePasskey(page, /\/approvals\//)
      await pressSubmit(page, /approve/)
      await page.waitForURL(new RegExp(`/approvals/${approval_id}$`))
      await page.waitForSelector('.notice.success')
      await keep('approved')

      await page.goto('/officers')
      await keep('officers')
      await page.goto(`/officers/${register.as.analyst.officer_id}`)
      await keep('officer')
      await page.goto('/officers/new?district_id=pb_multan')
      await keep('new-officer')

      await page.locator('form[action="/lock"] button').click()
      await page.waitForURL(/\/unlock$/)
      await usePasskey(page, /\/officers\/new$/)
      await page.locator('form[action="/sign-out"] button').click()
      await page.waitForURL(/\/signed-out$/)
      await keep('signed-out')
      assert.equal(
        (await context.cookies(site.origin)).some((cookie) => cookie.name === '__Host-amanat'),
        false,
      )
      await page.goto('/officers')
      await page.waitForURL(/\/sign-in$/)
      await context.close()
    })
  })

describe('on a line on which the script comes late', () => {
  for (const [language, said] of [
    ['en', /is on its way/],
    ['ur', /بٹن آ رہا ہے/],
  ] as const)
    it(`the page says that the button is on its way, and the button works once it is there (${language})`, async () => {
      const context = await site.browser.newContext({ baseURL: site.origin })
      const page = await pageWithPasskey(context)
      if (language === 'en') {
        await page.goto('/sign-in')
        await page.locator('form[action="/language"] button').click()
        await page.waitForSelector('html[lang=en]')
      }
      const { promise: line_is_free, resolve: freeLine } = Promise.withResolvers<void>()
      await page.route('**/passkey*.js', async (route) => {
        await line_is_free
        await route.continue()
      })
      const path = `/enrol/${await givenLink(register, register.as.legalOfficer.officer_id)}`
      await page.goto(path, { waitUntil: 'commit' })
      const status = page.locator('#passkey-status')
      await status.waitFor()
      assert.match((await status.textContent()) ?? '', said)
      assert.equal(await page.locator('button[data-passkey]').isVisible(), false)
      await picture(page, `session-late-${language}`)
      freeLine()
      await page.locator('button[data-passkey]').waitFor()
      assert.equal(await status.textContent(), '')
      await usePasskey(page, /\/enrolled$/)
      await context.close()
    })
})

describe('without JavaScript', () => {
  it('the page says that a passkey needs it, and shows no dead button', async () => {
    const context = await site.browser.newContext({ baseURL: site.origin, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.locator('form[action="/language"] button').click()
    await page.waitForSelector('html[lang=en]')
    assert.match((await page.locator('main').textContent()) ?? '', /A passkey needs JavaScript/)
    assert.equal(await page.locator('button[data-passkey]').isVisible(), false)
    assert.equal(await page.locator('#passkey-status').isVisible(), false)
    await context.close()
  })
})
