import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { breachHands, DUTY, REFER, SERVED } from '../../tests/support/given-breach.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root, clock, program } = register
clock.set('2025-09-20T06:00:00Z')

const { late, lapsesOf, open, opened, contact, decide, see, approvalOf, sign, proposed } =
  breachHands(register)
const titleOf = (reply: { body: unknown }) => (reply.body as { title: string }).title
const closeDesk = (on: string, to_on: string) =>
  root.query(
    `insert into register.closed_desk (closed_desk_id, station_id, from_on, to_on, cause, recorded_by) values ($1, 'pb_multan_saddar', $2, $3, 'flood', $4) returning closed_desk_id`,
    [randomUUID(), on, to_on, as.shoSaddar.officer_id],
  )

describe('a lapsed duty', () => {
  it('is shown with every check of its gate, worked out from the rows of this moment', async () => {
    const person = await late()
    const [lapse] = await lapsesOf(person.person_id)
    assert.deepEqual(
      [lapse?.due_on, lapse?.state, lapse?.days_late, lapse?.gate.passes],
      ['2025-09-03', 'overdue', 17, true],
    )
  })
  it('is not opened where the desk was closed; a contact step is recorded instead', async () => {
    const person = await late()
    await closeDesk('2025-08-28', '2025-08-29')
    const reply = await open(as.officerSaddar, person.person_id)
    assert.deepEqual([reply.status, titleOf(reply)], [409, 'gate_closed'])
    const [lapse] = await lapsesOf(person.person_id)
    assert.equal(lapse?.gate.checks.find(({ passes }) => !passes)?.code, 'closed')
    assert.equal((await contact(as.officerSaddar, person.person_id)).status, 201)
    const [after] = await lapsesOf(person.person_id)
    assert.deepEqual(
      after?.contacts.map(({ kind, note }) => [kind, note]),
      [['visit', 'Ill, will come']],
    )
    await root.query('update register.closed_desk set superseded_at = now()')
  })
  it('has no served evidence but what the register holds: a request that brings its own is not understood', async () => {
    const person = await late({ served_at: '2025-08-30T05:00:00Z' })
    const reply = await open(as.officerSaddar, person.person_id, { ...DUTY, served_at: SERVED })
    assert.equal(reply.status, 400)
    assert.equal(titleOf(await open(as.officerSaddar, person.person_id)), 'gate_closed')
  })
  it('is not opened on a proof of service that was typed in after the date', async () => {
    const person = await late({ served_at: '2025-03-03T05:00:00Z' })
    await root.query('update register.serving set recorded_at = $2 where person_id = $1', [
      person.person_id,
      '2025-09-19T05:00:00Z',
    ])
    assert.equal(titleOf(await open(as.officerSaddar, person.person_id)), 'gate_closed')
  })
  it('that does not exist cannot be opened or written about', async () => {
    const person = await late()
    for (const duty of [
      { ...DUTY, key: '1.9' },
      { duty: 'notify_absence', key: randomUUID() },
    ]) {
      assert.equal((await open(as.officerSaddar, person.person_id, duty)).status, 404)
      assert.equal((await contact(as.officerSaddar, person.person_id, duty)).status, 404)
    }
  })
  it('is opened once, whoever tries at the same time', async () => {
    const person = await late()
    const replies = await Promise.all([1, 2, 3].map(() => open(as.officerSaddar, person.person_id)))
    assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 409, 409])
    assert.ok(replies.some((reply) => titleOf(reply) === 'breach_known'))
  })
  it('of another station’s person is not there to be opened', async () => {
    const person = await late({}, 'pb_vehari_city')
    assert.equal((await open(as.officerSaddar, person.person_id)).status, 404)
    const smuggled = asActor(program.database, await as.officerSaddar.token(), (tx) =>
      tx
        .insertInto('register.breach')
        .values({
          ...{ breach_id: randomUUID(), person_id: person.person_id, duty: 'confirm_in_person', key: '1.1' },
          ...{
            due_on: '2025-09-03',
            station_id: 'pb_multan_saddar',
            gate: '[]',
            opened_by: as.officerSaddar.officer_id,
          },
        })
        .execute(),
    )
    await assert.rejects(smuggled, /row-level security/)
  })
  it('takes a contact step of a day after it, of an outcome that fits its kind', async () => {
    const { person_id } = await late()
    assert.equal((await contact(as.officerSaddar, person_id, { made_on: '2025-09-21' })).status, 400)
    assert.equal((await contact(as.officerSaddar, person_id, { made_on: '2025-09-03' })).status, 400)
    assert.equal((await contact(as.officerSaddar, person_id, { kind: 'letter' })).status, 400)
    assert.equal(
      (await contact(as.officerSaddar, person_id, { kind: 'letter', outcome: 'sent' })).status,
      201,
    )
  })
})

describe('a decision', () => {
  it('to refer comes after contact was tried; not to refer may come at once', async () => {
    const { breach_id, person_id } = await opened()
    assert.equal(titleOf(await decide(as.officerSaddar, breach_id)), 'contact_first')
    await contact(as.officerSaddar, person_id, { outcome: 'not_reached' })
    assert.equal(titleOf(await decide(as.officerSaddar, breach_id)), 'contact_first')
    await contact(as.officerSaddar, person_id, { outcome: 'not_reached', made_on: '2025-09-17' })
    assert.equal((await decide(as.officerSaddar, breach_id)).status, 201)
    const other = await opened()
    const spared = { decision: 'not_refer', ground: 'good_cause', reason: 'A funeral in Karachi.' }
    assert.equal((await decide(as.officerSaddar, other.breach_id, spared)).status, 201)
  })
  it('needs a ground of its own kind', async () => {
    const { breach_id } = await opened()
    assert.equal((await decide(as.officerSaddar, breach_id, { ...REFER, ground: 'unwell' })).status, 400)
  })
  it('takes effect with the sign-off of the station head, and is then made', async () => {
    const { breach_id, approval_id } = await proposed()
    assert.equal((await see(breach_id)).state, 'to_sign')
    assert.equal(titleOf(await decide(as.officerSaddar, breach_id)), 'breach_closed')
    const { rows } = await approvalOf(as.shoSaddar, approval_id)
    assert.equal(rows.find(({ field }) => field === 'reason')?.after, REFER.reason)
    assert.equal((await sign(as.shoSaddar, approval_id)).status, 200)
    const shown = await see(breach_id)
    assert.deepEqual(
      [shown.state, shown.decisions[0]?.said, shown.decisions[0]?.said_by?.en],
      ['referred', 'approved', 'Tahir Mehmood'],
    )
  })
  it('is signed off by the District Police Officer as well', async () => {
    const { breach_id, approval_id } = await proposed()
    assert.equal((await sign(as.dpoMultan, approval_id)).status, 200)
    assert.equal((await see(breach_id, as.dpoMultan)).state, 'referred')
  })
  it('is never signed off by who proposed it, nor by a duty officer, another station or the Bureau', async () => {
    const { approval_id } = await proposed(REFER, as.shoSaddar)
    assert.equal((await sign(as.shoSaddar, approval_id)).status, 403)
    for (const who of [as.officerSaddar, as.shoVehari, as.bureauSupervisor, as.prosecutorMultan])
      assert.equal((await who.api.get(`/approvals/${approval_id}`)).status, 404, who.name)
  })
  it('that was returned leaves the breach open, for all to see why', async () => {
    const { breach_id, approval_id } = await proposed()
    const { shown_hash } = await approvalOf(as.shoSaddar, approval_id)
    await as.shoSaddar.api.post(`/approvals/${approval_id}/return`, {
      shown_hash,
      reason: 'Visit once more.',
    })
    const shown = await see(breach_id, as.bureauOfficer)
    assert.deepEqual([shown.state, shown.decisions[0]?.said], ['open', 'returned'])
  })
  it('is not signed off when a notice in time turns up meanwhile: the breach has closed itself', async () => {
    const { person_id, breach_id, approval_id } = await proposed()
    await givenFacts(register, person_id, {
      notices: [{ duty: 'confirm_in_person', received_at: '2025-09-01T05:00:00Z' }],
    })
    assert.equal(titleOf(await sign(as.shoSaddar, approval_id)), 'breach_closed')
    const shown = await see(breach_id)
    assert.equal(shown.state, 'fallen')
    assert.equal(shown.gate.checks.find(({ passes }) => !passes)?.code, 'met_in_time')
  })
  it('to refer falls when a court acquits, and a decision not to refer stays', async () => {
    const referred = await proposed()
    await sign(as.shoSaddar, referred.approval_id)
    const spared = await proposed({ decision: 'not_refer', ground: 'unwell', reason: 'Fever.' })
    await sign(as.shoSaddar, spared.approval_id)
    for (const one of [referred, spared])
      await root.query(
        `insert into register.appeal_event (appeal_event_id, conviction_id, event, happened_on, ordinal, source_kind, added_by)
         values ($1, $2, 'acquitted', '2025-09-19', 9, 'judgment', $3)`,
        [randomUUID(), one.conviction_ids[0], as.bureauOfficer.officer_id],
      )
    assert.equal((await see(referred.breach_id)).state, 'fallen')
    assert.equal((await see(spared.breach_id)).state, 'not_referred')
  })
  it('cannot be given an outcome that nobody said', async () => {
    const { breach_id, approval_id } = await proposed()
    const { rows } = await root.query(
      'select breach_decision_id from register.breach_decision where breach_id = $1',
      [breach_id],
    )
    const forging = asActor(program.database, await as.officerSaddar.token(), (tx) =>
      tx
        .insertInto('register.breach_outcome')
        .values({
          ...{ breach_decision_id: rows[0].breach_decision_id, breach_id, approval_id },
          ...{ said: 'approved', said_by: as.officerSaddar.officer_id },
        })
        .execute(),
    )
    await assert.rejects(forging, /row-level security|foreign key/)
  })
})

describe('what is recorded of it', () => {
  it('names the person, the breach and the purpose', async () => {
    const { breach_id, person_id } = await opened()
    await see(breach_id)
    const event = await lastEvent(register, 'breach.viewed')
    assert.deepEqual([event?.subject_id, event?.purpose], [person_id, 'supervision'])
  })
})

const shared = await opened()
describe('GET /people/:person_id/breaches/new', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => `/people/${shared.person_id}/breaches/new`, event: 'breach.form_seen' },
      ...{ allowed: as.officerSaddar, elsewhere: as.shoVehari },
    }),
  )
})
describe('POST /people/:person_id/contacts', () => {
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'POST',
        path: () => `/people/${shared.person_id}/contacts`,
        event: 'breach.contact_recorded',
        status: 201,
      },
      body: () => ({ ...DUTY, kind: 'call', made_on: '2025-09-16', outcome: 'not_reached' }),
      ...{ allowed: as.shoSaddar, elsewhere: as.shoVehari },
    }),
  )
})
describe('POST /people/:person_id/breaches', () => {
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'POST',
        path: async () => `/people/${(await late()).person_id}/breaches`,
        event: 'breach.opened',
        status: 201,
      },
      ...{ body: () => DUTY, allowed: as.officerSaddar, elsewhere: as.dpoMultan },
    }),
  )
})
describe('GET /breaches/:breach_id', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => `/breaches/${shared.breach_id}`, event: 'breach.viewed' },
      ...{ allowed: as.legalOfficer, elsewhere: as.shoVehari },
    }),
  )
})
describe('POST /breaches/:breach_id/decisions', () => {
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'POST',
        path: async () => `/breaches/${(await opened()).breach_id}/decisions`,
        status: 201,
      },
      body: () => ({ decision: 'not_refer', ground: 'other', reason: 'Newly released.' }),
      ...{ event: 'breach.decision_proposed', allowed: as.bureauOfficer, elsewhere: as.shoVehari },
    }),
  )
})
