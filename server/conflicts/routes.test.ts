import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ConflictList } from '../../contract/conflicts.ts'
import { given } from '../../tests/support/given.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'

const r = await openTestRegister()
const { bureauOfficer, bureauOfficerTwo, shoSaddar, administrator } = r.as
const mine = async (who = bureauOfficer) => ((await who.api.get('/conflicts')).body as ConflictList).conflicts
const bashir = await given.person(r)
const elsewhere = await given.person(r, { station_id: 'pb_vehari_city' })
const why = { reason_code: 'relative' }

/** A correction that waits for a second officer. */
async function givenProposal() {
  const looks = { purpose: 'correction', case_reference: 'Diary 12' }
  const { person_id } = await given.person(r)
  await shoSaddar.api.post(`/people/${person_id}/looks`, looks)
  const proposed = await shoSaddar.api.post(`/people/${person_id}/corrections`, {
    ...{ field: 'born_on', after: '1988-04-13', source_kind: 'identity_card', source_on: '2026-01-05' },
    ...{ source_ref: 'NADRA 77', asked_by: 'person' },
  })
  return { person_id, approval_id: (proposed.body as { approval_id: string }).approval_id }
}

describe('declaring a conflict of interest', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'POST', path: () => `/conflicts/person/${bashir.person_id}`, event: 'conflict.declared' },
      ...{ body: () => why, status: 201, allowed: shoSaddar, elsewhere: r.as.shoVehari },
    }),
  )

  it('about a proposal keeps the officer from deciding it, and another decides', async () => {
    const { approval_id } = await givenProposal()
    const { shown_hash } = (await bureauOfficer.api.get(`/approvals/${approval_id}`)).body as {
      shown_hash: string
    }
    const sent = await bureauOfficer.form(`/conflicts/approval/${approval_id}`, why)
    assert.deepEqual([sent.status, sent.location], [303, '/conflicts'])
    const refused = await bureauOfficer.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
    assert.equal(refused.status, 403)
    assert.equal((await lastEvent(r, 'approval.approved'))?.policy, 'forbid-conflict')
    const done = await bureauOfficerTwo.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
    assert.equal(done.status, 200, done.text)
  })

  it('about a person keeps him from every proposal about that person, and from the record', async () => {
    const { approval_id, person_id } = await givenProposal()
    const { shown_hash } = (await bureauOfficer.api.get(`/approvals/${approval_id}`)).body as {
      shown_hash: string
    }
    await bureauOfficer.api.post(`/conflicts/person/${person_id}`, { reason_code: 'case' })
    assert.equal(
      (await bureauOfficer.api.post(`/approvals/${approval_id}/approve`, { shown_hash })).status,
      403,
    )
    assert.equal((await bureauOfficer.api.get(`/people/${person_id}`)).status, 403)
  })

  it('is offered from a proposal, from a record, and in his own list by the number of the record', async () => {
    const { approval_id } = await givenProposal()
    const at = `/conflicts/approval/${approval_id}`
    assert.ok((await bureauOfficerTwo.page(`/approvals/${approval_id}`)).text.includes(at))
    assert.equal((await bureauOfficerTwo.page(at)).status, 200)
    const sent = await bureauOfficerTwo.form('/conflicts', { record_number: bashir.record_number, ...why })
    assert.equal(sent.location, '/conflicts')
    const [listed] = await mine(bureauOfficerTwo)
    assert.deepEqual([listed?.record_number, listed?.reason_code], [bashir.record_number, 'relative'])
    assert.ok((await bureauOfficerTwo.page('/conflicts')).text.includes(bashir.record_number))
  })

  it('of someone outside his place answers like one that does not exist', async () => {
    const asked = (record_number: string) => shoSaddar.api.post('/conflicts', { record_number, ...why })
    const [far, none] = [await asked(elsewhere.record_number), await asked('NSOR-2026-999999')]
    const fieldsOf = ({ body }: { body: unknown }) => (body as { fields: unknown }).fields
    assert.deepEqual([far.status, fieldsOf(far)], [none.status, fieldsOf(none)])
    assert.equal((await shoSaddar.api.post(`/conflicts/person/${elsewhere.person_id}`, why)).status, 404)
  })

  it('twice changes nothing', async () => {
    const before = (await mine(shoSaddar)).length
    await shoSaddar.api.post(`/conflicts/person/${bashir.person_id}`, { reason_code: 'other' })
    assert.equal((await mine(shoSaddar)).length, before)
  })
})

describe('withdrawing a conflict of interest', () => {
  const declared = async (who = shoSaddar) => {
    const { person_id, record_number } = await given.person(r)
    await who.api.post(`/conflicts/person/${person_id}`, why)
    const conflict_id =
      (await mine(who)).find((one) => one.record_number === record_number)?.conflict_id ?? ''
    return { person_id, record_number, conflict_id, path: `/conflicts/${conflict_id}/withdrawals` }
  }
  const reason = { reason: 'The number was mistyped: I do not know this person.' }
  const standing = async (conflict_id: string, who = shoSaddar) =>
    (await mine(who)).find((one) => one.conflict_id === conflict_id)
  const opens = async (person_id: string) =>
    (
      await shoSaddar.api.post(`/people/${person_id}/looks`, {
        purpose: 'supervision',
        case_reference: 'D 1',
      })
    ).status
  const proposed = async () => {
    const one = await declared()
    const reply = await shoSaddar.api.post(one.path, reason)
    assert.equal(reply.status, 201, reply.text)
    return { ...one, approval_id: (reply.body as { approval_id: string }).approval_id }
  }
  const approve = async (who: typeof shoSaddar, approval_id: string) => {
    const { shown_hash } = (await who.api.get(`/approvals/${approval_id}`)).body as { shown_hash: string }
    return who.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
  }

  it('needs a second officer: until he agrees it stands, then it is dated and the officer may look again', async () => {
    const { person_id, conflict_id, path, approval_id } = await proposed()
    assert.equal((await standing(conflict_id))?.is_withdrawal_asked, true)
    assert.equal((await shoSaddar.api.post(path, reason)).status, 400, 'asked once')
    assert.equal(await opens(person_id), 403)
    assert.notEqual((await approve(shoSaddar, approval_id)).status, 200)
    const done = await approve(bureauOfficer, approval_id)
    assert.equal(done.status, 200, done.text)
    assert.equal(typeof (await standing(conflict_id))?.withdrawn_at, 'string')
    assert.equal(await opens(person_id), 201)
    assert.ok((await shoSaddar.page('/conflicts')).text.includes('Withdrawn'))
    assert.equal((await shoSaddar.api.post(path, reason)).status, 404, 'it stands no more')
  })

  it('can be declared anew afterwards, and both stay in the list', async () => {
    const { person_id, record_number, approval_id } = await proposed()
    await approve(bureauOfficer, approval_id)
    await shoSaddar.api.post(`/conflicts/person/${person_id}`, why)
    const both = (await mine(shoSaddar)).filter((one) => one.record_number === record_number)
    assert.deepEqual(both.map(({ withdrawn_at }) => withdrawn_at === null).sort(), [false, true])
    assert.equal(await opens(person_id), 403)
  })

  it('is not decided by one who is partial himself, nor done past the second officer', async () => {
    const { person_id, conflict_id, approval_id } = await proposed()
    await bureauOfficerTwo.api.post(`/conflicts/person/${person_id}`, why)
    assert.equal((await approve(bureauOfficerTwo, approval_id)).status, 403)
    const forged = await asActor(r.program.database, await shoSaddar.token(), (tx) =>
      sql<{ done: boolean }>`select register.withdraw_conflict(${approval_id}) as done`.execute(tx),
    )
    assert.equal(forged.rows[0]?.done, false)
    assert.equal((await standing(conflict_id))?.withdrawn_at, null)
  })

  it('asks for the reason again where it may tell who the survivor is, with what was typed', async () => {
    const { path, conflict_id } = await declared()
    const sent = await shoSaddar.form(path, { reason: 'I know victim Ayesha' })
    assert.match(sent.location ?? '', new RegExp(`^/conflicts\\?withdraw=${conflict_id}&form=`))
    assert.ok((await shoSaddar.page(sent.location ?? '')).text.includes('I know victim Ayesha'))
  })

  const proof = { path: '' }
  it('is offered in the list', async () => {
    proof.path = (await declared()).path
    assert.ok((await shoSaddar.page('/conflicts')).text.includes('/conflicts?withdraw='))
  })
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'POST', path: () => proof.path, body: () => reason, status: 201 },
      ...{ event: 'conflict.withdrawal_proposed', allowed: shoSaddar, elsewhere: bureauOfficer },
    }),
  )
})

describe('the list of conflicts', () => {
  it('holds the officer’s own only, is recorded, and is closed to who is not signed in', async () => {
    assert.deepEqual(await mine(administrator), [])
    const event = await lastEvent(r, 'conflict.listed')
    assert.deepEqual([event?.outcome, event?.officer_id], ['done', administrator.officer_id])
    assert.equal((await r.app.inject({ url: '/api/v1/conflicts' })).statusCode, 401)
  })
})
