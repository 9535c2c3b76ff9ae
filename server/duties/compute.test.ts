import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { asActor, type RegisterTx } from '../platform/database.ts'
import { computeDuties } from './compute.ts'
import { refreshDuties } from './project.ts'

const register = await openTestRegister()
const { program, as, root, clock } = register
clock.set('2025-09-10T06:00:00Z')

const asStation = async <T>(work: (tx: RegisterTx) => Promise<T>) =>
  asActor(program.database, await as.officerSaddar.token(), (tx) => work(tx))
const compute = async (person_id: string, on: string) => {
  const computed = await asStation((tx) => computeDuties(tx, [person_id], on))
  const one = computed.get(person_id)
  assert.ok(one)
  return one
}
/** Convicted 11 Feb 2025 and released 3 Mar 2025. */
const released = () => given.person(register, { custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] })

describe('the duties of a person of the register', () => {
  it('come from his rows, as the example of the rules', async () => {
    const { person_id } = await released()
    await givenFacts(register, person_id, {
      served_at: '2025-03-03T05:00:00Z',
      changes: [{ change_id: '00000000-0000-4000-8000-000000000001', kind: 'address', on: '2025-06-10' }],
      notices: [
        {
          duty: 'notify_address_change',
          about: '00000000-0000-4000-8000-000000000001',
          received_at: '2025-06-16T06:20:00Z',
        },
        { duty: 'confirm_in_person', received_at: '2025-08-27T04:00:00Z' },
      ],
    })
    const { result, exceptions } = await compute(person_id, '2025-09-10')
    assert.deepEqual(
      result.duties.map(({ duty, due_on, state }) => [duty, due_on, state]),
      [
        ['notify_address_change', '2025-06-17', 'met'],
        ['confirm_in_person', '2025-09-03', 'met'],
        ['confirm_in_person', '2026-03-03', 'not_due'],
      ],
    )
    assert.deepEqual([result.standing, exceptions], ['compliant', []])
  })
  it('are an exception from the day of release while nobody told him', async () => {
    const { person_id } = await released()
    assert.deepEqual((await compute(person_id, '2025-03-02')).exceptions, [])
    assert.deepEqual((await compute(person_id, '2025-03-03')).exceptions, ['not_served'])
  })
  it('are an exception where he is imprisoned and nobody knows since when', async () => {
    const { person_id } = await given.person(register, { custody: [] })
    await givenFacts(register, person_id, { served_at: '2025-03-03T05:00:00Z' })
    assert.deepEqual((await compute(person_id, '2025-09-10')).exceptions, ['custody_unknown'])
  })
  it('roll by closed desks of his station and of the country, not of another station', async () => {
    const { person_id } = await released()
    await givenFacts(register, person_id, { served_at: '2025-03-03T05:00:00Z' })
    const due = async () => (await compute(person_id, '2025-09-10')).result.duties[0]?.due_on
    const close = (station_id: string | null, from_on: string, to_on: string) =>
      root.query(
        `insert into register.closed_desk (closed_desk_id, station_id, from_on, to_on, cause, recorded_by)
         values (gen_random_uuid(), $1, $2, $3, 'flood', $4)`,
        [station_id, from_on, to_on, as.bureauOfficer.officer_id],
      )
    assert.equal(await due(), '2025-09-03')
    await close('pb_vehari_city', '2025-09-03', '2025-09-06')
    assert.equal(await due(), '2025-09-03')
    await close('pb_multan_saddar', '2025-09-03', '2025-09-05')
    assert.equal(await due(), '2025-09-05')
    await close(null, '2025-09-05', '2025-09-06')
    assert.equal(await due(), '2025-09-06')
    await root.query('update register.closed_desk set superseded_at = now()')
    assert.equal(await due(), '2025-09-03')
  })
  it('leave out facts that were struck out', async () => {
    const { person_id } = await released()
    await givenFacts(register, person_id, {
      served_at: '2025-03-03T05:00:00Z',
      notices: [{ duty: 'confirm_in_person', received_at: '2025-08-27T04:00:00Z' }],
    })
    await root.query('update register.notice set superseded_at = now() where person_id = $1', [person_id])
    assert.equal((await compute(person_id, '2025-09-10')).result.duties[0]?.state, 'overdue')
  })
  it('of somebody of another district are not to be had', async () => {
    const { person_id } = await given.person(register, { station_id: 'pb_vehari_city' })
    assert.equal((await asStation((tx) => computeDuties(tx, [person_id], '2025-09-10'))).size, 0)
  })
})

describe('the projection', () => {
  it('holds what the engine says, and is made anew with the facts', async () => {
    const { person_id } = await released()
    await givenFacts(register, person_id, { served_at: '2025-03-03T05:00:00Z' })
    const refresh = () => asStation((tx) => refreshDuties(tx, [person_id], clock.now()))
    const read = async () => {
      const due = await root.query(
        'select duty, key, due_on::text, met from register.duty_due where person_id = $1 order by due_on',
        [person_id],
      )
      const standing = await root.query(
        'select standing, next_due_on::text, exceptions from register.duty_standing where person_id = $1',
        [person_id],
      )
      return [due.rows.map((row) => [row.key, row.due_on, row.met]), standing.rows[0]]
    }
    await refresh()
    assert.deepEqual(await read(), [
      [
        ['1.1', '2025-09-03', null],
        ['1.2', '2026-03-03', null],
      ],
      { standing: 'late', next_due_on: '2025-09-03', exceptions: [] },
    ])
    await givenFacts(register, person_id, {
      notices: [{ duty: 'confirm_in_person', received_at: '2025-09-09T04:00:00Z' }],
    })
    await refresh()
    assert.deepEqual(await read(), [
      [
        ['1.1', '2025-09-03', 'met_late'],
        ['1.2', '2026-03-03', null],
      ],
      { standing: 'compliant', next_due_on: '2026-03-03', exceptions: [] },
    ])
  })
})
