/** Verifying a paper: open to everybody, reads no database, records nobody. The code itself is all that is needed. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ComponentType, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { answerTo } from '../../domain/receipt/answer.ts'
import { groupsOf, lettersOf } from '../../domain/receipt/token.ts'
import { CODE_LETTERS } from '../../domain/receipt/verify.ts'
import { type VerifyData, VerifyPage } from '../../pages/verify/VerifyPage.tsx'
import { CODE_COOKIE, dropCookie, languageOf, setCookie } from '../platform/cookies.ts'
import { frameOf, sendHtml } from '../platform/page.ts'
import type { Program } from '../platform/program.ts'
import { savedPage } from './saved-page.ts'

const hidden = { schema: { hide: true } }

/** Most letters that are read; a code has 208. */
const MOST_LETTERS = 2 * CODE_LETTERS
/** How long a code that was sent waits for its page. */
const KEPT_SECONDS = 60

export function verifyRoutes(app: FastifyInstance, program: Program) {
  const keys = program.paper_signer.published
  app.get('/.well-known/amanat-keys', hidden, (_request, reply) => reply.send({ keys }))
  app.get('/verify', hidden, (request, reply) => showVerify(program, request, reply))
  app.post('/verify', hidden, (request, reply) => {
    const typed = request.body instanceof URLSearchParams ? (request.body.get('code') ?? '') : ''
    setCookie(reply, CODE_COOKIE, keptOf(typed) || NOTHING, KEPT_SECONDS)
    return reply.redirect('/verify', 303)
  })
  app.get('/verify/offline.html', hidden, (request, reply) => {
    const language = languageOf(request)
    reply.header('content-disposition', `attachment; filename="amanat-verify-${language}.html"`)
    return sendHtml(reply, savedPage(program, language))
  })
}

/** What of a typed code goes to the next page: its letters alone, so that no other text can lie in the cookie. */
const keptOf = (typed: string) =>
  lettersOf(typed.slice(0, MOST_LETTERS * 2))
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, MOST_LETTERS)
/** Stands in the cookie for a code without letters, because some drop an empty one. */
const NOTHING = '-'

/** The form; with the answer once, when a code was sent just before. */
async function showVerify(program: Program, request: FastifyRequest, reply: FastifyReply) {
  const keys = program.paper_signer.published
  const sent = request.cookies[CODE_COOKIE]
  if (sent !== undefined) dropCookie(reply, CODE_COOKIE)
  const answer = sent === undefined ? null : await answerTo(sent, keys)
  const typed = answer?.verdict === 'unreadable' ? groupsOf(keptOf(sent ?? '')).join(' ') : ''
  const data: VerifyData = { keys, answer, typed }
  const frame = frameOf(program, languageOf(request), null, '/verify')
  return sendHtml(reply, renderToString(h(VerifyPage as ComponentType<object>, { ...frame, ...data })))
}
