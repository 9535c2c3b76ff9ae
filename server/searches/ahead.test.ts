// What is read ahead of the decision: in the officer's scope, and nothing when the quota is used up.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from '../../tests/support/given.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'
import { findingOf } from './lookup.ts'

const register = await openTestRegister()
const { program, as } = register
const bashir = await given.person(register)
const key = { kind: 'cnic', number: bashir.cnic ?? '' } as const

/** How many rows the statement of the look-up brings with the begin, and whether the act was still free. */
const readAhead = async (who: As, quota: string | undefined = 'search') =>
  asActor(
    program.database,
    await who.token(),
    async (_tx, session, ahead) => ({ has_quota: session?.has_quota, count: ahead.length }),
    { quota, ahead: findingOf(program, key) },
  )

const useUp = (who: As) =>
  register.root.query(
    `insert into register.quota_use (officer_id, act, used_on, used_count)
     select $1, act, (now() at time zone 'Asia/Karachi')::date, per_day from register.quota_limit where act = 'search' and role = $2
     on conflict (officer_id, act, used_on) do update set used_count = excluded.used_count`,
    [who.officer_id, who.role],
  )

describe('what is read ahead of the decision', () => {
  it('is what row-level security shows to this officer', async () => {
    assert.deepEqual(await readAhead(as.bureauOfficer), { has_quota: true, count: 1 })
    assert.deepEqual(await readAhead(as.prosecutorVehari), { has_quota: true, count: 0 })
  })

  it('is nothing when the quota is used up: the time of the refusal tells nothing', async () => {
    await useUp(as.prosecutorMultan)
    assert.deepEqual(await readAhead(as.prosecutorMultan), { has_quota: false, count: 0 })
  })

  it('is nothing where no act was counted', async () => {
    assert.deepEqual(await readAhead(as.bureauSupervisor, ''), { has_quota: false, count: 0 })
  })

  it('is nothing for a token that opens nothing', async () => {
    const nobody = await asActor(
      program.database,
      'nobody',
      async (_tx, session, ahead) => [session, ahead.length],
      { quota: 'search', ahead: findingOf(program, key) },
    )
    assert.deepEqual(nobody, [undefined, 0])
  })
})

describe('the quota', () => {
  it('holds when many ask at once, on the first acts of a day as on the last', async () => {
    const who = as.deputyMultan
    await register.root.query('delete from register.quota_use where officer_id = $1', [who.officer_id])
    await register.root.query(
      `update register.quota_limit set per_day = 5 where act = 'search' and role = $1`,
      [who.role],
    )
    const asked = await Promise.all(Array.from({ length: 24 }, () => readAhead(who)))
    assert.equal(asked.filter((one) => one.has_quota).length, 5)
    const { rows } = await register.root.query(
      'select used_count from register.quota_use where officer_id = $1',
      [who.officer_id],
    )
    assert.deepEqual(rows, [{ used_count: 5 }])
  })
})
