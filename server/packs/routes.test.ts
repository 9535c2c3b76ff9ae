import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { givenSimulation } from '../../tests/support/simulating.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { asActor } from '../platform/database.ts'

const r = await openTestRegister()
const { legalOfficer: drafter, bureauSupervisor: supervisor, bureauOfficer } = r.as

type Listed = {
  packs: { pack_id: string; pack: string; in_force: { in_force_id: string; is_reversed: boolean }[] }[]
}
type Fields = { fields: { field: string; code: string }[] }
const listed = async (by: As = drafter) => ((await by.api.get('/packs')).body as Listed).packs
const idOf = async (name: string) => (await listed()).find(({ pack }) => pack === name)?.pack_id ?? ''

let count = 0
async function begin(): Promise<string> {
  count += 1
  const based_on_id = await idOf('pk-assumed')
  const body = { based_on_id, pack: `trial-${count}`, title_en: 'A trial', title_ur: 'آزمائش' }
  const reply = await drafter.api.post('/packs', body)
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { pack_id: string }).pack_id
}
const value = (more: object = {}) => ({
  ...{ name: 'period_years', value: '7', basis: 'REGISTER-ASSUMPTIONS', status: 'assumed' },
  ...{ reason_en: 'To try it.', reason_ur: 'آزمانے کے لیے۔', ...more },
})
async function proposed(path: string, body: object): Promise<string> {
  const reply = await drafter.api.post(path, body)
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { approval_id: string }).approval_id
}
/** Simulated from the day, then proposed from it. */
async function proposedFrom(pack_id: string, from_on = FROM): Promise<string> {
  await givenSimulation(r, pack_id, from_on)
  return proposed(`/packs/${pack_id}/proposals`, { from_on, reason: 'a trial' })
}
async function approve(approval_id: string, by: As = supervisor) {
  const shown = (await by.api.get(`/approvals/${approval_id}`)).body as { shown_hash: string }
  return by.api.post(`/approvals/${approval_id}/approve`, { shown_hash: shown.shown_hash })
}
const inForce = async (on: string) =>
  asActor(r.program.database, await drafter.token(), async (tx) =>
    (await listPacksInForce(tx, on)).map(({ pack, values }) => [pack, values.period_years.value]),
  )
const FROM = '2099-03-01'

// Before the first suite: node begins a suite while the file is still being read.
const base_id = await idOf('pk-assumed')
const draft_id = await begin()

describe('the list of packs', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: () => '/packs', allowed: bureauOfficer, elsewhere: r.as.officerSaddar },
      event: 'pack.listed',
    }),
  )
  it('begins with those that ship, the default one in force from the beginning', async () => {
    assert.deepEqual(
      (await listed())
        .map(({ pack }) => pack)
        .slice(0, 3)
        .sort(),
      ['draft-invented', 'pk-assumed', 'pk-bill-2022'],
    )
    assert.deepEqual(await inForce('2026-01-01'), [['pk-assumed', 10]])
  })
})
describe('one pack', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: async () => `/packs/${await idOf('pk-assumed')}`, allowed: drafter },
      ...{ elsewhere: r.as.officerSaddar, event: 'pack.viewed' },
    }),
  )
})
describe('beginning a pack', () => {
  provesAccess(
    () => r,
    () => ({
      ...{
        method: 'POST',
        path: () => '/packs',
        allowed: drafter,
        elsewhere: r.as.officerSaddar,
        status: 201,
      },
      body: () => ({ based_on_id: base_id, pack: 'proof', title_en: 'Proof', title_ur: 'ثبوت' }),
      event: 'pack.begun',
    }),
  )
  it('refuses a name that is taken, and an officer of the Bureau', async () => {
    const body = { based_on_id: base_id, pack: 'pk-assumed', title_en: 'Again', title_ur: 'دوبارہ' }
    const reply = await drafter.api.post('/packs', body)
    assert.deepEqual([reply.status, (reply.body as Fields).fields[0]?.field], [400, 'pack'])
    assert.equal((await bureauOfficer.api.post('/packs', { ...body, pack: 'other' })).status, 404)
  })
})
describe('changing a value', () => {
  provesAccess(
    () => r,
    () => ({
      ...{
        method: 'POST',
        path: () => `/packs/${draft_id}/values`,
        allowed: drafter,
        elsewhere: r.as.officerSaddar,
      },
      ...{ body: () => value(), status: 201, event: 'pack.changed' },
    }),
  )
  const wrong: readonly (readonly [string, object, string])[] = [
    ['without a text it rests on', { basis: 'NO-SUCH-LAW' }, 'basis'],
    ['out of bounds', { value: '700' }, 'value'],
    ['that is no number', { value: 'seven' }, 'value'],
    ['of a name nobody reads', { name: 'other' }, 'name'],
  ]
  for (const [what, more, field] of wrong)
    it(`refuses a value ${what}, naming the field`, async () => {
      const reply = await drafter.api.post(`/packs/${draft_id}/values`, value(more))
      assert.deepEqual([reply.status, (reply.body as Fields).fields[0]?.field], [400, field])
    })
  it('takes lists and hours as they are typed, and shows what was before', async () => {
    const pack_id = await begin()
    const typed = {
      closed_weekdays: 'friday, sunday',
      desk_hours: '09:00–15:00',
      custody_extends_period: 'false',
    }
    for (const [name, text] of Object.entries(typed)) {
      const reply = await drafter.api.post(`/packs/${pack_id}/values`, value({ name, value: text }))
      assert.equal(reply.status, 201, reply.text)
    }
    const { values } = (await drafter.api.get(`/packs/${pack_id}`)).body as {
      values: { name: string; value: string; before: string | null }[]
    }
    const shown = Object.fromEntries(values.map((one) => [one.name, [one.value, one.before]]))
    assert.deepEqual(shown['closed_weekdays'], ['friday, sunday', 'sunday'])
    assert.deepEqual(shown['desk_hours'], ['09:00–15:00', '08:00–16:00'])
    assert.deepEqual(shown['custody_extends_period'], ['false', 'true'])
    assert.deepEqual(shown['period_years'], ['10', null])
  })
  it('refuses to change a pack that ships', async () => {
    assert.equal((await drafter.api.post(`/packs/${base_id}/values`, value())).status, 409)
  })
})

describe('proposing a pack', () => {
  provesAccess(
    () => r,
    () => ({
      ...{
        method: 'POST',
        async path() {
          await givenSimulation(r, draft_id, FROM)
          return `/packs/${draft_id}/proposals`
        },
        allowed: drafter,
        elsewhere: r.as.officerSaddar,
      },
      ...{ body: () => ({ from_on: FROM, reason: 'a trial' }), status: 201, event: 'pack.proposed' },
    }),
  )
  it('is not possible for a day that has begun', async () => {
    const reply = await drafter.api.post(`/packs/${draft_id}/proposals`, {
      from_on: '2024-01-01',
      reason: 'late',
    })
    assert.deepEqual([reply.status, (reply.body as Fields).fields[0]?.field], [400, 'from_on'])
  })
  it('brings nothing into force until a supervisor approves; then it governs from its day, and is undone by two', async () => {
    const pack_id = await begin()
    await drafter.api.post(`/packs/${pack_id}/values`, value())
    const approval_id = await proposedFrom(pack_id)
    assert.deepEqual(await inForce(FROM), [['pk-assumed', 10]])
    assert.equal((await approve(approval_id, drafter)).status, 403)
    assert.equal((await bureauOfficer.api.get(`/approvals/${approval_id}`)).status, 404)
    assert.equal((await approve(approval_id)).status, 200)
    const name = `trial-${count}`
    assert.deepEqual(await inForce('2099-02-28'), [['pk-assumed', 10]])
    assert.deepEqual(await inForce(FROM), [
      ['pk-assumed', 10],
      [name, 7],
    ])
    assert.equal((await drafter.api.post(`/packs/${pack_id}/values`, value())).status, 409)
    const in_force_id = (await listed()).find((one) => one.pack_id === pack_id)?.in_force[0]?.in_force_id
    const undoing = await proposed(`/packs/${pack_id}/reversals`, { in_force_id, reason: 'a court said so' })
    assert.equal((await approve(undoing)).status, 200)
    assert.deepEqual(await inForce(FROM), [['pk-assumed', 10]])
  })
  const why = async (pack_id: string, from_on = FROM) => {
    const reply = await drafter.api.post(`/packs/${pack_id}/proposals`, { from_on, reason: 'a trial' })
    const [fault] = (reply.body as Fields).fields
    return [reply.status, fault?.field, fault?.code]
  }
  it('is refused without a simulation from that day, and with one of a draft that changed since', async () => {
    const pack_id = await begin()
    assert.deepEqual(await why(pack_id), [400, 'from_on', 'packs.fault.not_simulated'])
    await givenSimulation(r, pack_id, FROM)
    assert.deepEqual(await why(pack_id, '2099-03-02'), [400, 'from_on', 'packs.fault.not_simulated'])
    await drafter.api.post(`/packs/${pack_id}/values`, value())
    assert.deepEqual(await why(pack_id), [400, 'from_on', 'packs.fault.draft_changed'])
  })
  it('shows the second officer what the newest simulation found, and its hash', async () => {
    const approval_id = await proposedFrom(await begin())
    const { rows } = (await supervisor.api.get(`/approvals/${approval_id}`)).body as {
      rows: { field: string; after: string | null }[]
    }
    const shown = Object.fromEntries(rows.map(({ field, after }) => [field, after]))
    assert.deepEqual(
      [shown['enters_count'], shown['leaves_count'], shown['unchanged_count']],
      ['0', '0', '0'],
    )
    assert.match(shown['simulation_sha256'] ?? '', /^[0-9a-f]{64}$/)
  })
  it('is void once there is a newer simulation, or another pack came into force', async () => {
    const pack_id = await begin()
    const superseded = await proposedFrom(pack_id)
    const approval_id = await proposedFrom(pack_id)
    const code = async (id: string) => ((await approve(id)).body as { type: string }).type
    assert.match(await code(superseded), /simulation_stale/)
    assert.equal((await approve(await proposedFrom(await begin(), '2099-02-01'))).status, 200)
    assert.match(await code(approval_id), /simulation_stale/)
  })
  it('is void once the draft says something else than was shown', async () => {
    const pack_id = await begin()
    const approval_id = await proposedFrom(pack_id)
    await drafter.api.post(`/packs/${pack_id}/values`, value({ value: '3' }))
    assert.equal((await approve(approval_id)).status, 409)
  })
  it('has no way past the approval: the wall refuses the row', async () => {
    const inserting = asActor(r.program.database, await drafter.token(), (tx) =>
      tx
        .insertInto('register.pack_in_force')
        .values({
          ...{ in_force_id: crypto.randomUUID(), pack_id: draft_id, from_on: FROM, content: '{}' },
          ...{ sha256: Buffer.alloc(32), approval_id: null },
        })
        .execute(),
    )
    await assert.rejects(inserting, { code: '42501' })
  })
})
describe('undoing a pack', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'POST', path: () => `/packs/${undoable.pack_id}/reversals`, allowed: drafter },
      ...{ elsewhere: r.as.officerSaddar, status: 201, event: 'pack.proposed' },
      body: () => ({ in_force_id: undoable.in_force_id, reason: 'a court said so' }),
    }),
  )
})
const undoable = { pack_id: await begin(), in_force_id: '' }
await approve(await proposedFrom(undoable.pack_id, '2099-04-01'))
undoable.in_force_id =
  (await listed()).find((one) => one.pack_id === undoable.pack_id)?.in_force[0]?.in_force_id ?? ''
