// Attacks on wall 3 with the application's own login: what a statement could see that no policy meant it to see.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { asActor, asGate } from '../../server/platform/database.ts'
import { given } from '../support/given.ts'
import { givenPair } from '../support/given-match.ts'
import { openSession, openTestRegister } from '../support/register.ts'
import { attempt, attemptWithout } from './attempt.ts'

const register = await openTestRegister()
const { as, root, program } = register
const inMultan = await given.person(register)
const inVehari = await given.person(register, { station_id: 'pb_vehari_city' })
const PEOPLE = 'select person_id from register.person order by 1'
const both = [[inMultan.person_id], [inVehari.person_id]].sort()

const NO_WALL = 'alter table register.person disable row level security'

describe('who may see whom is not asked of anything a statement can set', () => {
  it('shows a prosecutor his own district and no more', async () => {
    const token = await as.prosecutorMultan.token()
    assert.deepEqual(await attempt(register, { token, statement: PEOPLE }), [[inMultan.person_id]])
    assert.deepEqual(await attemptWithout(register, NO_WALL, { token, statement: PEOPLE }), both)
  })
  it('shows nobody anything under a made-up secret, an id, or the hash of a live secret', async () => {
    const { rows } = await root.query(
      'select token_hash, session_id from access.session where officer_id = $1',
      [as.prosecutorMultan.officer_id],
    )
    const { token_hash, session_id } = rows[0]
    const forged = [
      '',
      'nation',
      session_id,
      as.bureauOfficer.officer_id,
      token_hash.toString('hex'),
      `\\x${token_hash.toString('hex')}`,
      "' or true --",
    ]
    for (const token of forged)
      assert.deepEqual(await attempt(register, { token, statement: PEOPLE }), [], token)
  })
  it('does not listen to other settings, as a register with a scope in a plain setting would', async () => {
    const token = await as.prosecutorMultan.token()
    const settings = ['people_key', 'entry_key', 'officer_id', 'role', 'scope', 'audience', 'district_id']
    for (const name of settings) {
      const first = `select set_config('amanat.${name}', 'nation', true)`
      assert.deepEqual(
        await attempt(register, { token, first, statement: PEOPLE }),
        [[inMultan.person_id]],
        name,
      )
    }
    const naive = `drop policy in_scope on register.person;
      create policy in_scope on register.person for select to amanat_app using (current_setting('amanat.people_key', true) = 'nation')`
    const first = `select set_config('amanat.people_key', 'nation', true)`
    assert.deepEqual(await attemptWithout(register, naive, { token, first, statement: PEOPLE }), both)
  })
  it('refuses to switch row security off, to change roles, and to run as another session user', async () => {
    const token = await as.prosecutorMultan.token()
    await assert.rejects(
      attempt(register, { token, first: 'set local row_security = off', statement: PEOPLE }),
      /row-level security/,
    )
    for (const role of ['amanat_owner', 'amanat_gate', 'amanat_worker', 'postgres'])
      await assert.rejects(
        attempt(register, { token, first: `set local role ${role}`, statement: PEOPLE }),
        /permission denied/,
      )
    await assert.rejects(
      attempt(register, { token, first: 'set session authorization postgres', statement: PEOPLE }),
      /permission denied/,
    )
  })
})

describe('ways round a table', () => {
  it('a view of the invoker shows no more than the table; one of its owner would', async () => {
    const token = await as.prosecutorMultan.token()
    const statement = 'select person_id from register.shown order by 1'
    const view = (option: string) =>
      `create view register.shown ${option} as select person_id from register.person; grant select on register.shown to amanat_app`
    const invoker = view('with (security_invoker = true)')
    assert.deepEqual(await attemptWithout(register, invoker, { token, statement }), [[inMultan.person_id]])
    assert.deepEqual(await attemptWithout(register, view(''), { token, statement }), both)
  })
  it('a child of a table is closed unless it is granted, and then it would be open', async () => {
    const token = await as.prosecutorMultan.token()
    const child =
      'create table register.person_old () inherits (register.person); insert into register.person_old select * from register.person'
    const statement = 'select person_id from register.person_old order by 1'
    await assert.rejects(attemptWithout(register, child, { token, statement }), /permission denied/)
    const open = `${child}; grant select on register.person_old to amanat_app`
    assert.deepEqual(await attemptWithout(register, open, { token, statement }), both)
  })
  it('makes no table, view, function, schema or temporary table to lay a trap with', async () => {
    const token = await as.prosecutorMultan.token()
    for (const statement of [
      'create table register.mine (id integer)',
      'create table public.mine (id integer)',
      'create temporary table person (id integer)',
      'create schema mine',
      'create view register.mine as select 1',
      `create function sec.people_key(integer) returns text language sql as 'select ''nation'''`,
      'alter table register.person disable row level security',
      'create policy mine on register.person using (true)',
      'grant amanat_owner to amanat_app',
    ])
      await assert.rejects(
        attempt(register, { token, statement }),
        /permission denied|must be owner|must have/,
        statement,
      )
  })
  it('runs no function that opens, refreshes or ends a session', async () => {
    const token = await as.prosecutorMultan.token()
    const open = {
      token,
      statement: `select sec.open_session(sha256('x'), $1, $2, 'passkey', 'en', true)`,
      values: [randomUUID(), as.bureauOfficer.posting_id],
    }
    await assert.rejects(attempt(register, open), /permission denied/)
    const granted = 'grant execute on all functions in schema sec to amanat_app'
    assert.equal((await attemptWithout(register, granted, open)).length, 1)
    for (const statement of [
      `select sec.refresh_session(sha256('x'))`,
      `select sec.end_session(sha256('x'))`,
      `select sec.lock_session(sha256('x'))`,
      `select sec.how_ended(sha256('x'))`,
      `select sec.tell_failures(sha256('x'), 0)`,
    ])
      await assert.rejects(attempt(register, { token, statement }), /permission denied/, statement)
  })
  it('misuses no function that runs with its owner’s rights: each answers for the bearer alone', async () => {
    const token = await as.prosecutorMultan.token()
    const asked = (statement: string, values: unknown[] = []) =>
      attempt(register, { token, statement, values })
    assert.deepEqual(await asked('select sec.revoke_passkeys($1)', [as.bureauOfficer.officer_id]), [[0]])
    assert.deepEqual(await asked('select officer_id from sec.begin_request()'), [
      [as.prosecutorMultan.officer_id],
    ])
    const kept = await asked('select sec.keep_form($1, null, $2, $3, null)', [
      randomUUID(),
      'k',
      Buffer.from('x'),
    ])
    assert.deepEqual(kept, [[true]])
    const nobody = await attempt(register, {
      statement: 'select sec.keep_form($1, null, $2, $3, null)',
      values: [randomUUID(), 'k', Buffer.from('x')],
    })
    assert.deepEqual(nobody, [[false]])
    assert.deepEqual(await attempt(register, { statement: 'select * from sec.begin_request()' }), [])
  })
})

describe('existence', () => {
  it('is not told by a unique key: the number of a person held elsewhere clashes with nothing', async () => {
    const { rows } = await root.query(
      `select c.relname, i.indkey::int2[] as columns from pg_index i join pg_class c on c.oid = i.indrelid
        where i.indisunique and c.relnamespace = 'register'::regnamespace
          and exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey::int2[]) and a.attname in ('number_index', 'fir_number', 'row_index'))`,
    )
    assert.deepEqual(rows, [])
  })
  it('is not told by adding a document for a person out of scope: the same refusal as for nobody', async () => {
    const token = await as.prosecutorMultan.token()
    const { rows } = await root.query(
      'select number_index from register.person_document where person_id = $1',
      [inVehari.person_id],
    )
    const add = (person_id: string) => ({
      token,
      statement: `insert into register.person_document (document_id, person_id, kind, number_enc, number_index, source_kind, added_by) values ($1, $2, 'cnic', 'x', $3, 'x', $4)`,
      values: [randomUUID(), person_id, rows[0].number_index, as.prosecutorMultan.officer_id],
    })
    const refusals = await Promise.all(
      [inVehari.person_id, randomUUID()].map((id) =>
        attempt(register, add(id)).catch((fault: Error) => fault.message),
      ),
    )
    assert.equal(refusals[0], refusals[1])
    assert.match(String(refusals[0]), /row-level security/)
    const unique =
      'alter table register.person_document add unique (number_index); drop policy with_the_person_in on register.person_document; create policy x on register.person_document for insert with check (true)'
    await assert.rejects(attemptWithout(register, unique, add(inVehari.person_id)), /duplicate key/)
  })
  it('is not told by the number of rows a plan expects', async () => {
    const token = await as.prosecutorMultan.token()
    await assert.rejects(
      attempt(register, { token, statement: 'select * from pg_statistic' }),
      /permission denied/,
    )
    const statement = `select tablename from pg_stats where schemaname = 'register' and tablename = 'person'`
    await root.query('analyze register.person')
    assert.deepEqual(await attempt(register, { token, statement }), [])
    assert.notDeepEqual(await attemptWithout(register, NO_WALL, { token, statement }), [])
  })
})

describe('a pooled connection', () => {
  it('carries no scope into the next transaction, nor out of one that failed', async () => {
    const token = await as.prosecutorMultan.token()
    const one = await program.database.app.connect()
    try {
      const bare = () => one.query(PEOPLE).then(({ rows }) => rows.length)
      await one.query('begin')
      await one.query(`select set_config('amanat.sid', $1, true)`, [token])
      assert.equal(await bare(), 1)
      await one.query('commit')
      assert.equal(await bare(), 0)
      await one.query('begin')
      await one.query(`select set_config('amanat.sid', $1, true)`, [token])
      await one.query('select 1/0').catch(() => undefined)
      await one.query('rollback')
      assert.equal(await bare(), 0)
      // The control: set for the session and not for the transaction, it would be carried along.
      await one.query(`select set_config('amanat.sid', $1, false)`, [token])
      assert.equal(await bare(), 1)
    } finally {
      one.release(true)
    }
  })
  it('begins every request with that request’s secret, even where an earlier one set its own for the connection', async () => {
    const token = await as.prosecutorMultan.token()
    const seen = Array.from({ length: 24 }, (_, n) =>
      asActor(program.database, n % 2 === 0 ? token : '', async (tx) => {
        const people = await tx.selectFrom('register.person').select('person_id').execute()
        return people.length
      }),
    )
    assert.deepEqual(
      await Promise.all(seen),
      Array.from({ length: 24 }, (_, n) => (n % 2 === 0 ? 1 : 0)),
    )
  })
})

describe('a session that may not act', () => {
  const cases: { name: string; end: string }[] = [
    { name: 'locked', end: 'locked_at = now()' },
    { name: 'idle for 15 minutes', end: `last_seen_at = now() - interval '15 minutes'` },
    { name: 'past its end', end: 'expires_at = now()' },
    { name: 'ended', end: 'ended_at = now()' },
  ]
  for (const { name, end } of cases)
    it(`${name} sees no person, draft, approval or event`, async () => {
      const token = await openSession(program, as.bureauOfficer.posting_id)
      assert.equal((await attempt(register, { token, statement: PEOPLE })).length, 2)
      await root.query(`update access.session set ${end} where officer_id = $1 and ended_at is null`, [
        as.bureauOfficer.officer_id,
      ])
      for (const table of [
        'register.person',
        'register.person_name',
        'register.draft',
        'register.approval',
        'audit.event',
        'register.search',
        'access.officer',
      ])
        assert.deepEqual(
          await attempt(register, { token, statement: `select 1 from ${table} limit 1` }),
          [],
          table,
        )
    })
  it('of a suspended officer, or one whose posting ends, ends at once', async () => {
    const token = await openSession(program, as.bureauOfficer.posting_id)
    await root.query('update access.officer set suspended_at = now() where officer_id = $1', [
      as.bureauOfficer.officer_id,
    ])
    assert.deepEqual(await attempt(register, { token, statement: PEOPLE }), [])
    await root.query('update access.officer set suspended_at = null where officer_id = $1', [
      as.bureauOfficer.officer_id,
    ])
  })
})

it('the gate sees no row of the register', async () => {
  const look = asGate(program.database, (tx) =>
    tx.selectFrom('register.person').select('person_id').execute(),
  )
  await assert.rejects(look, /permission denied/)
})

describe('a pair that may be one person', () => {
  it('shows to the Bureau alone, though one of the two is in scope; without its wall the owner would learn of it', async () => {
    const { match_pair_id } = await givenPair(register, inMultan, inVehari)
    const statement = `select match_pair_id::text from register.match_pair where match_pair_id = '${match_pair_id}'`
    for (const who of [
      as.shoSaddar,
      as.shoVehari,
      as.prosecutorMultan,
      as.dpoMultan,
      as.legalOfficer,
      as.auditor,
    ])
      assert.deepEqual(await attempt(register, { token: await who.token(), statement }), [], who.officer_id)
    const token = await as.shoSaddar.token()
    const no_wall = 'alter table register.match_pair disable row level security'
    assert.deepEqual(await attemptWithout(register, no_wall, { token, statement }), [[match_pair_id]])
    assert.deepEqual(await attempt(register, { token: await as.bureauOfficer.token(), statement }), [
      [match_pair_id],
    ])
  })
  it('is told to nobody by the records of a person out of scope, and nobody writes a link without his approval', async () => {
    const token = await as.shoSaddar.token()
    const linked = (id: string) => `select record_number from register.linked_records('${id}')`
    assert.deepEqual(await attempt(register, { token, statement: linked(inVehari.person_id) }), [])
    assert.deepEqual(await attempt(register, { token, statement: linked(inMultan.person_id) }), [
      [inMultan.record_number],
    ])
    const { rows } = await root.query(
      "select approval_id from register.approval_decision where decision = 'approved' limit 1",
    )
    const link = (
      officer_id: string,
    ) => `insert into register.identity_link (identity_link_id, person_id, identity_id, act, act_id, approval_id, linked_by)
      values (gen_random_uuid(), '${inMultan.person_id}', '${inVehari.person_id}', 'merge', gen_random_uuid(), '${rows[0].approval_id}', '${officer_id}') returning 1`
    for (const who of [as.shoSaddar, as.bureauOfficer, as.bureauOfficerTwo])
      await assert.rejects(
        attempt(register, { token: await who.token(), statement: link(who.officer_id) }),
        /row-level security/,
      )
  })
})
