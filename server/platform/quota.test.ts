import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { asActor } from './database.ts'
import { quotaRefused } from './quota.ts'

const register = await openTestRegister()
const { as, root, program } = register
const unit = [as.bureauOfficer, as.bureauOfficerTwo, as.bureauSupervisor]

/** One act that is counted; whether there was still one free. */
const count = async (who: As) =>
  asActor(program.database, await who.token(), async (_, session) => session?.has_quota === true, {
    quota: 'search',
  })
/** So many acts at once, dealt out to the officers; how many were free. */
const burst = async (officers: readonly As[], times: number) => {
  const acts = Array.from({ length: times }, (_, n) => count(officers[n % officers.length] as As))
  return (await Promise.all(acts)).filter(Boolean).length
}
const limit = (of_officer: number, of_unit: number, of_nation: number) =>
  root.query(
    `with o as (update register.quota_limit set per_day = ${of_officer} where act = 'search'),
          d as (delete from register.quota_use), p as (delete from register.quota_pool)
     update register.quota_pool_limit set per_day = case level when 'unit' then ${of_unit} else ${of_nation} end
      where act = 'search'`,
  )
const refused = async (who: As) =>
  asActor(program.database, await who.token(), async (tx) => (await quotaRefused(tx, 'search'))?.en ?? '')

const BURST = 50
beforeEach(() => root.query('delete from register.quota_raise'))

describe('a quota, under 50 acts at once', () => {
  it('of an officer gives him exactly his number', async () => {
    await limit(20, 1000, 1000)
    assert.equal(await burst([as.bureauOfficer], BURST), 20)
    assert.match(
      await refused(as.bureauOfficer),
      /^Your own limit of 20 searches a day is used up until 00:00/,
    )
    assert.equal(await burst([as.bureauOfficerTwo], 1), 1)
  })
  it('of a unit is never overdrawn by its officers together, and others go on', async () => {
    await limit(40, 30, 1000)
    const given = await burst(unit, BURST)
    // What an officer drew and did not use (a block of two here) is his until the day ends.
    assert.ok(given <= 30 && given > 30 - unit.length * 2, String(given))
    assert.match(await refused(as.bureauOfficer), /^The limit of your office of 30 searches/)
    assert.equal(await count(as.prosecutorMultan), true)
  })
  it('of the nation is never overdrawn by its units together', async () => {
    await limit(40, 1000, 24)
    const given = await burst([...unit, as.prosecutorMultan, as.officerSaddar], BURST)
    assert.ok(given <= 24 && given > 24 - 5 * 2, String(given))
    assert.match(await refused(as.prosecutorMultan), /^The limit of the whole country of 24 searches/)
  })
  it('is told apart in the refusal that an officer reads', async () => {
    await limit(1, 1000, 1000)
    const search = () =>
      as.officerSaddar.api.post('/searches', {
        ...{ query: '90000-0000000-1', purpose: 'supervision', case_reference: 'S 1' },
      })
    await search()
    const reply = await search()
    const { detail } = reply.body as { detail: { en: string; ur: string } }
    assert.equal(reply.status, 429)
    assert.match(detail.en, /^Your own limit of 1 searches .* supervisor of the Bureau can propose/)
    assert.match(detail.ur, /نگران افسر/)
  })
  it('is not counted up by forging: the pools are not the application’s to write', async () => {
    const forging = asActor(program.database, await as.bureauOfficer.token(), (tx) =>
      tx.updateTable('register.quota_pool').set({ taken_count: 0 }).execute(),
    )
    await assert.rejects(forging, /permission denied/)
  })
})
