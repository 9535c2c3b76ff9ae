import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AuditReply } from '../../contract/audit.ts'
import { given } from '../../tests/support/given.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'

const r = await openTestRegister()
const { auditor, bureauOfficer } = r.as
const bashir = await given.person(r)

describe('the audit console', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: () => '/audit', event: 'audit.viewed' },
      ...{ allowed: auditor, elsewhere: bureauOfficer },
    }),
  )

  it('says in words what was done and why it was refused', async () => {
    await bureauOfficer.api.get(`/people/${bashir.person_id}`) // without a purpose
    await bureauOfficer.api.get('/officers')
    const { text } = await auditor.page('/audit')
    assert.ok(text.includes('opened a record'))
    assert.ok(text.includes('Say why you are looking'))
    assert.ok(!text.includes('person.seen</a>') && !text.includes('forbid-without-purpose'))
    const { events } = (await auditor.api.get('/audit?action=person.seen')).body as AuditReply
    assert.match(events[0]?.gloss?.en ?? '', /^Say why you are looking/)
    const none = (await auditor.api.get('/audit?action=officer.listed')).body as AuditReply
    assert.match(none.events[0]?.gloss?.en ?? '', /^Your role does not include this act/)
  })

  it('is filtered by a form in words, of which a part may be left empty', async () => {
    const { text } = await auditor.page('/audit?choose=acts')
    assert.ok(text.includes('<option value="person.seen">opened a record</option>'))
    const found = await auditor.page('/audit?action=&outcome=refused')
    assert.deepEqual([found.status, found.text.includes('<option')], [200, false])
    assert.equal((await auditor.api.get('/audit?action=no.such_act')).status, 400)
  })
})
