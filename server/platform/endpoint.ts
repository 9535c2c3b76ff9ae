/**
 * The life of a request, once for all routes (ARCHITECTURE): session → begin and bind scope → facts → decide →
 * handle → audit → commit → reply, as JSON under /api/v1 and as a page beside it. A route says what, never how.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { type Facts, THROUGH_AGENCY } from '../../domain/access/actions.ts'
import { run } from './act.ts'
import { asCaller } from './caller.ts'
import { noteReturn, tokenOf } from './cookies.ts'
import { sendDownload } from './download.ts'
import { decodeBody, leaveOutEmpty, NO_QUERY, withFormId } from './form-request.ts'
import { withForm } from './form-state.ts'
import { type Page, sendPage, sendProblemPage } from './page.ts'
import type { Program } from './program.ts'
import { replyProblem } from './refusal.ts'
import type { Endpoint, Route } from './route.ts'
import { BOTH } from './security.ts'

/** Adds a route in both its forms. Leaving out `access`, `facts`, `audit` or `reply` does not compile. */
export function endpoint<
  P extends TSchema,
  Q extends TSchema,
  B extends TSchema,
  R extends TSchema,
  F extends Facts,
>(app: FastifyInstance, program: Program, typed: Endpoint<P, Q, B, R, F>): void {
  const route = typed as unknown as Route
  if (route.file && !route.leaves)
    throw new Error(`${route.url} sends a file and does not say where that is written down`)
  const schema = {
    summary: route.summary,
    ...(route.params && { params: route.params }),
    ...(route.body && { body: route.body }),
    ...(route.consumes && { consumes: route.consumes }),
  }
  if (!route.is_page_only) {
    app.route({
      method: route.method,
      url: `/api/v1${route.url}`,
      schema: {
        ...{ ...schema, querystring: route.query ?? NO_QUERY },
        ...(THROUGH_AGENCY.has(route.access) ? { security: BOTH } : {}),
        ...(route.file ? {} : { response: { [route.status ?? 200]: route.reply } }),
      },
      attachValidation: true,
      handler: (request, reply) => serveJson(program, route, request, reply),
    })
  }
  if (route.page || route.then || route.file) {
    app.route({
      method: route.method,
      url: route.url,
      schema: { ...schema, querystring: withFormId(route.query), hide: true },
      attachValidation: true,
      preValidation: async (request) => {
        leaveOutEmpty(request.query as Record<string, unknown>)
        decodeBody(route.body, request)
      },
      handler: (request, reply) => servePage(program, route, request, reply),
    })
  }
}

async function serveJson(program: Program, route: Route, request: FastifyRequest, reply: FastifyReply) {
  const outcome = await asCaller(program, request, (caller) => run(program, route, request, caller))
  if (outcome.refused) return replyProblem(reply, outcome.refused, request.id)
  if (route.file) return sendDownload(program, reply, outcome, route.file)
  return reply.code(route.status ?? 200).send(outcome.reply)
}

async function servePage(program: Program, route: Route, request: FastifyRequest, reply: FastifyReply) {
  const outcome = await run(program, route, request, { token: tokenOf(request) }, true)
  if (!outcome.refused) {
    if (route.method === 'POST')
      return reply.redirect(route.then?.({ params: request.params, reply: outcome.reply }) ?? '/', 303)
    if (route.file) return sendDownload(program, reply, outcome, route.file)
    const seconds = route.refresh_seconds?.({ reply: outcome.reply })
    if (seconds !== undefined) reply.header('refresh', String(seconds))
    return sendPage(program, reply, {
      page: route.page as Page<unknown>,
      contract: route.reply,
      ...outcome,
      now: program.clock.now(),
    })
  }
  const { refused, session, form_id } = outcome
  if (refused.policy === 'forbid-without-purpose' && route.ask_purpose)
    return reply.redirect(route.ask_purpose({ params: request.params }), 303)
  if (refused.code === 'not_signed_in') return reply.redirect('/sign-in', 303)
  const form = form_id && route.form && withForm(route.form({ params: request.params }), form_id)
  if (refused.code === 'locked' || refused.code === 'step_up_needed') {
    noteReturn(reply, form || (route.method === 'GET' ? request.url : '/'))
    return reply.redirect(refused.code === 'locked' ? '/unlock' : '/fresh', 303)
  }
  if (form) return reply.redirect(form, 303)
  return sendProblemPage(program, request, reply, refused, session)
}
