/** A prosecutor registers a conviction: in Urdu with JavaScript off, and in English by keyboard alone. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { fillDraft } from '../support/drafts.ts'
import { given } from '../support/given.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'

const register = await openTestRegister()
const { prosecutorMultan, legalOfficer } = register.as
const held = await given.person(register, { cnic: '9123456789013' })
const doubtful = { en: await givenDoubtful(), ur: await givenDoubtful() }
const site = await openSite(register)
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const HASH = 'ab'.repeat(32)

/** A submitted draft on which the two tests differ. */
async function givenDoubtful(): Promise<string> {
  const { draft_id, body_version } = await fillDraft(prosecutorMultan, { conviction: { victim: 'other' } })
  await prosecutorMultan.api.post(`/drafts/${draft_id}/submissions`, { body_version })
  return draft_id
}

/** Pictures are kept only when a folder for them is named. */
async function picture(page: Page, name: string) {
  const folder = process.env['PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** A page that scrolls sideways is a page that a phone cannot read. */
async function fits(page: Page) {
  const width = await page.locator('html').evaluate((html) => html.scrollWidth)
  assert.ok(width <= (page.viewportSize()?.width ?? 0), `${page.url()} is ${width} px wide`)
}

/** What an audit of accessibility finds; needs scripts. */
async function isClean(page: Page) {
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } })
      .axe
    return (await run.run()).violations.map(({ id }) => id)
  })
  assert.deepEqual(found, [], page.url())
}

const onwards = (page: Page) => page.locator('main form button.main, main a.button.main').first().click()

describe('registering a conviction in Urdu, with JavaScript off, on a phone', () => {
  it('leads step by step from the judgment to the submission', async () => {
    const context = await site.signIn(prosecutorMultan, {
      language: 'ur',
      screen: 'phone',
      has_scripts: false,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(6000)
    const look = async (name: string) => {
      await fits(page)
      await picture(page, `draft-ur-phone-${name}`)
    }
    await page.goto('/drafts/new')
    await look('new')
    await onwards(page)
    await page.locator('#judgment_hash').fill('نامکمل')
    await onwards(page)
    await look('source-refused')
    assert.match((await page.locator('.error-summary').textContent()) ?? '', /SHA-256/)
    await page.locator('#judgment_hash').fill(HASH.toUpperCase())
    await onwards(page)
    await look('lookup')
    await page.locator('#cnic').fill('۹۱۲۳۴-۵۶۷۸۹۰۱-۳')
    await onwards(page)
    await look('found')
    assert.ok((await page.locator('main').textContent())?.includes(held.record_number))
    await page.locator('form[action$="/further-convictions"] button').click()
    await page.locator('#name_urdu').fill('غلام رسول عرف شیدا')
    await page.locator('#father_name_urdu').fill('اللہ دتہ')
    await page.locator('#sex').check()
    await page.locator('#born_year').fill('۱۹۸۸')
    await look('person')
    await onwards(page)
    await page.locator('#fir_station').fill('صدر ملتان')
    await page.locator('#fir_number').fill('۱۱۷')
    await page.locator('#fir_year').fill('۲۰۲۴')
    await page.locator('#court').fill('خصوصی عدالت ملتان')
    await page.locator('#offences-PPC-376').check()
    await page.locator('#offence_on').fill('2024-01-20')
    await page.locator('#convicted_on').fill('2025-02-11')
    await page.locator('#victim').check()
    await page.locator('#jurisdiction').selectOption('PK-PB')
    await look('conviction')
    await onwards(page)
    await page.locator('#disposal').check()
    await page.locator('#years').fill('۱۰')
    await page.locator('[id="custody.0.from_on"]').fill('2024-02-01')
    await page.locator('[id="custody.0.to_on"]').fill('2025-03-03')
    await page.locator('button[name="stay"]').click()
    await look('sentence')
    assert.equal(await page.locator('[id="custody.1.from_on"]').count(), 1)
    await onwards(page)
    for (const summary of await page.locator('details.explain summary').all()) await summary.click()
    await look('preview')
    await onwards(page)
    assert.equal(await page.locator('#station_id').inputValue(), 'pb_multan_saddar')
    await look('station')
    await onwards(page)
    await look('check')
    assert.equal(await page.locator('main .answers').count(), 1)
    await onwards(page)
    await page.waitForURL(/drafts\/[0-9a-f-]{36}$/)
    await look('submitted')
    assert.ok((await page.locator('main').textContent())?.includes('شناخت کی تصدیق جاری'))
    await page.goto('/drafts')
    await look('list')
    await context.close()
  })
})

/** Moves by Tab to a control, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 120; presses += 1) {
    if (
      await page
        .locator(selector)
        .first()
        .evaluate((box) => box === document.activeElement)
    )
      return
    await page.keyboard.press('Tab')
  }
  assert.fail(`${selector} cannot be reached by Tab`)
}

/** Types into a box reached by Tab. */
async function typeInto(page: Page, selector: string, text: string) {
  await tabTo(page, selector)
  await page.keyboard.type(text)
}

/** Presses what is reached by Tab, and waits for the page it leads to. */
async function press(page: Page, selector: string, key: 'Enter' | 'Space' = 'Enter') {
  await tabTo(page, selector)
  const loaded = page.waitForEvent('load')
  await page.keyboard.press(key)
  await loaded
}

const MAIN = 'main form button.main, main a.button.main'

describe('registering a conviction in English, by keyboard alone, on a desk', () => {
  it('leads step by step from the judgment to the submission', async () => {
    const context = await site.signIn(prosecutorMultan, { language: 'en', screen: 'wide', has_scripts: true })
    const page = await context.newPage()
    page.setDefaultTimeout(6000)
    const look = async (name: string) => {
      await fits(page)
      await picture(page, `draft-en-wide-${name}`)
      await isClean(page)
    }
    await page.goto('/drafts/new')
    await press(page, MAIN)
    await look('source')
    await typeInto(page, '#judgment_hash', HASH)
    await press(page, MAIN)
    await look('lookup')
    await tabTo(page, '#has_no_number')
    await page.keyboard.press('Space')
    await press(page, MAIN)
    await look('nobody')
    await press(page, MAIN)
    await typeInto(page, '#name_latin', 'Ghulam Rasool @ Sheeda')
    await tabTo(page, '#sex')
    await page.keyboard.press('Space')
    await typeInto(page, '#born_year', '1988')
    await look('person')
    await press(page, '#address ~ *, form[action$="/person"] button.main')
    await typeInto(page, '#fir_station', 'Saddar Multan')
    await typeInto(page, '#fir_number', '117')
    await typeInto(page, '#fir_year', '2024')
    await typeInto(page, '#court', 'Special Court, Multan')
    await tabTo(page, '#offences-PPC-376')
    await page.keyboard.press('Space')
    await typeInto(page, '#offence_on', '01202024')
    await typeInto(page, '#convicted_on', '02112025')
    await tabTo(page, '#victim')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, '#jurisdiction')
    await page.keyboard.type('Punjab')
    await look('conviction')
    await press(page, MAIN)
    await tabTo(page, '#disposal')
    await page.keyboard.press('Space')
    await typeInto(page, '#years', '10')
    await typeInto(page, '[id="custody.0.from_on"]', '02012024')
    await look('sentence')
    await press(page, MAIN)
    await tabTo(page, 'details.explain summary')
    await page.keyboard.press('Enter')
    await look('preview')
    assert.ok((await page.locator('main').textContent())?.includes('The two tests differ'))
    await press(page, MAIN)
    await look('station')
    await press(page, MAIN)
    await look('check')
    await press(page, MAIN)
    assert.ok((await page.locator('main').textContent())?.includes('with the legal officer'))
    await page.goto('/drafts')
    await look('list')
    await context.close()
  })
})

describe('the legal officer', () => {
  for (const language of ['en', 'ur'] as const)
    it(`finds the draft in his list, reads both tests and decides, ${language}`, async () => {
      const draft_id = doubtful[language]
      const context = await site.signIn(legalOfficer, { language, screen: 'wide', has_scripts: false })
      const page = await context.newPage()
      page.setDefaultTimeout(6000)
      await page.goto('/drafts?stage=legal')
      await page.locator(`a[href="/drafts/${draft_id}"]`).click()
      await onwards(page)
      await fits(page)
      await picture(page, `legal-${language}`)
      await page.locator('#decision').check()
      await page.locator('#reason').fill('s. 2(1)(h) does not ask who the survivor is.')
      await onwards(page)
      await page.waitForURL(/drafts$/)
      await page.goto(`/drafts/${draft_id}`)
      await picture(page, `legal-decided-${language}`)
      assert.ok((await page.locator('main').textContent())?.includes('s. 2(1)(h) does not ask'))
      await context.close()
    })
})
