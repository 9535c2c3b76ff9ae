// database/CONVENTIONS.md, asked of the catalogue.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openTestRegister } from '../support/register.ts'
import { list, SCHEMAS } from './catalogue.ts'

const register = await openTestRegister()
const ours = [SCHEMAS]

describe('what is written down in the database', () => {
  it('has a comment on every table and view', async () => {
    const found = await list(
      register,
      `select c.oid::regclass from pg_class c where c.relnamespace = any ($1::text[]::regnamespace[]) and c.relkind in ('r', 'p', 'v', 'm')
          and coalesce(length(obj_description(c.oid, 'pg_class')), 0) < 20 order by 1`,
      ours,
    )
    assert.deepEqual(found, [])
  })
  it('has a comment on every column', async () => {
    const found = await list(
      register,
      `select format('%s.%s', c.oid::regclass, a.attname) from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = any ($1::text[]::regnamespace[]) and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
          and col_description(c.oid, a.attnum) is null order by 1`,
      ours,
    )
    assert.deepEqual(found, [])
  })
  it('has a comment on every function and composite type', async () => {
    const found = await list(
      register,
      `select p.oid::regprocedure::text from pg_proc p where p.pronamespace = any ($1::text[]::regnamespace[]) and obj_description(p.oid, 'pg_proc') is null
        union all
       select t.oid::regtype::text from pg_type t join pg_class c on c.oid = t.typrelid
        where t.typnamespace = any ($1::text[]::regnamespace[]) and c.relkind = 'c' and obj_description(t.oid, 'pg_type') is null order by 1`,
      ours,
    )
    assert.deepEqual(found, [])
  })
})

describe('a foreign key', () => {
  it('says what happens on delete', async () => {
    const found = await list(
      register,
      `select format('%s %s', conrelid::regclass, conname) from pg_constraint
        where contype = 'f' and connamespace = any ($1::text[]::regnamespace[]) and confdeltype = 'a' order by 1`,
      ours,
    )
    assert.deepEqual(found, [])
  })
  it('has an index that begins with its columns', async () => {
    // A partial index counts only where all it leaves out is the absence of the reference.
    const found = await list(
      register,
      `select format('%s %s', k.conrelid::regclass, k.conname) from pg_constraint k
        where k.contype = 'f' and k.connamespace = any ($1::text[]::regnamespace[])
          and not exists (
            select from pg_index i where i.indrelid = k.conrelid
               and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
               and coalesce(pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)',
                     (select a.attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1])), true))
        order by 1`,
      ours,
    )
    assert.deepEqual(found, [])
  })
})

describe('a name', () => {
  it('is in small letters and underscores', async () => {
    const found = await list(
      register,
      `select format('%s.%s', c.oid::regclass, a.attname) from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = any ($1::text[]::regnamespace[]) and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
          and (c.relname !~ '^[a-z][a-z_]*$' or a.attname !~ '^[a-z][a-z0-9_]*$')`,
      ours,
    )
    assert.deepEqual(found, [])
  })
  it('tells the type: _on a date, _at an instant, _id an id, _count and _days whole numbers, _enc sealed bytes', async () => {
    const found = await list(
      register,
      `select format('%s.%s %s', c.oid::regclass, a.attname, format_type(a.atttypid, null)) from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = any ($1::text[]::regnamespace[]) and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
          and not case
            when a.attname ~ '_on$' then a.atttypid = 'date'::regtype
            when a.attname ~ '_at$' then a.atttypid = 'timestamptz'::regtype
            when a.attname ~ '_id$' then a.atttypid in ('uuid'::regtype, 'text'::regtype)
            when a.attname ~ '_(count|days)$' then a.atttypid in ('int4'::regtype, 'int8'::regtype)
            when a.attname ~ '_enc$' then a.atttypid = 'bytea'::regtype
            else true end`,
      ours,
    )
    assert.deepEqual(found, [])
  })
  it('of a date or an instant says so', async () => {
    const found = await list(
      register,
      `select format('%s.%s', c.oid::regclass, a.attname) from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = any ($1::text[]::regnamespace[]) and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
          and a.atttypid in ('date'::regtype, 'timestamptz'::regtype, 'timestamp'::regtype)
          and a.attname !~ '_(on|at)$' and a.attname not in ('valid_from', 'valid_to', 'vetted_until', 'trained_until', 'waits_until')`,
      ours,
    )
    assert.deepEqual(found, [])
  })
})
