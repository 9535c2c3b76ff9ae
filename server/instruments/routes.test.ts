import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { CLOSED_DESKS } from '../../contract/instruments.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root } = register
// Two supervisors, for two approvals.
await root.query(`update access.posting set role = 'bureau_supervisor' where officer_id = $1`, [
  as.bureauOfficerTwo.officer_id,
])
const [FIRST, SECOND] = [as.bureauSupervisor, as.bureauOfficerTwo]
const asked = (more: object = {}) => ({
  ...{
    act: 'open',
    desk: 'court',
    instrument_number: 'S.R.O. 900(I)/2026',
    dated_on: '2026-01-05',
    from_on: '2026-01-05',
  },
  ...{ text_sha256: 'a'.repeat(64), reason: 'Notified; the text is in the file', ...more },
})
const propose = async (more: object = {}) => {
  const reply = await as.legalOfficer.api.post('/instruments', asked(more))
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { approval_id: string }).approval_id
}
const decide = async (who: As, approval_id: string, act = 'approve') => {
  const { shown_hash } = (await FIRST.api.get(`/approvals/${approval_id}`)).body as { shown_hash: string }
  return who.api.post(`/approvals/${approval_id}/${act}`, { shown_hash, reason: 'read it' })
}
/** The proposal that the first approval puts before the second supervisor. */
const secondOf = async (first: string) => {
  const { rows } = await root.query(
    `select approval_id from register.approval where subject_id = (select subject_id from register.approval where approval_id = $1)
        and approval_id <> $1`,
    [first],
  )
  return rows[0]?.approval_id as string
}
/** Approved by both supervisors. */
const approved = async (id: string) => {
  assert.equal((await decide(FIRST, id)).status, 200)
  const second = await decide(SECOND, await secondOf(id))
  assert.equal(second.status, 200, second.text)
}
const seen = async (who: As, desk: string) => (await who.api.get(`/desks/${desk}`)).status

describe('a closed desk', () => {
  it('does not exist for anybody while no instrument opens it', async () => {
    for (const who of [as.bureauSupervisor, as.legalOfficer, as.investigatorMultan, as.administrator])
      for (const desk of CLOSED_DESKS) assert.equal(await seen(who, desk), 404, desk)
  })
  it('stays closed while the instrument waits, when it is refused, and until its day', async () => {
    const refused = await propose()
    assert.equal(await seen(as.bureauSupervisor, 'court'), 404)
    assert.equal((await decide(as.bureauSupervisor, refused, 'refuse')).status, 200)
    await approved(await propose({ desk: 'prison', from_on: '2090-01-01' }))
    for (const desk of CLOSED_DESKS) assert.equal(await seen(as.bureauSupervisor, desk), 404, desk)
  })
  it('is not opened by who proposed it, nor by an officer of the Bureau', async () => {
    const id = await propose()
    assert.notEqual((await decide(as.legalOfficer, id)).status, 200)
    assert.equal((await decide(as.bureauOfficer, id)).status, 404)
  })
  it('stays closed after one approval: the same supervisor cannot give the second, in the application or past it', async () => {
    const id = await propose()
    assert.equal((await decide(FIRST, id)).status, 200)
    for (const desk of CLOSED_DESKS) assert.equal(await seen(FIRST, desk), 404, desk)
    const second = await secondOf(id)
    assert.equal((await decide(FIRST, second)).status, 403)
    const { shown_hash } = (await SECOND.api.get(`/approvals/${second}`)).body as { shown_hash: string }
    await assert.rejects(
      asActor(register.program.database, await FIRST.token(), (tx) =>
        tx
          .insertInto('register.approval_decision')
          .values({
            ...{ approval_id: second, proposed_by: FIRST.officer_id, decided_by: FIRST.officer_id },
            ...{ decision: 'approved', shown_hash: Buffer.from(shown_hash, 'hex') },
          })
          .execute(),
      ),
      /nobody_approves_his_own/,
    )
    await assert.rejects(
      asActor(register.program.database, await FIRST.token(), (tx) =>
        tx
          .insertInto('register.legal_instrument')
          .values({
            ...{ instrument_id: randomUUID(), act: 'open', desk: 'court', instrument_number: '1' },
            ...{ dated_on: '2026-01-05', from_on: '2026-01-05', text_hash: Buffer.alloc(32) },
            ...{ approval_id: id, second_approval_id: null },
          })
          .execute(),
      ),
      /row-level security/,
    )
    assert.equal((await decide(SECOND, second, 'refuse')).status, 200)
    assert.equal(await seen(FIRST, 'court'), 404, 'the second may refuse what the first approved')
  })
  it('is opened by the instrument that two supervisors approved, that one desk alone', async () => {
    await approved(await propose())
    assert.deepEqual([await seen(FIRST, 'court'), await seen(FIRST, 'border')], [200, 404])
    assert.equal(await seen(as.investigatorMultan, 'court'), 404)
  })
  it('is closed again the same way, by two, and not before', async () => {
    const closed = await as.legalOfficer.api.post('/instruments', asked({ act: 'repeal', desk: 'border' }))
    assert.equal(closed.status, 400, 'a desk that is closed has nothing to repeal')
    await approved(await propose({ desk: 'prison' }))
    assert.equal(await seen(FIRST, 'prison'), 200)
    const id = await propose({ act: 'repeal', desk: 'prison', from_on: '2026-01-06' })
    assert.equal((await decide(FIRST, id)).status, 200)
    assert.equal(await seen(FIRST, 'prison'), 200, 'one approval closes nothing')
    assert.equal((await decide(SECOND, await secondOf(id))).status, 200)
    assert.equal(await seen(FIRST, 'prison'), 404)
    assert.equal(await seen(FIRST, 'court'), 200)
  })
  it('is not opened before the instrument was made', async () => {
    const reply = await as.legalOfficer.api.post('/instruments', asked({ from_on: '2026-01-04' }))
    assert.equal(reply.status, 400)
  })
})

describe('an open desk', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => '/desks/court', event: 'desk.seen' },
      ...{ allowed: as.bureauSupervisor, elsewhere: as.shoSaddar },
    }),
  )
})
describe('proposing an instrument', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => '/instruments', body: asked, status: 201 },
      ...{ event: 'instrument.proposed', allowed: as.legalOfficer, elsewhere: as.bureauSupervisor },
    }),
  )
})
