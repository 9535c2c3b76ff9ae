// The Special Committee's analyst at her page: from My day to the figures, and from a figure to what it counts, with the
// keyboard alone and without JavaScript, in both languages.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../contract/paths.ts'
import { publishInventedFigures } from '../../server/invented/figures.ts'
import { pakistanDay } from '../../server/platform/clock.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { overflowOf, picture, press, violationsOf } from './looking.ts'

const register = await openTestRegister()
await publishInventedFigures(register.url('postgres'), 1, pakistanDay(register.clock.now()))
const site = await openSite(register)

for (const [language, screen, withheld] of [
  ['en', 'wide', 'not shown'],
  ['ur', 'phone', 'نہیں دکھایا گیا'],
] as const)
  describe(`the figures, ${language}, ${screen}`, () => {
    it('are reached from My day, shown with their charts, and open what they count', async () => {
      // An audit of accessibility is a script itself; the pages have none.
      const context = await site.signIn(register.as.analyst, { language, screen, has_scripts: true })
      const page = await context.newPage()
      const look = async (name: string) => {
        await picture(page, `statistics-${name}-${language}-${screen}`)
        assert.equal(await overflowOf(page), 0, name)
        assert.deepEqual(await violationsOf(page), [], name)
      }
      await page.goto('/')
      await press(page, `main a[href="${paths.statistics()}"]`)
      await look('figures')
      assert.equal(await page.locator('svg.chart').count(), 8)
      assert.equal(await page.locator('table').count(), 8)
      const refused = page.locator(`table:has(a[href^="${paths.statistic('checks_refused')}"])`)
      assert.ok((await refused.textContent())?.includes(withheld))
      const years = page.locator('svg.chart').first().locator('text.year')
      const [oldest, newest] = await years.evaluateAll((all) =>
        [all[0], all.at(-1)].map((one) => one?.getBoundingClientRect().x ?? 0),
      )
      // The oldest quarter stands where reading begins, in the chart as in the table.
      assert.equal((oldest ?? 0) < (newest ?? 0), language === 'en')
      await press(page, `a[href="${paths.statistic('duties_due')}#missed"]`)
      assert.equal(new URL(page.url()).hash, '#missed')
      assert.ok(((await page.locator('#missed dd').textContent()) ?? '').length > 20)
      await look('definition')
      await context.close()
    })
  })
