/**
 * Hands one message to an agency's address. The address was registered by two people and is still not trusted: the name is looked
 * up here, an answer of a private network is refused at the very connection, and no redirect is followed.
 */
import { lookup as lookUp } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import type { AgencyEvent } from '../../contract/agencies.ts'
import { type Allowed, addressFault, mayBeCalled } from '../../domain/agency/webhook-address.ts'
import { signMessage } from '../../domain/agency/webhook-signature.ts'

const TIME_OUT_MS = 10_000

export type Delivery = {
  url: string
  /** Valid ones, the newest first. */
  secrets: readonly string[]
  event: AgencyEvent
  now: Temporal.Instant
  allowed: Allowed
  signal: AbortSignal
  /** Who is asked for the address of a name; the machine's own look-up unless said. */
  look_up?: typeof lookUp
}

/** A look-up that refuses what may not be called: what it gives is what is connected to. */
const guarded =
  (allowed: Allowed, look_up: typeof lookUp): LookupFunction =>
  (hostname, options, callback) =>
    look_up(hostname, { ...options, all: true }, (fault, found) => {
      if (fault) return callback(fault, '', 0)
      const [first] = found
      if (!first || found.some(({ address }) => !mayBeCalled(address, allowed)))
        return callback(new Error('private_address'), '', 0)
      if (options.all) return callback(null, found)
      return callback(null, first.address, first.family)
    })

/** Null when the agency took it; else the code of what went wrong. Never throws for what the other side does. */
export async function deliver(delivery: Delivery): Promise<string | null> {
  const { url, secrets, event, now, allowed, signal, look_up = lookUp } = delivery
  const fault = addressFault(url, allowed)
  if (fault) return fault
  if (secrets.length === 0) return 'no_secret'
  const body = JSON.stringify(event)
  const timestamp = String(Math.floor(now.epochMilliseconds / 1000))
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'amanat',
    'webhook-id': event.event_id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signMessage(secrets, { id: event.event_id, timestamp, body }),
  }
  try {
    const status = await post(new URL(url), { headers, body, allowed, signal, look_up })
    return status >= 200 && status < 300 ? null : `status_${status}`
  } catch (refused) {
    if (!(refused instanceof Error)) return 'no_answer'
    if (refused.message === 'private_address') return 'private_address'
    return ['TimeoutError', 'AbortError'].includes(refused.name) ? 'time_out' : 'no_answer'
  }
}

type Posting = Pick<Delivery, 'allowed' | 'signal'> & {
  headers: http.OutgoingHttpHeaders
  body: string
  look_up: typeof lookUp
}

/** The status of the answer; its body is not read. */
function post(url: URL, { headers, body, allowed, signal, look_up }: Posting): Promise<number> {
  const is_plain = url.protocol === 'http:'
  const lookup = guarded(
    { ...allowed, allows_loopback_http: allowed.allows_loopback_http && is_plain },
    look_up,
  )
  const options = {
    ...{ method: 'POST', headers, agent: false, lookup },
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_OUT_MS)]),
  }
  return new Promise((resolve, reject) => {
    const request = (is_plain ? http : https).request(url, options, (answer) => {
      resolve(answer.statusCode ?? 0)
      answer.destroy()
    })
    request.on('error', reject)
    request.end(body)
  })
}
