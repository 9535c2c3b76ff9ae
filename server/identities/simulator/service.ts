/** The agency's service: a plain web server that speaks docs/agencies/identity.md and shares only its contract. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Value } from 'typebox/value'
import {
  CIVIL_EVENTS_PATH,
  type CivilEvents,
  CivilEventsQuestion,
  IDENTITY_PATH,
  type IdentityAnswer,
  IdentityQuestion,
} from '../../../contract/identities.ts'
import type { Citizen } from './citizens.ts'
import { answerOf } from './compare.ts'
import { readEvents } from './events.ts'

export type ServiceOptions = {
  secret: string
  citizens: ReadonlyMap<string, Citizen>
  /** While this file exists the agency answers that it is unavailable. */
  outage_file?: string | undefined
  /** Events of the civil register, one JSON object a line, read anew for every question. */
  events_file?: string | undefined
}

const MOST_BYTES = 8_192
/** How far a question's clock may be from ours, in seconds; its id is remembered as long, so none is taken twice. */
const CLOCK_SECONDS = 120

/** Events of one answer, at most. */
const MOST_EVENTS = 500

type Reply = { status: number; body: IdentityAnswer | CivilEvents | { error: string } }
const refusal = (status: number, error: string): Reply => ({ status, body: { error } })

/** Makes the service; the caller lets it listen. */
export function createService(options: ServiceOptions): Server {
  const seen = new Map<string, number>()
  return createServer(async (request, response) => {
    const request_id = headerOf(request, 'identity-request-id')
    const reply = await replyTo(options, seen, request, request_id).catch(() =>
      refusal(400, 'not_understood'),
    )
    send(response, options.secret, request_id, reply)
  })
}

async function replyTo(
  options: ServiceOptions,
  seen: Map<string, number>,
  request: IncomingMessage,
  request_id: string,
): Promise<Reply> {
  const body = await bodyOf(request)
  if (body === undefined) return refusal(413, 'too_large')
  if (!isSigned(options.secret, request, request_id, body)) return refusal(401, 'signature')
  if (!isFresh(seen, request, request_id)) return refusal(401, 'stale_or_repeated')
  if (request.method !== 'POST') return refusal(404, 'no_such_address')
  const question: unknown = JSON.parse(body.toString('utf8'))
  if (request.url === CIVIL_EVENTS_PATH) return eventsAfter(options, question)
  if (request.url !== IDENTITY_PATH) return refusal(404, 'no_such_address')
  if (!Value.Check(IdentityQuestion, question)) return refusal(400, 'not_understood')
  if (options.outage_file && existsSync(options.outage_file))
    return { status: 503, body: { outcome: 'unavailable', fields_differ: [] } }
  return { status: 200, body: answerOf(question, options.citizens) }
}

/** Everybody's events after a number, as the file has them now; the register picks its own. */
function eventsAfter({ events_file, outage_file }: ServiceOptions, question: unknown): Reply {
  if (!Value.Check(CivilEventsQuestion, question)) return refusal(400, 'not_understood')
  if (outage_file && existsSync(outage_file)) return refusal(503, 'unavailable')
  const all = events_file && existsSync(events_file) ? readEvents(readFileSync(events_file, 'utf8')) : []
  const events = all.filter(({ event_no }) => event_no > question.after).slice(0, MOST_EVENTS)
  return { status: 200, body: { events } }
}

const headerOf = (request: IncomingMessage, name: string) => String(request.headers[name] ?? '')

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let byte_count = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    byte_count += part.length
    if (byte_count <= MOST_BYTES) parts.push(part)
  }
  return byte_count > MOST_BYTES ? undefined : Buffer.concat(parts)
}

const hmac = (secret: string, lines: readonly string[], body: Buffer) =>
  createHmac('sha256', secret)
    .update(lines.map((line) => `${line}\n`).join(''))
    .update(body)
    .digest()

function isSigned(secret: string, request: IncomingMessage, request_id: string, body: Buffer): boolean {
  const signed_at = headerOf(request, 'identity-timestamp')
  const expected = hmac(secret, [request.method ?? '', request.url ?? '', signed_at, request_id], body)
  const given = Buffer.from(headerOf(request, 'identity-signature'), 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Within the clock's tolerance, and not asked before. */
function isFresh(seen: Map<string, number>, request: IncomingMessage, request_id: string): boolean {
  const now = Math.floor(Date.now() / 1000)
  for (const [id, at] of seen) if (at < now - 2 * CLOCK_SECONDS) seen.delete(id)
  const signed_at = Number(headerOf(request, 'identity-timestamp'))
  if (!(Math.abs(now - signed_at) <= CLOCK_SECONDS) || request_id === '' || seen.has(request_id)) return false
  seen.set(request_id, now)
  return true
}

/** Every reply is signed with the question's id, so that no other can be put in its place. */
function send(response: ServerResponse, secret: string, request_id: string, { status, body }: Reply) {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    'content-type': 'application/json',
    'identity-request-id': request_id,
    'identity-signature': hmac(secret, [String(status), request_id], bytes).toString('hex'),
  })
  response.end(bytes)
}
