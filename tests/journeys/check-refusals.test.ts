// What is refused or given back at each of the three desks, and how whoever asked comes to read why: in a real browser
// without JavaScript, in both languages.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { CHECKLIST } from '../../domain/check/screen.ts'
import { translator } from '../../pages/language/translator.ts'
import { given } from '../support/given.ts'
import { givenAskedCheck, givenDraftedCheck, givenForwardedCheck } from '../support/given-check.ts'
import { openSite } from '../support/open-site.ts'
import { type As, openTestRegister } from '../support/register.ts'
import { mouse } from './hands.ts'
import { main, officerAt, pathOf } from './main-job.ts'

const register = await openTestRegister()
const { as } = register
await given.person(register, { custody: [{ from_on: '2025-02-11', to_on: null }] })

/** Before the site is open, since it has an origin of its own. */
const arranged = async () => ({
  draft: (await givenDraftedCheck(as.investigatorMultan)).check_id,
  to_return: await givenAskedCheck(as.investigatorMultan),
  to_refuse: await givenAskedCheck(as.investigatorMultan),
  to_answer: await givenForwardedCheck(register, { name_latin: 'Muhammad Bashir', name_urdu: 'محمد بشیر' }),
})
const before = { en: await arranged(), ur: await arranged() }
const site = await openSite(register)

for (const language of ['en', 'ur'] as const) {
  const t = translator(language)
  const at = <T>(who: As, work: (page: Page) => Promise<T>) => officerAt({ site, language }, who, work)
  const { draft, to_return, to_refuse, to_answer } = before[language]

  /** Changes a step and saves it: the step comes back with the rule that refuses, and nothing was saved. */
  async function refusedBy(
    page: Page,
    step: string,
    rule: Parameters<typeof t.find>[0],
    change: () => Promise<unknown>,
  ) {
    await page.goto(`/checks/${draft}/${step}`)
    await change()
    await mouse.go(page, `main form[action$="/${step}"] button.main`)
    assert.match(page.url(), /\?form=/)
    const words = t.find(rule) ?? assert.fail(rule)
    assert.ok((await page.locator('.error-summary').textContent())?.includes(words), words)
    assert.ok(await page.locator('.error-summary a').first().isVisible())
  }

  /** No station of another district is offered; sent all the same, it comes back with the rule. */
  async function refusedOutside(page: Page) {
    const path = `/checks/${draft}/fir`
    await page.goto(path)
    assert.equal(await page.locator('#station_id option[value="pb_vehari_city"]').count(), 0)
    const body_version = await page.locator('input[name="body_version"]').first().inputValue()
    const sent = {
      body_version,
      station_id: 'pb_vehari_city',
      fir_number: '7',
      fir_year: '2026',
      offences: 'PPC-376',
      other_sections: '',
    }
    const reply = await page.request.post(path, {
      form: sent,
      headers: { origin: site.origin },
      maxRedirects: 0,
    })
    assert.equal(reply.status(), 303)
    await page.goto(reply.headers()['location'] ?? '')
    const summary = await page.locator('.error-summary').textContent()
    assert.ok(summary?.includes(t('checks.rule.other_station')), summary ?? '')
  }

  describe(`refused at the investigator’s desk, ${language}`, () => {
    it('is an FIR of another district, an offence outside the Act, and anybody who is no suspect of his own case', () =>
      at(as.investigatorMultan, async (page) => {
        await refusedOutside(page)
        await refusedBy(page, 'fir', 'checks.rule.outside_act', async () => {
          await page.locator('input[name="offences"]:checked').uncheck()
          await page.locator('#other_sections').fill('379 PPC')
        })
        await refusedBy(page, 'reasons', 'checks.rule.unrelated', () =>
          page.locator('input[name="relevance"][value="unrelated"]').check(),
        )
        // Nothing of it was kept: the request stands as it was, and can be sent.
        await page.goto(`/checks/${draft}/send`)
        assert.equal(await page.locator('form[action$="/sendings"] button').count(), 1)
      }))
  })

  describe(`given back or refused by the prosecutor, ${language}`, () => {
    it('comes back to the investigator with the reason and the note; he mends it and sends it again', async () => {
      await at(as.prosecutorMultan, async (page) => {
        await mouse.go(page, `main a[href="/checks/${to_return}"]`)
        await say(
          page,
          'return',
          'unclear_who',
          language === 'ur' ? 'ولدیت بھی لکھیں' : 'Add the father’s name',
        )
      })
      await at(as.investigatorMultan, async (page) => {
        await mouse.go(page, `main a[href="/checks/${to_return}/send"]`)
        const words = await main(page)
        assert.ok(words.includes(t('checks.reason.unclear_who')))
        assert.match(words, /Add the father’s name|ولدیت بھی لکھیں/)
        await mouse.go(page, `main a[href="/checks/${to_return}/suspect"]`)
        await page.locator('#father_name_urdu').fill('رحیم بخش')
        await mouse.go(page, 'main form[action$="/suspect"] button.main')
        await mouse.go(page, `main a[href="/checks/${to_return}/send"]`)
        await mouse.go(page, 'main form[action$="/sendings"] button')
        assert.equal(pathOf(page), `/checks/${to_return}`)
      })
      await at(as.prosecutorMultan, async (page) => {
        await mouse.go(page, `main a[href="/checks/${to_return}"]`)
        assert.match(await main(page), /رحیم بخش/)
        for (const item of CHECKLIST) await page.locator(`#${item}`).check()
        await mouse.go(page, 'form[action$="/forwardings"] button')
      })
    })
    it('ends when it may not be asked; the investigator reads why on his day', async () => {
      await at(as.prosecutorMultan, async (page) => {
        await mouse.go(page, `main a[href="/checks/${to_refuse}"]`)
        await say(page, 'refusal', 'not_named', '')
      })
      await at(as.investigatorMultan, async (page) => {
        assert.ok((await main(page)).includes(t('day.section.checks_refused')))
        await mouse.go(page, `main a[href="/checks/${to_refuse}"]`)
        assert.ok((await main(page)).includes(t('checks.reason.not_named')))
        assert.equal(await page.locator('form[action$="/sendings"], a[href$="/send"]').count(), 0)
      })
    })
  })

  describe(`unclear, and sent back at the Bureau, ${language}`, () => {
    it('goes to a second officer, who returns the answer; asked for more, the investigator adds it and asks again', async () => {
      await at(as.bureauOfficer, (page) => unclear(page, to_answer, ['father', 'district']))
      await at(as.bureauOfficerTwo, async (page) => {
        await mouse.go(page, `main a[href="/checks/${to_answer}/answer"]`)
        await page.locator('form[action$="/send-backs"]').locator('xpath=..').locator('summary').click()
        await page.locator('#reason').fill(language === 'ur' ? 'عمر بھی پوچھیں' : 'Ask for his age too')
        await mouse.go(page, 'form[action$="/send-backs"] button')
      })
      await at(as.bureauOfficer, async (page) => {
        await mouse.go(page, `main a[href="/checks/${to_answer}/answer"]`)
        assert.match(await main(page), /Ask for his age too|عمر بھی پوچھیں/)
        await unclear(page, to_answer, ['father', 'age'])
      })
      await at(as.bureauOfficerTwo, async (page) => {
        await mouse.go(page, `main a[href="/checks/${to_answer}/answer"]`)
        await mouse.go(page, 'form[action$="/releases"] button')
      })
      await at(as.investigatorMultan, async (page) => {
        await mouse.go(page, `main a[href="/checks/${to_answer}"]`)
        await mouse.go(page, 'main form[action$="/openings"] button')
        const words = await main(page)
        for (const need of ['father', 'age'] as const)
          assert.ok(words.includes(t(`checks.need.${need}`)), need)
        assert.ok(!words.includes(t('checks.need.district')))
        await mouse.go(page, 'main form[action$="/reopenings"] button')
        await page.goto(`/checks/${to_answer}/suspect`)
        await page.locator('#age').fill(language === 'ur' ? '۳۵' : '35')
        await mouse.go(page, 'main form[action$="/suspect"] button.main')
        await mouse.go(page, `main a[href="/checks/${to_answer}/send"]`)
        await mouse.go(page, 'main form[action$="/sendings"] button')
      })
      await at(as.prosecutorMultan, async (page) => {
        assert.equal((await page.locator(`main a[href="/checks/${to_answer}"]`).count()) > 0, true)
      })
    })
  })
}

/** Opens one of the prosecutor's two ways to say no, and says why. */
async function say(page: Page, word: 'return' | 'refusal', reason: string, note: string) {
  const form = page.locator(`form[action$="/${word}s"]`)
  await form.locator('xpath=..').locator('summary').click()
  await page.locator(`input[name="${word}_reason"][value="${reason}"]`).check()
  if (note) await page.locator(`#${word}_note`).fill(note)
  await Promise.all([page.waitForEvent('load'), form.locator('button').click()])
}

/** The Bureau's first officer says what is lacking. */
async function unclear(page: Page, check_id: string, needs: readonly string[]) {
  if (pathOf(page) === '/') await mouse.go(page, `main a[href="/checks/${check_id}/answer"]`)
  await page.locator('input[name="outcome"][value="unclear"]').check()
  for (const need of needs) await page.locator(`input[name="needs"][value="${need}"]`).check()
  await mouse.go(page, 'form[action$="/answers"] button')
}
