/** A namesake cleared from the queue of comparisons: told apart, his own request, issued by a second officer, and kept to. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../contract/paths.ts'
import { freshCnic, given } from '../support/given.ts'
import { givenPair } from '../support/given-match.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { overflowOf, picture, press, tabTo, typeDay, typeInto, violationsOf } from './looking.ts'

const register = await openTestRegister()
const { bureauOfficer, bureauOfficerTwo } = register.as
const namesakes = async () => {
  const cnic = freshCnic()
  const names = [
    { kind: 'name', script: 'Latn', text: 'Nadeem Akhtar Bhatti' },
    { kind: 'name', script: 'Arab', text: 'ندیم اختر بھٹی' },
    { kind: 'father', script: 'Latn', text: 'Karam Din Bhatti' },
    { kind: 'father', script: 'Arab', text: 'کرم دین بھٹی' },
  ] as const
  const own = await given.person(register, { names: [...names], cnic })
  const against = await given.person(register, { names: [...names], cnic: null })
  return { cnic, against, pair: await givenPair(register, own, against) }
}
const arranged = { en: await namesakes(), ur: await namesakes() }
const site = await openSite(register)

for (const [language, screen] of [
  ['en', 'wide'],
  ['ur', 'phone'],
] as const)
  describe(`a namesake, ${language}, ${screen}`, () => {
    const { cnic, against, pair } = arranged[language]
    // Chromium runs the audit of accessibility as a script of its own; the pages need none.
    const signedIn = (who: typeof bureauOfficer) => site.signIn(who, { language, screen, has_scripts: true })
    const see = async (page: Parameters<typeof picture>[0], name: string) => {
      await picture(page, `${name}-${language}-${screen}`)
      assert.deepEqual(await violationsOf(page), [])
      assert.equal(await overflowOf(page), 0)
      assert.doesNotMatch(await page.title(), /Bhatti|بھٹی/)
    }
    it('is told apart, and asks himself for a slip', async () => {
      const context = await signedIn(bureauOfficer)
      const page = await context.newPage()
      await page.goto(paths.match(pair.match_pair_id))
      await tabTo(page, '#decision')
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
      await page.selectOption('#reason_code', 'family')
      await typeInto(page, '#reason', 'Two villages, two families')
      await press(page, 'form[action$="/decisions"] button')
      await page.waitForURL(/matches\//)
      await typeInto(page, '#cnic', cnic)
      await page.locator('#side').check()
      await typeDay(page, '#asked_on', '2026-01-05')
      await press(page, 'form[action$="/clearances"] button')
      await page.waitForURL(/form=/)
      assert.equal(await page.locator('.error-summary li').count(), 1)
      await see(page, 'match-slip-refused')
      await page.locator('#asked_himself').check()
      await press(page, 'form[action$="/clearances"] button')
      await page.waitForURL(/clearances\//)
      assert.equal(await page.locator('form[action$="/issues"]').count(), 0)
      await see(page, 'clearance-own')
      await context.close()
    })
    it('has his slip from another officer, and the search says that he is not the other', async () => {
      const context = await signedIn(bureauOfficerTwo)
      const page = await context.newPage()
      await page.goto(paths.clearances())
      await see(page, 'clearances')
      await page.locator('main td a, main th a').first().click()
      await press(page, 'form[action$="/issues"] button')
      await page.waitForLoadState()
      await see(page, 'clearance-issued')
      const file = await page.request.get(`${page.url()}/file`)
      assert.equal(file.headers()['content-type'], 'application/pdf')
      await page.goto(paths.searches())
      await page.locator('#query').fill(`ندیم اختر بھٹی ${cnic}`)
      await tabTo(page, '#purpose')
      await page.keyboard.press('Space')
      await page.locator('#case_reference').fill('Diary 7')
      await press(page, 'main form button')
      await page.waitForURL(/searches\//)
      assert.ok((await page.content()).includes(against.record_number))
      assert.equal(await page.locator('td .flag.amber, th .flag.amber').count(), 1)
      await see(page, 'search-cleared')
      await context.close()
    })
    it('loses it when it was given in error: one officer proposes, the other approves, and no search heeds it', async () => {
      const context = await signedIn(bureauOfficer)
      const page = await context.newPage()
      await page.goto(paths.clearanceList('issued'))
      await page.locator('main td a, main th a').first().click()
      await page.waitForURL(/clearances\/[0-9a-f-]{36}$/)
      const slip = new URL(page.url()).pathname
      await tabTo(page, 'main details summary')
      await page.keyboard.press('Enter')
      await press(page, 'form[action$="/withdrawals"] button')
      await page.waitForURL(/form=/)
      await see(page, 'slip-withdrawal-refused')
      await page.locator('#reason_code').check()
      await typeInto(page, '#reason', 'The photograph on the card is that of the record')
      await press(page, 'form[action$="/withdrawals"] button')
      await page.waitForURL(/approvals\//)
      await see(page, 'slip-withdrawal-proposed')
      const proposal = new URL(page.url()).pathname
      const others = await signedIn(bureauOfficerTwo)
      const second = await others.newPage()
      await second.goto(proposal)
      await see(second, 'slip-withdrawal-to-decide')
      await press(second, 'form[action$="/approve"] button')
      await second.waitForLoadState()
      await second.goto(slip)
      assert.equal(await second.locator('main .flag.red').count(), 1)
      assert.equal(await second.locator('main form').count(), 0)
      await see(second, 'clearance-withdrawn')
      assert.equal((await second.request.get(`${slip}/file`)).status(), 404)
      await second.goto(paths.clearanceList('withdrawn'))
      await see(second, 'clearances-withdrawn')
      await page.goto(paths.searches())
      await page.locator('#query').fill(`ندیم اختر بھٹی ${cnic}`)
      await tabTo(page, '#purpose')
      await page.keyboard.press('Space')
      await page.locator('#case_reference').fill('Diary 8')
      await press(page, 'main form button')
      await page.waitForURL(/searches\//)
      assert.ok((await page.content()).includes(against.record_number))
      assert.equal(await page.locator('td .flag.amber, th .flag.amber').count(), 0)
      await Promise.all([context.close(), others.close()])
    })
  })
