/** Two officers of the Bureau make two records one person, by keyboard alone and without JavaScript, and the station is told. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../contract/paths.ts'
import { given } from '../support/given.ts'
import { givenPair } from '../support/given-match.ts'
import { openSite } from '../support/open-site.ts'
import { openTestRegister } from '../support/register.ts'
import { overflowOf, picture, press, tabTo, typeInto, violationsOf } from './looking.ts'
import { unreadable } from './reading.ts'

const register = await openTestRegister()
const site = await openSite(register)
const { bureauOfficer, bureauOfficerTwo, shoSaddar } = register.as
const named = (name: string, ur: string, father: string, father_ur: string, station_id: string) =>
  given.person(register, {
    names: [
      { kind: 'name', script: 'Latn', text: name },
      { kind: 'name', script: 'Arab', text: ur },
      { kind: 'father', script: 'Latn', text: father },
      { kind: 'father', script: 'Arab', text: father_ur },
    ],
    ...{ born_on: '1986-05-02', cnic: null, station_id },
  })
const pairOfOne = async () => {
  const one = await named('Muhammad Aslam', 'محمد اسلم', 'Muhammad Akram', 'محمد اکرم', 'pb_multan_saddar')
  const other = await named('Mohd Aslum', 'اسلم', 'Akram', 'اکرم', 'pb_vehari_city')
  return { one, other, pair: await givenPair(register, one, other) }
}
const given_pairs = { en: await pairOfOne(), ur: await pairOfOne() }

for (const [language, screen] of [
  ['en', 'wide'],
  ['ur', 'phone'],
] as const)
  describe(`making two records one person, ${language}, ${screen}`, () => {
    const { one, other, pair } = given_pairs[language]
    const show = { language, screen, has_scripts: true } as const
    it('begins in the queue, without a name, and goes to a second officer', async () => {
      const context = await site.signIn(bureauOfficer, show)
      const page = await context.newPage()
      await page.goto(paths.matches())
      await picture(page, `matches-${language}-${screen}`)
      assert.deepEqual(await violationsOf(page), [])
      assert.equal(await overflowOf(page), 0)
      await page.goto(paths.match(pair.match_pair_id))
      assert.doesNotMatch(await page.title(), /Aslam|اسلم/)
      await picture(page, `match-${language}-${screen}`)
      assert.deepEqual(await unreadable(page, language), [])
      assert.deepEqual(await violationsOf(page), [])
      assert.equal(await overflowOf(page), 0)
      await tabTo(page, '#decision')
      await page.keyboard.press('Space')
      await page.selectOption('#reason_code', 'family')
      await typeInto(page, '#reason', 'One village, the same brothers')
      await press(page, 'main form button')
      await page.waitForURL(/approvals\//)
      await picture(page, `merge-proposed-${language}-${screen}`)
      assert.deepEqual(await violationsOf(page), [])
      await context.close()
    })
    it('is done by the second, and told to the station', async () => {
      const { rows } = await register.root.query(
        'select approval_id from register.approval where subject_id = $1',
        [pair.match_pair_id],
      )
      const second = await site.signIn(bureauOfficerTwo, show)
      const page = await second.newPage()
      await page.goto(paths.approval(rows[0].approval_id))
      await press(page, 'form[action$="/approve"] button')
      await page.waitForLoadState()
      await second.close()
      const station = await site.signIn(shoSaddar, show)
      const day = await station.newPage()
      await day.goto('/')
      assert.ok((await day.content()).includes(one.record_number))
      await picture(day, `linked-day-${language}-${screen}`)
      await day.goto(paths.personTab(one.person_id, 'identity'))
      assert.ok((await day.content()).includes(other.record_number))
      await picture(day, `linked-${language}-${screen}`)
      assert.deepEqual(await violationsOf(day), [])
      assert.equal(await overflowOf(day), 0)
      await station.close()
    })
  })
