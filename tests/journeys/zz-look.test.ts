import { after, it } from 'node:test'
import { startAgency } from '../support/agency.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { overflowOf, picture, violationsOf } from './looking.ts'
import { givenWorld, screensOf } from './screens.ts'

const agency = await startAgency()
after(() => agency.stop())
const register = await openTestRegister({ identity: agency.identity, is_demo: true })
await register.startJobs()
const site = await openSite(register)
const world = await givenWorld(register)
const WANTED = /expected|nobody|conflict|without custody|audit|refusals|my day|legalOfficer/
it('looks', async () => {
  for (const screen of screensOf(world)) {
    if (!screen.who || !WANTED.test(`${screen.who} ${screen.name}`)) continue
    for (const [language, size] of [
      ['en', 'wide'],
      ['ur', 'phone'],
      ['ur', 'wide'],
    ] as const) {
      if (/my day/.test(screen.name) && !/prosecutorMultan|bureauOfficer$|legal/.test(screen.who)) continue
      const context = await site.signIn(register.as[screen.who], {
        language,
        screen: size,
        has_scripts: true,
      })
      const page = await context.newPage()
      await page.goto(typeof screen.at === 'string' ? screen.at : await screen.at())
      const over = await overflowOf(page)
      const v = await violationsOf(page)
      if (over || v.length) console.log('LOOK', screen.who, screen.name, language, size, over, v)
      await picture(page, `${screen.who}-${screen.name.replace(/[ ,]+/g, '_')}-${language}-${size}`)
      await context.close()
    }
  }
})
