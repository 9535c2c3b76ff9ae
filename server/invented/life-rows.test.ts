import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openTestRegister } from '../../tests/support/register.ts'
import { refreshDuties } from '../duties/project.ts'
import { pakistanDay } from '../platform/clock.ts'
import { asActor } from '../platform/database.ts'
import { seedRegister } from './seed.ts'

const PEOPLE = 600
const register = await openTestRegister()
const { program, as, root, clock, url } = register
const today = pakistanDay(clock.now())
await seedRegister({
  ...{ owner_url: url('postgres'), keyring: program.keyring, seed: 1, people: PEOPLE, today },
  progress: () => undefined,
})

const standings = `select person_id, status, standing, starts_on::text, released_on::text, ends_on::text, next_due_on::text, exceptions
  from register.duty_standing order by person_id`
const duties =
  'select person_id, duty, key, about_id, due_on::text, due_at::text, met, notice_id from register.duty_due order by 1, 2, 3'
const read = async (text: string) => (await root.query(text)).rows

describe('the lives of invented people', () => {
  it('are written with the projection that the register itself would make of them', async () => {
    const before = [await read(standings), await read(duties)]
    const ids = (await read('select person_id from register.person')).map((row) => String(row['person_id']))
    await asActor(program.database, await as.bureauOfficer.token(), (tx) =>
      refreshDuties(tx, ids, clock.now()),
    )
    assert.equal(before[0]?.length, PEOPLE)
    assert.deepEqual([await read(standings), await read(duties)], before)
  })
  it('show every standing, every duty, and both exceptions that need somebody', async () => {
    const found = async (what: string, from: string) =>
      (await read(`select distinct ${what} as found from register.${from} order by 1`)).map(
        (row) => row['found'],
      )
    assert.deepEqual(await found('standing', 'duty_standing'), [
      ...['abroad', 'compliant', 'in_custody', 'late', 'void', 'whereabouts_unknown'],
    ])
    assert.deepEqual(await found('duty', 'duty_due'), [
      ...['confirm_in_person', 'notify_absence', 'notify_address_change', 'notify_travel_abroad'],
    ])
    assert.deepEqual(await found('unnest(exceptions)', 'duty_standing'), ['not_served'])
  })
  it('give the station of the demo people of its own', async () => {
    const [row] = await read(
      `select count(*)::int as found from register.person where station_id = 'pb_multan_saddar'`,
    )
    assert.ok(row?.['found'] > 5, `${row?.['found']}`)
  })
})
