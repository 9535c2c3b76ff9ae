/** A message gateway that sends nothing: it keeps what it was handed, by its own lights, for whoever looks. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { appendFileSync, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { Value } from 'typebox/value'
import { MESSAGE_PATH, Message, type MessageAnswer } from '../../../contract/reminders.ts'

export type GatewayOptions = {
  secret: string
  /** Each message taken is a line of this file. */
  outbox: string
  /** While this file exists the gateway answers that it is unavailable. */
  outage_file?: string | undefined
}

const MOST_BYTES = 4_096
/** How far a request's clock may be from ours, in seconds. */
const CLOCK_SECONDS = 120

type Reply = { status: number; body: MessageAnswer | { error: string } }
const refusal = (status: number, error: string): Reply => ({ status, body: { error } })

/** Makes the gateway; the caller lets it listen. A message taken is not taken twice, whatever its second text. */
export function createGateway(options: GatewayOptions): Server {
  const taken = new Set<string>()
  return createServer(async (request, response) => {
    const request_id = headerOf(request, 'message-request-id')
    const { status, body } = await replyTo(options, taken, request).catch(() =>
      refusal(400, 'not_understood'),
    )
    const bytes = Buffer.from(JSON.stringify(body))
    response.writeHead(status, {
      'content-type': 'application/json',
      'message-signature': sign(options.secret, [String(status), request_id], bytes).toString('hex'),
    })
    response.end(bytes)
  })
}

const headerOf = (request: IncomingMessage, name: string) => String(request.headers[name] ?? '')

const sign = (secret: string, lines: readonly string[], body: Buffer) =>
  createHmac('sha256', secret)
    .update(lines.map((line) => `${line}\n`).join(''))
    .update(body)
    .digest()

async function replyTo(
  { secret, outbox, outage_file }: GatewayOptions,
  taken: Set<string>,
  request: IncomingMessage,
): Promise<Reply> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  const body = Buffer.concat(parts)
  if (body.length > MOST_BYTES) return refusal(413, 'too_large')
  const signed_at = headerOf(request, 'message-timestamp')
  const lines = [request.method ?? '', request.url ?? '', signed_at, headerOf(request, 'message-request-id')]
  const [given, expected] = [
    Buffer.from(headerOf(request, 'message-signature'), 'hex'),
    sign(secret, lines, body),
  ]
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return refusal(401, 'signature')
  if (!(Math.abs(Date.now() / 1000 - Number(signed_at)) <= CLOCK_SECONDS)) return refusal(401, 'stale')
  if (request.method !== 'POST' || request.url !== MESSAGE_PATH) return refusal(404, 'no_such_address')
  const message: unknown = JSON.parse(body.toString('utf8'))
  if (!Value.Check(Message, message)) return refusal(400, 'not_understood')
  if (outage_file && existsSync(outage_file)) return { status: 503, body: { outcome: 'unavailable' } }
  if (!taken.has(message.message_id)) appendFileSync(outbox, `${JSON.stringify(message)}\n`)
  taken.add(message.message_id)
  return { status: 200, body: { outcome: 'accepted' } }
}
