import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { UndecidedList } from '../../contract/breaches.ts'
import { given } from '../../tests/support/given.ts'
import { type GivenFacts, givenFacts } from '../../tests/support/given-facts.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { refreshDuties } from '../duties/project.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root, clock, program } = register
clock.set('2025-09-20T06:00:00Z')

const DUTY = { duty: 'confirm_in_person', key: '1.1' }
/** Released 3 Mar 2025, told that day, due in person on 3 Sep 2025 and not seen since. */
async function late(facts: GivenFacts = {}) {
  const person = await given.person(register, {
    custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }],
  })
  await givenFacts(register, person.person_id, { served_at: '2025-03-03T05:00:00Z', ...facts })
  return person
}
const closeDesk = (on: string, to_on: string) =>
  root.query(
    `insert into register.closed_desk (closed_desk_id, station_id, from_on, to_on, cause, recorded_by) values ($1, 'pb_multan_saddar', $2, $3, 'flood', $4) returning closed_desk_id`,
    [randomUUID(), on, to_on, as.shoSaddar.officer_id],
  )
/** Decided not to refer, and signed off. */
async function spared() {
  const { person_id } = await late()
  const { body } = await as.officerSaddar.api.post(`/people/${person_id}/breaches`, DUTY)
  const { breach_id } = body as { breach_id: string }
  const asked = { decision: 'not_refer', ground: 'unwell', reason: 'Fever.' }
  const reply = await as.officerSaddar.api.post(`/breaches/${breach_id}/decisions`, asked)
  const { approval_id } = reply.body as { approval_id: string }
  // The database judges expiry by its own clock, which no test moves.
  await root.query(`update register.approval set expires_at = '2099-01-01'`)
  const shown = await as.shoSaddar.api.get(`/approvals/${approval_id}`)
  const { shown_hash } = shown.body as { shown_hash: string }
  assert.equal((await as.shoSaddar.api.post(`/approvals/${approval_id}/approve`, { shown_hash })).status, 200)
  return { person_id }
}

describe('the list of the undecided', () => {
  const listed = async (who: As) => (await who.api.get('/breaches')).body as UndecidedList
  it('holds everybody whose lapse is past the limit and undecided, and nobody else', async () => {
    clock.set('2025-12-20T06:00:00Z')
    const expected = new Set<string>()
    const others: string[] = []
    const lives: GivenFacts[] = [
      {},
      { served_at: '2025-08-30T05:00:00Z' },
      { hospital: [{ from_on: '2025-09-01', to_on: '2025-09-10' }] },
      { notices: [{ duty: 'confirm_in_person', received_at: '2025-09-20T05:00:00Z' }] },
      { changes: [{ kind: 'address', on: '2025-10-01' }] },
    ]
    const quiet: GivenFacts[] = [
      { notices: [{ duty: 'confirm_in_person', received_at: '2025-09-01T05:00:00Z' }] },
      { hospital: [{ from_on: '2025-09-01', to_on: null }] },
    ]
    for (const life of lives) expected.add((await late(life)).person_id)
    for (const life of quiet) others.push((await late(life)).person_id)
    const list = await listed(as.officerSaddar)
    const found = new Set(list.lapses.map(({ person_id }) => person_id))
    assert.deepEqual(
      [...expected].filter((id) => !found.has(id)),
      [],
    )
    assert.deepEqual(
      others.filter((id) => found.has(id)),
      [],
    )
    assert.deepEqual([list.stale_count, list.count], [0, list.lapses.length])
    clock.set('2025-09-20T06:00:00Z')
  })
  it('notices what a calendar changed after the projection was made', async () => {
    clock.set('2025-12-20T06:00:00Z')
    const { rows } = await closeDesk('2025-09-03', '2025-12-01')
    const { person_id } = await late()
    await asActor(program.database, await as.officerSaddar.token(), (tx) =>
      refreshDuties(tx, [person_id], clock.now()),
    )
    const has = async () => (await listed(as.officerSaddar)).lapses.some((one) => one.person_id === person_id)
    assert.equal(await has(), false)
    await root.query('update register.closed_desk set superseded_at = now() where closed_desk_id = $1', [
      rows[0].closed_desk_id,
    ])
    assert.equal(await has(), true)
    clock.set('2025-09-20T06:00:00Z')
  })
  it('leaves out what was decided, and counts by station for a district and by district for the nation', async () => {
    const [decided, waiting] = [await spared(), await late()]
    clock.set('2025-12-20T06:00:00Z')
    const list = await listed(as.dpoMultan)
    const about = (id: string) =>
      list.lapses.some((one) => one.person_id === id && one.due_on === '2025-09-03')
    assert.deepEqual([about(decided.person_id), about(waiting.person_id)], [false, true])
    assert.deepEqual(
      list.by_place.map(({ place_id }) => place_id),
      ['pb_multan_saddar'],
    )
    assert.ok((await listed(as.bureauOfficer)).by_place.some(({ place_id }) => place_id === 'pb_multan'))
    clock.set('2025-09-20T06:00:00Z')
  })
  it('says of each that the gate refuses why, and from when it may be decided', async () => {
    const [told_late, never_seen] = [await late({ served_at: '2025-08-30T05:00:00Z' }), await late()]
    clock.set('2025-12-20T06:00:00Z')
    const { lapses } = await listed(as.officerSaddar)
    const of = (id: string) => lapses.find((one) => one.person_id === id && one.due_on === '2025-09-03')
    assert.deepEqual(
      [told_late, never_seen].map(({ person_id }) => [
        of(person_id)?.refused_by?.code ?? null,
        of(person_id)?.openable.when,
      ]),
      [
        ['served_too_late', 'never'],
        [null, 'now'],
      ],
    )
    assert.match((await as.officerSaddar.page('/breaches')).text, /For this date it will never be decided/)
    clock.set('2025-09-20T06:00:00Z')
  })
  it('goes on by key', async () => {
    clock.set('2025-12-20T06:00:00Z')
    const all = await listed(as.officerSaddar)
    const [first] = all.lapses
    assert.ok(first)
    const after = [first.due_on, first.person_id, first.duty, first.key].join('|')
    const reply = await as.officerSaddar.api.get(`/breaches?after=${encodeURIComponent(after)}`)
    assert.deepEqual((reply.body as UndecidedList).lapses, all.lapses.slice(1))
    assert.equal((await as.officerSaddar.api.get('/breaches?after=x')).status, 404)
    clock.set('2025-09-20T06:00:00Z')
  })
})

describe('what an officer writes about a lapse', () => {
  it('is not taken where it may tell who the survivor is: neither a note nor a reason', async () => {
    const { person_id } = await late()
    const named = 'went to victim Ayesha'
    const visit = { ...DUTY, kind: 'visit', made_on: '2025-09-15', outcome: 'spoke', note: named }
    const { body } = await as.officerSaddar.api.post(`/people/${person_id}/breaches`, DUTY)
    const at = `/breaches/${(body as { breach_id: string }).breach_id}/decisions`
    const decision = { decision: 'not_refer', ground: 'unwell', reason: named }
    const replies = [
      await as.officerSaddar.api.post(`/people/${person_id}/contacts`, visit),
      await as.officerSaddar.api.post(at, decision),
    ]
    const fields = replies.map((reply) => (reply.body as { fields?: { field: string }[] }).fields?.[0]?.field)
    assert.deepEqual(fields, ['note', 'reason'])
  })
})

describe('GET /breaches', () => {
  provesAccess(
    () => register,
    () => ({
      method: 'GET',
      path: () => '/breaches',
      allowed: as.officerSaddar,
      elsewhere: as.investigatorMultan,
      event: 'breach.listed',
    }),
  )
})
