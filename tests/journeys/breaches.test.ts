/** A missed duty and a transfer, as the people who do it see them, in a real browser, without JavaScript. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { given } from '../support/given.ts'
import { givenFacts } from '../support/given-facts.ts'
import { openSite, SCREENS } from '../support/open-site.ts'
import { type As, openTestRegister } from '../support/register.ts'
import { overflowOf, picture } from './looking.ts'

const register = await openTestRegister()
const site = await openSite(register)
const { as, root } = register

const day = (days: number) => {
  const today = Temporal.Now.instant().toZonedDateTimeISO('Asia/Karachi').toPlainDate()
  return today.add({ days }).toString()
}

/** Released 220 days ago and told that day: the first confirmation passed more than a month ago, and nobody came. */
async function late() {
  const released = day(-220)
  const person = await given.person(register, {
    convictions: [{ convicted_on: '2025-02-11' }],
    custody: [{ from_on: '2024-02-01', to_on: released }],
  })
  await givenFacts(register, person.person_id, { served_at: `${released}T05:00:00Z` })
  return person
}

async function see(page: Page, name: string) {
  for (const [size, viewport] of Object.entries(SCREENS)) {
    await page.setViewportSize(viewport)
    assert.equal(await overflowOf(page), 0, `${name} on ${size}`)
    await picture(page, `${name}-${size}`)
  }
  await page.setViewportSize(SCREENS.wide)
}

async function openLapses(page: Page, person_id: string) {
  await page.goto(`/people/${person_id}/breaches/new`)
  if (page.url().endsWith('/purpose')) {
    await page.locator('#purpose').check()
    await page.locator('#case_reference').fill('Diary 4')
    await page.locator('main form button').click()
    await page.goto(`/people/${person_id}/breaches/new`)
  }
}
const signedIn = async (who: As, language: 'en' | 'ur') => {
  const context = await site.signIn(who, { language })
  return { context, page: await context.newPage() }
}
const dueOf = async (person_id: string) => {
  await as.officerSaddar.api.get('/breaches')
  const { rows } = await root.query(
    'select due_on::text from register.duty_due where person_id = $1 and met is null order by due_on limit 1',
    [person_id],
  )
  return Temporal.PlainDate.from(rows[0].due_on)
}

async function keepContact(page: Page) {
  await page.locator('#kind').check()
  await page.locator('#made_on').fill(day(-1))
  await page.locator('#outcome').check()
  await page.locator('#note').fill('Will come this week')
  await page.locator('form#contact button').click()
}

for (const language of ['en', 'ur'] as const) {
  describe(`overdue, but the desk was closed, ${language}`, () => {
    it('cannot be opened, and leads to a contact step', async () => {
      const { person_id } = await late()
      const due = await dueOf(person_id)
      const closed_desk_id = randomUUID()
      const monday = due.subtract({ days: due.dayOfWeek === 1 ? 7 : due.dayOfWeek - 1 })
      await root.query(
        `insert into register.closed_desk (closed_desk_id, station_id, from_on, to_on, cause, recorded_by) values ($1, 'pb_multan_saddar', $2, $3, 'flood', $4)`,
        [closed_desk_id, monday.subtract({ days: 6 }).toString(), monday.toString(), as.shoSaddar.officer_id],
      )
      const { context, page } = await signedIn(as.officerSaddar, language)
      await openLapses(page, person_id)
      assert.equal(await page.locator('form[action$="/breaches"]').count(), 0)
      assert.ok((await page.locator('.flag.red').count()) >= 2)
      await see(page, `lapse-refused-${language}`)
      await keepContact(page)
      await page.waitForURL(/breaches\/new$/)
      assert.match((await page.locator('main').textContent()) ?? '', /Will come this week/)
      await page.goto('/breaches')
      await see(page, `undecided-${language}`)
      await context.close()
      await root.query('update register.closed_desk set superseded_at = now() where closed_desk_id = $1', [
        closed_desk_id,
      ])
    })
  })

  describe(`overdue and sure, ${language}`, () => {
    it('is opened, contacted, decided, signed off by another, and printed', async () => {
      const { person_id } = await late()
      const { context, page } = await signedIn(as.officerSaddar, language)
      await openLapses(page, person_id)
      await see(page, `lapse-passed-${language}`)
      await page.locator('form[action$="/breaches"] button').click()
      await page.waitForURL(/breaches\/[0-9a-f-]{36}$/)
      const address = page.url()
      await see(page, `breach-open-${language}`)
      await page.locator('details.act summary').click()
      await keepContact(page)
      await page.waitForURL(address)
      await page.locator('#decision').check()
      await page.locator('#ground').selectOption('answered_without_cause')
      await page.locator('main form[action$="/decisions"] button').click()
      await page.waitForURL(/form=/)
      await see(page, `breach-decision-refused-${language}`)
      await page
        .locator('#reason')
        .fill(language === 'ur' ? 'بات ہوئی مگر کوئی معقول وجہ نہیں بتائی۔' : 'Spoken to, gave no cause.')
      await page.locator('main form[action$="/decisions"] button').click()
      await page.waitForURL(address)
      await see(page, `breach-to-sign-${language}`)
      await context.close()

      const head = await signedIn(as.shoSaddar, language)
      await head.page.goto('/approvals')
      await see(head.page, `approvals-head-${language}`)
      await head.page.locator('tbody a').first().click()
      await see(head.page, `approval-breach-${language}`)
      await head.page.locator('form[action$="/approve"] button').click()
      await head.page.waitForURL(/approvals\/[0-9a-f-]{36}$/)
      await head.page.goto(address)
      await head.page.locator('form[action$="/referrals"] button').click()
      await head.page.waitForURL(/prints\/[0-9a-f-]{36}$/)
      const file = await head.context.request.get(`${head.page.url()}/file`)
      assert.equal((await file.body()).subarray(0, 5).toString(), '%PDF-')
      await head.page.goto(address)
      await see(head.page, `breach-referred-${language}`)
      await givenFacts(register, person_id, {
        notices: [
          {
            duty: 'confirm_in_person',
            received_at: `${(await dueOf(person_id)).subtract({ days: 3 })}T05:00:00Z`,
          },
        ],
      })
      await head.page.goto(address)
      await see(head.page, `breach-fallen-${language}`)
      await head.context.close()
    })
  })

  describe(`a transfer between districts, ${language}`, () => {
    it('is offered to a station there, seen by it, accepted, and the record changes hands', async () => {
      const { person_id } = await late()
      await root.query(`update register.person_address set district_id = 'pb_vehari' where person_id = $1`, [
        person_id,
      ])
      const owner = await signedIn(as.shoSaddar, language)
      await owner.page.goto('/transfers')
      await see(owner.page, `transfers-moved-${language}`)
      await openLapses(owner.page, person_id)
      await owner.page.goto('/transfers')
      await owner.page.locator(`a[href="/people/${person_id}/transfers/new"]`).click()
      await see(owner.page, `transfer-form-${language}`)
      await owner.page.locator('#to_station_id').selectOption('pb_vehari_city')
      await owner.page.locator('form[action$="/transfers"] button').click()
      await owner.page.waitForURL(/transfers\/[0-9a-f-]{36}$/)
      const address = owner.page.url()
      await see(owner.page, `transfer-offered-${language}`)

      const other = await signedIn(as.shoVehari, language)
      await other.page.goto('/transfers')
      await see(other.page, `transfers-receiver-${language}`)
      await other.page.goto(address)
      await see(other.page, `transfer-receiver-${language}`)
      await other.page.locator('form[action$="/acceptances"] button').click()
      await other.page.waitForURL(address)
      await see(other.page, `transfer-accepted-${language}`)
      await other.page.locator(`a[href="/people/${person_id}"]`).click()
      assert.match((await other.page.locator('h1').textContent()) ?? '', /Muhammad Bashir|محمد بشیر/)
      const gone = await owner.page.goto(`/people/${person_id}`)
      assert.equal(gone?.status(), 404)
      await owner.page.goto('/transfers')
      await see(owner.page, `transfers-answered-${language}`)
      await owner.context.close()
      await other.context.close()
    })
  })
}
