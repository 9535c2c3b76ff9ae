/**
 * The life of a request, once for all routes (ARCHITECTURE): session → begin and bind scope → facts → decide →
 * handle → audit → commit → reply, as JSON under /api/v1 and as a page beside it. A route says what, never how.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { type Action, type Facts, THROUGH_AGENCY } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import type { QuotaAct } from '../../domain/access/quota.ts'
import type { AuditAction } from '../../domain/audit/actions.ts'
import { actorOf, auditActorOf } from './actor.ts'
import { type AgencyCall, beginCall, countCall, holdCall, keepReply, refuseCall } from './agency-call.ts'
import { type AuditEvent, recordEvent } from './audit.ts'
import { decide } from './authorize.ts'
import { asCaller, type Caller } from './caller.ts'
import { noteReturn, tokenOf } from './cookies.ts'
import { type Asked, asActor, command, type RegisterTx, type Session, withCommit } from './database.ts'
import { type Download, type Downloading, sendDownload } from './download.ts'
import { problemOf } from './fault.ts'
import { decodeBody, leaveOutEmpty, NO_QUERY, withFormId } from './form-request.ts'
import { type FormState, findForm, keepForm, withForm } from './form-state.ts'
import { demandWrittenDown, type Left } from './leaving.ts'
import { type Page, sendPage, sendProblemPage } from './page.ts'
import { Problem } from './problem.ts'
import type { Program } from './program.ts'
import { problemOfRefusal } from './quota.ts'
import { recordHashes } from './record-hash.ts'
import { invalidRequest, replyProblem } from './refusal.ts'
import { BOTH } from './security.ts'

/** What a handler is given: the decided request, one transaction, the program's keys and clock. */
export type Handling<P, Q, B, F> = {
  params: P
  query: Q
  body: B
  facts: F
  /** The rows of `ahead`. */
  ahead: readonly object[]
  actor: Actor
  session: Session
  tx: RegisterTx
  now: Temporal.Instant
  program: Program
  /** Adds to this act's event what only the act can know: the hashes of a row before and after. */
  record: (more: EventMore) => void
  /** Adds an event for another record that this act changes. */
  also: (more: EventMore) => void
}

/** What a route may add to its event: the subject, the purpose, rows before and after, an encrypted detail. */
export type EventMore = Partial<Omit<AuditEvent, 'action' | 'outcome'>>

export type Endpoint<
  P extends TSchema,
  Q extends TSchema,
  B extends TSchema,
  R extends TSchema,
  F extends Facts,
> = {
  method: 'GET' | 'POST'
  url: string
  summary: string
  /** The policy's action. */
  access: Action
  /** What the decision must know of the record, in one query; undefined: not visible, so 404. */
  facts: (given: {
    params: Static<P>
    body: Static<B>
    actor: Actor
    tx: RegisterTx
  }) => Promise<F | undefined> | F | undefined
  /** The event's name, in the past tense. */
  audit: AuditAction
  /** Who or what the event is about; several where one act shows several people, an event each. */
  event?: (given: {
    params: Static<P>
    body: Static<B>
    reply: Static<R> | undefined
    facts: F | undefined
  }) => EventMore | readonly EventMore[]
  params?: P
  query?: Q
  body?: B
  reply: R
  /**
   * A statement that `handle` will want answered, sent with the begin so that a hot path is two flights. It is read
   * before the decision, and dropped unseen unless the decision allows (decision 0016).
   */
  ahead?: (given: { body: Static<B> }) => Asked | undefined
  /** Every refusal of `handle` comes before its first write: a hot path is spared the savepoint. */
  refuses_before_writing?: boolean
  /** POST: it adds a record of a look and changes no other; so its event needs no hash of one. */
  changes_nothing?: boolean
  /** Counted against the officer's daily quota before the decision. */
  quota?: QuotaAct
  /** Purpose of the look where a policy asks for one: as typed, or of the task found with the facts. Stands in the event. */
  purpose?: (given: { params: Static<P>; body: Static<B>; facts: F }) => string | undefined
  /** GET: the page that asks for a purpose, where no task gives one. */
  ask_purpose?: (given: { params: Static<P> }) => string
  /** GET: the page of this reply. */
  page?: Page<Static<R>>
  /** GET: seconds after which the browser asks for the page again, while something is under way. */
  refresh_seconds?: (given: { reply: Static<R> }) => number | undefined
  /** GET: the file made of this reply, sent instead of it. */
  file?: (given: Downloading<Static<R>>) => Download
  /** Of a file: where it is written down that it left. A route with a file and without this does not start. */
  leaves?: (reply: Static<R>) => Left
  /** What kind of message is read, where it is not JSON or a form. */
  consumes?: readonly string[]
  /** POST from a form: where the browser goes after success. */
  then?: (given: { params: Static<P>; reply: Static<R> }) => string
  /** POST from a form: the page that holds the form, to show it again with its problems. */
  form?: (given: { params: Static<P> }) => string
  /** JSON status of success; 200 unless said. */
  status?: 200 | 201
  /** Not offered as JSON under /api/v1 (pages that only hold a form). */
  is_page_only?: boolean
  handle: (given: Handling<Static<P>, Static<Q>, Static<B>, F>) => Promise<Static<R>>
}

type Any = Endpoint<TSchema, TSchema, TSchema, TSchema, Facts>

type Outcome =
  | { reply: unknown; session: Session; form: FormState | undefined; refused?: undefined }
  | { refused: Problem; session: Session | undefined; form_id?: string | undefined }

/** Adds a route in both its forms. Leaving out `access`, `facts`, `audit` or `reply` does not compile. */
export function endpoint<
  P extends TSchema,
  Q extends TSchema,
  B extends TSchema,
  R extends TSchema,
  F extends Facts,
>(app: FastifyInstance, program: Program, typed: Endpoint<P, Q, B, R, F>): void {
  const route = typed as unknown as Any
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

async function serveJson(program: Program, route: Any, request: FastifyRequest, reply: FastifyReply) {
  const outcome = await asCaller(program, request, (caller) => run(program, route, request, caller))
  if (outcome.refused) return replyProblem(reply, outcome.refused, request.id)
  if (route.file) return sendDownload(program, reply, outcome, route.file)
  return reply.code(route.status ?? 200).send(outcome.reply)
}

async function servePage(program: Program, route: Any, request: FastifyRequest, reply: FastifyReply) {
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

/** Runs one act in one transaction and says how it ended; only an unknown fault throws, after its event is written. */
async function run(
  program: Program,
  route: Any,
  request: FastifyRequest,
  caller: Caller,
  is_page = false,
): Promise<Outcome> {
  let session: Session | undefined
  try {
    return await asActor(
      program.database,
      caller.token,
      async (tx, begun, ahead) => {
        session = begun
        const outcome = await act({ program, route, request, caller, tx, session: begun, ahead })
        if (outcome.refused && is_page && begun && route.form && route.method === 'POST') {
          return {
            ...outcome,
            form_id: await keepForm(
              tx,
              program.keyring,
              request.body,
              outcome.refused,
              subjectOf(route, request),
            ),
          }
        }
        if (outcome.refused || !is_page || route.method === 'POST') return outcome
        return { ...outcome, form: await findForm(tx, program.keyring, request.query) }
      },
      {
        quota: caller.agency ? undefined : route.quota,
        ahead: request.validationError ? undefined : route.ahead?.({ body: request.body }),
      },
    )
  } catch (fault) {
    await asActor(program.database, caller.token, (tx) =>
      recordEvent(tx, program.keyring, auditActorOf(session, request.id), {
        action: route.audit,
        outcome: 'failed',
      }),
    )
    throw fault
  }
}

/** The record a refused form is about; null where there is none yet. */
function subjectOf(route: Any, request: FastifyRequest): string | null {
  if (request.validationError?.validationContext === 'params') return null
  const { params, body } = request
  const given = { params, body: body ?? {}, reply: undefined, facts: undefined }
  const [first] = [route.event?.(given) ?? []].flat()
  return first?.subject_id ?? null
}

type Acting = {
  program: Program
  route: Any
  request: FastifyRequest
  caller: Caller
  tx: RegisterTx
  session: Session | undefined
  ahead: readonly object[]
  /** A write of an agency's system. */
  call?: AgencyCall | undefined
  /** Known once the facts are. */
  facts?: Facts
  purpose?: string | undefined
}

async function act(coming: Acting): Promise<Outcome> {
  const { route, request, tx, session, caller } = coming
  if (!session) return refuse(coming, new Problem('not_signed_in'))
  if (session.is_locked) return refuse(coming, new Problem('locked'))
  if (request.validationError) return refuse(coming, invalidRequest(request.validationError))
  const { agency } = caller
  const ended = agency && (await holdCall(tx))
  if (ended) return refuse(coming, ended)
  const call = agency && route.method === 'POST' ? await beginCall({ ...coming, session, agency }) : undefined
  if (call instanceof Problem) return refuse(coming, call)
  const acting: Acting = { ...coming, call }
  const given = { params: request.params, body: request.body }
  const actor = actorOf(session)
  const counted = agency && (await countCall(tx, caller.token, call, route.quota))
  const has_quota = counted ?? session.has_quota ?? undefined
  const facts = await route.facts({ ...given, actor, tx })
  if (!facts) return refuse(acting, new Problem('not_found'))
  const purpose = route.purpose?.({ ...given, facts })
  const known: Acting = { ...acting, facts, purpose }
  const decision = decide(actor, route.access, facts, { has_quota, purpose })
  if (!decision.allowed)
    return refuse(known, await problemOfRefusal(tx, decision, { act: route.quota, has_quota }))
  return perform(known, session, actor, facts)
}

async function perform(acting: Acting, session: Session, actor: Actor, facts: Facts): Promise<Outcome> {
  const { program, route, request, tx, ahead, call } = acting
  if (call?.kept) return repeat(acting, session, call.kept.reply)
  const { params, query, body } = request
  const has_savepoint = route.method === 'POST' && !route.refuses_before_writing
  const saved = has_savepoint ? command(tx, 'savepoint act') : undefined
  let recorded: EventMore = {}
  const record = (more: EventMore) => {
    recorded = { ...recorded, ...more }
  }
  const others: EventMore[] = []
  const before = isWrite(route) ? await recordHashes(tx, eventsOf(acting, undefined)) : new Map()
  try {
    const reply = await route.handle({
      params,
      query,
      body,
      ...{ facts, ahead, actor, session, tx, program, record },
      now: program.clock.now(),
      also: (more) => void others.push(more),
    })
    await saved
    if (call) await keepReply(tx, program, call, reply)
    if (route.leaves) await demandWrittenDown(tx, route.leaves(reply))
    const by = auditActorOf(session, request.id)
    const said = eventsOf(acting, reply).map((more) => ({ ...more, ...recorded }))
    for (const more of await withHashes(acting, said, others, before)) {
      const event = { action: route.audit, outcome: 'done' as const, ...more }
      withCommit(tx, recordEvent(tx, program.keyring, by, event))
    }
    return { reply, session, form: undefined }
  } catch (fault) {
    const problem = problemOf(fault)
    if (!problem) throw fault
    if (has_savepoint) await command(tx, 'rollback to savepoint act')
    return refuse(acting, problem)
  }
}

/** Gives the reply of the same call as before; that it was asked for again is an event of its own. */
async function repeat(acting: Acting, session: Session, reply: unknown): Promise<Outcome> {
  const { program, request, tx } = acting
  const [more] = eventsOf(acting, reply)
  const event = { ...more, action: 'agency.call_repeated' as const, outcome: 'done' as const }
  await recordEvent(tx, program.keyring, auditActorOf(session, request.id), event)
  return { reply, session, form: undefined }
}

const isWrite = (route: Any) => route.method === 'POST' && !route.changes_nothing

/**
 * The events of a write, each with the hash of its record before and after. A write whose events name no record that
 * there is a hash of does not happen: otherwise what it changed could be changed again unseen.
 */
async function withHashes(
  { route, tx }: Acting,
  said: readonly EventMore[],
  others: readonly EventMore[],
  before: ReadonlyMap<string, Buffer>,
): Promise<readonly EventMore[]> {
  if (!isWrite(route)) return said
  const isSame = (one: EventMore) => (other: EventMore) =>
    one.subject_kind === other.subject_kind && one.subject_id === other.subject_id
  const events = [
    // The act's own event comes last, after those of the other records it changed.
    ...others.filter((other) => !said.some(isSame(other))),
    ...said.map((one) => ({ ...others.find(isSame(one)), ...one })),
  ]
  const after = await recordHashes(tx, events)
  if (after.size === 0) throw new Error(`${route.audit} changes a record that its event does not name`)
  return events.map((more) => {
    const id = more.subject_id ?? ''
    return { row_before: before.get(id), row_after: after.get(id), ...more }
  })
}

/** What the route says of its event, with the purpose; at least one event, whatever the route found. */
function eventsOf({ route, request, facts, purpose }: Acting, reply: unknown): EventMore[] {
  if (request.validationError) return [{}]
  const { params, body } = request
  const said = [route.event?.({ params, body, reply, facts }) ?? {}].flat()
  return (said.length > 0 ? said : [{}]).map((more) => ({ purpose, ...more }))
}

/** Writes the refusal's event; what was refused is said, why as a policy or a problem code. */
async function refuse(acting: Acting, problem: Problem): Promise<Outcome> {
  const { program, route, request, tx, session, call } = acting
  if (call) await refuseCall(tx, call)
  const [more] = eventsOf(acting, undefined)
  await recordEvent(tx, program.keyring, auditActorOf(session, request.id), {
    ...more,
    action: route.audit,
    outcome: 'refused',
    policy: problem.policy ?? problem.code,
  })
  return { refused: problem, session }
}
