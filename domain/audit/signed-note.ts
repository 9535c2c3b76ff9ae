/** Signed notes (C2SP signed-note) with Ed25519: a text, an empty line, and one line a signature. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto'

/** A key that may be known to all: the name it signs under, its 4-byte id, the key. */
export type NoteKey = { name: string; key_id: Buffer; public_key: KeyObject }
/** A key that signs; `public_text` is what others need to check it. */
export type NoteSigner = NoteKey & { private_key: KeyObject; public_text: string }

const ED25519 = 0x01
const KEY_BYTES = 32
const SIGNATURE_BYTES = 64
const KEY_ID_BYTES = 4
// DER around a raw Ed25519 key: RFC 8410.
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')
const MOST_SIGNATURES = 100

const isKeyName = (name: string): boolean => name.length > 0 && !/[\s+\p{Cc}\p{Z}]/u.test(name)

const keyId = (name: string, raw_key: Buffer): Buffer =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.of(ED25519))
    .update(raw_key)
    .digest()
    .subarray(0, KEY_ID_BYTES)

/** Strict base 64: exactly the spelling an encoder gives. */
function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

function keyText(name: string, key_id: Buffer, raw: Buffer): string {
  return `${name}+${key_id.toString('hex')}+${Buffer.concat([Buffer.of(ED25519), raw]).toString('base64')}`
}

const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' })

const rawPublic = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD.length)

/**
 * A signer's stored text from a secret seed of 32 random bytes: `PRIVATE+KEY+<name>+<id>+<base 64>`.
 * @example signerText('example.org/log', randomBytes(32)) // 'PRIVATE+KEY+example.org/log+…'
 */
export function signerText(name: string, seed: Buffer): string {
  if (!isKeyName(name)) throw new Error(`not a key name: ${name}`)
  if (seed.length !== KEY_BYTES) throw new Error(`an Ed25519 seed has ${KEY_BYTES} bytes`)
  return `PRIVATE+KEY+${keyText(name, keyId(name, rawPublic(privateKeyOf(seed))), seed)}`
}

function splitKeyText(text: string): { name: string; id: string; raw: Buffer } | undefined {
  const [, name, id, data] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = data === undefined ? undefined : fromBase64(data)
  if (!name || !id || !isKeyName(name)) return undefined
  if (bytes?.length !== KEY_BYTES + 1 || bytes[0] !== ED25519) return undefined
  return { name, id, raw: bytes.subarray(1) }
}

/**
 * Reads a signer's stored text. Throws, without repeating the text, when it is not one.
 * @example parseSigner(signerText(name, seed)).public_text // '<name>+<id>+<base 64>'
 */
export function parseSigner(text: string): NoteSigner {
  const HEAD = 'PRIVATE+KEY+'
  const parts = text.startsWith(HEAD) ? splitKeyText(text.slice(HEAD.length)) : undefined
  if (!parts) throw new Error('not a signing key: PRIVATE+KEY+<name>+<id>+<base 64>')
  const private_key = privateKeyOf(parts.raw)
  const raw_public = rawPublic(private_key)
  const key_id = keyId(parts.name, raw_public)
  if (key_id.toString('hex') !== parts.id) throw new Error(`the signing key of ${parts.name} is damaged`)
  const public_text = keyText(parts.name, key_id, raw_public)
  return { name: parts.name, key_id, public_key: createPublicKey(private_key), private_key, public_text }
}

/**
 * Reads a published key, `<name>+<id>+<base 64>`. Throws when it is not one.
 * @example parseNoteKey(signer.public_text).name // 'example.org/log'
 */
export function parseNoteKey(text: string): NoteKey {
  const parts = splitKeyText(text)
  if (!parts) throw new Error('not a published key: <name>+<id>+<base 64>')
  const key_id = keyId(parts.name, parts.raw)
  if (key_id.toString('hex') !== parts.id) throw new Error(`the published key of ${parts.name} is damaged`)
  const public_key = createPublicKey({
    key: Buffer.concat([SPKI_HEAD, parts.raw]),
    format: 'der',
    type: 'spki',
  })
  return { name: parts.name, key_id, public_key }
}

// Line feeds divide the parts of a note; no other control character may stand in it.
const isNoteText = (text: string): boolean =>
  text.endsWith('\n') && text.isWellFormed() && [...text].every((c) => c === '\n' || c >= ' ')

/**
 * Signs a text that ends in a line feed; returns the whole note.
 * @example signNote('text\n', signer) // 'text\n\n— <name> <base 64>\n'
 */
export function signNote(text: string, signer: NoteSigner): string {
  if (!isNoteText(text)) throw new Error('a note is printable text that ends in a line feed')
  const signature = Buffer.concat([signer.key_id, signBytes(null, Buffer.from(text), signer.private_key)])
  return `${text}\n— ${signer.name} ${signature.toString('base64')}\n`
}

type Signature = { name: string; key_id: Buffer; signature: Buffer }

function parseSignature(line: string): Signature | undefined {
  const [dash, name, data, ...more] = line.split(' ')
  const bytes = data === undefined ? undefined : fromBase64(data)
  if (dash !== '—' || !name || !isKeyName(name) || more.length > 0) return undefined
  if (!bytes || bytes.length <= KEY_ID_BYTES) return undefined
  return { name, key_id: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) }
}

/**
 * The text of a note and the names of the known keys that signed it; undefined unless at least one did and none of
 * the known keys' signatures is false. Signatures of unknown keys are ignored, as the format demands.
 * @example openNote(signNote('text\n', signer), [signer]) // { text: 'text\n', signed_by: [signer.name] }
 */
export function openNote(
  note: string,
  keys: readonly NoteKey[],
): { text: string; signed_by: string[] } | undefined {
  const divide = note.lastIndexOf('\n\n')
  if (divide < 0 || !isNoteText(note)) return undefined
  const text = note.slice(0, divide + 1)
  const signatures = note
    .slice(divide + 2, -1)
    .split('\n')
    .map(parseSignature)
  if (signatures.length > MOST_SIGNATURES) return undefined
  const signed_by = new Set<string>()
  for (const line of signatures) {
    if (!line) return undefined
    const key = keys.find((k) => k.name === line.name && k.key_id.equals(line.key_id))
    if (!key) continue
    if (line.signature.length !== SIGNATURE_BYTES) return undefined
    if (!verifyBytes(null, Buffer.from(text), key.public_key, line.signature)) return undefined
    signed_by.add(key.name)
  }
  return signed_by.size > 0 ? { text, signed_by: [...signed_by] } : undefined
}
