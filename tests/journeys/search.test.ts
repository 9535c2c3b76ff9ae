/** A Bureau officer finds a person by what a paper says of him, by keyboard alone and without JavaScript, and opens the reasons. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from '../support/given.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { overflowOf, picture, press, tabTo, typeInto, violationsOf } from './looking.ts'

const register = await openTestRegister()
const site = await openSite(register)
const named = (name: string, ur: string, father: string, father_ur: string, born_on: string) =>
  given.person(register, {
    names: [
      { kind: 'name', script: 'Latn', text: name },
      { kind: 'name', script: 'Arab', text: ur },
      { kind: 'father', script: 'Latn', text: father },
      { kind: 'father', script: 'Arab', text: father_ur },
    ],
    born_on,
  })
const aslam = await named('Muhammad Aslam', 'محمد اسلم', 'Muhammad Akram', 'محمد اکرم', '1986-05-02')
await named('Muhammad Aslam', 'محمد اسلم', 'Akram Ali', 'اکرم علی', '1985-01-20')
await named('Aslam Khan', 'اسلم خان', 'Ashraf', 'اشرف', '1984-01-20')

const TYPED = {
  en: 'Ch. Md Aslam @ Achoo s/o Akram, about 40, Multan',
  ur: 'محمد اسلم ولد محمد اکرم، عمر ۴۰، ملتان',
} as const

for (const language of ['en', 'ur'] as const)
  for (const screen of ['wide', 'phone'] as const)
    describe(`finding a person by name, ${language}, ${screen}`, () => {
      it('leads from words on a paper to the one meant, with its reasons', async () => {
        // Chromium runs the audit of accessibility as a script of its own; the page needs none.
        const context = await site.signIn(register.as.bureauOfficer, { language, screen, has_scripts: true })
        const page = await context.newPage()
        await page.goto('/searches')
        await picture(page, `find-${language}-${screen}`)
        await typeInto(page, '#query', TYPED[language])
        await tabTo(page, '#purpose')
        await page.keyboard.press('Space')
        await typeInto(page, '#case_reference', 'SC 41/2024')
        await press(page, 'main form button')
        await page.waitForURL(/searches\/[0-9a-f-]{36}$/)
        assert.doesNotMatch(await page.title(), /Aslam|اسلم/)
        const first = page.locator('tbody tr').first()
        assert.equal(await first.locator('th a').getAttribute('href'), `/people/${aslam.person_id}`)
        await tabTo(page, 'tbody summary')
        await page.keyboard.press('Enter')
        assert.ok((await first.locator('details[open] li').count()) >= 3)
        await picture(page, `found-${language}-${screen}`)
        assert.equal(await first.locator('details details bdi').first().isVisible(), false)
        await tabTo(page, 'tbody details details summary')
        await page.keyboard.press('Enter')
        const last_sum = await first.locator('details details li bdi').last().textContent()
        const score = await first.locator('details details > p').last().textContent()
        assert.ok(last_sum && score?.includes(last_sum), `${score}, summed to ${last_sum}`)
        await picture(page, `found-counted-${language}-${screen}`)
        assert.deepEqual(await violationsOf(page), [])
        assert.equal(await overflowOf(page), 0)
        await press(page, 'form[action$="/none"] button')
        assert.equal(await page.locator('form[action$="/none"]').count(), 0)
        await context.close()
      })
    })
