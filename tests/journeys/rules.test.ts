// A change of the rules from the draft to the day it is undone: simulated, read, proposed, decided by a second person.
// In a real browser, without JavaScript, in both languages.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { paths } from '../../contract/paths.ts'
import { computeDuties } from '../../server/duties/compute.ts'
import { pakistanDay } from '../../server/platform/clock.ts'
import { asActor } from '../../server/platform/database.ts'
import { given } from '../support/given.ts'
import { givenFacts } from '../support/given-facts.ts'
import { openSite } from '../support/open-site.ts'
import { type As, openTestRegister } from '../support/register.ts'
import { applyLawChangeOf, runSimulationOf } from '../support/simulating.ts'
import { overflowOf, picture, press, tabTo, violationsOf } from './looking.ts'

const register = await openTestRegister()
const { as, clock } = register
const site = await openSite(register)
const bashir = await given.person(register, { custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] })
await givenFacts(register, bashir.person_id, { served_at: '2025-03-03T05:00:00Z' })
const of_man = await given.person(register, {
  ...{ convictions: [{ victim: 'other' }], custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] },
})

const { packs } = (await as.legalOfficer.api.get(paths.packs())).body as {
  packs: { pack: string; pack_id: string }[]
}
const base_id = packs.find(({ pack }) => pack === 'pk-assumed')?.pack_id ?? ''

/** When his period ends, as every page of that day works it out. */
const endOf = async (person_id: string): Promise<string | null> =>
  asActor(register.program.database, await as.bureauOfficer.token(), async (tx) => {
    const computed = await computeDuties(tx, [person_id], pakistanDay(clock.now()))
    return computed.get(person_id)?.result.registration.ends_on ?? null
  })

type Looking = { language: 'en' | 'ur'; screen: 'wide' | 'phone' }

/** One officer at his browser, who looks at each page he comes to. */
async function sit(who: As, looking: Looking) {
  const context: BrowserContext = await site.signIn(who, { ...looking, has_scripts: true })
  const page: Page = await context.newPage()
  const look = async (name: string) => {
    await picture(page, `rules-${name}-${looking.language}-${looking.screen}`)
    assert.equal(await overflowOf(page), 0, name)
    assert.deepEqual(await violationsOf(page), [], name)
  }
  const fill = async (form: string, values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) {
      const box = page.locator(`${form} [name=${name}]`)
      if ((await box.evaluate((one) => one.tagName)) === 'SELECT') await box.selectOption(value)
      else await box.fill(value)
    }
    await press(page, `${form} button`)
  }
  return { context, page, look, fill }
}

const idIn = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''
const rulesOn = (from: string) => `form[action="${from}"]`

for (const [language, screen, from_on, before] of [
  ['en', 'wide', '2027-03-02', '2027-03-01T06:00:00Z'],
  ['ur', 'phone', '2027-04-02', '2027-04-01T06:00:00Z'],
] as const)
  describe(`a change of the rules, ${language}, ${screen}`, () => {
    it('is drafted, simulated, read, proposed, approved, and undone; the dates move and move back', async () => {
      clock.set(before)
      const looking = { language, screen }
      const legal = await sit(as.legalOfficer, looking)
      await legal.page.goto(paths.packs())
      await legal.look('packs')
      await legal.fill(rulesOn(paths.packs()), {
        based_on_id: base_id,
        ...{ pack: `journey-${language}`, title_en: 'Rules of the journey', title_ur: 'سفر کے قواعد' },
      })
      const pack_id = idIn(legal.page)
      for (const [name, value] of [
        ['period_years', '12'],
        ['eligibility_policy', 'both'],
      ] as const)
        await legal.fill(rulesOn(paths.packAct(pack_id, 'values')), {
          ...{ name, value, basis: 'REGISTER-ASSUMPTIONS', status: 'assumed' },
          ...{ reason_en: 'To try it.', reason_ur: 'آزمانے کے لیے۔' },
        })
      await legal.fill(rulesOn(paths.packAct(pack_id, 'proposals')), { from_on, reason: 'The law says so.' })
      await legal.look('not-simulated')
      assert.equal(await legal.page.locator('.error-summary a[href="#from_on"]').count(), 1)

      await press(legal.page, `main a[href="${paths.packAct(pack_id, 'simulations')}"]`)
      await legal.fill(rulesOn(paths.packAct(pack_id, 'simulations')), { from_on })
      await legal.look('running')
      const simulation_id = idIn(legal.page)
      await runSimulationOf(register, simulation_id)
      await legal.page.goto(paths.simulation(simulation_id))
      await legal.look('done')
      await press(legal.page, `main a[href="${paths.simulated(simulation_id, bashir.person_id)}"]`)
      await tabTo(legal.page, 'details.explain summary')
      await legal.page.keyboard.press('Enter')
      await legal.look('person')
      assert.ok(!(await legal.page.content()).includes('Bashir'))
      await legal.page.goto(paths.simulationDistricts(simulation_id))
      await legal.look('districts')

      await legal.page.goto(paths.pack(pack_id))
      await legal.fill(rulesOn(paths.packAct(pack_id, 'proposals')), { from_on, reason: 'The law says so.' })
      const approval_id = idIn(legal.page)
      await legal.look('proposed')
      const supervisor = await sit(as.bureauSupervisor, looking)
      const approve = async (id: string) => {
        await supervisor.page.goto(paths.approval(id))
        await supervisor.look('to-decide')
        await press(supervisor.page, `${rulesOn(`${paths.approval(id)}/approve`)} button`)
        assert.equal(await supervisor.page.locator('.notice.success').count(), 1)
      }
      const { result_hash } = (await as.bureauSupervisor.api.get(paths.simulation(simulation_id))).body as {
        result_hash: string
      }
      await supervisor.page.goto(paths.approval(approval_id))
      assert.ok((await supervisor.page.content()).includes(result_hash))
      await approve(approval_id)
      assert.equal(await endOf(bashir.person_id), '2035-03-03')
      clock.set(`${from_on}T06:00:00Z`)
      assert.deepEqual([await endOf(bashir.person_id), await endOf(of_man.person_id)], ['2037-03-03', null])

      await legal.page.goto(paths.pack(pack_id))
      await legal.look('in-force')
      const follows = 'main a[href^="/law-changes/"]'
      await press(legal.page, follows)
      const change_id = idIn(legal.page)
      await applyLawChangeOf(register, change_id)
      await legal.page.reload()
      await legal.look('follows')
      assert.equal(await legal.page.locator(`tbody a[href="${paths.person(of_man.person_id)}"]`).count(), 1)
      await legal.page.goto(paths.pack(pack_id))
      await legal.fill(rulesOn(paths.packAct(pack_id, 'reversals')), { reason: 'A court said so.' })
      await approve(idIn(legal.page))
      await applyLawChangeOf(register, change_id)
      assert.deepEqual(
        [await endOf(bashir.person_id), await endOf(of_man.person_id)],
        ['2035-03-03', '2035-03-03'],
      )
      await legal.context.close()
      await supervisor.context.close()
    })
  })
