/** A check from the question to the confirmation, as each desk sees it, in a real browser, without JavaScript. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { CHECKLIST } from '../../domain/check/screen.ts'
import { freshCnic, given } from '../support/given.ts'
import { givenAskedCheck, givenForwardedCheck, givenReleasedAnswer, hashOf } from '../support/given-check.ts'
import { openSite, SCREENS } from '../support/open-site.ts'
import { type As, openTestRegister } from '../support/register.ts'
import { overflowOf, picture } from './looking.ts'

const register = await openTestRegister()
const { as } = register
const bashir = await given.person(register, { custody: [{ from_on: '2025-02-11', to_on: null }] })

/** What other officers did before the journey begins; afterwards the site has another origin. */
async function arranged() {
  const cnic = freshCnic()
  const namesake = {
    ...{ name_latin: 'Muhammad Bashir', name_urdu: 'محمد بشیر', father_name_latin: 'Rahim Bakhsh', cnic },
  }
  const exists = { outcome: 'record_exists', person_id: bashir.person_id }
  return {
    cnic,
    asked_id: await givenAskedCheck(as.investigatorMultan),
    forwarded_id: await givenForwardedCheck(register, { cnic: bashir.cnic ?? '' }),
    released_id: await givenReleasedAnswer(register, exists, namesake),
    next_id: await givenForwardedCheck(register, namesake),
  }
}
const before = { en: await arranged(), ur: await arranged() }
const site = await openSite(register)

async function see(page: Page, name: string) {
  for (const [size, viewport] of Object.entries(SCREENS)) {
    await page.setViewportSize(viewport)
    assert.equal(await overflowOf(page), 0, `${name} on ${size}`)
    await picture(page, `${name}-${size}`)
  }
  await page.setViewportSize(SCREENS.wide)
  assert.doesNotMatch(await page.title(), /Bashir|بشیر/)
}
const signedIn = async (who: As, language: 'en' | 'ur') => {
  const context = await site.signIn(who, { language })
  return { context, page: await context.newPage() }
}
const pressed = (page: Page, action: string) => page.locator(`main form[action$="${action}"] button`).click()

let serial = 900

/** The five steps, typed as an officer types them. */
async function ask(page: Page, language: 'en' | 'ur', cnic: string): Promise<string> {
  await page.goto('/')
  await see(page, `check-day-${language}`)
  await page.locator('a[href="/checks/new"]').click()
  await see(page, `check-new-${language}`)
  await pressed(page, '/checks')
  await page.waitForURL(/\/fir$/)
  await page.locator('#station_id').selectOption('pb_multan_saddar')
  await page.locator('#fir_number').fill(String(serial++))
  await page.locator('#fir_year').fill(language === 'ur' ? '۲۰۲۶' : '2026')
  await page.locator('#offences-PPC-376').check()
  await see(page, `check-fir-${language}`)
  await pressed(page, '/fir')
  await page.waitForURL(/\/suspect$/)
  await page.locator('#name_urdu').fill('محمد بشیر')
  await page.locator('#name_latin').fill('Mohd Basheer')
  await page.locator('#cnic').fill(cnic)
  await see(page, `check-suspect-${language}`)
  await pressed(page, '/suspect')
  await page.waitForURL(/\/reasons$/)
  await page.locator('#relevance').check()
  await page
    .locator('#reasons')
    .fill(
      language === 'ur'
        ? 'پڑوسی کی بیٹی زلیخا نے شناخت کیا'
        : 'Recognised by the neighbour’s daughter Zulaikha',
    )
  await pressed(page, '/reasons')
  await page.waitForURL(/form=/)
  await see(page, `check-reasons-marked-${language}`)
  await page.locator('#names_confirmed').check()
  await pressed(page, '/reasons')
  await page.waitForURL(/\/papers$/)
  await see(page, `check-papers-${language}`)
  await page.locator('main details summary').click()
  await page.locator('#fir_hash').fill(hashOf(`fir ${cnic}`))
  await page.locator('#annexure_hash').fill(hashOf(`annexure ${cnic}`))
  await pressed(page, '/papers')
  await page.waitForURL(/\/send$/)
  await see(page, `check-send-${language}`)
  await pressed(page, '/sendings')
  await page.waitForURL(/checks\/[0-9a-f-]{36}$/)
  return page.url()
}

for (const language of ['en', 'ur'] as const) {
  describe(`a check, ${language}`, () => {
    it('is asked, sent on, answered, released, opened and confirmed', async () => {
      const asker = await signedIn(as.investigatorMultan, language)
      const address = await ask(asker.page, language, bashir.cnic ?? '')

      const screen = await signedIn(as.prosecutorMultan, language)
      await screen.page.goto('/checks')
      await see(screen.page, `checks-prosecutor-${language}`)
      await screen.page.goto(address)
      await see(screen.page, `check-screen-${language}`)
      await pressed(screen.page, '/forwardings')
      await screen.page.waitForURL(/form=/)
      await see(screen.page, `check-screen-refused-${language}`)
      for (const item of CHECKLIST) await screen.page.locator(`#${item}`).check()
      await pressed(screen.page, '/forwardings')
      await screen.page.waitForURL(address)
      await screen.context.close()

      const bureau = await signedIn(as.bureauOfficer, language)
      await bureau.page.goto(`${address}/answer`)
      await see(bureau.page, `check-desk-${language}`)
      await bureau.page.locator('#outcome-record_exists').check()
      await bureau.page.locator('#person_id').check()
      await pressed(bureau.page, '/answers')
      await bureau.page.waitForURL(/answer$/)
      await bureau.context.close()

      const second = await signedIn(as.bureauOfficerTwo, language)
      await second.page.goto(`${address}/answer`)
      await see(second.page, `check-release-${language}`)
      await pressed(second.page, '/releases')
      await second.page.waitForURL(/answer$/)
      await second.context.close()

      const { page } = asker
      await page.goto(address)
      await see(page, `check-answered-${language}`)
      await pressed(page, '/openings')
      await page.waitForURL(/openings/)
      await see(page, `check-answer-${language}`)
      await page.locator('#said').check()
      await page.locator('#identifiers').check()
      await pressed(page, '/confirmations')
      await page.waitForURL(/form=/)
      await page.locator('#identifiers-father').check()
      await pressed(page, '/confirmations')
      await page.waitForURL(/openings\/[0-9a-f-]{36}$/)
      assert.equal(await page.locator('.notice.success').count(), 1)
      await see(page, `check-confirmed-${language}`)
      await asker.context.close()
    })

    it('is refused at each of the three desks, each with its reason', async () => {
      const asker = await signedIn(as.investigatorMultan, language)
      const { page } = asker
      await page.goto('/checks/new')
      await pressed(page, '/checks')
      await page.waitForURL(/\/fir$/)
      await page.locator('#station_id').selectOption('pb_multan_saddar')
      await page.locator('#fir_number').fill('5')
      await page.locator('#fir_year').fill('2026')
      await page.locator('#other_sections').fill('379 PPC')
      await pressed(page, '/fir')
      await page.waitForURL(/form=/)
      assert.match((await page.locator('.error-summary').textContent()) ?? '', /Anti-Rape|انسدادِ زنا/)
      await see(page, `check-rule-${language}`)

      const { asked_id: check_id, forwarded_id: forwarded } = before[language]
      const screen = await signedIn(as.prosecutorMultan, language)
      await screen.page.goto(`/checks/${check_id}`)
      await screen.page.locator('details').nth(1).locator('summary').click()
      await screen.page.locator('#refusal_reason').check()
      await pressed(screen.page, '/refusals')
      await screen.page.waitForURL(/checks\/[0-9a-f-]{36}$/)
      await see(screen.page, `check-refused-${language}`)

      const bureau = await signedIn(as.bureauOfficer, language)
      await bureau.page.goto(`/checks/${forwarded}/answer`)
      await bureau.page.locator('#outcome').check()
      await pressed(bureau.page, '/answers')
      await bureau.page.waitForURL(/form=/)
      await see(bureau.page, `check-desk-refused-${language}`)
      for (const one of [asker, screen, bureau]) await one.context.close()
    })

    it('leaves a namesake cleared: he asks, the Bureau issues, the next check sees it', async () => {
      const { cnic, released_id: check_id, next_id: next } = before[language]
      const { context, page } = await signedIn(as.investigatorMultan, language)
      await page.goto(`/checks/${check_id}`)
      await pressed(page, '/openings')
      await page.waitForURL(/openings/)
      await page.locator('#said-not_him').check()
      await page.locator('#identifiers-father').check()
      await pressed(page, '/confirmations')
      await page.waitForURL(/openings\/[0-9a-f-]{36}$/)
      await page.goto(`/checks/${check_id}`)
      await page.locator('#cnic').fill(cnic)
      await page.locator('#asked_on').fill('2026-01-05')
      await page.locator('#asked_himself').check()
      await see(page, `check-slip-${language}`)
      await pressed(page, '/slips')
      await page.waitForURL(/checks\/[0-9a-f-]{36}$/)

      const bureau = await signedIn(as.bureauOfficer, language)
      await bureau.page.goto(`/checks/${check_id}/answer`)
      await see(bureau.page, `check-slip-desk-${language}`)
      await bureau.page.goto('/')
      await see(bureau.page, `day-slips-${language}`)
      await bureau.page.goto(`/checks/${check_id}/answer`)
      await bureau.page.locator('a[href^="/clearances/"]').click()
      await see(bureau.page, `clearance-${language}`)
      await pressed(bureau.page, '/issues')
      await bureau.page.waitForURL(/clearances\/[0-9a-f-]{36}$/)
      await page.goto(`/checks/${check_id}`)
      assert.equal(await page.locator(`a[href="/checks/${check_id}/slip"]`).count(), 1)

      await bureau.page.goto(`/checks/${next}/answer`)
      assert.equal(await bureau.page.locator('.notice.success').count(), 1)
      await see(bureau.page, `check-slip-seen-${language}`)
      for (const one of [context, bureau.context]) await one.close()
    })
  })
}
