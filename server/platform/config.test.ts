import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { signerText } from '../../domain/audit/signed-note.ts'
import { ConfigRefused, readConfig } from './config.ts'
import { newKeyringText } from './keys.ts'
import { newPaperKeyText } from './signing.ts'

const folder = mkdtempSync(join(tmpdir(), 'amanat-config-'))
after(() => rmSync(folder, { recursive: true }))

function secret(name: string, text: string, mode = 0o600): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}

const good = {
  DATABASE_URL: 'postgres://amanat_app:a@/amanat?host=/run/postgresql',
  DATABASE_GATE_URL: 'postgres://amanat_gate:b@localhost/amanat',
  DATABASE_SEQUENCER_URL: 'postgres://amanat_sequencer:c@db.police.example/amanat?sslmode=verify-full',
  DATABASE_WORKER_URL: 'postgresql://amanat_worker:d@127.0.0.1:5433/amanat',
  KEY_FILE: secret('keys', newKeyringText()),
  LOG_KEY_FILE: secret('log', signerText('register.police.example/audit', Buffer.alloc(32, 7))),
  PAPER_KEY_FILE: secret('paper', newPaperKeyText()),
  ORIGIN: 'https://register.police.example',
  IDENTITY_URL: 'https://identity.example/v1',
  IDENTITY_SECRET_FILE: secret('identity', 'x'.repeat(40)),
}

const faultsOf = (change: Record<string, string | undefined>) => {
  try {
    readConfig({ ...good, ...change })
    return []
  } catch (fault) {
    assert.ok(fault instanceof ConfigRefused)
    return fault.faults
  }
}

describe('the settings of the service', () => {
  it('are read into one object that nobody can change', () => {
    const config = readConfig(good)
    assert.equal(config.urls.app, good.DATABASE_URL)
    assert.deepEqual([config.host, config.port, config.oidc], ['127.0.0.1', 8080, undefined])
    assert.ok(Object.isFrozen(config) && Object.isFrozen(config.urls) && Object.isFrozen(config.keyring))
  })
  it('let agencies’ systems in only where their provider is set: for this origin, into no private network', () => {
    assert.equal(readConfig(good).agencies, undefined)
    const AGENCY_ISSUER = 'https://id.police.example/realms/a'
    assert.deepEqual(readConfig({ ...good, AGENCY_ISSUER }).agencies, {
      ...{ issuer: AGENCY_ISSUER, audience: new URL(good.ORIGIN).origin, allows_private: false },
    })
  })
  it('are refused with all faults at once, and no secret has a default', () => {
    assert.throws(() => readConfig({}), ConfigRefused)
    const names = Object.keys(good)
    const faults = faultsOf(Object.fromEntries(names.map((name) => [name, undefined])))
    assert.deepEqual(
      faults,
      names.map((name) => `${name} is not set`),
    )
  })

  const cases: { says: RegExp; change: Record<string, string | undefined> }[] = [
    {
      says: /^KEY_FILE: .* can be read by others/,
      change: { KEY_FILE: secret('open', newKeyringText(), 0o640) },
    },
    {
      says: /^KEY_FILE: the two keys must differ/,
      change: { KEY_FILE: secret('same', `k:${'A'.repeat(43)}=:${'A'.repeat(43)}=`) },
    },
    { says: /^KEY_FILE: .*no such file/, change: { KEY_FILE: join(folder, 'nowhere') } },
    {
      says: /^PAPER_KEY_FILE: not a paper key/,
      change: { PAPER_KEY_FILE: secret('broken-paper', 'not a key') },
    },
    { says: /^LOG_KEY_FILE: /, change: { LOG_KEY_FILE: secret('broken', 'not a key') } },
    {
      says: /^IDENTITY_SECRET_FILE: the secret must have/,
      change: { IDENTITY_SECRET_FILE: secret('short', 'x') },
    },
    {
      says: /^DATABASE_URL sends the register in plaintext to db/,
      change: { DATABASE_URL: 'postgres://amanat_app@db.example/amanat' },
    },
    {
      says: /^DATABASE_URL sends the register in plaintext/,
      change: { DATABASE_URL: 'postgres://amanat_app@db.example/amanat?sslmode=prefer' },
    },
    {
      says: /^DATABASE_URL sends the register in plaintext/,
      change: { DATABASE_URL: 'postgres://amanat_app@/amanat?host=db.example' },
    },
    { says: /^DATABASE_URL is not a URL$/, change: { DATABASE_URL: 'host=db password=secret' } },
    { says: /^DATABASE_URL must begin with postgres/, change: { DATABASE_URL: 'mysql://a@localhost/x' } },
    { says: /^DATABASE_URL names no login/, change: { DATABASE_URL: 'postgres://localhost/x' } },
    { says: /a login of their own/, change: { DATABASE_GATE_URL: good.DATABASE_URL } },
    { says: /^ORIGIN must be https/, change: { ORIGIN: 'http://register.police.example' } },
    { says: /^ORIGIN must be a name/, change: { ORIGIN: 'https://10.0.0.7' } },
    { says: /^ORIGIN must be a name/, change: { ORIGIN: 'http://127.0.0.1:8080' } },
    { says: /^ORIGIN must be scheme, host and port/, change: { ORIGIN: 'https://police.example/register' } },
    { says: /^PORT must be a whole number/, change: { PORT: 'http' } },
    { says: /^IDENTITY_URL must be https/, change: { IDENTITY_URL: 'http://identity.example' } },
    {
      says: /^OIDC_CLIENT_ID is not set/,
      change: {
        OIDC_ISSUER: 'https://id.police.example',
        OIDC_CLIENT_SECRET_FILE: good.IDENTITY_SECRET_FILE,
      },
    },
    { says: /^AGENCY_ISSUER must be https/, change: { AGENCY_ISSUER: 'http://id.police.example' } },
    {
      says: /^AGENCY_PRIVATE_ADDRESSES must be yes or no/,
      change: { AGENCY_PRIVATE_ADDRESSES: 'true', AGENCY_ISSUER: 'https://id.police.example' },
    },
    { says: /^AMANAT_DEMO is set/, change: { AMANAT_DEMO: '1' } },
    { says: /^DEMO_SIGN_IN is set/, change: { DEMO_SIGN_IN: '' } },
  ]
  for (const { says, change } of cases)
    it(`are refused when ${Object.keys(change)[0]} is wrong: ${says.source}`, () => {
      const faults = faultsOf(change)
      assert.equal(faults.length, 1, faults.join('\n'))
      assert.match(faults[0] ?? '', says)
    })
  it('do not repeat a password in a fault', () => {
    const text = faultsOf({ DATABASE_URL: 'postgres://amanat_app:hunter2@db.example/amanat' }).join()
    assert.ok(text.length > 0 && !text.includes('hunter2'))
  })
})
