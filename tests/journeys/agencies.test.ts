/** An agency's system is let in, an officer allows it, and what it was told is followed: by keyboard, without JavaScript. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { givenAgency, givenConsent, givenSecret } from '../support/agency-system.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { chooseOption, overflowOf, picture, press, typeInto, violationsOf } from './looking.ts'

const register = await openTestRegister()
const { as, root } = register
const agency_id = await givenAgency(register, { webhook_url: 'https://hooks.punjab.example/amanat' })
await givenAgency(register, { client_id: 'punjab-courts', name_en: 'Punjab Safe Cities' })
await givenConsent(as.investigatorMultan, agency_id)
await givenSecret(register, agency_id)
await givenSecret(register, agency_id)

/** Three messages as the queue leaves them: taken, waiting for another try, given up. */
await root.query(
  `with asked as (
     insert into register.check_request (check_id, district_id, asked_by, posting_id, stage, kek_id, body_enc, agency_id)
     values (gen_random_uuid(), 'pb_multan', $1, $2, 'drafting', 'k', '\\x00', $3) returning check_id)
   insert into register.agency_event (event_id, agency_id, kind, check_id, happened_at, planned_at, delivered_at, dead_at, attempts_count, last_fault)
   select gen_random_uuid(), $3, kind, check_id, now() - hours * interval '1 hour', now(),
          case when kind = 'answered' then now() end, case when kind = 'withdrawn' then now() end, tries, fault
     from asked, (values ('answered', 30, 1, null), ('corrected', 3, 4, 'time_out'), ('withdrawn', 28, 12, 'status_503')) as e (kind, hours, tries, fault)`,
  [as.investigatorMultan.officer_id, as.investigatorMultan.posting_id, agency_id],
)
const site = await openSite(register)

async function look(page: Page, name: string) {
  assert.deepEqual(await violationsOf(page), [], name)
  assert.equal(await overflowOf(page), 0, name)
  await picture(page, name)
}

for (const { language, screen } of [
  { language: 'en', screen: 'wide' },
  { language: 'ur', screen: 'phone' },
  { language: 'ur', screen: 'wide' },
  { language: 'en', screen: 'phone' },
] as const)
  describe(`the screens of agencies, ${language}, ${screen}`, () => {
    it('show who may ask, one with its secrets and messages, and the forms', async () => {
      const context = await site.signIn(as.administrator, { language, screen, has_scripts: true })
      const page = await context.newPage()
      for (const [name, path] of [
        ['agencies', '/agencies'],
        ['agency', `/agencies/${agency_id}`],
        ['agency-new', '/agencies/new'],
        ['agency-address', `/agencies/${agency_id}/changes/address`],
        ['agency-end', `/agencies/${agency_id}/changes/end`],
      ] as const) {
        await page.goto(path)
        await look(page, `${name}-${language}-${screen}`)
      }
      await page.goto(`/agencies/${agency_id}`)
      await press(page, `form[action="/agencies/${agency_id}/secrets"] button`)
      assert.match((await page.locator('main').textContent()) ?? '', /whsec_/)
      await look(page, `agency-secret-${language}-${screen}`)
      await context.close()
    })
    it('let an investigator allow, lend and end', async () => {
      const context = await site.signIn(as.investigatorMultan, { language, screen, has_scripts: true })
      const page = await context.newPage()
      await page.goto('/agency-links')
      await press(page, 'form[action="/agency-links"] button')
      assert.equal(await page.locator('form[action="/agency-links"] button').count(), 0)
      await press(page, 'form[action$="/loans"] button')
      await look(page, `agency-links-${language}-${screen}`)
      await page.locator('form[action$="/endings"] button').last().click()
      assert.equal(await page.locator('form[action="/agency-links"] button').count(), 1)
      await context.close()
    })
  })

describe('letting an agency in, by keyboard and without JavaScript', () => {
  it('shows again what was refused, and goes to a second administrator', async () => {
    const context = await site.signIn(as.administrator)
    const page = await context.newPage()
    await page.goto('/agencies/new')
    await typeInto(page, '#name_en', 'Sindh Police')
    await typeInto(page, '#name_ur', 'سندھ پولیس')
    await chooseOption(page, '#province_iso', 'PK-SD')
    await typeInto(page, '#client_id', 'sindh-police')
    await typeInto(page, '#webhook_url', 'https://10.0.0.8/hook')
    await typeInto(page, '#reason', 'Letter of the Inspector General')
    await press(page, 'main form button.main')
    assert.match((await page.locator('#webhook_url-error').textContent()) ?? '', /private network/)
    assert.equal(await page.locator('#name_en').inputValue(), 'Sindh Police')
    await page.locator('#webhook_url').fill('')
    await press(page, 'main form button.main')
    await page.waitForURL(/approvals\/[0-9a-f-]{36}$/)
    const path = new URL(page.url()).pathname
    await context.close()
    for (const [language, screen] of [
      ['en', 'wide'],
      ['ur', 'phone'],
    ] as const) {
      const other = await site.signIn(as.administratorTwo, { language, screen, has_scripts: true })
      const approval = await other.newPage()
      await approval.goto(path)
      await look(approval, `agency-approval-${language}-${screen}`)
      await other.close()
    }
  })
})
