import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from '../../tests/support/given.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'
import { openDataKey } from '../platform/keys.ts'
import { listStaleCards, refreshCard } from './card.ts'

const register = await openTestRegister()
const { program, as, root } = register

const asBureau = async <T>(work: Parameters<typeof asActor<T>>[2]) =>
  asActor(program.database, await as.bureauOfficer.token(), work)

describe('the card of a person', () => {
  it('is found stale when a name changed behind it, and is renewed from the rows', async () => {
    const { person_id, name_ids } = await given.person(register)
    const stale = () => asBureau((tx) => listStaleCards(tx, program.keyring, [person_id]))
    assert.deepEqual(await stale(), [])
    await root.query('update register.person_name set superseded_at = now() where name_id = $1', [
      name_ids[0],
    ])
    assert.deepEqual(await stale(), [person_id])
    const { rows } = await root.query(
      'select wrapped_key, kek_id from register.person where person_id = $1',
      [person_id],
    )
    const key = openDataKey(program.keyring, person_id, rows[0])
    assert.ok(key)
    await asBureau((tx) => refreshCard(tx, program.keyring, key, person_id))
    assert.deepEqual(await stale(), [])
  })
  it('cannot be renewed by a district', async () => {
    const { person_id } = await given.person(register)
    const { rows } = await root.query(
      'select wrapped_key, kek_id, card_enc from register.person where person_id = $1',
      [person_id],
    )
    const key = openDataKey(program.keyring, person_id, rows[0])
    assert.ok(key)
    const token = await as.prosecutorMultan.token()
    await assert.rejects(
      asActor(program.database, token, (tx) => refreshCard(tx, program.keyring, key, person_id)),
      { code: 'AM005' },
    )
    const after = await root.query('select card_enc from register.person where person_id = $1', [person_id])
    assert.deepEqual(after.rows[0].card_enc, rows[0].card_enc)
  })
})
