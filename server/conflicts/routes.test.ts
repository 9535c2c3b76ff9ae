import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ConflictList } from '../../contract/conflicts.ts'
import { given } from '../../tests/support/given.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'

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

describe('the list of conflicts', () => {
  it('holds the officer’s own only, is recorded, and is closed to who is not signed in', async () => {
    assert.deepEqual(await mine(administrator), [])
    const event = await lastEvent(r, 'conflict.listed')
    assert.deepEqual([event?.outcome, event?.officer_id], ['done', administrator.officer_id])
    assert.equal((await r.app.inject({ url: '/api/v1/conflicts' })).statusCode, 401)
  })
})
