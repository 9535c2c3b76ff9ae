/** An authenticator in software: what a passkey answers, for tests without a browser. ES256, no attestation. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import type { Assertion, Attestation } from '../../contract/sessions.ts'

const USER_PRESENT_AND_VERIFIED = 0x05
const USER_PRESENT = 0x01
const HAS_CREDENTIAL = 0x40

type Wish = { is_verified?: boolean; origin?: string; challenge?: string }

const text = (bytes: Buffer) => bytes.toString('base64url')
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()

/** A new passkey of one site; it counts its own uses. */
export function softPasskey(origin: string) {
  const host = new URL(origin).hostname
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let uses = 0

  const clientData = (type: string, challenge: string, wish: Wish) =>
    Buffer.from(
      JSON.stringify({
        ...{ type, challenge: wish.challenge ?? challenge },
        ...{ origin: wish.origin ?? origin, crossOrigin: false },
      }),
    )
  const head = (flags: number) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(uses)
    return Buffer.concat([sha256(host), Buffer.from([flags]), counter])
  }

  return {
    id: text(id),
    /** Answers an enrolment. */
    create(options: unknown, wish: Wish = {}): Attestation {
      const { challenge } = options as { challenge: string }
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([
        ...[head(USER_PRESENT_AND_VERIFIED | HAS_CREDENTIAL), Buffer.alloc(16), length, id],
        coseKey(publicKey),
      ])
      const attestation_object = text(
        Buffer.concat([
          ...[
            Buffer.from([0xa3]),
            cborText('fmt'),
            cborText('none'),
            cborText('attStmt'),
            Buffer.from([0xa0]),
          ],
          ...[cborText('authData'), cborBytes(authData)],
        ]),
      )
      const client_data = text(clientData('webauthn.create', challenge, wish))
      return { id: text(id), client_data, attestation_object, transports: ['internal'] }
    },
    /** Answers a sign-in, unlock or step-up. */
    answer(options: unknown, wish: Wish = {}): Assertion {
      const { challenge } = options as { challenge: string }
      uses += 1
      const data = head(wish.is_verified === false ? USER_PRESENT : USER_PRESENT_AND_VERIFIED)
      const client = clientData('webauthn.get', challenge, wish)
      const signature = createSign('sha256').update(data).update(sha256(client)).sign(privateKey)
      return {
        ...{ id: text(id), client_data: text(client), authenticator_data: text(data) },
        ...{ signature: text(signature), user_handle: null },
      }
    },
  }
}

export type SoftPasskey = ReturnType<typeof softPasskey>

// CBOR, as far as it is needed: RFC 8949 heads of strings, and one COSE key of five members.
const cborHead = (major: number, length: number) =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 0xff])
const cborText = (value: string) => Buffer.concat([cborHead(3, value.length), Buffer.from(value)])
const cborBytes = (value: Buffer) => Buffer.concat([cborHead(2, value.length), value])

/** EC2 key on P-256 for ES256: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const [xs, ys] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  return Buffer.concat([
    ...[Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21]), cborBytes(xs), Buffer.from([0x22]), cborBytes(ys)],
  ])
}
