import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { PersonSummary } from '../../contract/people.ts'
import { type Given, given } from '../../tests/support/given.ts'
import { givenLink, givenPair } from '../../tests/support/given-match.ts'
import { lastEvent } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root, program } = register
const PARTIAL = as.bureauOfficerTwo

/** Two records of one man, the older in Multan. */
async function two() {
  const [one, other] = [
    await given.person(register),
    await given.person(register, { station_id: 'pb_vehari_city' }),
  ]
  await givenLink(register, other, one)
  return [one, other] as const
}
const declare = (who: As, { person_id }: Given) =>
  root.query(
    "insert into register.conflict (officer_id, subject_id, reason_code) values ($1, $2, 'relative')",
    [...[who.officer_id, person_id]],
  )
const look = (who: As, { person_id }: Given) =>
  who.api.post(`/people/${person_id}/looks`, { purpose: 'registration', case_reference: 'Diary 7' })

/** An approval about a record, decided past the site: what the database itself says to it. */
async function decidePast(who: As, { person_id }: Given) {
  const approval_id = randomUUID()
  const hash = Buffer.alloc(32, 1)
  await root.query(
    `insert into register.approval (approval_id, kind, subject_id, audience, proposed_by, expires_at, shown_hash, shown_enc, kek_id)
     values ($1, 'correction', $2, 'bureau', $3, now() + interval '30 days', $4, $4, 'none')`,
    [approval_id, person_id, as.bureauOfficer.officer_id, hash],
  )
  await asActor(program.database, await who.token(), (tx) =>
    sql`insert into register.approval_decision (approval_id, proposed_by, decision, decided_by, shown_hash)
      values (${approval_id}, ${as.bureauOfficer.officer_id}, 'approved', ${who.officer_id}, ${hash})`.execute(
      tx,
    ),
  )
}

describe('who is partial about one record of a person', () => {
  it('is partial about all of them: looks, comparisons and decisions are another officer’s', async () => {
    const [one, other] = await two()
    assert.equal((await look(PARTIAL, other)).status, 201)
    await declare(PARTIAL, one)
    assert.equal((await look(PARTIAL, other)).status, 403)
    assert.equal(
      (await lastEvent(register, 'person.purpose_given', PARTIAL.officer_id))?.policy,
      'forbid-conflict',
    )
    const { match_pair_id } = await givenPair(register, other, await given.person(register))
    assert.equal((await PARTIAL.api.get(`/matches/${match_pair_id}`)).status, 403)
    await assert.rejects(decidePast(PARTIAL, other), /approval_conflict/)
    await decidePast(as.bureauSupervisor, other)
  })
  it('is not partial about him any more when they are parted, nor when the conflict was withdrawn', async () => {
    const [one, other] = await two()
    await declare(PARTIAL, one)
    await givenLink(register, other, other)
    assert.equal((await look(PARTIAL, other)).status, 201)
    assert.equal((await look(PARTIAL, one)).status, 403)
    await root.query(
      'update register.conflict set withdrawn_at = now(), withdrawal_id = (select approval_id from register.approval_decision limit 1) where subject_id = $1',
      [one.person_id],
    )
    assert.equal((await look(PARTIAL, one)).status, 201)
    await decidePast(PARTIAL, one)
  })
  it('learns of no officer but himself', async () => {
    const [one] = await two()
    await declare(as.bureauSupervisor, one)
    const asked = await asActor(program.database, await PARTIAL.token(), async (tx) => {
      const { rows } = await sql<{ told: boolean }>`
        select sec.is_partial(${as.bureauSupervisor.officer_id}, array[${one.person_id}]::uuid[]) as told`.execute(
        tx,
      )
      return rows[0]?.told
    })
    assert.equal(asked, false)
  })
})

describe('a closed record of a person', () => {
  it('is named to the Bureau, and not to the station of the other', async () => {
    const [one, other] = await two()
    await root.query('update register.person set closed_at = now() where person_id = $1', [other.person_id])
    const namedTo = async (who: As, purpose: string) => {
      await who.api.post(`/people/${one.person_id}/looks`, { purpose, case_reference: 'Diary 7' })
      const reply = await who.api.get(`/people/${one.person_id}`)
      assert.equal(reply.status, 200, reply.text)
      return (reply.body as PersonSummary).person.records.map(({ record_number }) => record_number)
    }
    assert.deepEqual(await namedTo(as.shoSaddar, 'supervision'), [])
    assert.deepEqual(await namedTo(as.bureauOfficer, 'registration'), [
      one.record_number,
      other.record_number,
    ])
  })
})
