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
        await page.goto(`/people/${bashir.person_id}/corrections`)
        await fits(page)
        await picture(page, `correction-${language}-${screen}`)
        await context.close()
      })
    })

describe('a correction', () => {
  it('goes from the form to a second officer, who sees before beside after and approves', async () => {
    const first = await site.signIn(register.as.shoSaddar)
    const page = await first.newPage()
    await page.goto(`/people/${bashir.person_id}`)
    await page.waitForURL(/purpose$/)
    await picture(page, 'purpose-en')
    await page.locator('#purpose').check()
    await page.locator('#case_reference').fill('Diary 12')
    await page.locator('main form button').click()
    await page.locator('.identity a.button[href$="/corrections"]').click()
    await page.locator('a[href$="/corrections/name"]').click()
    await page.locator(`input[name="target_id"][value="${bashir.name_ids[1]}"]`).check()
    await page.locator('#after').fill('محمد بشیر احمد')
    await page.locator('#source_kind').selectOption('identity_card')
    await page.locator('#source_on').fill('2026-01-05')
    await page.locator('#source_ref').fill('NADRA 77')
    await page.locator('#asked_by').check()
    await page.locator('main form button.main').last().click()
    await page.waitForURL(/approvals\/[0-9a-f-]{36}$/)
    await picture(page, 'correction-proposed-en')
    const second = await site.signIn(register.as.bureauOfficerTwo, { language: 'ur' })
    const decider = await second.newPage()
    await decider.goto(page.url())
    await picture(decider, 'correction-to-decide-ur')
    await decider.locator('form[action$="/approve"] button').click()
    await decider.goto(`/people/${bashir.person_id}/purpose`)
    await decider.locator('#purpose').check()
    await decider.locator('#case_reference').fill('x')
    await decider.locator('main form button').click()
    await decider.goto(`/people/${bashir.person_id}/identity`)
    assert.match((await decider.locator('h1').textContent()) ?? '', /محمد بشیر احمد/)
    const names = await decider.locator('tbody th bdi').allTextContents()
    assert.ok(names.includes('محمد بشیر') && names.includes('محمد بشیر احمد'), names.join())
    await picture(decider, 'identity-corrected-ur')
    await first.close()
    await second.close()
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
