/** What left is called back; its holder confirms, by keyboard, in both languages. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Given, given } from '../support/given.ts'
import { givenReleasedAnswer } from '../support/given-check.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { overflowOf, picture, press, violationsOf } from './looking.ts'

const register = await openTestRegister()
const { as } = register
type Look = { language: 'en' | 'ur'; screen: 'wide' | 'phone' }
const LOOKS: readonly Look[] = [
  { language: 'en', screen: 'wide' },
  { language: 'ur', screen: 'phone' },
]

/** Somebody of whom the investigator was told, and whose name was corrected since. */
async function renamed(): Promise<Given> {
  const about = await given.person(register, { custody: [{ from_on: '2025-02-11', to_on: null }] })
  const said = { outcome: 'record_exists', person_id: about.person_id }
  await givenReleasedAnswer(register, said, { cnic: about.cnic ?? '' })
  for (const who of [as.prosecutorMultan, as.bureauOfficer])
    await who.api.post('/searches', {
      ...{ query: about.record_number, purpose: 'correction', case_reference: 'Letter 7' },
    })
  const { body } = await as.prosecutorMultan.api.post(`/people/${about.person_id}/corrections`, {
    ...{ field: 'name', target_id: about.name_ids[0], after: 'Muhammad Basheer', asked_by: 'person' },
    ...{ source_kind: 'identity_card', source_on: '2026-01-05', source_ref: 'NADRA 77' },
  })
  const { approval_id } = body as { approval_id: string }
  const { shown_hash } = (await as.bureauOfficerTwo.api.get(`/approvals/${approval_id}`)).body as {
    shown_hash: string
  }
  await as.bureauOfficerTwo.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
  return about
}

/** A correction that waits for its second officer; its id. */
async function proposed(): Promise<string> {
  const about = await given.person(register)
  await as.prosecutorMultan.api.post('/searches', {
    ...{ query: about.record_number, purpose: 'correction', case_reference: 'Letter 8' },
  })
  const { body } = await as.prosecutorMultan.api.post(`/people/${about.person_id}/corrections`, {
    ...{ field: 'name', target_id: about.name_ids[0], after: 'Muhammad Bashar', asked_by: 'officer' },
    ...{ source_kind: 'affidavit', source_on: '2026-01-05', source_ref: 'A 1' },
  })
  const { approval_id } = body as { approval_id: string }
  return approval_id
}

// Before the site is open: it has an origin of its own.
const people = [await renamed(), await renamed()]
const waiting = [await proposed(), await proposed()]
const site = await openSite(register)

for (const { language, screen } of LOOKS)
  describe(`a copy called back, ${language}, ${screen}`, () => {
    it('stands on the investigator’s day, and is confirmed gone by one press', async () => {
      const context = await site.signIn(as.investigatorMultan, { language, screen, has_scripts: true })
      const page = await context.newPage()
      await page.goto('/')
      assert.equal((await page.locator('a[href="/recalls"]').count()) > 0, true)
      await page.goto('/recalls')
      assert.deepEqual(await violationsOf(page), [])
      assert.equal(await overflowOf(page), 0)
      await picture(page, `recalls-${language}-${screen}`)
      const open = await page.locator('button[value="destroyed"]').count()
      await press(page, 'button[value="destroyed"]')
      assert.equal(await page.locator('button[value="destroyed"]').count(), open - 1)
      await picture(page, `recalls-confirmed-${language}-${screen}`)
      await context.close()
    })
    it('shows in the register of disclosures, and beside who has looked', async () => {
      const about = people.pop()
      const context = await site.signIn(as.bureauOfficer, { language, screen, has_scripts: true })
      const page = await context.newPage()
      for (const [name, path] of [
        ['disclosures', '/disclosures'],
        ['bureau-recalls', '/recalls'],
        ['lookers', `/people/${about?.person_id}/lookers`],
        ['approvals', '/approvals'],
      ] as const) {
        await page.goto(path)
        assert.deepEqual(await violationsOf(page), [], path)
        assert.equal(await overflowOf(page), 0, path)
        await picture(page, `${name}-${language}-${screen}`)
      }
      await context.close()
    })
    it('waits for a second officer beside others, who may refuse it', async () => {
      const approval_id = waiting.pop()
      const context = await site.signIn(as.bureauOfficer, { language, screen, has_scripts: true })
      const page = await context.newPage()
      await page.goto('/approvals')
      await picture(page, `approvals-waiting-${language}-${screen}`)
      await page.goto(`/approvals/${approval_id ?? ''}`)
      assert.deepEqual(await violationsOf(page), [])
      assert.equal(await overflowOf(page), 0)
      await picture(page, `approval-${language}-${screen}`)
      await page.locator('textarea[name="reason"]').fill('The paper does not show it')
      await press(page, 'button[formaction$="/refuse"]')
      assert.equal(await page.locator('button[formaction$="/refuse"]').count(), 0)
      await picture(page, `approval-refused-${language}-${screen}`)
      await context.close()
    })
    it('shows the forms by which a limit is raised and a desk is opened', async () => {
      for (const [who, name, path] of [
        ['bureauSupervisor', 'quota-raise', '/quotas/raises/new'],
        ['legalOfficer', 'instrument', '/instruments/new'],
      ] as const) {
        const context = await site.signIn(as[who], { language, screen, has_scripts: true })
        const page = await context.newPage()
        await page.goto(path)
        assert.deepEqual(await violationsOf(page), [], path)
        assert.equal(await overflowOf(page), 0, path)
        await picture(page, `${name}-${language}-${screen}`)
        await context.close()
      }
    })
  })
