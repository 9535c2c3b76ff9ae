// The walls as the catalogue shows them: whatever a later migration adds is held to the same rules by itself.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openTestRegister } from '../support/register.ts'
import { EXEMPT_SCHEMAS, LOGINS, list, SCHEMAS } from './catalogue.ts'

const register = await openTestRegister()
const ours = [SCHEMAS]

const UNGUARDED = `
  select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'f', 'm') and not (c.relrowsecurity and c.relforcerowsecurity)
     and n.nspname not in ('pg_catalog', 'information_schema') and not n.nspname = any ($1) order by 1`

describe('row-level security', () => {
  it('is enabled and forced on every table but those of the exempt schemas', async () => {
    assert.deepEqual(await list(register, UNGUARDED, [EXEMPT_SCHEMAS]), [])
  })
  it('would be missed on a table made without it', async () => {
    await register.root.query('create table register.open_to_all (id integer)')
    assert.deepEqual(await list(register, UNGUARDED, [EXEMPT_SCHEMAS]), ['register.open_to_all'])
    await register.root.query('drop table register.open_to_all')
  })
  it('has no policy for everyone, and none that lets the application write without a condition', async () => {
    const found = await list(
      register,
      `select format('%s.%s: %s', schemaname, tablename, policyname) from pg_policies
        where 'public' = any (roles)
           or (roles && array['amanat_app'::name] and cmd <> 'SELECT' and coalesce(with_check, qual, 'true') = 'true'
               )`,
    )
    assert.deepEqual(found, [])
  })
  it('shows the application every row of reference tables only', async () => {
    const found = await list(
      register,
      `select distinct schemaname from pg_policies where roles && array['amanat_app'::name] and cmd in ('SELECT', 'ALL') and qual = 'true'`,
    )
    assert.deepEqual(found, ['reference'])
  })
  it('stands behind every view: each is of its invoker', async () => {
    const found = await list(
      register,
      `select c.oid::regclass from pg_class c where c.relnamespace = any ($1::text[]::regnamespace[]) and c.relkind = 'v'
          and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
      ours,
    )
    assert.deepEqual(found, [])
  })
  it('is not got round by a child of a table', async () => {
    assert.deepEqual(
      await list(
        register,
        "select inhrelid::regclass from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind = 'r'",
      ),
      [],
    )
  })
})

describe('the logins of the program', () => {
  it('are no superusers, bypass no row security, and make neither roles nor databases', async () => {
    const found = await list(
      register,
      `select rolname from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
      [LOGINS],
    )
    assert.deepEqual(found, [])
  })
  it('are members of no other role', async () => {
    const found = await list(
      register,
      'select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = any ($1)',
      [LOGINS],
    )
    assert.deepEqual(found, [])
  })
  it('own nothing, but for the queue of the worker', async () => {
    const found = await list(
      register,
      `select r.rolname || ' owns ' || coalesce(c.oid::regclass::text, p.oid::regprocedure::text, s.nspname) from pg_roles r
         left join pg_class c on c.relowner = r.oid left join pg_proc p on p.proowner = r.oid left join pg_namespace s on s.nspowner = r.oid
        where r.rolname = any ($1) and coalesce(c.oid, p.oid, s.oid) is not null
          and not (r.rolname = 'amanat_worker' and coalesce(c.relnamespace, p.pronamespace, s.oid)::regnamespace = 'graphile_worker'::regnamespace)
          and coalesce(c.relnamespace, 0) <> 'pg_toast'::regnamespace`,
      [LOGINS],
    )
    assert.deepEqual(found, [])
  })
  it('create nothing: not in a schema, and not in the database but for the worker and its queue', async () => {
    const schemas = await list(
      register,
      `select r.rolname || ' in ' || n.nspname from pg_roles r cross join pg_namespace n
        where r.rolname = any ($1) and has_schema_privilege(r.oid, n.oid, 'create')
          and not (r.rolname = 'amanat_worker' and n.nspname = 'graphile_worker')`,
      [LOGINS],
    )
    const database = await list(
      register,
      `select rolname from pg_roles where rolname = any ($1) and has_database_privilege(oid, current_database(), 'create, temporary')`,
      [LOGINS],
    )
    assert.deepEqual([schemas, database], [[], ['amanat_worker']])
  })
  it('delete and empty nothing that is a fact', async () => {
    const found = await list(
      register,
      `select distinct r.rolname || ' on ' || c.oid::regclass from pg_roles r cross join pg_class c
        where r.rolname = any ($1) and c.relkind in ('r', 'p') and c.relnamespace = any ($2::text[]::regnamespace[])
          and has_table_privilege(r.oid, c.oid, 'delete, truncate, references, trigger') order by 1`,
      [LOGINS, SCHEMAS],
    )
    // A refused form kept to be shown again, and a challenge taken once, are no facts.
    assert.deepEqual(found, [
      'amanat_app on register.duty_due', // a projection, made anew
      'amanat_app on register.duty_standing',
      'amanat_app on register.form_state',
      'amanat_gate on access.challenge',
    ])
  })
  it('change no fact whole: the application updates named columns only', async () => {
    const found = await list(
      register,
      `select c.oid::regclass from pg_class c where c.relkind in ('r', 'p') and has_table_privilege('amanat_app', c.oid, 'update')`,
    )
    assert.deepEqual(found, [])
  })
  it('see of the register nothing but what is the application’s', async () => {
    const found = await list(
      register,
      `select distinct r.rolname from pg_roles r cross join pg_class c where r.rolname = any ($1) and c.relkind in ('r', 'p', 'v')
          and c.relnamespace = 'register'::regnamespace and has_any_column_privilege(r.oid, c.oid, 'select, insert, update')`,
      [LOGINS],
    )
    assert.deepEqual(found, ['amanat_app'])
  })
  it('cannot read a session, a passkey, a challenge or an enrolment as the application', async () => {
    const found = await list(
      register,
      `select c.oid::regclass from pg_class c where c.oid = any ('{access.session,access.open_session,access.passkey,access.challenge,access.enrolment}'::regclass[])
          and has_any_column_privilege('amanat_app', c.oid, 'select, update')`,
    )
    assert.deepEqual(found, [])
  })
})

describe('functions', () => {
  it('that run with their owner’s rights have a fixed search path that ends in the temporary schema', async () => {
    const found = await list(
      register,
      `select p.oid::regprocedure from pg_proc p where p.pronamespace = any ($1::text[]::regnamespace[]) and p.prosecdef
          and not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false)`,
      ours,
    )
    assert.deepEqual(found, [])
  })
  it('belong to the owner of the schema, which nobody can sign in as', async () => {
    const found = await list(
      register,
      `select p.oid::regprocedure from pg_proc p join pg_roles r on r.oid = p.proowner
        where p.pronamespace = any ($1::text[]::regnamespace[]) and (r.rolname <> 'amanat_owner' or r.rolcanlogin or r.rolsuper or r.rolbypassrls)`,
      ours,
    )
    assert.deepEqual(found, [])
  })
  it('are closed to everyone but those named', async () => {
    const found = await list(
      register,
      `select p.oid::regprocedure from pg_proc p where p.pronamespace = any ($1::text[]::regnamespace[])
          and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`,
      ours,
    )
    assert.deepEqual(found, [])
  })
  it('that open, refresh or end a session are the gate’s alone', async () => {
    const found = await list(
      register,
      `select p.proname from pg_proc p where p.pronamespace = 'sec'::regnamespace and p.proname ~ '(open|refresh|end|lock)_session$'
          and (has_function_privilege('amanat_app', p.oid, 'execute') or not has_function_privilege('amanat_gate', p.oid, 'execute'))`,
    )
    assert.deepEqual(found, [])
  })
})
