// Attacks on wall 3 by time: a session that ends while its request is under way must not be answered with what it cannot see.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import pg from 'pg'
import { given } from '../support/given.ts'
import { lastEvent } from '../support/proofs.ts'
import { asReply, ORIGIN, openSession, openTestRegister, type Reply } from '../support/register.ts'
import { waitFor } from '../support/wait-for.ts'
import { attempt, attemptWithout } from './attempt.ts'

const register = await openTestRegister()
const { as, root, program, app, url } = register
const { posting_id } = as.bureauOfficer
const person = await given.person(register)
const PERSON = `/people/${person.person_id}`
const SEARCH = { query: person.record_number, purpose: 'court_order', case_reference: 'SC 41/2024' }
const SEE = { method: 'GET', path: `/api/v1${PERSON}` } as const
const LOOK_UP = { method: 'POST', path: '/api/v1/searches', body: SEARCH } as const

type Asked = { method: 'GET' | 'POST'; path: string; body?: object }

const ask = async (token: string, { method, path, body }: Asked): Promise<Reply> =>
  asReply(
    await app.inject({
      ...{ method, url: path, headers: { origin: ORIGIN, cookie: `__Host-amanat=${token}` } },
      ...(body ? { payload: body } : {}),
    }),
  )

/** Waits until a statement of the application stands before a lock. */
const untilSomethingWaits = () =>
  waitFor('a statement before the lock', async () => {
    const { rows } = await root.query(
      `select from pg_stat_activity where usename = 'amanat_app' and wait_event_type = 'Lock' and datname = current_database()`,
    )
    return rows.length > 0
  })

/** Asks, halts the request at its first use of `table`, does `meanwhile`, lets it go on; the reply. */
async function askHaltedAt(table: string, asked: Asked, meanwhile: (token: string) => Promise<unknown>) {
  const token = await openSession(program, posting_id)
  await ask(token, LOOK_UP) // a person is opened for a purpose
  const lock = new pg.Client({ connectionString: url('postgres') })
  await lock.connect()
  try {
    await lock.query('begin')
    await lock.query(`lock table ${table} in access exclusive mode`)
    const reply = ask(token, asked)
    await untilSomethingWaits()
    await meanwhile(token)
    await lock.query('commit')
    return await reply
  } finally {
    await lock.end()
  }
}

const signsInElsewhere = () => openSession(program, posting_id)
const locks = () =>
  root.query('update access.session set locked_at = now() where posting_id = $1', [posting_id])
const AS_BEFORE = `drop policy bearer_writes on audit.event;
  create policy bearer_writes on audit.event for insert to amanat_app with check (sec.is_bearer(officer_id, session_id))`
const nothing = async () => undefined

describe('a session that ends while its request is under way', () => {
  it('is told so when it opens a person, and its event says refused', async () => {
    assert.equal((await askHaltedAt('register.conviction', SEE, nothing)).status, 200)
    const reply = await askHaltedAt('register.conviction', SEE, signsInElsewhere)
    assert.equal(reply.status, 401, reply.text)
    const event = await lastEvent(register, 'person.seen')
    assert.deepEqual([event?.outcome, event?.policy], ['refused', 'not_signed_in'])
  })
  it('is told so when it looks somebody up, and no search was made', async () => {
    const count = async () => Number((await root.query('select count(*) from register.search')).rows[0].count)
    assert.equal((await askHaltedAt('register.search', LOOK_UP, nothing)).status, 201)
    const before = await count()
    const reply = await askHaltedAt('register.search', LOOK_UP, signsInElsewhere)
    assert.equal(reply.status, 401, reply.text)
    assert.equal(await count(), before + 1, 'only the first look-up of the second session')
  })
  it('is not told that a list is empty', async () => {
    const list = { method: 'GET', path: '/api/v1/approvals' } as const
    assert.equal((await askHaltedAt('register.approval', list, nothing)).status, 200)
    assert.equal((await askHaltedAt('register.approval', list, signsInElsewhere)).status, 401)
  })
  it('goes to the sign-in from a page', async () => {
    const reply = await askHaltedAt('register.conviction', { method: 'GET', path: PERSON }, signsInElsewhere)
    assert.deepEqual([reply.status, reply.location], [303, '/sign-in'])
  })
  it('goes to the lock when it was locked meanwhile', async () => {
    const reply = await askHaltedAt('register.conviction', { method: 'GET', path: PERSON }, locks)
    assert.deepEqual([reply.status, reply.location], [303, '/unlock'])
  })
  it('writes of nothing that it was done, whatever the program says', async () => {
    const token = await openSession(program, posting_id)
    const { rows } = await root.query(
      'select session_id, officer_id from access.session where posting_id = $1 and ended_at is null',
      [posting_id],
    )
    const [{ session_id, officer_id }] = rows
    const event = (
      outcome: string,
    ) => `insert into audit.event (event_id, officer_id, session_id, posting_id, role, action, outcome, request_id, body_salt, body_commitment)
      values (gen_random_uuid(), '${officer_id}', '${session_id}', '${posting_id}', 'bureau_officer', 'person.seen', '${outcome}', gen_random_uuid(), decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex'))`
    await signsInElsewhere()
    await assert.rejects(attempt(register, { token, statement: event('done') }), /row-level security/)
    await attemptWithout(register, AS_BEFORE, { token, statement: event('done') })
    await attempt(register, { token, statement: event('refused') })
  })
})
