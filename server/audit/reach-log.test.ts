import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import pg from 'pg'
import { parseNoteKey } from '../../domain/audit/signed-note.ts'
import { startLocalRegister } from '../platform/local-register.ts'
import { writeEvent } from './scratch-event.ts'
import { sequencePending } from './sequencer.ts'
import { KEY_FILES, LOCAL_LOG_NAME, openSigningKey } from './signing-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'amanat-data-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const command = (...args: string[]) =>
  new Promise<{ code: number; words: string }>((done) => {
    const file = new URL('../../bin/verify-audit.ts', import.meta.url).pathname
    execFile(process.execPath, [file, ...args], (fault, out, err) =>
      done({ code: fault ? Number(fault.code) : 0, words: out + err }),
    )
  })

test('the log of a data folder is checked while the register runs, and while it is stopped', async () => {
  const local = await startLocalRegister({ folder, is_throwaway: true })
  const app = new pg.Client({ connectionString: local.url('amanat_app') })
  await app.connect()
  await writeEvent(app)
  await sequencePending({ url: local.url('amanat_sequencer'), signer: openSigningKey(folder) })
  const running = await command('--data', folder)
  assert.deepEqual([running.code, /1 leaves[\s\S]*OK/.test(running.words)], [0, true], running.words)
  await writeEvent(app) // the running database was left running
  await app.end()
  await local.stop()
  const stopped = await command('--data', folder)
  assert.deepEqual([stopped.code, /1 events wait/.test(stopped.words)], [0, true], stopped.words)
})

test('the signing key is made once, for its owner only, and its public half is published', () => {
  const signer = openSigningKey(folder)
  assert.equal(openSigningKey(folder).public_text, signer.public_text)
  assert.equal(statSync(join(folder, KEY_FILES.secret)).mode & 0o777, 0o600)
  const published = parseNoteKey(readFileSync(join(folder, KEY_FILES.published), 'utf8'))
  assert.deepEqual([published.name, published.key_id], [LOCAL_LOG_NAME, signer.key_id])
  writeFileSync(join(folder, KEY_FILES.secret), 'damaged')
  assert.throws(() => openSigningKey(folder), /not a signing key/)
})
