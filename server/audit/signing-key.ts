/** The sequencer's key in a folder outside the database, and its public half in a file for everyone. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NoteSigner, parseSigner, signerText } from '../../domain/audit/signed-note.ts'

/** Files of the log's key within its folder. */
export const KEY_FILES = {
  secret: 'audit-signing-key',
  published: 'audit-key.txt',
  last_signed: 'audit-last-signed.txt',
} as const

/** The name under which a register on this machine signs; a service chooses its own address. */
export const LOCAL_LOG_NAME = 'amanat.localhost/audit'

/** Reads the signing key, making it and publishing its public half at the first start. */
export function openSigningKey(folder: string, name: string = LOCAL_LOG_NAME): NoteSigner {
  const file = join(folder, KEY_FILES.secret)
  if (!existsSync(file)) writeFileSync(file, `${signerText(name, randomBytes(32))}\n`, { mode: 0o600 })
  const signer = parseSigner(readFileSync(file, 'utf8'))
  writeFileSync(join(folder, KEY_FILES.published), `${signer.public_text}\n`)
  return signer
}
