import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, root } = register
const { bureauSupervisor: me, officerSaddar } = as
const { rows: officers } = await root.query('select badge from access.officer where officer_id = $1', [
  officerSaddar.officer_id,
])
const asked = (more: object = {}) => ({
  ...{ level: 'officer', badge: officers[0].badge, act: 'search', per_day: 90, days: 2, reason: 'A raid' },
  ...more,
})
const propose = async (more: object = {}) => me.api.post('/quotas/raises', asked(more))
const search = () =>
  officerSaddar.api.post('/searches', {
    ...{ query: '90000-0000000-1', purpose: 'supervision', case_reference: 'S 1' },
  })

describe('raising a limit', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => '/quotas/raises', body: asked, status: 201 },
      ...{ event: 'quota.proposed', allowed: me, elsewhere: as.bureauOfficer },
    }),
  )
  it('names an officer who is posted, and more than he has', async () => {
    const fault = async (more: object) =>
      ((await propose(more)).body as { fields: { field: string }[] }).fields.map(({ field }) => field)
    assert.deepEqual(await fault({ badge: 'nobody' }), ['badge'])
    assert.deepEqual(await fault({ per_day: 60 }), ['per_day'])
    assert.deepEqual(await fault({ act: 'ask_check' }), ['act'])
  })
  it('needs a second supervisor; then the officer goes on, for those days', async () => {
    await root.query(
      `insert into register.quota_use (officer_id, act, used_on, used_count, leased_count)
       values ($1, 'search', (now() at time zone 'Asia/Karachi')::date, 60, 60)`,
      [officerSaddar.officer_id],
    )
    assert.equal((await search()).status, 429)
    const { approval_id } = (await propose()).body as { approval_id: string }
    const { shown_hash } = (await me.api.get(`/approvals/${approval_id}`)).body as { shown_hash: string }
    assert.equal((await me.api.post(`/approvals/${approval_id}/approve`, { shown_hash })).status, 403)
    // The Bureau has one supervisor in these tests; a colleague takes such a posting.
    await as.bureauOfficerTwo.token()
    await root.query(
      `update access.session set role = 'bureau_supervisor' where officer_id = $1 and ended_at is null`,
      [as.bureauOfficerTwo.officer_id],
    )
    const approved = await as.bureauOfficerTwo.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
    assert.equal(approved.status, 200, approved.text)
    assert.equal((await search()).status, 201)
    const { rows } = await root.query('select per_day, to_on - from_on as days from register.quota_raise')
    assert.deepEqual(rows, [{ per_day: 90, days: 2 }])
  })
})
