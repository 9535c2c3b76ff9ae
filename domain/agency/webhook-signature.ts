// How an agency knows that a message is the register's: an HMAC over its id, its time and its body (Standard Webhooks, v1).
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds by which the time of a message may differ from the receiver's clock: an older one is somebody's copy. */
export const TOLERANCE_SECONDS = 300
const PREFIX = 'whsec_'

export type Message = { id: string; timestamp: string; body: string }

/** A secret as it is handed over, of its bytes; 24 to 64 of them. */
export const secretText = (bytes: Buffer): string => `${PREFIX}${bytes.toString('base64')}`

const hmac = (secret: string, { id, timestamp, body }: Message) =>
  createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest()

/**
 * The value of the header `webhook-signature`: one signature a valid secret, so that an agency may change over in its own time.
 * @example signMessage(['whsec_c2VjcmV0'], { id: 'a', timestamp: '1', body: '{}' })
 */
export const signMessage = (secrets: readonly string[], message: Message): string =>
  secrets.map((secret) => `v1,${hmac(secret, message).toString('base64')}`).join(' ')

/** Whether one of the signatures is of this secret, and the message is of now. */
export function isSigned(secret: string, message: Message, signature: string, now_seconds: number): boolean {
  if (!(Math.abs(now_seconds - Number(message.timestamp)) <= TOLERANCE_SECONDS)) return false
  const expected = hmac(secret, message)
  return signature.split(' ').some((one) => {
    const [version, given = ''] = one.split(',')
    const bytes = Buffer.from(given, 'base64')
    return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected)
  })
}
