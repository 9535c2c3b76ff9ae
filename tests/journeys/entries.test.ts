/** An officer of the Bureau compares an entry and decides it, in a real browser, by keyboard, without JavaScript. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../contract/paths.ts'
import { knownCnic, startAgency } from '../support/agency.ts'
import { given } from '../support/given.ts'
import { askAbout, draftRow, type GivenDraft, givenSubmitted } from '../support/given-draft.ts'
import { givenReturnRow } from '../support/given-return.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'

const agency = await startAgency()
after(() => agency.stop())
const register = await openTestRegister({ identity: agency.identity })
await register.startJobs()
const site = await openSite(register)
const { bureauOfficer } = register.as

async function givenEntry(what: GivenDraft): Promise<string> {
  const draft_id = await givenSubmitted(register, what)
  await askAbout(register, draft_id)
  return draft_id
}

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

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Violation = { id: string; nodes: { html: string }[] }

async function isAccessible(page: Page) {
  const violations = (await page.evaluate(
    `${axe}; axe.run().then((found) => found.violations)`,
  )) as Violation[]
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  assert.deepEqual(told, [])
}

let next_card = 0
for (const language of ['en', 'ur'] as const)
  for (const screen of ['wide', 'phone'] as const)
    describe(`deciding an entry, ${language}, ${screen}`, () => {
      it('leads from the queue through comparison and a missing basis to the register, by keyboard', async () => {
        next_card += 1
        const cnic = knownCnic(next_card)
        const from = await givenReturnRow(register, {
          name_latin: 'Muhammad Basheer',
          cnic,
          court: 'Special Court',
        })
        const draft_id = await givenEntry({ cnic, father_name: 'Khuda Yar', from })
        const context = await site.signIn(bureauOfficer, { language, screen, has_scripts: true })
        const page = await context.newPage()
        await page.goto(paths.entries())
        await fits(page)
        await isAccessible(page)
        await picture(page, `entries-${language}-${screen}`)
        await page.locator(`a[href="${paths.entry(draft_id)}"]`).focus()
        await page.keyboard.press('Enter')
        await page.waitForURL(`**${paths.entry(draft_id)}`)
        assert.doesNotMatch(await page.title(), /Bashir|بشیر/)
        await fits(page)
        await isAccessible(page)
        await picture(page, `entry-${language}-${screen}`)
        await page.locator('form[action$="/approvals"] button').focus()
        await page.keyboard.press('Enter')
        await page.waitForURL('**?form=*')
        await isAccessible(page)
        await picture(page, `entry-refused-${language}-${screen}`)
        await page.locator('#basis_kind').focus()
        await page.keyboard.press('Space')
        await page.keyboard.press('Tab')
        await page.keyboard.type('SC 41/2024, copy 7')
        await page.keyboard.press('Enter')
        await page.waitForURL('**/people/*')
        assert.equal((await draftRow(register, draft_id)).stage, 'entered')
        await context.close()
      })

      it('shows a person held already, and gives the entry back with a reason', async () => {
        next_card += 1
        const cnic = knownCnic(next_card)
        await given.person(register, { cnic })
        const draft_id = await givenEntry({ cnic })
        const context = await site.signIn(bureauOfficer, { language, screen, has_scripts: true })
        const page = await context.newPage()
        await page.goto(paths.entry(draft_id))
        await fits(page)
        await isAccessible(page)
        await picture(page, `entry-held-${language}-${screen}`)
        await page.locator('#reason').fill('The father’s name differs from the return.')
        await page.locator('form[action$="/returns"] button').click()
        await page.waitForURL(`**${paths.entries()}`)
        assert.equal((await draftRow(register, draft_id)).stage, 'collecting')
        await context.close()
      })
    })

describe('a further conviction', () => {
  it('is entered with JavaScript off', async () => {
    next_card += 1
    const cnic = knownCnic(next_card)
    const { person_id } = await given.person(register, { cnic })
    const draft_id = await givenEntry({ cnic })
    const context = await site.signIn(bureauOfficer)
    const page = await context.newPage()
    await page.goto(paths.entry(draft_id))
    await page.locator('form[action$="/approvals"] button').click()
    await page.waitForURL(`**${paths.person(person_id)}`)
    assert.equal((await draftRow(register, draft_id)).entered_person_id, person_id)
    await context.close()
  })
})
