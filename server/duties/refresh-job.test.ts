import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { asActor, asGate, send } from '../platform/database.ts'
import type { AsJob } from '../platform/jobs.ts'
import { NIGHT_WORK } from '../platform/night-work.ts'
import { OPEN_SESSION } from '../platform/session-statements.ts'
import { hashOf, newToken } from '../platform/tokens.ts'
import { refreshStale } from './refresh-job.ts'

const register = await openTestRegister()
const { program, root, clock, as } = register
clock.set('2025-08-27T06:00:00Z')

const openAs = async (posting_id: string, method: string) => {
  const token = newToken()
  const values = [hashOf(token), crypto.randomUUID(), posting_id, method, 'en', false]
  const [row] = await asGate(program.database, (tx) =>
    send<{ opened: string | null }>(tx, OPEN_SESSION, values),
  )
  return row?.opened ? token : undefined
}
const night_token = await openAs(NIGHT_WORK.posting_id, 'job')
assert.ok(night_token)
/** A job of a posting, as the queue runs it; `most` transactions, then the program is killed. */
const run = (token = night_token, most = Number.POSITIVE_INFINITY) => {
  let done = 0
  const asJob: AsJob = (work) => {
    done += 1
    if (done > most) throw new Error('killed')
    return asActor(program.database, token, (tx, session) => {
      assert.ok(session)
      return work(tx, session)
    })
  }
  const { officer_id, posting_id } = NIGHT_WORK
  const signal = new AbortController().signal
  return refreshStale({ program, payload: { id: officer_id, posting_id }, as: asJob, attempt: 1, signal })
}

const people: string[] = []
for (const station_id of ['pb_multan_saddar', 'pb_multan_saddar', 'pb_vehari_city']) {
  const custody = [{ from_on: '2024-02-01', to_on: '2025-03-03' }]
  const { person_id } = await given.person(register, { station_id, custody })
  await givenFacts(register, person_id, { served_at: '2025-03-03T05:00:00Z' })
  people.push(person_id)
}
const standings = async () => {
  const { rows } = await root.query(
    'select person_id, computed_on::text, next_due_on::text, standing, xmin::text from register.duty_standing order by person_id',
  )
  return new Map(rows.map((row) => [row.person_id as string, row]))
}
const lastRun = async () =>
  (await root.query('select * from register.night_run order by begun_at desc limit 1')).rows[0]
const close = (station_id: string | null) =>
  root.query(
    `insert into register.closed_desk (closed_desk_id, station_id, from_on, to_on, cause, recorded_by)
     values (gen_random_uuid(), $1, '2025-09-03', '2025-09-05', 'flood', $2)`,
    [station_id, as.bureauOfficer.officer_id],
  )

describe('the night work', () => {
  it('computes whoever was never computed, and says how far it came', async () => {
    await run()
    assert.deepEqual(
      [...(await standings()).values()].map((row) => [row.computed_on, row.next_due_on]),
      people.map(() => ['2025-08-27', '2025-09-03']),
    )
    const { of_count, done_count, ended_at } = await lastRun()
    assert.deepEqual([of_count, done_count, ended_at !== null], [3, 3, true])
  })
  it('does nothing twice in a day', async () => {
    const before = await standings()
    const { run_id } = await lastRun()
    await run()
    assert.deepEqual(await standings(), before)
    assert.equal((await lastRun()).run_id, run_id)
  })
  it('computes the people of a station whose desk was closed, and nobody else', async () => {
    const before = await standings()
    await close('pb_multan_saddar')
    await run()
    const after = await standings()
    for (const [at, person_id] of people.entries()) {
      const is_of_it = at < 2
      assert.equal(after.get(person_id)?.next_due_on, is_of_it ? '2025-09-05' : '2025-09-03')
      assert.equal(after.get(person_id)?.xmin === before.get(person_id)?.xmin, !is_of_it)
    }
  })
  it('goes on where it was killed', async () => {
    await close(null)
    await assert.rejects(run(night_token, 1), /killed/)
    const cut = await lastRun()
    assert.deepEqual([cut.of_count, cut.done_count, cut.ended_at], [3, 0, null])
    await run()
    const done = await lastRun()
    assert.deepEqual([done.run_id, done.done_count, done.ended_at !== null], [cut.run_id, 3, true])
  })
  it('computes everybody anew on the next day, whose standing may be another', async () => {
    clock.set('2025-09-09T19:30:00Z') // half past midnight of the 10th in Pakistan
    await run()
    for (const row of (await standings()).values())
      assert.deepEqual([row.computed_on, row.standing], ['2025-09-10', 'late'])
  })
  it('is done by nobody else', async () => {
    await assert.rejects(run(await as.bureauOfficer.token()), /only the night work/)
  })
})

describe('the officer of the night work', () => {
  const refused = (work: Promise<unknown>) => assert.rejects(work, { code: 'AM005' })
  it('is opened by jobs alone', async () => {
    for (const method of ['passkey', 'oidc', 'demo']) await refused(openAs(NIGHT_WORK.posting_id, method))
  })
  it('has neither passkey nor enrolment', async () => {
    await refused(
      root.query(
        `insert into access.passkey (credential_id, officer_id, public_key, counter, transports, label) values ('x', $1, '', 0, '{}', 'x')`,
        [NIGHT_WORK.officer_id],
      ),
    )
    await refused(
      root.query(
        `insert into access.enrolment (link_hash, officer_id, expires_at) values (sha256('x'), $1, now() + interval '1 hour')`,
        [NIGHT_WORK.officer_id],
      ),
    )
  })
  it('proposes and decides nothing', async () => {
    await refused(
      root.query(
        `insert into register.approval (approval_id, kind, subject_id, audience, proposed_by, expires_at, shown_hash, shown_enc, kek_id)
         values (gen_random_uuid(), 'entry', gen_random_uuid(), 'bureau', $1, now() + interval '1 day', sha256('x'), '', 'k')`,
        [NIGHT_WORK.officer_id],
      ),
    )
    await refused(
      root.query(
        `insert into register.approval_decision (approval_id, proposed_by, decision, decided_by, shown_hash)
         select approval_id, proposed_by, 'approved', $1, shown_hash from register.approval limit 1`,
        [NIGHT_WORK.officer_id],
      ),
    )
  })
  it('is the only one of its role', async () => {
    await refused(
      root.query(
        `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values (gen_random_uuid(), $1, 'npb', 'night_work', current_date)`,
        [as.bureauOfficer.officer_id],
      ),
    )
    await refused(
      root.query(
        `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values (gen_random_uuid(), $1, 'npb', 'bureau_officer', current_date)`,
        [NIGHT_WORK.officer_id],
      ),
    )
  })
  it('sees no approval, no draft, and no screen', async () => {
    const seen = await asActor(program.database, night_token, async (tx) => ({
      approvals: await tx.selectFrom('register.approval').select('approval_id').execute(),
      drafts: await tx.selectFrom('register.draft').select('draft_id').execute(),
    }))
    assert.deepEqual(seen, { approvals: [], drafts: [] })
    const headers = { cookie: `__Host-amanat=${night_token}` }
    for (const url of ['/', '/api/v1/calendar', '/api/v1/approvals', `/api/v1/people/${people[0]}`]) {
      const reply = await register.app.inject({ method: 'GET', url, headers })
      assert.equal(reply.statusCode, 404, url)
    }
  })
})
