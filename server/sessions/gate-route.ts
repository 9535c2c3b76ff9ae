/**
 * Routes before and around a session: they act through the gate, not through `endpoint`, because there is nobody yet
 * whom a policy could judge. Each writes its event in its transaction, as everything does.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ComponentType, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { None } from '../../contract/shape.ts'
import type { PageProps } from '../../pages/ui/page-props.ts'
import { type AuditActor, type AuditEvent, recordEvent } from '../platform/audit.ts'
import { languageOf, tokenOf } from '../platform/cookies.ts'
import { asActor, type GateTx, type Session } from '../platform/database.ts'
import { decodeForm } from '../platform/form.ts'
import { frameOf, sendHtml } from '../platform/page.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { invalidRequest } from '../platform/refusal.ts'
import { viewerOf } from '../platform/viewer.ts'

type JsonRoute<B extends TSchema, R extends TSchema> = {
  url: string
  summary: string
  body?: B
  params?: TSchema
  reply: R
  handle: (given: {
    body: Static<B>
    params: Record<string, string>
    request: FastifyRequest
    reply: FastifyReply
  }) => Promise<Static<R>>
}

/** A JSON POST of the gate, under /api/v1. */
export function gatePost<B extends TSchema, R extends TSchema>(app: FastifyInstance, typed: JsonRoute<B, R>) {
  const route = typed as unknown as JsonRoute<TSchema, TSchema>
  app.route({
    method: 'POST',
    url: `/api/v1${route.url}`,
    attachValidation: true,
    schema: {
      summary: route.summary,
      security: [], // who asks has no session yet
      querystring: None,
      response: { 200: route.reply },
      ...(route.body ? { body: route.body } : {}),
      ...(route.params ? { params: route.params } : {}),
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      if (request.validationError) throw invalidRequest(request.validationError)
      const params = request.params as Record<string, string>
      return reply.send(await route.handle({ body: request.body, params, request, reply }))
    },
  })
}

/** The body of a form of the gate, by its contract. */
export function formOf<B extends TSchema>(request: FastifyRequest, contract: B): Static<B> {
  const given = request.body instanceof URLSearchParams ? decodeForm(contract, request.body) : undefined
  if (!Value.Check(contract, given)) throw new Problem('invalid')
  return given as Static<B>
}

/** The caller's session, also when it is locked; undefined when there is none. */
export const sessionOf = (program: Program, request: FastifyRequest): Promise<Session | undefined> =>
  asActor(program.database, tokenOf(request), async (_tx, session) => session)

/** The same, or a 401. */
export async function getSession(program: Program, request: FastifyRequest): Promise<Session> {
  const session = await sessionOf(program, request)
  if (!session) throw new Problem('not_signed_in')
  return session
}

/** Sends a page that needs no open session; an officer who has one sees his own bar above it. */
export async function sendGatePage<D extends object>(
  program: Program,
  request: FastifyRequest,
  reply: FastifyReply,
  page: ComponentType<PageProps<D>>,
  data: D,
  session?: Session,
) {
  const viewer = session && !session.is_locked ? await viewerOf(program, session) : null
  const path = request.url.split('?')[0] ?? '/'
  const frame = frameOf(program, session?.language ?? languageOf(request), viewer, path)
  return sendHtml(reply, renderToString(h(page as ComponentType<object>, { ...data, ...frame })))
}

/** Writes an event of the gate; `who` is left out where nobody has proved who he is. */
export const recordGate = (
  tx: GateTx,
  program: Program,
  request: FastifyRequest,
  event: AuditEvent,
  who: Partial<Pick<AuditActor, 'officer_id' | 'session_id' | 'posting_id' | 'role'>> = {},
) => {
  const { officer_id = null, session_id = null, posting_id = null, role = null } = who
  const actor = { officer_id, session_id, posting_id, role, request_id: request.id }
  return recordEvent(tx, program.keyring, actor, event)
}
