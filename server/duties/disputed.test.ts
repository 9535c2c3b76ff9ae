import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { PersonDuties } from '../../contract/duties.ts'
import { given } from '../../tests/support/given.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'
import { listDisputed } from './disputed.ts'

const register = await openTestRegister()
const { as, root, program } = register

describe('a person about whom the calculators differ', () => {
  it('is disputed until they agree again; another kind of doubt is no dispute', async () => {
    const people = await Promise.all(['a', 'b', 'c'].map(() => given.person(register)))
    const [open, closed, other] = people.map(({ person_id }) => person_id)
    const rows = [
      [open, 'calculators_differ', null],
      [closed, 'calculators_differ', '2026-01-02'],
      [other, 'projection_differs', null],
    ]
    for (const [person_id, kind, closed_at] of rows)
      await root.query(
        `insert into register.duty_exception (exception_id, person_id, kind, detail, closed_at) values ($1, $2, $3, '{}', $4)`,
        [randomUUID(), person_id, kind, closed_at],
      )
    const ids = people.map(({ person_id }) => person_id)
    const found = await asActor(program.database, await as.officerSaddar.token(), (tx) =>
      listDisputed(tx, ids),
    )
    assert.deepEqual([...found], [open])
    const isFrozen = async (person_id = '') => {
      await as.officerSaddar.api.post(`/people/${person_id}/looks`, {
        purpose: 'supervision',
        case_reference: '1',
      })
      return ((await as.officerSaddar.api.get(`/people/${person_id}/duties`)).body as PersonDuties).is_frozen
    }
    assert.deepEqual([await isFrozen(open), await isFrozen(closed)], [true, false])
  })
})
