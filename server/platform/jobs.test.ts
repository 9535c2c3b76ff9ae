import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { openTestRegister } from '../../tests/support/register.ts'
import { openJobs } from './jobs.ts'

const r = await openTestRegister()

describe('background work', () => {
  it('that a killed program held is taken up by the next one at its start, and not after hours', {
    timeout: 20_000,
  }, async () => {
    const jobs = await openJobs(r.url('amanat_worker'), r.program.database)
    const { posting_id, officer_id } = r.as.prosecutorMultan
    await jobs.add('import.read', { id: 'held', posting_id })
    await r.root.query(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'jobs-killed:0', attempts = 1",
    )
    const signal = new EventTarget()
    const done = once(signal, 'done')
    let officer = ''
    await jobs.start(r.program, {
      'import.read': async ({ as }) => {
        officer = await as(async (_tx, session) => session.officer_id)
        signal.dispatchEvent(new Event('done'))
      },
    })
    await done
    await jobs.stop()
    assert.equal(officer, officer_id)
  })
})
