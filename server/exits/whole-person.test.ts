// A person whose records are several leaves the register when none of his convictions stands, and then with all of them.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Approval } from '../../contract/approvals.ts'
import type { EffectSeen, PersonDuties } from '../../contract/duties.ts'
import type { Exit, ExitList } from '../../contract/exits.ts'
import { type Given, type GivenPerson, given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { givenLink } from '../../tests/support/given-match.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { refreshDuties } from '../duties/project.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root, program, clock } = register
clock.set('2025-09-10T06:00:00Z')
const BUREAU = as.bureauOfficer

async function released(more: GivenPerson = {}): Promise<Given> {
  const person = await given.person(register, {
    custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }],
    ...more,
  })
  await givenFacts(register, person.person_id, { served_at: '2025-03-03T05:00:00Z' })
  return person
}
const refresh = async (...people: Given[]) =>
  asActor(program.database, await BUREAU.token(), (tx) =>
    refreshDuties(
      tx,
      people.map(({ person_id }) => person_id),
      clock.now(),
    ),
  )
/** Two records of one man, of two districts. */
async function two() {
  const both = [await released(), await released({ station_id: 'pb_vehari_city' })] as const
  await givenLink(register, both[1], both[0])
  await refresh(...both)
  return both
}
const orderAbout = ({ conviction_ids }: Given, event: string, happened_on: string) => ({
  ...{ conviction_id: conviction_ids[0], event, happened_on },
  ...{ court: 'Lahore High Court, Multan Bench', order_number: `Crl. A. ${happened_on.slice(-2)}/2025` },
})
async function approve(who: As, approval_id: string) {
  // The database judges expiry by its own clock, which the tests leave where it is.
  await root.query("update register.approval set expires_at = '2099-01-01' where approval_id = $1", [
    approval_id,
  ])
  const { shown_hash } = (await who.api.get(`/approvals/${approval_id}`)).body as Approval
  const reply = await who.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
  assert.equal(reply.status, 200, reply.text)
}
/** An order of a court about a record, proposed by one officer of the Bureau and approved by another. */
async function decided(person: Given, event: string, happened_on: string) {
  const fact = orderAbout(person, event, happened_on)
  const path = `/people/${person.person_id}/appeals`
  const seen = await BUREAU.api.post(`${path}/effects`, fact)
  assert.equal(seen.status, 200, seen.text)
  const { effect_hash } = seen.body as EffectSeen
  const { body } = await BUREAU.api.post(path, { ...fact, effect_hash })
  await approve(as.bureauOfficerTwo, (body as { approval_id: string }).approval_id)
}
const exitsOf = async ({ person_id }: Given) => {
  const { rows } = await root.query(
    `select e.exit_id, e.ground, e.left_on::text, e.reversed_at is not null as is_reversed, c.person_id as whose
       from register.exit e left join register.conviction c using (conviction_id) where e.person_id = $1 order by e.begun_at, e.exit_id`,
    [person_id],
  )
  return rows as { exit_id: string; ground: string; left_on: string; is_reversed: boolean; whose: string }[]
}
const isClosed = async ({ person_id }: Given) =>
  (
    await root.query('select closed_at is not null as is_closed from register.person where person_id = $1', [
      person_id,
    ])
  ).rows[0].is_closed as boolean
const statusOf = async ({ person_id }: Given) =>
  (await root.query('select status from register.duty_standing where person_id = $1', [person_id])).rows[0]
    .status

/** Whether the record has duties on its station's lists. */
const owes = async ({ person_id }: Given) =>
  (await root.query('select from register.duty_due where person_id = $1', [person_id])).rows.length > 0

describe('an acquittal of a person whose records are two', () => {
  it('ends what hangs on that conviction alone, while another stands: he stays, with both records', async () => {
    const [one, other] = await two()
    await decided(one, 'acquitted', '2025-09-01')
    for (const record of [one, other])
      assert.deepEqual(
        [await exitsOf(record), await isClosed(record), await statusOf(record)],
        [[], false, 'active'],
      )
    assert.deepEqual([await owes(one), await owes(other)], [true, false], 'the older record keeps his duties')
  })
  it('of his last conviction begins an exit of each record, by the order about its own conviction', async () => {
    const [one, other] = await two()
    await decided(one, 'acquitted', '2025-09-01')
    await decided(other, 'set_aside', '2025-09-08')
    const [[first], [second]] = [await exitsOf(one), await exitsOf(other)]
    assert.deepEqual(
      [first?.ground, first?.whose, first?.left_on, second?.ground, second?.whose, second?.left_on],
      // He was on the register until the last conviction was undone.
      ['acquittal', one.person_id, '2025-09-08', 'set_aside', other.person_id, '2025-09-08'],
    )
    assert.deepEqual([await isClosed(one), await isClosed(other)], [true, true])
    const list = (await as.officerSaddar.api.get('/exits')).body as ExitList
    assert.ok(list.exits.some(({ exit_id }) => exit_id === first?.exit_id))
    const { about } = (await BUREAU.api.get(`/exits/${first?.exit_id}`)).body as Exit
    assert.deepEqual([about.order_number, about.order_on], ['Crl. A. 01/2025', '2025-09-01'])
  })
  it('writes an event of the other record too, with its hash before and after', async () => {
    const [one, other] = await two()
    await decided(other, 'acquitted', '2025-09-01')
    await decided(one, 'acquitted', '2025-09-08')
    const { rows } = await root.query(
      `select row_before <> row_after as is_changed from audit.event
        where subject_kind = 'person' and subject_id = $1 and action = 'approval.approved' order by event_no desc limit 1`,
      [other.person_id],
    )
    assert.deepEqual(rows, [{ is_changed: true }])
  })
  it('is told by another office without its order, where a record has no conviction that was undone', async () => {
    const [one] = [await released()]
    const bare = await released({ station_id: 'pb_vehari_city', convictions: [] })
    await givenLink(register, bare, one)
    await refresh(one, bare)
    await decided(one, 'acquitted', '2025-09-01')
    const [exit] = await exitsOf(bare)
    assert.deepEqual([exit?.ground, exit?.left_on], ['acquittal', '2025-09-01'])
    const { about } = (await BUREAU.api.get(`/exits/${exit?.exit_id}`)).body as Exit
    assert.deepEqual([about.court, about.order_number], ['', ''])
  })
  it('that is taken back by a restoration brings back every record that left by it', async () => {
    const [one, other] = await two()
    await decided(one, 'acquitted', '2025-09-01')
    await decided(other, 'acquitted', '2025-09-02')
    await decided(other, 'restored', '2025-09-09')
    for (const record of [one, other]) {
      const [exit] = await exitsOf(record)
      assert.deepEqual([exit?.is_reversed, await isClosed(record)], [true, false])
    }
    assert.equal(await statusOf(one), 'active')
  })
  it('does not bring back a record that had left before they were one person', async () => {
    const [one, other] = [await released(), await released({ station_id: 'pb_vehari_city' })]
    await refresh(one, other)
    await decided(one, 'acquitted', '2025-09-01')
    await givenLink(register, other, one)
    await decided(other, 'acquitted', '2025-09-02')
    await decided(other, 'restored', '2025-09-09')
    const [[first], [second]] = [await exitsOf(one), await exitsOf(other)]
    assert.deepEqual([first?.is_reversed, second?.is_reversed], [false, true])
    assert.deepEqual([await owes(one), await owes(other)], [false, true])
  })
  it('leaves his duties with the record that is on the register, where the older one had left', async () => {
    const [one, other] = [await released(), await released({ station_id: 'pb_vehari_city' })]
    await refresh(one, other)
    await decided(one, 'acquitted', '2025-09-01')
    await givenLink(register, other, one)
    await refresh(other)
    assert.deepEqual([await isClosed(one), await owes(one), await owes(other)], [true, false, true])
  })
  it('lets the record go that has nothing else, once the two are parted', async () => {
    const [one, other] = await two()
    await decided(one, 'acquitted', '2025-09-01')
    const asked = {
      ...{ leaving: [other.record_number], reason_code: 'papers', reason: 'Another man of that name' },
    }
    const proposed = await BUREAU.api.post(`/people/${one.person_id}/splits`, asked)
    assert.equal(proposed.status, 201, proposed.text)
    await approve(as.bureauOfficerTwo, (proposed.body as { approval_id: string }).approval_id)
    const [exit] = await exitsOf(one)
    assert.deepEqual(
      [exit?.ground, exit?.left_on, await isClosed(one), await exitsOf(other), await statusOf(other)],
      ['acquittal', '2025-09-01', true, [], 'active'],
    )
  })
  it('is not recorded about a conviction of another record than the one that is open', async () => {
    const [one, other] = await two()
    const fact = orderAbout(other, 'acquitted', '2025-09-08')
    const seen = await BUREAU.api.post(`/people/${one.person_id}/appeals/effects`, fact)
    assert.equal(seen.status, 400, seen.text)
  })
})

describe('the end of the period of a person whose records are two', () => {
  it('is on the list of each station that holds one, until each has handed its certificate over', async () => {
    const [one, other] = await two()
    clock.set('2036-09-10T06:00:00Z')
    await refresh(one, other)
    const waits = async (who: As, { person_id }: Given) =>
      ((await who.api.get('/exits')).body as ExitList).exits.some((exit) => exit.person_id === person_id)
    assert.deepEqual([await waits(as.officerSaddar, one), await waits(as.shoVehari, other)], [true, true])
    const { registration } = (await BUREAU.api.get(`/people/${one.person_id}/duties`)).body as PersonDuties
    assert.equal(registration?.status ?? 'ended', 'ended')
  })
})
