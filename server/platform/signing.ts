/** The register's key for papers: signs the code of every print; its public half is published. Decision 34. */
import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign as signBytes,
} from 'node:crypto'
import { canonicalJson } from '../../domain/approval/canonical.ts'
import type { PaperKind } from '../../domain/receipt/statement.ts'
import { TOKEN_BYTES } from '../../domain/receipt/statement.ts'
import { codeOf, KEY_ID_BYTES, type PublishedKey, signedBytes } from '../../domain/receipt/verify.ts'
import type { Keyring } from './keys.ts'

/** Signs with the newest key; publishes all, so that papers signed with an older one stay sound. */
export type PaperSigner = {
  readonly key_id: string
  readonly private_key: KeyObject
  readonly published: readonly PublishedKey[]
}

// DER around a raw Ed25519 key: RFC 8410.
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_HEAD_BYTES = 12
const SEED_BYTES = 32
const SEED = /^PAPER-KEY ([A-Za-z0-9_-]{43})$/
const RETIRED = /^PUBLISHED ([A-Za-z0-9_-]{43})$/

/** A fresh key in its stored form. */
export const newPaperKeyText = (): string => `PAPER-KEY ${randomBytes(SEED_BYTES).toString('base64url')}\n`

const publish = (raw: Buffer): PublishedKey => ({
  key_id: createHash('sha256')
    .update(raw)
    .digest('hex')
    .slice(0, KEY_ID_BYTES * 2),
  public_key: raw.toString('base64url'),
})

/**
 * Reads the stored text: one line `PAPER-KEY <seed>`, then for each key out of use `PUBLISHED <public key>`.
 * Throws, without repeating the text, when it is not that.
 */
export function parsePaperSigner(text: string): PaperSigner {
  const [first = '', ...others] = text.trim().split('\n')
  const seed = SEED.exec(first.trim())?.[1]
  const retired = others.map((line) => RETIRED.exec(line.trim())?.[1])
  if (!seed || retired.some((key) => !key))
    throw new Error(
      'not a paper key: PAPER-KEY <32 bytes base64url>, then lines PUBLISHED <32 bytes base64url>',
    )
  const der = Buffer.concat([PKCS8_HEAD, Buffer.from(seed, 'base64url')])
  const private_key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const raw = createPublicKey(private_key).export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD_BYTES)
  const own = publish(raw)
  const published = [own, ...retired.map((key) => publish(Buffer.from(key ?? '', 'base64url')))]
  if (new Set(published.map((key) => key.key_id)).size < published.length)
    throw new Error('a paper key stands in the file twice')
  return { key_id: own.key_id, private_key, published }
}

/**
 * Hash of what is printed. Keyed: names and numbers can be guessed, and a plain hash on a paper would confirm a guess.
 * The same content has the same hash, so a reprint is known by it.
 */
export const contentHash = (keyring: Keyring, kind: PaperKind, content: unknown): Buffer =>
  createHmac('sha256', keyring.index_key)
    .update(`paper|${kind}|${canonicalJson(content)}`)
    .digest()

/** Signs one print and gives its code, with the random token in it. */
export async function signPrint(
  signer: PaperSigner,
  print: { kind: PaperKind; print_number: string; content_hash: Buffer; at: Temporal.Instant },
): Promise<{ code: string; token: Buffer }> {
  const { kind, print_number, content_hash, at } = print
  const token = randomBytes(TOKEN_BYTES)
  const issued_at = Math.floor(at.epochMilliseconds / 1000)
  const statement = { kind, print_number, content_hash, token, issued_at }
  const signature = signBytes(null, signedBytes(signer.key_id, statement), signer.private_key)
  return { code: await codeOf(signer.key_id, statement, signature), token }
}
