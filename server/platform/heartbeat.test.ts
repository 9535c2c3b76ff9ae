import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openTestRegister } from '../../tests/support/register.ts'
import { asActor } from './database.ts'
import { beat, startHeartbeat } from './heartbeat.ts'

const register = await openTestRegister()
const { program, root } = register

/** As if the last beat had been so long ago: a test cannot wait for the database's clock. */
const lastBeatAgo = (interval: string) =>
  root.query(`update register.heartbeat set beat_at = now() - $1::interval`, [interval])
const outages = async () =>
  (
    await root.query(
      `select station_id, cause, recorded_by, extract(epoch from to_at - from_at)::int as seconds, now() - to_at < interval '1 minute' as ends_now from register.outage order by from_at`,
    )
  ).rows

describe('the register’s own down-time', () => {
  it('is none at the first start', async () => {
    const heartbeat = await startHeartbeat(program.database)
    heartbeat.stop()
    assert.deepEqual([heartbeat.was_down, await outages()], [false, []])
  })
  it('is none for a restart within five minutes', async () => {
    await lastBeatAgo('4 minutes 30 seconds')
    assert.deepEqual([await beat(program.database), await outages()], [false, []])
  })
  it('becomes a national outage when the program starts again after a gap, recorded by nobody', async () => {
    await lastBeatAgo('9 hours')
    const heartbeat = await startHeartbeat(program.database)
    heartbeat.stop()
    const [found, ...more] = await outages()
    assert.deepEqual(more, [])
    assert.equal(heartbeat.was_down, true)
    assert.deepEqual(
      [found.station_id, found.cause, found.recorded_by, found.ends_now],
      [null, 'system', null, true],
    )
    assert.ok(Math.abs(found.seconds - 9 * 3600) < 60)
    const { rows } = await root.query(
      `select cause from register.duty_generation order by generation desc limit 1`,
    )
    assert.equal(rows[0].cause, 'outage')
  })
  it('is told once, and the beat is one row', async () => {
    assert.equal(await beat(program.database), false)
    assert.equal((await outages()).length, 1)
    assert.equal((await root.query('select count(*)::int from register.heartbeat')).rows[0].count, 1)
  })
  it('would be missed without the beat: a gap that nobody looks at leaves no outage', async () => {
    await lastBeatAgo('9 hours')
    assert.equal((await outages()).length, 1)
    assert.equal(await beat(program.database), true)
    assert.equal((await outages()).length, 2)
  })
  it('cannot be told by whoever serves requests, nor typed in by an officer', async () => {
    const token = await register.as.bureauOfficer.token()
    await assert.rejects(
      asActor(program.database, token, (tx) => {
        return tx.selectNoFrom((eb) => eb.fn('sec.beat').as('was_down')).execute()
      }),
      { code: '42501' },
    )
    const forged = { station_id: null, from_at: '2025-01-01T00:00:00Z', to_at: '2025-01-02T00:00:00Z' }
    for (const recorded_by of [null, register.as.bureauOfficer.officer_id])
      await assert.rejects(
        asActor(program.database, token, (tx) =>
          tx
            .insertInto('register.outage')
            .values({ ...forged, outage_id: crypto.randomUUID(), cause: 'system', recorded_by })
            .execute(),
        ),
        { code: '42501' },
      )
  })
})
