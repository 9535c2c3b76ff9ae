import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { type Given, given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { givenLink } from '../../tests/support/given-match.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { asActor, type RegisterTx } from '../platform/database.ts'
import { recompute } from '../recompute/recompute.ts'
import { computeDuties } from './compute.ts'
import { refreshDuties } from './project.ts'

const ON = '2026-11-20'
const register = await openTestRegister()
const { program, as, root, clock, url } = register
clock.set(`${ON}T06:00:00Z`)

const actingAs = async <T>(who: As, work: (tx: RegisterTx) => Promise<T>) =>
  asActor(program.database, await who.token(), (tx) => work(tx))
const compute = (who: As, { person_id }: Given) =>
  actingAs(who, async (tx) => (await computeDuties(tx, [person_id], ON)).get(person_id))
const refresh = (who: As, ...people: Given[]) =>
  actingAs(who, (tx) =>
    refreshDuties(
      tx,
      people.map(({ person_id }) => person_id),
      clock.now(),
    ),
  )
const projected = async ({ person_id }: Given) => {
  const { rows: due } = await root.query(
    'select duty, due_on::text, met from register.duty_due where person_id = $1 order by duty, due_on',
    [person_id],
  )
  const { rows } = await root.query(
    'select status, ends_on::text, next_due_on::text, exceptions from register.duty_standing where person_id = $1',
    [person_id],
  )
  return { due, standing: rows[0] }
}

/** Two records of one man, in two provinces: released in 2025, and once more in 2026. */
const inMultan = await given.person(register, { custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] })
const inVehari = await given.person(register, {
  station_id: 'pb_vehari_city',
  custody: [{ from_on: '2025-05-01', to_on: '2026-01-10' }],
})
const stranger = await given.person(register, { custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] })
const moved = { kind: 'address', on: '2026-06-10' } as const
const served_at = '2025-03-03T05:00:00Z'
const { change_ids: in_multan } = await givenFacts(register, inMultan.person_id, {
  served_at,
  changes: [moved],
})
await givenFacts(register, stranger.person_id, { served_at, changes: [moved] })
const { change_ids } = await givenFacts(register, inVehari.person_id, { changes: [moved] })
const before = [await compute(as.bureauOfficer, inMultan), await compute(as.bureauOfficer, inVehari)]
await refresh(as.bureauOfficer, inMultan, inVehari, stranger)
await givenLink(register, inVehari, inMultan)

describe('two records that are of one person', () => {
  it('owe together, each duty once, for the longest of the periods', async () => {
    const [one, other] = [
      await compute(as.bureauOfficer, inMultan),
      await compute(as.bureauOfficer, inVehari),
    ]
    assert.deepEqual(one?.result.duties, other?.result.duties)
    assert.deepEqual(one?.record_ids, [inMultan.person_id, inVehari.person_id])
    const moves = one?.result.duties.filter(({ duty }) => duty === 'notify_address_change')
    assert.deepEqual(
      moves?.map(({ key, state }) => [key, state]),
      [[in_multan[0], 'overdue']],
    )
    // Time inside for the second conviction lengthens the first: a day later for every day.
    const ends = [...before, one].map((each) => each?.result.registration.ends_on ?? '')
    assert.ok((ends[2] ?? '') > (ends[0] ?? '') && (ends[2] ?? '') >= (ends[1] ?? ''), ends.join(' '))
  })
  it('are computed the same by a station that sees one of them, and by the other calculator', async () => {
    const [theirs, whole] = [await compute(as.shoVehari, inVehari), await compute(as.bureauOfficer, inVehari)]
    assert.deepEqual(theirs?.result, whole?.result)
    assert.equal(await compute(as.shoVehari, inMultan), undefined)
    await refresh(as.bureauOfficer, inMultan, inVehari)
    const found = await recompute(url('postgres'), ON)
    assert.deepEqual([found.differences, found.projections], [[], []])
  })
  it('stand in the lists once, with the older record, and its date moves when the other office takes a notice', async () => {
    const [kept, other] = [await projected(inMultan), await projected(inVehari)]
    assert.deepEqual([other.due, other.standing?.next_due_on, other.standing?.exceptions], [[], null, []])
    assert.deepEqual(other.standing?.ends_on, kept.standing?.ends_on)
    const isMoved = ({ duty }: { duty: string }) => duty === 'notify_address_change'
    assert.deepEqual(
      kept.due.filter(isMoved).map(({ met }) => met),
      [null],
    )
    await givenFacts(register, inVehari.person_id, {
      notices: [
        { duty: 'notify_address_change', about: change_ids[0] ?? '', received_at: '2026-06-14T05:00:00Z' },
      ],
    })
    await refresh(as.shoVehari, inVehari)
    const now = await projected(inMultan)
    assert.deepEqual(
      now.due.filter(isMoved).map(({ met }) => met),
      ['met'],
    )
    const found = await recompute(url('postgres'), ON)
    assert.deepEqual([found.differences, found.projections], [[], []])
  })
  it('let nobody write of a person who is not of theirs', async () => {
    const row = {
      person_id: stranger.person_id,
      status: 'void',
      standing: 'void',
      exceptions: [],
      computed_on: ON,
      generation: 0,
    }
    const writing = actingAs(as.shoVehari, async (tx) => {
      await sql`select register.project_united(${JSON.stringify([row])}::jsonb, '[]'::jsonb)`.execute(tx)
    })
    await assert.rejects(writing, { code: 'AM005' })
  })
  it('owe again what each owed alone once they are taken apart', async () => {
    await givenLink(register, inVehari, inVehari)
    await refresh(as.bureauOfficer, inMultan, inVehari)
    const [one, other] = [
      await compute(as.bureauOfficer, inMultan),
      await compute(as.bureauOfficer, inVehari),
    ]
    assert.deepEqual(one?.result.duties, before[0]?.result.duties)
    assert.deepEqual(other?.result.registration, before[1]?.result.registration)
    assert.deepEqual(other?.record_ids, [inVehari.person_id])
    const found = await recompute(url('postgres'), ON)
    assert.deepEqual([found.differences, found.projections], [[], []])
  })
})
