/**
 * Danger to life, in a real browser without JavaScript and by keyboard alone: used, known to the supervisor at once, over
 * after half an hour, judged by a second officer; and what follows where it was without reason.
 */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { EMERGENCIES } from '../../law/emergencies.ts'
import { givenActive } from '../support/given-emergency.ts'
import { openSite, SCREENS } from '../support/open-site.ts'
import { type As, openTestRegister } from '../support/register.ts'
import { chooseOption, overflowOf, picture, press, tabTo, typeInto } from './looking.ts'

const register = await openTestRegister()
const { as, clock } = register
const bashir = await givenActive(register, { station_id: 'pb_vehari_city' })
const site = await openSite(register)

async function see(page: Page, name: string) {
  assert.doesNotMatch(await page.title(), /Bashir|بشیر/)
  for (const [size, viewport] of Object.entries(SCREENS)) {
    await page.setViewportSize(viewport)
    assert.equal(await overflowOf(page), 0, `${name} on ${size}`)
    await picture(page, `${name}-${size}`)
  }
  await page.setViewportSize(SCREENS.wide)
}
const signedIn = async (who: As, language: 'en' | 'ur') => {
  const context = await site.signIn(who, { language })
  return { context, page: await context.newPage() }
}
/** Chooses one of several by Tab and blank, as a keyboard does. */
async function choose(page: Page, selector: string) {
  await tabTo(page, selector)
  await page.keyboard.press('Space')
  assert.equal(await page.locator(selector).isChecked(), true, selector)
}

/** Types the form and sends it; the address that it opens. */
async function use(page: Page, language: 'en' | 'ur'): Promise<string> {
  await page.goto('/')
  await see(page, `emergency-day-${language}`)
  await press(page, 'main a[href="/emergencies/new"]')
  await typeInto(page, '#number', 'Bashir')
  await press(page, 'main form button')
  assert.match(page.url(), /\/emergencies\/new\?form=/)
  await see(page, `emergency-refused-${language}`)
  await page.goto('/emergencies/new')
  await see(page, `emergency-new-${language}`)
  await typeInto(page, '#number', bashir.cnic ?? '')
  await choose(page, '#danger')
  await typeInto(
    page,
    '#words',
    language === 'ur' ? 'فون پر دھمکی دی کہ آ رہا ہے' : 'Rang and said that he is on his way',
  )
  await choose(page, '#reference_kind')
  await chooseOption(page, '#reference_station_id', 'pb_multan_saddar')
  await typeInto(page, '#reference_number', language === 'ur' ? '۱۷' : '17')
  await press(page, 'main form button')
  assert.match(page.url(), /\/emergencies\/[0-9a-f-]{36}$/)
  return page.url()
}

const FINDING = { en: 'justified', ur: 'not_justified' } as const

for (const language of ['en', 'ur'] as const)
  describe(`danger to life, ${language}`, () => {
    it('is opened, told to the supervisor at once, over after half an hour, and judged', async () => {
      const officer = await signedIn(as.investigatorMultan, language)
      const address = await use(officer.page, language)
      const text = (await officer.page.locator('main').textContent()) ?? ''
      assert.ok(text.includes(bashir.record_number) && text.includes('محمد بشیر'))
      await see(officer.page, `emergency-opened-${language}`)

      const chief = await signedIn(as.dpoMultan, language)
      await chief.page.goto('/')
      const review = `${new URL(address).pathname}/review`
      assert.equal(
        (await chief.page.locator(`main section:first-of-type a[href="${review}"]`).count()) > 0,
        true,
      )
      await see(chief.page, `emergency-alert-${language}`)

      clock.tick((EMERGENCIES.open_minutes.value + 1) * 60_000)
      assert.equal((await officer.page.goto(address))?.status(), 404)
      await see(officer.page, `emergency-over-${language}`)
      await officer.page.goto('/emergencies')
      await see(officer.page, `emergency-own-${language}`)
      clock.tick(-(EMERGENCIES.open_minutes.value + 1) * 60_000)

      await press(chief.page, `main a[href="${review}"]`)
      await see(chief.page, `emergency-review-${language}`)
      await press(chief.page, 'main form button')
      assert.match(chief.page.url(), /form=/)
      await choose(chief.page, '#finding')
      // The others of a group are reached by its arrows.
      if (FINDING[language] === 'not_justified') await chief.page.keyboard.press('ArrowDown')
      assert.equal(await chief.page.locator(`input[value="${FINDING[language]}"]`).isChecked(), true)
      await typeInto(
        chief.page,
        '#reasons',
        language === 'ur' ? 'روزنامچہ دیکھا' : 'Read the diary of the station',
      )
      await press(chief.page, 'main form button')
      assert.ok(chief.page.url().endsWith(review))
      assert.equal(await chief.page.locator('main form').count(), 0)
      await see(chief.page, `emergency-reviewed-${language}`)
      for (const one of [officer, chief]) await one.context.close()
    })
  })

describe('an access without reason', () => {
  it('is closed to the officer until an administrator says what was done', async () => {
    const officer = await signedIn(as.investigatorMultan, 'en')
    assert.equal((await officer.page.goto('/emergencies/new'))?.status(), 403)
    await see(officer.page, 'emergency-closed-en')
    for (const [language, act] of [
      ['ur', null],
      ['en', 'kept'],
    ] as const) {
      const { context, page } = await signedIn(as.administrator, language)
      await page.goto('/')
      await see(page, `emergency-task-${language}`)
      await press(page, 'main a[href="/emergencies"]')
      await see(page, `emergency-findings-${language}`)
      if (act) await press(page, `button[value="${act}"]`)
      await context.close()
    }
    assert.equal((await officer.page.goto('/emergencies/new'))?.status(), 200)
    await officer.context.close()
  })
})
