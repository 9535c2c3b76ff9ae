// npm run serve as an operator meets it: a process of its own, on a database that may be set up wrongly.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { signerText } from '../../domain/audit/signed-note.ts'
import { examineDatabase } from '../../server/platform/examine-database.ts'
import { newKeyringText } from '../../server/platform/keys.ts'
import { migrate } from '../../server/platform/migrate.ts'
import { loadReference } from '../../server/platform/reference.ts'
import { newPaperKeyText } from '../../server/platform/signing.ts'
import { openTestRegister } from '../support/register.ts'

// Roles belong to the whole cluster, and here they are broken: this file has a cluster of its own.
delete process.env['TEST_CLUSTER']
const register = await openTestRegister()
const { root } = register
const folder = mkdtempSync(join(tmpdir(), 'amanat-serve-'))
after(() => rmSync(folder, { recursive: true }))

function secret(name: string, text: string): string {
  writeFileSync(join(folder, name), text, { mode: 0o600 })
  return join(folder, name)
}

const urls = {
  app: register.url('amanat_app'),
  gate: register.url('amanat_gate'),
  sequencer: register.url('amanat_sequencer'),
  worker: register.url('amanat_worker'),
}
const env = {
  DATABASE_URL: urls.app,
  DATABASE_GATE_URL: urls.gate,
  DATABASE_SEQUENCER_URL: urls.sequencer,
  DATABASE_WORKER_URL: urls.worker,
  KEY_FILE: secret('keys', newKeyringText()),
  LOG_KEY_FILE: secret('log', signerText('register.test/audit', Buffer.alloc(32, 7))),
  PAPER_KEY_FILE: secret('paper', newPaperKeyText()),
  IDENTITY_URL: 'http://127.0.0.1:9',
  IDENTITY_SECRET_FILE: secret('identity', 'x'.repeat(40)),
  ORIGIN: 'http://localhost:8080',
  PORT: '0',
}

function serve(change: Record<string, string> = {}, args: string[] = []) {
  const root_folder = fileURLToPath(new URL('../../', import.meta.url))
  const child = spawn(process.execPath, ['--import', './bin/jsx-loader.ts', 'bin/serve.ts', ...args], {
    cwd: root_folder,
    env: { PATH: process.env['PATH'], ...env, ...change },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (said.out += chunk))
  child.stderr.on('data', (chunk) => (said.err += chunk))
  return { child, said, ended: once(child, 'exit').then(([code]) => code as number | null) }
}

async function addressOf(child: ChildProcess, said: { out: string; err: string }): Promise<string> {
  while (!said.out.includes('listening at')) {
    if (child.exitCode !== null) throw new Error(said.err)
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
  }
  return /listening at (http:\S+)\)/.exec(said.out)?.[1] ?? ''
}

describe('npm run serve', () => {
  it('opens, has no demo, ends a running request before it stops, and signs what was recorded', async () => {
    const { child, said, ended } = serve()
    const address = await addressOf(child, said)
    const page = await fetch(`${address}/sign-in`)
    const text = await page.text()
    assert.equal(page.status, 200)
    assert.ok(!/demo/i.test(text))
    for (const path of ['/demo/prosecutor', '/demo', '/sign-in/demo'])
      assert.equal((await fetch(`${address}${path}`, { redirect: 'manual' })).status, 404, path)
    await fetch(`${address}/api/v1/audit`)
    child.kill('SIGTERM')
    const late = fetch(`${address}/sign-in`).catch(() => undefined)
    assert.equal(await ended, 0, said.err)
    await late
    const { rows } = await root.query(
      'select (select count(*) from audit.event)::int as events, (select max(tree_size) from audit.checkpoint)::int as signed',
    )
    assert.ok(rows[0].events > 0)
    assert.equal(rows[0].events, rows[0].signed)
  })
  it('lists every fault and ends with 2 when the configuration is not safe', async () => {
    const { said, ended } = serve({ KEY_FILE: '', ORIGIN: 'http://register.example', AMANAT_DEMO: '1' })
    assert.equal(await ended, 2)
    for (const words of ['KEY_FILE is not set', 'ORIGIN must be https', 'AMANAT_DEMO is set'])
      assert.ok(said.err.includes(words), said.err)
    assert.equal(said.out, '')
  })
  it('refuses a superuser as the application', async () => {
    const { said, ended } = serve({ DATABASE_URL: register.url('postgres') })
    assert.equal(await ended, 2)
    assert.match(said.err, /postgres is a superuser/)
  })
  it('takes none of the demo’s options', async () => {
    const { said, ended } = serve({}, ['--people', '5'])
    assert.notEqual(await ended, 0)
    assert.match(said.err, /--people/)
  })
})

describe('a database the service does not open on', () => {
  it('is none that was set up as documented', async () => {
    assert.deepEqual(await examineDatabase(urls), [])
  })
  const breaches: { says: RegExp; breach: string; repair: string }[] = [
    {
      says: /amanat_app is a member of amanat_owner/,
      breach: 'grant amanat_owner to amanat_app',
      repair: 'revoke amanat_owner from amanat_app',
    },
    {
      says: /amanat_app bypasses row-level security/,
      breach: 'alter role amanat_app bypassrls',
      repair: 'alter role amanat_app nobypassrls',
    },
    {
      says: /amanat_gate is a superuser/,
      breach: 'alter role amanat_gate superuser',
      repair: 'alter role amanat_gate nosuperuser',
    },
    {
      says: /amanat_worker may make roles/,
      breach: 'alter role amanat_worker createrole',
      repair: 'alter role amanat_worker nocreaterole',
    },
    {
      says: /amanat_app owns register.search/,
      breach: 'alter table register.search owner to amanat_app',
      repair: 'alter table register.search owner to amanat_owner',
    },
    {
      says: /row-level security is not forced on register.person/,
      breach: 'alter table register.person no force row level security',
      repair: 'alter table register.person force row level security',
    },
    {
      says: /the schema lacks 0009_sign_in/,
      breach: `update migration.kysely_migration set name = '0009_x' where name = '0009_sign_in'`,
      repair: `update migration.kysely_migration set name = '0009_sign_in' where name = '0009_x'`,
    },
    {
      says: /the schema is newer than this program: 9999_later/,
      breach: `insert into migration.kysely_migration values ('9999_later', '2030-01-01')`,
      repair: `delete from migration.kysely_migration where name = '9999_later'`,
    },
  ]
  for (const { says, breach, repair } of breaches)
    it(`says: ${says.source}`, async () => {
      await root.query(breach)
      const faults = await examineDatabase(urls)
      await root.query(repair)
      assert.match(faults.join('\n'), says)
      assert.deepEqual(await examineDatabase(urls), [])
    })
  it('is one without the schema, or one that cannot be reached', async () => {
    const empty = urls.app.replace(/\/t_[^?]*\?/, '/postgres?')
    assert.match((await examineDatabase({ app: empty })).join(), /the schema is not there|cannot be asked/)
    const away = 'postgres://amanat_app:wrong@localhost:9/amanat'
    assert.match((await examineDatabase({ app: away })).join(), /cannot be asked as the app login/)
  })
})

it('an operator who is no superuser can migrate a database that he owns', async () => {
  const database = `${new URL(urls.app.replace('@/', '@h/')).pathname.slice(1)}_own`
  const login = `operator_${process.pid}`
  await root.query(`create role ${login} login createrole password 'secret'`)
  // The roles of the house exist in this cluster already; whoever made them holds them with the right to pass them on.
  await root.query(`grant amanat_owner to ${login} with admin option`)
  await root.query(`create database ${database} owner ${login}`)
  const url = register.url('postgres').replace(/\/\/postgres:[^@]*@\/[^?]*/, `//${login}:secret@/${database}`)
  try {
    assert.ok((await migrate(url)).includes('0001_roles'))
    assert.ok((await loadReference(url)) > 500)
    assert.deepEqual([await migrate(url), await loadReference(url)], [[], 0])
  } finally {
    await root.query(`drop database ${database} with (force)`)
    await root.query(`drop owned by ${login}`)
    await root.query(`drop role ${login}`)
  }
})
