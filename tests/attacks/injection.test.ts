// A hole made for this test only: a route that runs what it is sent, with the application's login and the officer's own
// secret. It shows how far the worst mistake in a handler could reach. No such route exists in the program.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, it } from 'node:test'
import Fastify from 'fastify'
import { CompiledQuery } from 'kysely'
import { asActor } from '../../server/platform/database.ts'
import { given } from '../support/given.ts'
import { openTestRegister } from '../support/register.ts'
import { attemptWithout } from './attempt.ts'

const register = await openTestRegister()
const { as, root, program } = register
const inMultan = await given.person(register)
const inVehari = await given.person(register, { station_id: 'pb_vehari_city' })
await as.bureauOfficer.token()

const hole = Fastify()
hole.get('/people', (request) => {
  const { number, token } = request.query as { number: string; token: string }
  return asActor(program.database, token, async (tx) => {
    const text = `select person_id::text as found from register.person where record_number = '${number}'`
    return (await tx.executeQuery(CompiledQuery.raw(text))).rows
  })
})
after(() => hole.close())

type Answer = { found: string }[] | { message: string }

/** What a statement smuggled into the number brings a prosecutor of Multan. */
async function inject(number: string): Promise<Answer> {
  const token = await as.prosecutorMultan.token()
  const reply = await hole.inject({ url: '/people', query: { number, token } })
  return reply.json()
}
const found = (answer: Answer) => (Array.isArray(answer) ? answer.map((row) => row.found) : [answer.message])
const union = (select: string) => inject(`' union all ${select} --`)

describe('a statement injected into a query', () => {
  it('is really run: the hole is one', async () => {
    assert.deepEqual(found(await union(`select 'run by ' || current_user`)), ['run by amanat_app'])
    assert.deepEqual(found(await inject(`' or true --`)), [inMultan.person_id])
  })
  it('reads no person, name, draft or search outside the officer’s own scope', async () => {
    for (const table of [
      'person',
      'person_name',
      'person_document',
      'person_address',
      'conviction',
      'custody',
      'registration',
    ]) {
      const out = await union(
        `select person_id::text from register.${table} where person_id <> '${inMultan.person_id}'`,
      )
      assert.deepEqual(found(out), [], table)
    }
    const open =
      'alter table register.person disable row level security; alter table register.person_name disable row level security'
    const statement = `select distinct person_id from register.person_name where person_id <> $1`
    const token = await as.prosecutorMultan.token()
    const without = await attemptWithout(register, open, { token, statement, values: [inMultan.person_id] })
    assert.deepEqual(without, [[inVehari.person_id]])
  })
  it('reads no session, passkey, challenge, enrolment, password or queue', async () => {
    for (const table of [
      'access.session',
      'access.open_session',
      'access.passkey',
      'access.challenge',
      'access.enrolment',
      'pg_authid',
      'graphile_worker._private_jobs',
    ])
      assert.match(found(await union(`select 'x' from ${table}`)).join(), /permission denied/, table)
  })
  it('opens no session and takes no other officer’s', async () => {
    const open = `select sec.open_session(sha256('mine'), '${randomUUID()}', '${as.bureauOfficer.posting_id}', 'passkey', 'en', true)::text`
    assert.match(found(await union(open)).join(), /permission denied/)
    // Setting another secret is possible; it would have to be known, and is stored nowhere.
    const guess = `select set_config('amanat.sid', '${randomUUID()}', true) union all select person_id::text from register.person`
    const [, ...people] = found(await union(guess))
    assert.ok(!people.includes(inVehari.person_id))
  })
  it('neither changes nor removes an event, a fact or a key', async () => {
    for (const change of [
      `delete from audit.event returning event_id::text`,
      `update audit.event set outcome = 'done' returning event_id::text`,
      `update audit.leaf set leaf_hash = sha256('x') returning 'x'`,
      `delete from register.person returning person_id::text`,
      `update register.person set wrapped_key = null returning person_id::text`,
      `update register.person_name set text_enc = 'x' returning name_id::text`,
      `update register.quota_use set used_count = 0 returning 'x'`,
      `update access.session set people_key = 'nation' returning 'x'`,
      `insert into register.quota_limit (act, role, per_day) values ('search', 'prosecutor', 1000000) returning 'x'`,
      `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values ('${randomUUID()}', '${as.prosecutorMultan.officer_id}', 'bureau', 'bureau_supervisor', '2024-01-01') returning 'x'`,
      `insert into register.approval_decision (approval_id, proposed_by, decision, decided_by, shown_hash) select approval_id, proposed_by, 'approved', '${as.bureauOfficer.officer_id}', shown_hash from register.approval returning 'x'`,
    ]) {
      const token = await as.prosecutorMultan.token()
      const run = asActor(
        program.database,
        token,
        async (tx) => (await tx.executeQuery(CompiledQuery.raw(change))).rows,
      )
      const outcome = await run.catch((fault: Error) => fault.message)
      if (Array.isArray(outcome)) assert.deepEqual(outcome, [], change)
      else assert.match(String(outcome), /permission denied|row-level security|approval_forged/, change)
    }
    const events = await root.query('select count(*)::int as n from audit.event')
    const control = await attemptWithout(
      register,
      'grant delete on audit.event to amanat_app; create policy d on audit.event for delete to amanat_app using (true)',
      {
        token: await as.prosecutorMultan.token(),
        statement: 'with gone as (delete from audit.event returning 1) select count(*)::int from gone',
      },
    )
    assert.ok(Number(control[0]?.[0]) <= Number(events.rows[0].n))
  })
  it('writes no event in the name of another officer, nor with a number or date of its choice', async () => {
    const write = (officer_id: string | null, session: string, more = '') => {
      const name = officer_id === null ? 'null' : `'${officer_id}'`
      return `insert into audit.event (event_id, officer_id, session_id, action, outcome, body_salt, body_commitment ${more && `, ${more}`})
        values ('${randomUUID()}', ${name}, ${session}, 'person.seen', 'done', sha256('s'), sha256('c') ${more && ', default'}) returning event_id::text`
    }
    const token = await as.prosecutorMultan.token()
    const run = (text: string) =>
      asActor(program.database, token, (tx) => tx.executeQuery(CompiledQuery.raw(text)))
    const { officer_id } = as.prosecutorMultan
    await assert.rejects(run(write(as.bureauOfficer.officer_id, 'sec.session_id()')), /row-level security/)
    await assert.rejects(run(write(officer_id, `'${randomUUID()}'`)), /row-level security/)
    await assert.rejects(run(write(null, 'sec.session_id()')), /row-level security/)
    await assert.rejects(run(write(officer_id, 'sec.session_id()', 'occurred_at')), /permission denied/)
    assert.equal((await run(write(officer_id, 'sec.session_id()'))).rows.length, 1)
  })
  it('smuggles in no second statement, which could re-write what the connection has prepared', async () => {
    for (const second of ['deallocate all', 'commit', `prepare begin_request as select 1`, 'discard all'])
      assert.match(found(await inject(`'; ${second}; --`)).join(), /cannot insert multiple commands/, second)
    // The control: in the simple protocol the second statement runs.
    const client = await program.database.app.connect()
    try {
      await client.query(`select ''; prepare smuggled as select 1 as session_id`)
      const { rows } = await client.query('execute smuggled')
      assert.deepEqual(rows, [{ session_id: 1 }])
    } finally {
      client.release(true)
    }
  })
})
