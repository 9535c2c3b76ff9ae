import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CLOSED_DESKS } from '../../contract/instruments.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as } = register
const asked = (more: object = {}) => ({
  ...{
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
  const { shown_hash } = (await as.legalOfficer.api.get(`/approvals/${approval_id}`)).body as {
    shown_hash: string
  }
  return who.api.post(`/approvals/${approval_id}/${act}`, { shown_hash, reason: 'read it' })
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
    const later = await propose({ desk: 'prison', from_on: '2090-01-01' })
    assert.equal((await decide(as.bureauSupervisor, later)).status, 200)
    for (const desk of CLOSED_DESKS) assert.equal(await seen(as.bureauSupervisor, desk), 404, desk)
  })
  it('is not opened by who proposed it, nor by an officer of the Bureau', async () => {
    const id = await propose()
    assert.notEqual((await decide(as.legalOfficer, id)).status, 200)
    assert.equal((await decide(as.bureauOfficer, id)).status, 404)
  })
  it('is opened by the instrument that a supervisor approved, that one desk alone', async () => {
    assert.equal((await decide(as.bureauSupervisor, await propose())).status, 200)
    assert.deepEqual(
      [await seen(as.bureauSupervisor, 'court'), await seen(as.bureauSupervisor, 'border')],
      [200, 404],
    )
    assert.equal(await seen(as.investigatorMultan, 'court'), 404)
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
