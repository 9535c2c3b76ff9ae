/** A desk is closed, the dates move before everybody's eyes, and my day leads to the act; in a real browser, without JavaScript. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { refreshDuties } from '../../server/duties/project.ts'
import { pakistanDay } from '../../server/platform/clock.ts'
import { asActor } from '../../server/platform/database.ts'
import { given } from '../support/given.ts'
import { givenFacts } from '../support/given-facts.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { overflowOf, picture, press, tabTo, violationsOf } from './looking.ts'

const register = await openTestRegister()
const { as, clock, program, root } = register
clock.set('2025-08-27T06:00:00Z')
const site = await openSite(register)

const refresh = async (person_id: string) =>
  asActor(program.database, await as.bureauOfficer.token(), (tx) =>
    refreshDuties(tx, [person_id], clock.now()),
  )

/** Released so many months before their duty falls due on the day. */
async function givenDue(released_on: string, is_served = true) {
  const person = await given.person(register, { custody: [{ from_on: '2024-02-01', to_on: released_on }] })
  if (is_served) await givenFacts(register, person.person_id, { served_at: `${released_on}T05:00:00Z` })
  await refresh(person.person_id)
  return person
}
const bashir = await givenDue('2025-03-03') // 3 September
await givenDue('2025-02-27') // today
await givenDue('2025-02-12') // overdue since 12 August
await givenDue('2025-06-02', false) // not told

for (const language of ['en', 'ur'] as const)
  for (const screen of ['wide', 'phone'] as const)
    describe(`a closed desk, ${language}, ${screen}`, () => {
      it('moves the date visibly, by keyboard alone', async () => {
        await root.query('update register.closed_desk set superseded_at = now() where superseded_at is null')
        await refresh(bashir.person_id)
        const context = await site.signIn(as.officerSaddar, { language, screen, has_scripts: true })
        const page = await context.newPage()
        const look = async (name: string) => {
          await picture(page, `calendar-${name}-${language}-${screen}`)
          assert.equal(await overflowOf(page), 0, name)
          assert.deepEqual(await violationsOf(page), [], name)
        }
        await page.goto('/')
        await look('my-day')
        await page.goto('/calendar?on=2025-09-03')
        await look('before')
        await press(page, 'a[href="/closed-desks/new"]')
        await look('form')
        for (const [box, day] of [
          ['#from_on', '2025-09-03'],
          ['#to_on', '2025-09-05'],
        ] as const) {
          await tabTo(page, box)
          await page.locator(box).fill(day)
        }
        await tabTo(page, '#cause')
        await page.locator('#cause').selectOption('flood')
        await press(page, 'form[action="/closed-desks/counts"] button')
        await look('counted')
        assert.match(
          (await page.locator('.notice').textContent()) ?? '',
          language === 'ur' ? /۱/ : /1 person/,
        )
        await press(page, 'form[action="/closed-desks"] button')
        assert.equal(new URL(page.url()).pathname, '/calendar')
        await look('after')
        const moved = (await page.locator('.away').textContent()) ?? ''
        assert.match(moved, language === 'ur' ? /۵ ستمبر/ : /3 Sep 2025.*→.*5 Sep 2025/)
        assert.ok(moved.includes(bashir.record_number))
        await page.goto('/calendar?view=month&on=2025-09-03')
        await look('month')
        await page.goto('/duties?list=overdue')
        await look('duties')
        await page.goto('/reminders')
        await look('reminders')
        await context.close()
      })
    })

describe('my day', () => {
  it('leads from what is due today to recording the notice, and from whom nobody told to telling him', async () => {
    const context = await site.signIn(as.officerSaddar)
    const page = await context.newPage()
    await page.goto('/')
    assert.equal(pakistanDay(clock.now()), '2025-08-27')
    assert.equal((await page.locator('a[href$="/notices/new"]').count()) > 0, true)
    assert.equal((await page.locator('a[href$="/servings/new"]').count()) > 0, true)
    await context.close()
  })
  it('of the Bureau shows whom nobody told, and what stations closed', async () => {
    for (const language of ['en', 'ur'] as const) {
      const context = await site.signIn(as.bureauOfficer, { language, has_scripts: true })
      const page = await context.newPage()
      await page.goto('/')
      await picture(page, `calendar-bureau-day-${language}`)
      assert.deepEqual(await violationsOf(page), [])
      await page.goto('/calendar?on=2025-09-03&district_id=pb_multan')
      await picture(page, `calendar-district-${language}`)
      await page.goto('/outages/new')
      await picture(page, `calendar-outage-${language}`)
      const { rows } = await root.query(
        'select act_id from register.closed_desk where superseded_at is null limit 1',
      )
      await page.goto(`/closures/${rows[0].act_id}`)
      await picture(page, `calendar-act-${language}`)
      assert.deepEqual(await violationsOf(page), [])
      await context.close()
    }
  })
})
