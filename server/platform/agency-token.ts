/**
 * Access tokens of agencies' own systems: JWTs that the police identity provider signed for this register (RFC 9068). A token
 * says which client calls, and nothing of what it may do; nothing of it is kept.
 */
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import * as oidc from 'openid-client'
import { Problem } from './problem.ts'

/** Where agencies' tokens come from, whom they are for, and where messages to them may go. */
export type AgencyDoor = {
  issuer: string
  audience: string
  /** Messages may go to addresses of a private network, as where all police share one. */
  allows_private: boolean
}

/** Signatures with a private key alone: `none` and shared secrets are no signatures of the provider. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA']
/** A longer-lived token is refused: whoever steals one has it for so long. */
const MOST_AGE = '1h'
const SKEW_SECONDS = 5
const KEYS_TIME_OUT_MS = 15_000
/** What goes wrong with the provider's keys, and not with a token: they did not come, not in time, or are none. */
const OF_THE_PROVIDER: ReadonlySet<string> = new Set([
  ...['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'],
])
/** What the provider grants to a client that may ask here. */
const SCOPE = 'checks'

const keys = new WeakMap<AgencyDoor, Promise<JWTVerifyGetKey>>()

/** The provider's keys, found through its metadata once; a failed reading is tried again at the next call. */
async function keysOf(door: AgencyDoor): Promise<JWTVerifyGetKey> {
  const known = keys.get(door) ?? readKeys(door)
  keys.set(door, known)
  try {
    return await known
  } catch {
    keys.delete(door)
    throw new Problem('unavailable')
  }
}

async function readKeys({ issuer, audience }: AgencyDoor): Promise<JWTVerifyGetKey> {
  const url = new URL(issuer)
  const is_loopback = ['localhost', '127.0.0.1'].includes(url.hostname)
  const options = is_loopback ? { execute: [oidc.allowInsecureRequests] } : {}
  const found = await oidc.discovery(url, audience, undefined, oidc.None(), options)
  return createRemoteJWKSet(new URL(found.serverMetadata().jwks_uri ?? ''), {
    timeoutDuration: KEYS_TIME_OUT_MS,
  })
}

/** The client that a token names; undefined when the token proves nothing here and now. Throws while the provider does not answer. */
export async function findClient(
  door: AgencyDoor,
  token: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const key = await keysOf(door)
  try {
    const { payload } = await jwtVerify(token, key, {
      ...{ issuer: door.issuer, audience: door.audience, algorithms: ALGORITHMS, typ: 'at+jwt' },
      ...{ requiredClaims: ['exp', 'iat', 'client_id'], maxTokenAge: MOST_AGE },
      ...{ clockTolerance: SKEW_SECONDS, currentDate: new Date(now.epochMilliseconds) },
    })
    const { client_id, scope } = payload
    const may_ask = typeof scope === 'string' && scope.split(' ').includes(SCOPE)
    return may_ask && typeof client_id === 'string' ? client_id : undefined
  } catch (fault) {
    if (fault instanceof errors.JOSEError && !OF_THE_PROVIDER.has(fault.code)) return undefined
    throw new Problem('unavailable')
  }
}
