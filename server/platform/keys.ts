/**
 * Secrets at rest (DESIGN 9): AES-256-GCM with one key a person (or a row), wrapped by a key-encryption key
 * that lives outside the database; blind indexes by HMAC. The additional data binds table, row, column, version.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from 'node:crypto'

/** The keys a running program holds; never in the database. */
export type Keyring = { kek_id: string; kek: Buffer; index_key: Buffer }

/** A data key in the clear, and the wrapped form that is stored beside the row. */
export type DataKey = { readonly key: Buffer; readonly wrapped_key: Buffer; readonly kek_id: string }

/** Where a sealed value lives; a value moved elsewhere does not open. */
export type Place = { table: string; row: string; column: string; version?: number }

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Random bytes drawn for many nonces at once, each used for one alone: a draw costs half of what sealing does. */
const drawn = Buffer.alloc(NONCE_BYTES * 256)
let used_bytes = drawn.length

function newNonce(): Buffer {
  if (used_bytes === drawn.length) {
    randomFillSync(drawn)
    used_bytes = 0
  }
  used_bytes += NONCE_BYTES
  return Buffer.from(drawn.subarray(used_bytes - NONCE_BYTES, used_bytes))
}

function encrypt(key: Buffer, aad: string, plain: Buffer): Buffer {
  const nonce = newNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(aad))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer, aad: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(aad))
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
}

const aadOf = (p: Place) => `${p.table}|${p.row}|${p.column}|${p.version ?? 1}`
const wrapAad = (owner_id: string) => `key|${owner_id}`

/** A new data key for the row `owner_id`. */
export function newDataKey(keyring: Keyring, owner_id: string): DataKey {
  const key = randomBytes(32)
  return { key, wrapped_key: encrypt(keyring.kek, wrapAad(owner_id), key), kek_id: keyring.kek_id }
}

/** Unwraps the stored key of the row `owner_id`; undefined when it was destroyed; throws on a foreign or altered one. */
export function openDataKey(
  keyring: Keyring,
  owner_id: string,
  stored: { wrapped_key: Buffer | null; kek_id: string },
): DataKey | undefined {
  if (stored.wrapped_key === null) return undefined
  if (stored.kek_id !== keyring.kek_id) throw new Error(`key-encryption key ${stored.kek_id} is not loaded`)
  const key = decrypt(keyring.kek, wrapAad(owner_id), stored.wrapped_key)
  return { key, wrapped_key: stored.wrapped_key, kek_id: stored.kek_id }
}

/** Seals text for one place. */
export const seal = (key: DataKey, place: Place, text: string): Buffer =>
  encrypt(key.key, aadOf(place), Buffer.from(text))

/** Seals bytes for one place. */
export const sealBytes = (key: DataKey, place: Place, bytes: Buffer): Buffer =>
  encrypt(key.key, aadOf(place), bytes)

/** Opens text sealed for this very place; throws when it was moved or altered. */
export const open = (key: DataKey, place: Place, sealed: Buffer): string =>
  decrypt(key.key, aadOf(place), sealed).toString('utf8')

/** Opens bytes sealed for this very place. */
export const openBytes = (key: DataKey, place: Place, sealed: Buffer): Buffer =>
  decrypt(key.key, aadOf(place), sealed)

/** The index key as the library holds it, made once: hashing under plain bytes makes it anew each time. */
const held = new WeakMap<Buffer, KeyObject>()

function indexKey({ index_key }: Keyring): KeyObject {
  const known = held.get(index_key)
  if (known) return known
  const made = createSecretKey(index_key)
  held.set(index_key, made)
  return made
}

/** Keyed hash of an identifier in canonical spelling, for exact look-up; 32 bytes. */
export const blindIndex = (keyring: Keyring, kind: string, canonical: string): Buffer =>
  createHmac('sha256', indexKey(keyring)).update(`${kind}|${canonical}`).digest()

/** Keyed hash of a pair of facts, as PostgreSQL writes a bigint: the first 8 bytes. */
export const pairKey = (keyring: Keyring, pair: string): string =>
  blindIndex(keyring, 'pair', pair).readBigInt64BE().toString()

/** The keyring from its stored text: `<kek_id>:<kek base64>:<index key base64>`. Throws naming the fault. */
export function parseKeyring(text: string): Keyring {
  const [kek_id, kek, index_key, ...more] = text.trim().split(':')
  if (!kek_id || !kek || !index_key || more.length > 0) {
    throw new Error('the key file must be <id>:<32 bytes base64>:<32 bytes base64>')
  }
  const ring = { kek_id, kek: Buffer.from(kek, 'base64'), index_key: Buffer.from(index_key, 'base64') }
  if (ring.kek.length !== 32 || ring.index_key.length !== 32) throw new Error('each key must be 32 bytes')
  if (ring.kek.equals(ring.index_key)) throw new Error('the two keys must differ')
  return ring
}

/** A fresh keyring in its stored form. */
export const newKeyringText = (): string =>
  `k${Date.now().toString(36)}:${randomBytes(32).toString('base64')}:${randomBytes(32).toString('base64')}`
