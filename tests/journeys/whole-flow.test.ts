// The first real flow, end to end: a district's return comes in, its entries are checked and decided, a person is
// looked up, shown and corrected. Once in Urdu with JavaScript off, once more in English by keyboard alone.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../contract/paths.ts'
import { knownCnic, startAgency } from '../support/agency.ts'
import { givenLink } from '../support/enrolling.ts'
import { openSite } from '../support/open-site.ts'
import { type As, openTestRegister } from '../support/register.ts'
import { csvOf, returnRow } from '../support/uploads.ts'
import { PATIENCE_MS } from '../support/wait-for.ts'
import { loadUntil, pageWithPasskey, picture, press, tabTo, typeInto, usePasskey } from './looking.ts'

const agency = await startAgency()
after(() => agency.stop())
const register = await openTestRegister({ identity: agency.identity })
await register.startJobs()
const site = await openSite(register)
const { prosecutorMultan, legalOfficer, bureauOfficer, bureauOfficerTwo } = register.as

const urduDigits = (text: string) => text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit)
const main = async (page: Page) => (await page.locator('main').textContent()) ?? ''

/** A return of two: a man whose father's name the agency writes differently, and one on whom the two tests differ. */
const returnOf = (from: number) => ({
  name: 'return.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    csvOf([
      returnRow(from, { cnic: knownCnic(from), name_latin: 'Muhammad Bashir', name_urdu: 'محمد بشیر' }),
      returnRow(from + 1, { cnic: knownCnic(from + 1), victim: 'other' }),
    ]),
  ),
})

const pageOf = async (who: As, language: 'en' | 'ur', has_scripts = false) =>
  (await site.signIn(who, { language, has_scripts })).newPage()

/** The addresses of a list's rows. */
const rowsOf = (page: Page) =>
  page.locator('main table a').evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))

describe('a return on its way into the register, in Urdu with JavaScript off', () => {
  let person_path = ''

  it('is sent in and confirmed by a prosecutor', async () => {
    const page = await pageOf(prosecutorMultan, 'ur')
    await page.goto(paths.imports())
    await page.locator('#file').setInputFiles(returnOf(1))
    await page.locator('main form button.main').click()
    await page.locator('form[action$="/confirm"] button').click()
    await loadUntil(page, `${paths.drafts()}?stage=legal`, async () => (await rowsOf(page)).length === 1)
    await loadUntil(page, `${paths.drafts()}?stage=bureau`, async () => (await rowsOf(page)).length === 1)
    await picture(page, 'flow-drafts-ur')
    await page.context().close()
  })

  it('has one conviction decided by the legal officer, which then goes on to the Bureau', async () => {
    const page = await pageOf(legalOfficer, 'ur')
    await page.goto(paths.day())
    await page.locator('main table a').first().click()
    await page.locator('main a.button.main').click()
    await page.locator('#decision').check()
    await page.locator('#reason').fill('دفعہ ۲(۱)(ایچ) جرم کو دیکھتی ہے۔')
    await page.locator('main form button.main').click()
    await page.waitForURL(/drafts$/)
    await page.context().close()
    const bureau = await pageOf(bureauOfficer, 'ur')
    await loadUntil(bureau, paths.entries(), async () => (await rowsOf(bureau)).length === 2)
    await bureau.context().close()
  })

  it('is compared at the Bureau, where a mismatch passes only with a written basis and a named station', async () => {
    const page = await pageOf(bureauOfficer, 'ur')
    await page.goto(paths.entries())
    const differing = page.locator('tbody tr', { hasText: 'محمد بشیر' })
    assert.match((await differing.textContent()) ?? '', /فرق/)
    await differing.locator('a').first().click()
    await picture(page, 'flow-compare-ur')
    await page.locator('form[action$="/approvals"] button').click()
    await page.waitForURL('**?form=*')
    assert.match((await page.locator('.error-summary').textContent()) ?? '', /بنیاد/)
    await page.locator('#basis_kind').check()
    await page.locator('#basis_reference').fill('مقدمہ ۴۱، نقل ۷')
    await page.locator('#station_id').selectOption('pb_multan_saddar')
    await page.locator('form[action$="/approvals"] button').click()
    await page.waitForURL(/people\/[0-9a-f-]{36}$/)
    person_path = new URL(page.url()).pathname
    await page.context().close()
  })

  it('gives a person who is found by the number in Urdu digits; the number is shown once, and that is recorded', async () => {
    const page = await pageOf(bureauOfficer, 'ur')
    await page.goto(paths.searches())
    await page.locator('#query').fill(urduDigits(knownCnic(1)))
    await page.locator('#purpose').check()
    await page.locator('#case_reference').fill('SC 41/2024')
    await page.locator('main form button').click()
    await page.locator('tbody a').first().click()
    assert.equal(new URL(page.url()).pathname, person_path)
    assert.match(await main(page), /صدر/)
    await page.locator('form[action$="/numbers"] button').click()
    assert.match(await main(page), /91000-0000001-1/)
    await page.goto(`${person_path}/lookers`)
    await picture(page, 'flow-lookers-ur')
    const looks = await page.locator('tbody tr').allTextContents()
    assert.ok(
      looks.some((look) => look.includes('رابعہ خالد') && /نمبر/.test(look)),
      looks.join('\n'),
    )
    await page.context().close()
  })

  it('lets a correction be proposed by one officer and approved by a second, and keeps the old version', async () => {
    const first = await pageOf(bureauOfficer, 'ur')
    await first.goto(person_path)
    await first.locator('.identity a.button[href$="/corrections"]').click()
    await first.locator('a[href$="/corrections/born_on"]').click()
    await first.locator('#after').fill('1988-03-14')
    await first.locator('#source_kind').selectOption('identity_card')
    await first.locator('#source_on').fill('2026-01-05')
    await first.locator('#source_ref').fill('NADRA 77')
    await first.locator('#asked_by').check()
    await first.locator('main form button.main').click()
    await first.waitForURL(/approvals\/[0-9a-f-]{36}$/)
    assert.equal(await first.locator('form[action$="/approve"]').count(), 0)
    const second = await pageOf(bureauOfficerTwo, 'ur')
    await second.goto(paths.day())
    await second.locator(`a[href="${new URL(first.url()).pathname}"]`).click()
    await second.locator('form[action$="/approve"] button').click()
    await second.locator('.notice.success').waitFor()
    await first.goto(`${person_path}/identity`)
    assert.match(await main(first), /۱۴ مارچ ۱۹۸۸/)
    await picture(first, 'flow-corrected-ur')
    await first.context().close()
    await second.context().close()
  })
})

/** Signed in by a passkey of his own, in English; the step-up of that session is by now too old. */
async function signedInByPasskey(who: As): Promise<Page> {
  const context = await site.browser.newContext({ baseURL: site.origin })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await pageWithPasskey(context)
  await page.goto('/sign-in')
  await press(page, 'form[action="/language"] button')
  await page.goto(`/enrol/${await givenLink(register, who.officer_id)}`)
  await usePasskey(page, /\/enrolled$/)
  await press(page, 'main a')
  await usePasskey(page, /\/session$/)
  await register.root.query(
    "update access.session set step_up_at = now() - interval '6 minutes' where officer_id = $1 and ended_at is null",
    [who.officer_id],
  )
  return page
}

describe('the same way in English, by keyboard alone', () => {
  it('leads from the file to the entry', async () => {
    const page = await pageOf(prosecutorMultan, 'en', true)
    await page.goto(paths.imports())
    await tabTo(page, '#file')
    // The operating system's own file window cannot be reached by a test; the box itself was.
    await page.locator('#file').setInputFiles(returnOf(11))
    await press(page, 'main form button.main')
    await page.locator('form[action$="/confirm"] button').waitFor()
    await press(page, 'form[action$="/confirm"] button')
    await loadUntil(page, `${paths.drafts()}?stage=bureau`, async () => (await rowsOf(page)).length >= 2)
    await page.context().close()
  })

  it('leads over a fresh passkey from the queue to the person, and to who has looked', async () => {
    const page = await signedInByPasskey(bureauOfficerTwo)
    await page.goto(paths.entries())
    const row = page.locator('tbody tr', { hasText: 'Muhammad Bashir' }).locator('a').first()
    const entry = (await row.getAttribute('href')) ?? ''
    await press(page, `a[href="${entry}"]`)
    await tabTo(page, '#basis_kind')
    await page.keyboard.press('Space')
    await typeInto(page, '#basis_reference', 'SC 41/2024, copy 7')
    await press(page, 'form[action$="/approvals"] button')
    await page.waitForURL(/\/fresh$/)
    await picture(page, 'flow-step-up-en')
    await usePasskey(page, /\?form=/)
    // What was typed before the passkey was asked for is still there.
    assert.equal(new URL(page.url()).pathname, entry)
    assert.equal(await page.locator('#basis_reference').inputValue(), 'SC 41/2024, copy 7')
    await press(page, 'form[action$="/approvals"] button')
    await page.waitForURL(/people\/[0-9a-f-]{36}$/)
    const person = new URL(page.url()).pathname

    await page.goto(paths.searches())
    await typeInto(page, '#query', knownCnic(11))
    await tabTo(page, '#purpose')
    await page.keyboard.press('Space')
    await typeInto(page, '#case_reference', 'SC 41/2024')
    await press(page, 'main form button')
    await press(page, 'tbody a')
    assert.equal(new URL(page.url()).pathname, person)
    await press(page, `a[href="${person}/lookers"]`)
    assert.match(await main(page), /Imran Sethi/)
    await page.context().close()
  })
})
