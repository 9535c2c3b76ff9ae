/** Using the passkey again: to unlock a session, or to step up for a sensitive act. Both are one proof. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Assertion, AuthenticatorOptions, Onward } from '../../contract/sessions.ts'
import { FreshPage } from '../../pages/sessions/FreshPage.tsx'
import { UnlockPage } from '../../pages/sessions/UnlockPage.tsx'
import { CHALLENGE_COOKIE, dropCookie, setCookie, takeReturn, tokenOf } from '../platform/cookies.ts'
import { asGate, type GateTx, type Session, send } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { REFRESH_SESSION } from '../platform/session-statements.ts'
import { hashOf } from '../platform/tokens.ts'
import { gatePost, getSession, recordGate, sendGatePage, sessionOf } from './gate-route.ts'
import { askAssertion, proveOfficer } from './passkeys.ts'
import { listPasskeys } from './queries.ts'

const CHALLENGE_SECONDS = 300

export function freshRoutes(app: FastifyInstance, program: Program) {
  addPages(app, program)
  gatePost(app, {
    ...{ url: '/fresh/challenge', summary: 'Ask for the passkey of this session’s officer' },
    reply: AuthenticatorOptions,
    async handle({ request, reply }) {
      const { officer_id } = await getSession(program, request)
      const asked = await asGate(program.database, (tx) => askAssertion(tx, program, 'fresh', officer_id))
      setCookie(reply, CHALLENGE_COOKIE, asked.challenge_id, CHALLENGE_SECONDS)
      return { public_key: asked.public_key }
    },
  })
  gatePost(app, {
    ...{ url: '/fresh', summary: 'Unlock, or step up, with the passkey', body: Assertion, reply: Onward },
    async handle({ body, request, reply }) {
      const session = await getSession(program, request)
      dropCookie(reply, CHALLENGE_COOKIE)
      const refused = await asGate(program.database, async (tx) => {
        const cookie = request.cookies[CHALLENGE_COOKIE] ?? ''
        const proof = await proveOfficer(tx, program, 'fresh', cookie, body)
        const code = proof.refused ?? (proof.officer_id === session.officer_id ? undefined : 'passkey_failed')
        if (!code) return refresh(tx, program, request, session, 'passkey')
        const event = { action: 'session.refreshed', outcome: 'refused', policy: code } as const
        await recordGate(tx, program, request, event, session)
        return new Problem(code)
      })
      if (refused) throw refused
      return { go_to: takeReturn(request, reply) }
    },
  })
}

function addPages(app: FastifyInstance, program: Program) {
  const hidden = { schema: { hide: true } }
  const show = async (request: FastifyRequest, reply: FastifyReply) => {
    const session = await sessionOf(program, request)
    if (!session) return reply.redirect('/sign-in', 303)
    const passkeys = await asGate(program.database, (tx) => listPasskeys(tx, session.officer_id))
    const data = { has_passkey: passkeys.length > 0, is_demo: program.is_demo, has_oidc: !!program.oidc }
    if (session.is_locked) return sendGatePage(program, request, reply, UnlockPage, data, session)
    if (request.url.startsWith('/unlock')) return reply.redirect(takeReturn(request, reply), 303)
    return sendGatePage(program, request, reply, FreshPage, data, session)
  }
  app.get('/unlock', hidden, show)
  app.get('/fresh', hidden, show)
}

/** Unlocks the session and counts as step-up for 5 minutes; a problem when it ended meanwhile. */
export async function refresh(
  tx: GateTx,
  program: Program,
  request: FastifyRequest,
  session: Session,
  how: 'passkey' | 'demo',
): Promise<Problem | undefined> {
  const [row] = await send<{ refreshed: boolean }>(tx, REFRESH_SESSION, [hashOf(tokenOf(request))])
  const action = session.is_locked ? 'session.unlocked' : 'session.refreshed'
  const outcome = row?.refreshed ? 'done' : 'refused'
  await recordGate(tx, program, request, { action, outcome, policy: how }, session)
  return row?.refreshed ? undefined : new Problem('not_signed_in')
}
