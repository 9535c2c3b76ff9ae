/** Asks the identity agency one question (docs/agencies/identity.md). Whatever goes wrong on the way is `unavailable`. */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { Value } from 'typebox/value'
import { IDENTITY_PATH, IdentityAnswer, type IdentityQuestion } from '../../contract/identities.ts'

export type Agency = { url: string; secret: string }

/** The answer, and for `unavailable` what happened, as a code for the record. */
export type Asked = { request_id: string; answer: IdentityAnswer; because: string | null }

const TIME_OUT_MS = 5_000
const MOST_BYTES = 8_192

const hmac = (secret: string, lines: readonly string[], body: string) =>
  createHmac('sha256', secret)
    .update(`${lines.join('\n')}\n${body}`)
    .digest('hex')

type Calling = { now: Temporal.Instant; signal: AbortSignal; time_out_ms?: number }
type Called = { request_id: string } & ({ answer: unknown } | { because: string })

/** Puts one signed question and reads the signed reply. Never throws for what the agency or the line does. */
export async function callAgency(
  agency: Agency,
  { path, question, most_bytes = MOST_BYTES }: { path: string; question: object; most_bytes?: number },
  { now, signal, time_out_ms = TIME_OUT_MS }: Calling,
): Promise<Called> {
  const request_id = randomUUID()
  const failed = (because: string): Called => ({ request_id, because })
  try {
    const body = JSON.stringify(question)
    const within = AbortSignal.any([signal, AbortSignal.timeout(time_out_ms)])
    const reply = await fetch(new URL(path, agency.url), {
      ...{ method: 'POST', body, redirect: 'error', signal: within },
      headers: headersOf(agency, { path, request_id, now, body }),
    })
    const text = await textOf(reply, most_bytes)
    if (text === undefined || !isFromAgency(agency, reply, request_id, text)) return failed('signature')
    if (reply.status !== 200) return failed(`status_${reply.status}`)
    return { request_id, answer: JSON.parse(text) }
  } catch (fault) {
    return failed(fault instanceof Error && fault.name === 'TimeoutError' ? 'time_out' : 'no_answer')
  }
}

/** Asks once; `signal` ends the wait when the program stops. */
export async function askAgency(
  agency: Agency,
  question: IdentityQuestion,
  calling: Calling,
): Promise<Asked> {
  const called = await callAgency(agency, { path: IDENTITY_PATH, question }, calling)
  const { request_id } = called
  const unavailable = (because: string): Asked => ({
    ...{ request_id, because },
    answer: { outcome: 'unavailable', fields_differ: [] },
  })
  if ('because' in called) return unavailable(called.because)
  const { answer } = called
  if (!isAnswer(answer)) return unavailable('not_understood')
  return { request_id, answer, because: answer.outcome === 'unavailable' ? 'said_so' : null }
}

type Signing = { path: string; request_id: string; now: Temporal.Instant; body: string }

function headersOf(agency: Agency, { path, request_id, now, body }: Signing) {
  const signed_at = String(Math.floor(now.epochMilliseconds / 1000))
  return {
    'content-type': 'application/json',
    'identity-request-id': request_id,
    'identity-timestamp': signed_at,
    'identity-signature': hmac(agency.secret, ['POST', path, signed_at, request_id], body),
  }
}

/** The reply's text; undefined when it is longer than any answer. */
async function textOf(reply: Response, most_bytes: number): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let byte_count = 0
  for await (const part of reply.body ?? []) {
    byte_count += part.length
    if (byte_count > most_bytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** The signature covers our own request id: an old or foreign answer does not pass. */
function isFromAgency(agency: Agency, reply: Response, request_id: string, text: string): boolean {
  const given = Buffer.from(reply.headers.get('identity-signature') ?? '')
  const expected = Buffer.from(hmac(agency.secret, [String(reply.status), request_id], text))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** By the contract, and consistent: only a mismatch names fields. */
const isAnswer = (answer: unknown): answer is IdentityAnswer =>
  Value.Check(IdentityAnswer, answer) && (answer.outcome === 'mismatch') === answer.fields_differ.length > 0
