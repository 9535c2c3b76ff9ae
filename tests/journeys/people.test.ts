/** A Bureau officer looks a person up and reads his record, in a real browser, by keyboard, without JavaScript. */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { given } from '../support/given.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'

const register = await openTestRegister()
const site = await openSite(register)
const bashir = await given.person(register, {
  cnic: '9123456789013',
  custody: [{ from_on: '2024-02-01', to_on: '2025-08-14' }],
  convictions: [
    {
      appeal: [
        { event: 'filed', on: '2025-03-01' },
        { event: 'dismissed', on: '2025-09-30' },
      ],
    },
  ],
})

/** Pictures are kept only when a folder for them is named. */
async function picture(page: Page, name: string) {
  const folder = process.env['PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** A page that scrolls sideways is a page that a phone cannot read. */
async function fits(page: Page) {
  const size = page.viewportSize()
  const width = await page.locator('html').evaluate((html) => html.scrollWidth)
  assert.ok(width <= (size?.width ?? 0), `${page.url()} is ${width} px wide`)
}

for (const language of ['en', 'ur'] as const)
  for (const screen of ['wide', 'phone'] as const)
    describe(`looking a person up, ${language}, ${screen}`, () => {
      it('leads from a number to the record, its reasons and who has looked, by keyboard alone', async () => {
        const context = await site.signIn(register.as.bureauOfficer, { language, screen, has_scripts: true })
        const page = await context.newPage()
        await page.goto('/searches')
        await picture(page, `searches-${language}-${screen}`)
        await page.locator('#query').focus()
        await page.keyboard.type('۹۱۲۳۴-۵۶۷۸۹۰۱-۳')
        await page.keyboard.press('Tab')
        await page.keyboard.press('Space')
        await page.keyboard.press('Tab')
        await page.keyboard.type('SC 41/2024')
        await page.keyboard.press('Enter')
        await page.waitForURL(/searches\/[0-9a-f-]{36}$/)
        await fits(page)
        await picture(page, `search-${language}-${screen}`)
        await page.locator('tbody a').first().focus()
        await page.keyboard.press('Enter')
        await page.waitForURL(/people\/[0-9a-f-]{36}$/)
        assert.match((await page.locator('h1').textContent()) ?? '', /Muhammad Bashir/)
        for (const tab of ['', '/convictions', '/identity', '/timeline', '/lookers']) {
          await page.goto(`/people/${bashir.person_id}${tab}`)
          await fits(page)
          await picture(page, `person${tab.replace('/', '-')}-${language}-${screen}`)
          assert.doesNotMatch(await page.title(), /Bashir|بشیر|NSOR/)
        }
        await context.close()
      })
    })

describe('the full number', () => {
  it('is shown once with JavaScript off, and is gone when the page is loaded again', async () => {
    const context = await site.signIn(register.as.bureauOfficer)
    const page = await context.newPage()
    await page.goto('/searches')
    await page.locator('#query').fill(bashir.record_number)
    await page.locator('#purpose').check()
    await page.locator('#case_reference').fill('SC 41/2024')
    await page.locator('main form button').click()
    await page.locator('tbody a').first().click()
    assert.doesNotMatch(await page.content(), /91234-5678901-3/)
    await page.locator('form[action$="/numbers"] button').click()
    await page.waitForURL(/numbers\/[0-9a-f-]{36}$/)
    await picture(page, 'numbers-en')
    assert.match(await page.content(), /91234-5678901-3/)
    const again = await page.reload()
    assert.equal(again?.status(), 410)
    assert.doesNotMatch(await page.content(), /91234-5678901-3/)
    await picture(page, 'numbers-again-en')
    await context.close()
  })
})
