import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from '../../tests/support/given.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { recompute } from './recompute.ts'

const register = await openTestRegister()
const { root, url } = register
const ON = '2026-11-20'
const { person_id } = await given.person(register)
await given.person(register)

const openKinds = async () => {
  const { rows } = await root.query(
    'select kind from register.duty_exception where person_id = $1 and closed_at is null order by kind',
    [person_id],
  )
  return rows.map(({ kind }) => kind)
}
const openDispute = () =>
  root.query(
    `insert into register.duty_exception (exception_id, person_id, kind) values (gen_random_uuid(), $1, 'calculators_differ')`,
    [person_id],
  )

describe('recomputing the register', () => {
  it('computes everybody by both calculators, and closes the exception of whoever they agree on again', async () => {
    await openDispute()
    const found = await recompute(url('postgres'), ON)
    assert.deepEqual([found.compared, found.differences, await openKinds()], [2, [], []])
  })
  it('finds a projection that is not what is computed, until it is made anew', async () => {
    await root.query(
      `insert into register.duty_standing (person_id, status, standing, computed_on, generation)
       select $1, 'active', 'compliant', $2, coalesce((select max(generation) from register.duty_generation), 0)
       on conflict (person_id) do update set standing = 'compliant', starts_on = '2001-01-01', computed_on = $2,
         generation = excluded.generation`,
      [person_id, ON],
    )
    assert.deepEqual((await recompute(url('postgres'), ON)).projections, [person_id])
    assert.deepEqual(await openKinds(), ['projection_differs'])
    await root.query('delete from register.duty_standing where person_id = $1', [person_id])
    assert.deepEqual((await recompute(url('postgres'), ON)).projections, [])
    assert.deepEqual(await openKinds(), [])
  })
  it('goes on after the last person of a run that was broken off', async () => {
    const { rows } = await root.query('select person_id from register.person order by person_id limit 1')
    await root.query(
      'insert into register.recompute_run (run_id, computed_on, last_person_id, compared_count) values (gen_random_uuid(), $1, $2, 1)',
      [ON, rows[0].person_id],
    )
    let calls = 0
    const found = await recompute(url('postgres'), ON, () => {
      calls += 1
    })
    assert.deepEqual([found.compared, calls], [2, 1])
  })
})
