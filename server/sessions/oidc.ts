/**
 * Signing in through the police identity provider: OpenID Connect, code flow with PKCE, state and nonce.
 * It says who an officer is and nothing of what he may do; it never counts as a fresh passkey.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { OnwardPage } from '../../pages/sessions/OnwardPage.tsx'
import { asGate } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { type Admission, admit, refuseSignIn, settle } from './admit.ts'
import { sendGatePage } from './gate-route.ts'
import { type Challenge, putChallenge, takeChallenge } from './queries.ts'

/** Lax, because the provider sends the browser back to us from its own site. */
const COOKIE = '__Host-oidc'
const LAX = { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: 300 } as const
/** The claim that holds the service number; a provider that sends none is asked for its subject. */
const BADGE_CLAIM = 'badge'

export function oidcRoutes(app: FastifyInstance, program: Program) {
  const provider = program.oidc
  if (!provider) return
  const hidden = { schema: { hide: true } }
  const comingBack = () => `${program.origin}/sign-in/identity-provider/callback`
  const configuration = configurationOf(provider)
  app.get('/sign-in/identity-provider', hidden, async (_request, reply) => {
    const address = await begin(program, reply, await configuration(), comingBack())
    return reply.redirect(address, 303)
  })
  app.get('/sign-in/identity-provider/callback', hidden, async (request, reply) => {
    const admission = await finish(program, request, await configuration(), comingBack())
    reply.clearCookie(COOKIE, LAX)
    // A page and not a redirect: our strict cookie is not sent on a way that began at another site.
    return sendGatePage(program, request, reply, OnwardPage, { go_to: settle(reply, admission) })
  })
}

/** Reads the provider's metadata once; a failed reading is tried again at the next sign-in. */
function configurationOf({ issuer, client_id, client_secret }: NonNullable<Program['oidc']>) {
  const url = new URL(issuer)
  const is_loopback = ['localhost', '127.0.0.1'].includes(url.hostname)
  const options = is_loopback ? { execute: [oidc.allowInsecureRequests] } : {}
  let read: Promise<oidc.Configuration> | undefined
  return async () => {
    read ??= oidc.discovery(url, client_id, client_secret, undefined, options)
    try {
      return await read
    } catch {
      read = undefined
      throw new Problem('unavailable')
    }
  }
}

async function begin(program: Program, reply: FastifyReply, at: oidc.Configuration, redirect_uri: string) {
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
  const challenge_id = await asGate(program.database, (tx) =>
    putChallenge(tx, 'oidc', { officer_id: null, challenge: state, detail: { nonce, verifier } }),
  )
  reply.setCookie(COOKIE, challenge_id, LAX)
  const code_challenge = await oidc.calculatePKCECodeChallenge(verifier)
  const asked = { redirect_uri, scope: 'openid', state, nonce, code_challenge, code_challenge_method: 'S256' }
  return oidc.buildAuthorizationUrl(at, asked).href
}

async function finish(
  program: Program,
  request: FastifyRequest,
  at: oidc.Configuration,
  redirect_uri: string,
): Promise<Admission> {
  const asked = await asGate(program.database, (tx) =>
    takeChallenge(tx, 'oidc', request.cookies[COOKIE] ?? ''),
  )
  const badge = asked && (await askBadge(at, request, redirect_uri, asked))
  return asGate(program.database, async (tx) => {
    const officer = badge && (await findOfficerByBadge(tx, badge))
    if (officer) return admit(tx, { program, request, officer_id: officer.officer_id, method: 'oidc' })
    await refuseSignIn(tx, program, request, null, badge ? 'unknown_badge' : 'oidc_failed')
    return { refused: new Problem('not_signed_in') }
  })
}

/** Trades the code for an identity and reads the service number; undefined when the provider's answer proves nothing. */
async function askBadge(
  at: oidc.Configuration,
  request: FastifyRequest,
  redirect_uri: string,
  asked: Challenge,
) {
  const url = new URL(redirect_uri)
  url.search = request.url.split('?')[1] ?? ''
  try {
    const tokens = await oidc.authorizationCodeGrant(at, url, {
      ...{ expectedState: asked.challenge, idTokenExpected: true },
      expectedNonce: asked.detail['nonce'] ?? '',
      pkceCodeVerifier: asked.detail['verifier'] ?? '',
    })
    const claims = tokens.claims()
    const badge = claims?.[BADGE_CLAIM] ?? claims?.sub
    return typeof badge === 'string' ? badge : undefined
  } catch {
    return undefined
  }
}

const findOfficerByBadge = (tx: Parameters<typeof takeChallenge>[0], badge: string) =>
  tx.selectFrom('access.officer').select('officer_id').where('badge', '=', badge).executeTakeFirst()
