// Whether the register signed a code, by its published keys alone: the same in the service, a command and a browser.
import { packStatement, STATEMENT_BYTES, type Statement, unpackStatement } from './statement.ts'
import { fromToken, toToken } from './token.ts'

/** A published key: its id and 32 bytes of Ed25519, base64url. */
export type PublishedKey = { key_id: string; public_key: string }

/** What is known of a code. A slip of the hand is told from a forgery by a check sum. */
export type Verdict =
  | { verdict: 'sound'; statement: Statement; key_id: string }
  | { verdict: 'forged'; key_id: string }
  | { verdict: 'unknown_key'; key_id: string }
  | { verdict: 'unreadable' }

export const KEY_ID_BYTES = 4
const SIGNATURE_BYTES = 64
const CHECK_BYTES = 2
/** 4 key id, 60 statement, 64 signature, 2 check sum: 130, so 208 characters in 26 groups of eight. */
export const CODE_BYTES = KEY_ID_BYTES + STATEMENT_BYTES + SIGNATURE_BYTES + CHECK_BYTES
/** Letters of a code: five bits each. */
export const CODE_LETTERS = (CODE_BYTES * 8) / 5
/** Keeps a signature over a paper from standing for anything else. */
const CONTEXT = new TextEncoder().encode('amanat paper 1\n')

const { subtle } = globalThis.crypto

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await subtle.digest('SHA-256', bytes))

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const fromBase64url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

/**
 * The id of a public key: the first 4 bytes of its SHA-256, in hex.
 * @example await keyIdOf(raw_key) // '3f8a01c2'
 */
export const keyIdOf = async (raw_key: Uint8Array<ArrayBuffer>): Promise<string> =>
  hex((await sha256(raw_key)).slice(0, KEY_ID_BYTES))

/**
 * The bytes that are signed: context, key id, statement.
 * @example signedBytes(key_id, statement)
 */
export const signedBytes = (key_id: string, statement: Statement): Uint8Array<ArrayBuffer> =>
  joined(CONTEXT, idBytes(key_id), packStatement(statement))

const idBytes = (key_id: string) =>
  Uint8Array.from({ length: KEY_ID_BYTES }, (_, i) => Number.parseInt(key_id.slice(i * 2, i * 2 + 2), 16))

/**
 * The code of a signed statement, 208 characters.
 * @example await codeOf(key_id, statement, signature)
 */
export async function codeOf(key_id: string, statement: Statement, signature: Uint8Array): Promise<string> {
  const body = joined(idBytes(key_id), packStatement(statement), signature)
  return toToken(joined(body, (await sha256(body)).slice(0, CHECK_BYTES)))
}

/**
 * What a code, scanned or typed, is worth under the published keys.
 * @example (await verifyCode(code, keys)).verdict // 'sound'
 */
export async function verifyCode(typed: string, keys: readonly PublishedKey[]): Promise<Verdict> {
  const bytes = fromToken(typed)
  if (bytes?.length !== CODE_BYTES) return { verdict: 'unreadable' }
  const body = joined(bytes.slice(0, -CHECK_BYTES))
  const check = (await sha256(body)).slice(0, CHECK_BYTES)
  if (hex(check) !== hex(bytes.slice(-CHECK_BYTES))) return { verdict: 'unreadable' }
  const key_id = hex(body.slice(0, KEY_ID_BYTES))
  const key = keys.find((known) => known.key_id === key_id)
  if (!key) return { verdict: 'unknown_key', key_id }
  const packed = body.slice(KEY_ID_BYTES, KEY_ID_BYTES + STATEMENT_BYTES)
  const raw = fromBase64url(key.public_key)
  if (raw.length !== 32 || (await keyIdOf(raw)) !== key_id) return { verdict: 'unknown_key', key_id }
  const imported = await subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify'])
  const signature = body.slice(KEY_ID_BYTES + STATEMENT_BYTES)
  const signed = joined(CONTEXT, idBytes(key_id), packed)
  const statement = unpackStatement(packed)
  if (!statement || !(await subtle.verify({ name: 'Ed25519' }, imported, signature, signed)))
    return { verdict: 'forged', key_id }
  return { verdict: 'sound', statement, key_id }
}
