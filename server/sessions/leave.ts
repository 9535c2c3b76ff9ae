/** Locking, logging out, and the language of the screens. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LanguageChoice, LockRequest } from '../../contract/sessions.ts'
import { SignedOutPage } from '../../pages/sessions/SignedOutPage.tsx'
import {
  dropCookie,
  isOwnPath,
  LANGUAGE_COOKIE,
  noteReturn,
  RETURN_COOKIE,
  SESSION_COOKIE,
  setCookie,
  tokenOf,
} from '../platform/cookies.ts'
import { asActor, asGate, type Session, send } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { END_SESSION, LOCK_SESSION } from '../platform/session-statements.ts'
import { hashOf } from '../platform/tokens.ts'
import { formOf, recordGate, sendGatePage, sessionOf } from './gate-route.ts'

const YEAR_SECONDS = 31_536_000
const hidden = { schema: { hide: true } }

export function leaveRoutes(app: FastifyInstance, program: Program) {
  app.post('/language', hidden, (request, reply) => setLanguage(program, request, reply))
  app.post('/lock', hidden, async (request, reply) => {
    const session = await sessionOf(program, request)
    if (!session) return reply.redirect('/sign-in', 303)
    if (!session.is_locked) await endOrLock(program, request, session, LOCK_SESSION, 'session.locked')
    noteReturn(reply, formOf(request, LockRequest).back_to ?? '/')
    return reply.redirect('/unlock', 303)
  })
  app.post('/sign-out', hidden, async (request, reply) => {
    const session = await sessionOf(program, request)
    if (session) await endOrLock(program, request, session, END_SESSION, 'session.closed')
    dropCookie(reply, SESSION_COOKIE)
    dropCookie(reply, RETURN_COOKIE)
    // The cache only: "storage" would destroy notices that wait to be sent.
    return reply.header('clear-site-data', '"cache"').redirect('/signed-out', 303)
  })
  app.get('/signed-out', hidden, (request, reply) => sendGatePage(program, request, reply, SignedOutPage, {}))
}

const endOrLock = (
  program: Program,
  request: FastifyRequest,
  session: Session,
  statement: { name: string; text: string },
  action: 'session.locked' | 'session.closed',
) =>
  asGate(program.database, async (tx) => {
    await send(tx, statement, [hashOf(tokenOf(request))])
    await recordGate(tx, program, request, { action, outcome: 'done' }, session)
  })

async function setLanguage(program: Program, request: FastifyRequest, reply: FastifyReply) {
  const { language, back_to = '/' } = formOf(request, LanguageChoice)
  setCookie(reply, LANGUAGE_COOKIE, language, YEAR_SECONDS)
  await asActor(program.database, tokenOf(request), async (tx, session) => {
    if (session) await send(tx, SET_LANGUAGE, [language])
  })
  return reply.redirect(isOwnPath(back_to) ? back_to : '/', 303)
}

const SET_LANGUAGE = { name: 'set_language', text: 'select sec.set_language($1)' }
