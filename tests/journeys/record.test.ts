/** The record in a real browser: a date opened to its arithmetic, a visit that finds nobody, an acquittal to its certificate. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { verifyCode } from '../../domain/receipt/verify.ts'
import { refreshDuties } from '../../server/duties/project.ts'
import { asActor } from '../../server/platform/database.ts'
import { given } from '../support/given.ts'
import { givenFacts } from '../support/given-facts.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { overflowOf, picture, violationsOf } from './looking.ts'

const register = await openTestRegister()
const site = await openSite(register)
const { as, program, clock, root } = register
const day = (days: number) => Temporal.Now.plainDateISO('Asia/Karachi').add({ days }).toString()

/** Released 190 days ago and told that day, so that his first confirmation is overdue. */
async function bashir() {
  const custody = [{ from_on: day(-600), to_on: day(-190) }]
  const convictions = [{ convicted_on: day(-560), offence_on: day(-640) }]
  const person = await given.person(register, { custody, convictions })
  const trips = [
    { kind: 'abroad' as const, departs_at: `${day(-100)}T06:00:00Z`, returns_at: `${day(-80)}T06:00:00Z` },
  ]
  await givenFacts(register, person.person_id, {
    ...{ served_at: `${day(-190)}T05:00:00Z`, trips },
    hospital: [{ from_on: day(-150), to_on: day(-140) }],
  })
  await asActor(program.database, await as.bureauOfficer.token(), (tx) =>
    refreshDuties(tx, [person.person_id], clock.now()),
  )
  return person
}

async function looksRight(page: Page, name: string) {
  assert.equal(await overflowOf(page), 0, name)
  await picture(page, name)
}

for (const language of ['en', 'ur'] as const)
  for (const screen of ['wide', 'phone'] as const)
    describe(`the record, ${language}, ${screen}`, () => {
      it('shows each date, which opens to its arithmetic without a script', async () => {
        const { person_id } = await bashir()
        const context = await site.signIn(as.officerSaddar, { language, screen })
        const page = await context.newPage()
        await page.goto(`/people/${person_id}/duties`)
        const opened = page.locator('table details.explain').first()
        await opened.locator('summary').focus()
        await page.keyboard.press('Enter')
        assert.ok((await opened.locator('ol li').count()) > 0)
        assert.match((await opened.textContent()) ?? '', language === 'en' ? /assumed/ : /مفروضہ/)
        await looksRight(page, `record-duties-${language}-${screen}`)
        for (const tab of [
          '',
          '/addresses',
          '/travel',
          '/convictions',
          '/timeline',
          '/visits/new',
          '/stays/new',
        ]) {
          await page.goto(`/people/${person_id}${tab}`)
          await looksRight(page, `record${tab.replaceAll('/', '-')}-${language}-${screen}`)
        }
        await context.close()
        const scripted = await site.signIn(as.officerSaddar, { language, screen, has_scripts: true })
        const audited = await scripted.newPage()
        for (const tab of ['', '/duties', '/addresses', '/travel', '/visits/new', '/stays/new']) {
          await audited.goto(`/people/${person_id}${tab}`)
          assert.deepEqual(await violationsOf(audited), [], tab)
        }
        await scripted.close()
      })
    })

for (const language of ['en', 'ur'] as const)
  describe(`a visit, ${language}`, () => {
    it('that finds nobody is said to make the whereabouts unknown before it is saved; the next one finds him', async () => {
      const { person_id } = await bashir()
      const context = await site.signIn(as.officerSaddar, { language })
      const page = await context.newPage()
      const visit = async (result: string, on: string) => {
        await page.goto(`/people/${person_id}/visits/new`)
        await page.locator('#visited_on').fill(on)
        await page.locator(`input[name="result"][value="${result}"]`).check()
        await page.locator('form[action$="/visits/effects"] button.main').click()
        await page.waitForURL(/form=/)
        await picture(page, `record-visit-effect-${result}-${language}`)
        const effect = await page.locator('main').textContent()
        await page.locator('button[formaction$="/visits"]').click()
        await page.waitForURL(/addresses$/)
        return effect ?? ''
      }
      assert.match(
        await visit('not_at_address', day(-1)),
        language === 'en' ? /Whereabouts unknown/ : /ٹھکانہ نامعلوم/,
      )
      assert.equal(await page.locator('.identity .flag.dark').count(), 1)
      await picture(page, `record-visit-missed-${language}`)
      await visit('found', day(0))
      assert.equal(await page.locator('.identity .flag.dark').count(), 0)
      await context.close()
    })
  })

for (const language of ['en', 'ur'] as const)
  describe(`an acquittal, ${language}`, () => {
    it('goes from the prosecutor to the Bureau, stops the duties, and ends in a certificate that is sound', async () => {
      const { person_id } = await bashir()
      const first = await site.signIn(as.prosecutorMultan, { language })
      const page = await first.newPage()
      await page.goto(`/people/${person_id}/purpose`)
      await page.locator('#purpose').check()
      await page.locator('#case_reference').fill('Crl. A. 512')
      await page.locator('main form button').click()
      await page.goto(`/people/${person_id}/appeals/new`)
      await page.locator('input[name="event"][value="acquitted"]').check()
      await page.locator('#happened_on').fill(day(-2))
      await page.locator('#court').fill('Lahore High Court, Multan Bench')
      await page.locator('#order_number').fill('Crl. A. 512/2025')
      await page.locator('form[action$="/appeals/effects"] button.main').click()
      await page.waitForURL(/form=/)
      await looksRight(page, `record-acquittal-effect-${language}`)
      await page.locator('button[formaction$="/appeals"]').click()
      await page.waitForURL(/approvals\/[0-9a-f-]{36}$/)
      const proposal = page.url()
      await first.close()
      const second = await site.signIn(as.bureauOfficer, { language })
      const decider = await second.newPage()
      await decider.goto(proposal)
      await looksRight(decider, `record-acquittal-to-decide-${language}`)
      await decider.locator('form[action$="/approve"] button').click()
      await decider.goto(`/people/${person_id}/duties`)
      await looksRight(decider, `record-void-${language}`)
      assert.equal(await decider.locator('table details.explain').count(), 0)
      await second.close()
      const third = await site.signIn(as.officerSaddar, { language })
      const station = await third.newPage()
      assert.equal((await station.goto(`/people/${person_id}`))?.status(), 404)
      await station.goto('/exits')
      await looksRight(station, `record-exits-${language}`)
      await station.locator('tbody a').first().click()
      await station.locator('form[action$="/certificates"] button').click()
      await looksRight(station, `record-exit-${language}`)
      const { rows } = await root.query(
        'select code from register.certificate order by printed_at desc limit 1',
      )
      assert.equal((await verifyCode(rows[0].code, program.paper_signer.published)).verdict, 'sound')
      await station.locator('#handed_on').fill(day(0))
      await station.locator('#handed_how').check()
      await station.locator('form[action$="/handovers"] button').click()
      await looksRight(station, `record-handed-${language}`)
      await third.close()
    })
  })
