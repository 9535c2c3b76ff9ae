import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BreachShown, PersonLapses, UndecidedList } from '../../contract/breaches.ts'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { givenLink } from '../../tests/support/given-match.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { refreshDuties } from '../duties/project.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root, clock, program } = register
const TODAY = '2025-09-20T06:00:00Z'
clock.set(TODAY)
const DUTY = { duty: 'confirm_in_person', key: '1.1' }
const DUE = '2025-09-03'

/** Released 3 Mar 2025, told that day, due in person on 3 Sep 2025 and not seen since. */
async function late(station_id: string) {
  const person = await given.person(register, {
    station_id,
    custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }],
  })
  await givenFacts(register, person.person_id, { served_at: '2025-03-03T05:00:00Z' })
  return person
}
/** His older record, and another that nobody yet knows to be his. */
const two = async () => [await late('pb_vehari_city'), await late('pb_multan_saddar')] as const
type Record = Awaited<ReturnType<typeof late>>

async function link(newer: Record, of: Record) {
  await givenLink(register, newer, of)
  await asActor(program.database, await as.bureauOfficer.token(), (tx) =>
    refreshDuties(tx, [newer.person_id, of.person_id], clock.now()),
  )
}
async function opened({ person_id }: Record) {
  const reply = await as.officerSaddar.api.post(`/people/${person_id}/breaches`, DUTY)
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { breach_id: string }).breach_id
}
async function decided(record: Record, decision: object) {
  const breach_id = await opened(record)
  const spoken = { ...DUTY, kind: 'visit', made_on: '2025-09-15', outcome: 'spoke', note: 'No cause given.' }
  assert.equal((await as.officerSaddar.api.post(`/people/${record.person_id}/contacts`, spoken)).status, 201)
  const reply = await as.officerSaddar.api.post(`/breaches/${breach_id}/decisions`, decision)
  const { approval_id } = reply.body as { approval_id: string }
  await root.query(`update register.approval set expires_at = '2099-01-01'`)
  const shown = await as.shoSaddar.api.get(`/approvals/${approval_id}`)
  const { shown_hash } = shown.body as { shown_hash: string }
  const signed = await as.shoSaddar.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
  assert.equal(signed.status, 200, signed.text)
  return breach_id
}
const see = async (breach_id: string) =>
  (await as.officerSaddar.api.get(`/breaches/${breach_id}`)).body as BreachShown
const failing = ({ gate }: BreachShown) => gate.checks.find(({ passes }) => !passes)?.code
const REFER = { decision: 'refer', ground: 'answered_without_cause', reason: 'Gave no cause.' }

/** Whether the list of the undecided holds the missed date of a record. */
async function waits({ person_id }: Record) {
  clock.set('2025-12-20T06:00:00Z')
  const { lapses } = (await as.bureauOfficer.api.get('/breaches')).body as UndecidedList
  clock.set(TODAY)
  return lapses.some((one) => one.person_id === person_id && one.due_on === DUE)
}

describe('what a person of several records missed', () => {
  it('is opened with the record that keeps his duties, and once', async () => {
    const [older, newer] = await two()
    await link(newer, older)
    const there = await as.officerSaddar.api.post(`/people/${newer.person_id}/breaches`, DUTY)
    assert.equal(there.status, 404, there.text)
    const here = await as.shoVehari.api.post(`/people/${older.person_id}/breaches`, DUTY)
    assert.equal(here.status, 201, here.text)
  })
  it('and was opened before they were joined closes by itself, waits with the other, and opens again when they are parted', async () => {
    const [older, newer] = await two()
    const breach_id = await opened(newer)
    assert.equal((await see(breach_id)).state, 'open')
    await link(newer, older)
    const closed = await see(breach_id)
    assert.deepEqual([closed.state, failing(closed)], ['fallen', 'kept_elsewhere'])
    assert.deepEqual([await waits(older), await waits(newer)], [true, false])
    const reply = await as.officerSaddar.api.post(`/breaches/${breach_id}/decisions`, REFER)
    assert.equal(reply.status, 409, reply.text)
    await link(newer, newer)
    assert.equal((await see(breach_id)).state, 'open')
  })
  it('and was decided and signed before they were joined stays decided, and is decided nowhere else', async () => {
    const [older, newer] = await two()
    assert.equal(await waits(older), true)
    const breach_id = await decided(newer, REFER)
    await link(newer, older)
    assert.equal((await see(breach_id)).state, 'referred')
    assert.deepEqual([await waits(older), await waits(newer)], [false, false])
    const again = await as.shoVehari.api.post(`/people/${older.person_id}/breaches`, DUTY)
    assert.equal(again.status, 409, again.text)
    await as.shoVehari.api.post(`/people/${older.person_id}/looks`, {
      ...{ purpose: 'supervision', case_reference: 'Diary 4' },
    })
    const page = await as.shoVehari.api.get(`/people/${older.person_id}/breaches/new`)
    const [lapse] = (page.body as PersonLapses).lapses
    assert.equal(lapse?.gate.checks.find(({ passes }) => !passes)?.code, 'decided_elsewhere')
  })
})
