/** The desk of a station, in a real browser: duties served, notices recorded by keyboard alone without JavaScript, receipts. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { refreshDuties } from '../../server/duties/project.ts'
import { asActor } from '../../server/platform/database.ts'
import { type Given, given } from '../support/given.ts'
import { SIGNER } from '../support/given-code.ts'
import { givenFacts } from '../support/given-facts.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import {
  chooseOption,
  overflowOf,
  picture,
  press,
  tabTo,
  typeDay,
  typeInto,
  typeTime,
  violationsOf,
} from './looking.ts'

const register = await openTestRegister()
const site = await openSite(register)
const { as, clock } = register
const folder = mkdtempSync(join(tmpdir(), 'amanat-receipt-'))
after(() => rmSync(folder, { recursive: true }))
clock.set('2025-08-20T06:00:00Z')

const released = () => given.person(register, { custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] })
const LANGUAGES = ['en', 'ur'] as const

async function signedIn(language: 'en' | 'ur', person: Given, screen: 'wide' | 'phone' = 'wide') {
  const context = await site.signIn(as.officerSaddar, { language, screen })
  const page = await context.newPage()
  await givePurpose(page, person)
  return { context, page }
}

/** No task leads to him yet: the officer says why he opens the record. */
async function givePurpose(page: Page, { person_id }: Given) {
  await page.goto(`/people/${person_id}/purpose`)
  await choose(page, 'purpose', 'supervision')
  await typeInto(page, '#case_reference', 'Diary 7')
  await press(page, 'main form button')
}

/** Chooses a radio by its keys, as somebody without a mouse does. */
async function choose(page: Page, name: string, value: string) {
  await tabTo(page, `input[name="${name}"]:first-of-type`)
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 10; presses += 1) {
    if (await page.locator(`input[name="${name}"][value="${value}"]`).isChecked()) return
    await page.keyboard.press('ArrowDown')
  }
  assert.fail(`${value} cannot be chosen`)
}

async function looks(page: Page, name: string) {
  await picture(page, name)
  assert.equal(await overflowOf(page), 0, name)
}

/** The code as it stands on the paper that the browser is shown. */
async function codeOn(page: Page, href: string): Promise<string> {
  const reply = await page.request.get(href)
  assert.match(reply.headers()['content-type'] ?? '', /application\/pdf/)
  const document = await getDocumentProxy(new Uint8Array(await reply.body()))
  const { text } = await extractText(document, { mergePages: true })
  const groups = text.match(/\b[0-9A-HJKMNP-TV-Z]{8}\b/g) ?? []
  return groups.slice(-26).join('')
}

/** Checks a code as anybody would: the command, a file of keys, no network. */
async function verified(code: string): Promise<string> {
  const keys = join(folder, 'keys.json')
  writeFileSync(keys, JSON.stringify({ keys: SIGNER.published }))
  const { stdout } = await promisify(execFile)(process.execPath, [
    'bin/verify-receipt.ts',
    '--keys',
    keys,
    code,
  ])
  return stdout
}

for (const language of LANGUAGES)
  describe(`serving, then an address in time, then its receipt, ${language}`, () => {
    it('goes by keyboard alone without JavaScript, and the receipt is verified offline', async () => {
      const person = await released()
      const { context, page } = await signedIn(language, person)
      await page.goto(`/people/${person.person_id}`)
      await press(page, `a[href$="/servings/new"]`)
      await looks(page, `serving-new-${language}`)
      await choose(page, 'proof', 'thumb_mark')
      await press(page, 'form[action$="/servings"] button.main')
      await page.waitForURL(/servings\/[0-9a-f-]{36}$/)
      await looks(page, `serving-${language}`)

      await press(page, 'main .card a[href$="/notices/new"]')
      await choose(page, 'duty', 'notify_address_change')
      assert.equal(await page.locator('#country').isVisible(), false)
      await typeInto(
        page,
        '#address_text',
        language === 'ur' ? 'چک ۱۲، تحصیل شجاع آباد' : 'Chak 12, tehsil Shujabad',
      )
      await typeDay(page, '#address_from_on', '2025-08-18')
      await chooseOption(page, '#document_seen', 'cnic')
      await looks(page, `notice-new-${language}`)
      await press(page, 'main form button.main')
      await page.waitForURL(/previews\/[0-9a-f-]{36}$/)
      await looks(page, `notice-preview-${language}`)
      // A change of the day before the duties were told owes nothing.
      assert.match(
        (await page.locator('main').textContent()) ?? '',
        language === 'en' ? /nothing is owed/ : /کوئی فرض لازم نہیں/,
      )
      await typeDay(page, '#address_from_on', '2025-08-20')
      await press(page, 'button[formaction]')
      assert.match(
        (await page.locator('tbody').textContent()) ?? '',
        language === 'en' ? /met in time/ : /بروقت/,
      )
      await looks(page, `notice-preview-met-${language}`)
      await press(page, 'main form button.main')
      await page.waitForURL(/notices\/[0-9a-f-]{36}$/)
      await looks(page, `notice-${language}`)
      const at = page.url()
      const form = page.locator('form[action$="/receipts"]')
      const printed = await page.request.post(new URL((await form.getAttribute('action')) ?? '', at).href, {
        ...{ headers: { origin: site.origin }, maxRedirects: 0 },
      })
      const href = printed.headers()['location'] ?? ''
      const code = await codeOn(page, `${href}/file`)
      assert.match(await verified(code), /^sound: the register signed print P-2025-\d{6}/)
      await page.goto(at)
      assert.equal(await page.locator(`a[href="${href}"]`).count(), 1)
      await looks(page, `notice-with-receipt-${language}`)
      await context.close()
    })
  })

for (const language of LANGUAGES)
  describe(`a journey abroad over a confirmation, ${language}`, () => {
    it('moves the confirmation, and the preview says so before anything is saved', async () => {
      const person = await released()
      await givenFacts(register, person.person_id, { served_at: '2025-03-03T05:00:00Z' })
      const { context, page } = await signedIn(language, person, 'phone')
      await page.goto(`/people/${person.person_id}/notices/new`)
      await choose(page, 'duty', 'notify_travel_abroad')
      await chooseOption(page, '#country', 'SA')
      await typeInto(page, '#destination', language === 'ur' ? 'جدہ' : 'Jeddah')
      await typeDay(page, '#departs_on', '2025-09-01')
      await typeTime(page, '#departs_time', '04:00')
      await typeDay(page, '#returns_on', '2025-10-05')
      await typeTime(page, '#returns_time', '23:00')
      await chooseOption(page, '#document_seen', 'passport')
      await looks(page, `notice-travel-phone-${language}`)
      await press(page, 'main form button.main')
      const effect = (await page.locator('main').textContent()) ?? ''
      assert.match(effect, language === 'en' ? /moves to another day/ : /تاریخ بدل جائے گی/)
      assert.match(
        effect,
        language === 'en' ? /3 Sep 2025[\s\S]*13 Oct 2025/ : /۳ ستمبر ۲۰۲۵ء[\s\S]*۱۳ اکتوبر ۲۰۲۵ء/,
      )
      const count = 'select count(*)::int from register.notice where person_id = $1'
      assert.equal((await register.root.query(count, [person.person_id])).rows[0].count, 0)
      await looks(page, `notice-travel-preview-phone-${language}`)
      await press(page, 'main form button.main')
      await page.waitForURL(/notices\/[0-9a-f-]{36}$/)
      await press(page, 'main a[href*="/trips/"]')
      await looks(page, `trip-phone-${language}`)
      await context.close()
    })
  })

for (const language of LANGUAGES)
  describe(`my day, a notice, its receipt, ${language}`, () => {
    it('is a way of keys alone without JavaScript, and the receipt is sound', async () => {
      const person = await given.person(register, {
        custody: [{ from_on: '2024-02-01', to_on: '2025-02-24' }],
      })
      await givenFacts(register, person.person_id, { served_at: '2025-02-24T05:00:00Z' })
      await asActor(register.program.database, await as.bureauOfficer.token(), (tx) =>
        refreshDuties(tx, [person.person_id], clock.now()),
      )
      const context = await site.signIn(as.officerSaddar, { language })
      const page = await context.newPage()
      await page.goto('/')
      await looks(page, `notice-my-day-${language}`)
      await press(page, `a[href="/people/${person.person_id}/notices/new"]`)
      await choose(page, 'duty', 'confirm_in_person')
      await typeDay(page, '#received_on', '2025-08-20')
      await typeTime(page, '#received_time', '10:45')
      await chooseOption(page, '#document_seen', 'cnic')
      await press(page, 'main form button.main')
      await page.waitForURL(/previews\/[0-9a-f-]{36}$/)
      await press(page, 'main form button.main')
      await page.waitForURL(/notices\/[0-9a-f-]{36}$/)
      await press(page, 'form[action$="/receipts"] button')
      await page.waitForURL(/prints\/[0-9a-f-]{36}$/)
      await looks(page, `notice-receipt-${language}`)
      const file = (await page.locator('main a[href$="/file"]').first().getAttribute('href')) ?? ''
      assert.match(await verified(await codeOn(page, file)), /^sound: the register signed print P-2025-\d{6}/)
      await page.goto('/')
      assert.equal(await page.locator(`a[href="/people/${person.person_id}/notices/new"]`).count(), 0)
      await context.close()
    })
  })

describe('the pages of the desk', () => {
  for (const language of LANGUAGES)
    it(`are clean for those who hear them, ${language}`, async () => {
      const person = await released()
      const context = await site.signIn(as.officerSaddar, { language, has_scripts: true })
      const page = await context.newPage()
      await givePurpose(page, person)
      for (const path of ['servings/new', 'notices/new']) {
        await page.goto(`/people/${person.person_id}/${path}`)
        assert.deepEqual(await violationsOf(page), [], path)
      }
      await context.close()
    })
})
