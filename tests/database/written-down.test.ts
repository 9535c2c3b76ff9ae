// What is written from the catalogue and committed must be what the migrations make now.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { formatted } from '../../bin/catalogue/migrated.ts'
import { schemaText } from '../../bin/catalogue/schema-text.ts'
import { tablesText } from '../../bin/catalogue/tables-text.ts'
import { openTestRegister } from '../support/register.ts'

const register = await openTestRegister()
const committed = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

it('database/schema.sql is what the migrations make: run `npm run schema` after a migration', async () => {
  assert.equal(await schemaText(register.root), committed('database/schema.sql'))
})

it('the schema shows each kind of wall, so that none can fall unseen', async () => {
  const text = await schemaText(register.root)
  for (const line of [
    '-- row security: enabled, forced',
    'create policy in_scope on register.person as permissive for select to amanat_app',
    'grant insert, select on register.person to amanat_app;',
    'grant execute on function sec.begin_request() to amanat_app;',
    'SECURITY DEFINER',
    'CONSTRAINT nobody_approves_his_own'.replace('CONSTRAINT', 'add constraint'),
  ])
    assert.ok(text.includes(line), line)
  await register.root.query('alter table register.person no force row level security')
  assert.notEqual(await schemaText(register.root), text)
  await register.root.query('alter table register.person force row level security')
  assert.equal(await schemaText(register.root), text)
})

it('server/platform/tables.ts is what the migrations make: run `npm run tables` after a migration', async () => {
  const path = 'server/platform/tables.ts'
  assert.equal(formatted(await tablesText(register.root), path), committed(path))
})
