/** A prosecutor sends in a return: in Urdu with JavaScript off, on a phone; and looks at every state in English. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { csvOf, returnRow } from '../support/uploads.ts'

const register = await openTestRegister({ is_demo: true })
await register.startJobs()
const { prosecutorMultan, deputyMultan } = register.as
const site = await openSite(register)
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
/** Two accepted, one warned, one refused, one known, and a count that the file states wrongly. */
const mixed = (from: number) =>
  csvOf(
    [
      returnRow(from, { name_latin: '' }),
      returnRow(from + 1),
      returnRow(from + 2, { custody: '' }),
      returnRow(from + 3, { sex: '?', judgment_on: '31/02/2024' }),
      returnRow(from + 1),
    ],
    6,
  )

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

async function isClean(page: Page) {
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } })
      .axe
    return (await run.run()).violations.map(({ id }) => id)
  })
  assert.deepEqual(found, [], page.url())
}

const main = async (page: Page) => (await page.locator('main').textContent()) ?? ''

describe('sending a return in, in Urdu, with JavaScript off, on a phone', () => {
  it('leads from the file over the preview to the drafts', async () => {
    const context = await site.signIn(prosecutorMultan, {
      language: 'ur',
      screen: 'phone',
      has_scripts: false,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(8000)
    const look = async (name: string) => {
      await fits(page)
      await picture(page, `imports-ur-phone-${name}`)
    }
    await page.goto('/imports')
    await look('empty')
    await page.locator('main form button.main').click()
    await look('no-file')
    assert.match(await main(page), /فائل/)
    await page.locator('#file').setInputFiles(csv('گوشوارہ.csv', mixed(1)))
    await page.locator('main form button.main').click()
    // The page renews itself until the file is read.
    await page.locator('form[action$="/confirm"]').waitFor()
    await look('preview')
    assert.match(await main(page), /نامنظور/)
    await page.locator('form[action$="/confirm"] button').click()
    await look('difference')
    await page.locator('#is_difference_seen').check()
    await page.locator('form[action$="/confirm"] button').click()
    // It renews itself until the drafts are made.
    await page.locator('.notice.success').waitFor()
    await look('confirmed')
    assert.match(await main(page), /۳ مسودے/)
    await page.goto('/imports/guide')
    await look('guide')
    await context.close()
  })
})

describe('the screens of a return in English', () => {
  it('are clean in every state, by an audit of accessibility', async () => {
    const context = await site.signIn(deputyMultan, { language: 'en', screen: 'wide', has_scripts: true })
    const page = await context.newPage()
    page.setDefaultTimeout(8000)
    const look = async (name: string) => {
      await fits(page)
      await isClean(page)
      await picture(page, `imports-en-desk-${name}`)
    }
    const send = async (file: ReturnType<typeof csv>) => {
      await page.goto('/imports')
      await page.locator('#file').setInputFiles(file)
      await page.locator('main form button.main').click()
    }
    await send(csv('convictions.csv', mixed(101)))
    await page.locator('form[action$="/confirm"]').waitFor()
    await look('preview')
    for (const outcome of ['accepted', 'warned', 'repeated']) {
      await page.locator(`nav.tabs a[href$="outcome=${outcome}"]`).click()
      await look(outcome)
    }
    const download = page.waitForEvent('download')
    await page.locator('nav.tabs a[href$="outcome=refused"]').click()
    await page.locator('a[href$="refused.csv"]').click()
    assert.equal((await download).suggestedFilename(), 'refused-rows.csv')
    await send(csv('convictions again.csv', mixed(101)))
    await look('known')
    await page.locator('details summary').click()
    await page.locator('form[action$="/cancel"] button').click()
    await look('cancelled')
    await send(csv('letter.csv', 'To the Bureau,\nNo convictions\n'))
    await page.locator('.notice.warning').waitFor()
    await look('failed')
    await page.goto('/imports')
    await look('list')
    await page.goto('/imports/guide')
    await look('guide')
    await context.close()
  })
})
