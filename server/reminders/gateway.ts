/** Hands one message to the gateway (docs/agencies/messages.md). Whatever goes wrong on the way is `unavailable`. */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { Value } from 'typebox/value'
import { MESSAGE_PATH, type Message, MessageAnswer } from '../../contract/reminders.ts'

export type Gateway = { url: string; secret: string }
export type Handed = { outcome: MessageAnswer['outcome']; because: string | null }

const TIME_OUT_MS = 5_000
const MOST_BYTES = 4_096

const hmac = (secret: string, lines: readonly string[], body: string) =>
  createHmac('sha256', secret)
    .update(`${lines.join('\n')}\n${body}`)
    .digest('hex')

/** Hands it over once. Never throws for what the gateway or the line does. */
export async function handMessage(
  { url, secret }: Gateway,
  message: Message,
  { now, signal }: { now: Temporal.Instant; signal: AbortSignal },
): Promise<Handed> {
  const request_id = randomUUID()
  const unavailable = (because: string): Handed => ({ outcome: 'unavailable', because })
  try {
    const body = JSON.stringify(message)
    const signed_at = String(Math.floor(now.epochMilliseconds / 1000))
    const reply = await fetch(new URL(MESSAGE_PATH, url), {
      ...{ method: 'POST', body, redirect: 'error' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_OUT_MS)]),
      headers: {
        ...{
          'content-type': 'application/json',
          'message-request-id': request_id,
          'message-timestamp': signed_at,
        },
        'message-signature': hmac(secret, ['POST', MESSAGE_PATH, signed_at, request_id], body),
      },
    })
    const text = await reply.text()
    if (text.length > MOST_BYTES || !isFromGateway(secret, reply, request_id, text))
      return unavailable('signature')
    if (reply.status !== 200) return unavailable(`status_${reply.status}`)
    const answer: unknown = JSON.parse(text)
    if (!Value.Check(MessageAnswer, answer)) return unavailable('not_understood')
    return { outcome: answer.outcome, because: answer.outcome === 'accepted' ? null : 'said_so' }
  } catch (fault) {
    return unavailable(fault instanceof Error && fault.name === 'TimeoutError' ? 'time_out' : 'no_answer')
  }
}

/** The signature covers our own request id: an old or foreign answer does not pass. */
function isFromGateway(secret: string, reply: Response, request_id: string, text: string): boolean {
  const given = Buffer.from(reply.headers.get('message-signature') ?? '')
  const expected = Buffer.from(hmac(secret, [String(reply.status), request_id], text))
  return given.length === expected.length && timingSafeEqual(given, expected)
}
