/** One act of a route in one transaction: session, facts, decision, handling, audit events, commit. */
import type { FastifyRequest } from 'fastify'
import type { Facts } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { actorOf, auditActorOf } from './actor.ts'
import { type AgencyCall, beginCall, countCall, holdCall, keepReply, refuseCall } from './agency-call.ts'
import { recordEvent } from './audit.ts'
import { decide } from './authorize.ts'
import type { Caller } from './caller.ts'
import { asActor, command, type RegisterTx, type Session, withCommit } from './database.ts'
import { problemOf } from './fault.ts'
import { findForm, keepForm } from './form-state.ts'
import { demandWrittenDown } from './leaving.ts'
import { Problem } from './problem.ts'
import type { Program } from './program.ts'
import { problemOfRefusal } from './quota.ts'
import { recordHashes } from './record-hash.ts'
import { invalidRequest } from './refusal.ts'
import type { EventMore, Outcome, Refused, Route } from './route.ts'

/** Runs one act in one transaction and says how it ended; only an unknown fault throws, after its event is written. */
export async function run(
  program: Program,
  route: Route,
  request: FastifyRequest,
  caller: Caller,
  is_page = false,
): Promise<Outcome> {
  let coming: Acting | undefined
  try {
    return await asActor(
      program.database,
      caller.token,
      async (tx, session, ahead) => {
        coming = { program, route, request, caller, tx, session, ahead }
        const outcome = await act(coming)
        if (outcome.refused) return is_page ? withKeptForm(coming, outcome) : outcome
        if (!is_page || route.method === 'POST') return outcome
        return { ...outcome, form: await findForm(tx, program.keyring, request.query) }
      },
      {
        quota: caller.agency ? undefined : route.quota,
        ahead: request.validationError ? undefined : route.ahead?.({ body: request.body }),
      },
    )
  } catch (fault) {
    const before = coming?.session
    const refused = await asActor(program.database, caller.token, async (tx, session) => {
      const coming = { program, route, request, caller, tx, session, ahead: [] }
      const ended = before && endingOf(before, session)
      if (!ended) await recordFault(coming, before)
      return ended && withKeptForm(coming, await refuse({ ...coming, session: before }, ended))
    })
    if (!refused) throw fault
    return refused
  }
}

/** What became of a session while its act was under way: such an act sees nothing more, and its fault is no fault. */
function endingOf(before: Session, now: Session | undefined): Problem | undefined {
  if (!now) return new Problem('not_signed_in')
  return now.is_locked && !before.is_locked ? new Problem('locked') : undefined
}

const recordFault = ({ program, route, request, tx }: Acting, session: Session | undefined) =>
  recordEvent(tx, program.keyring, auditActorOf(session, request.id), {
    action: route.audit,
    outcome: 'failed',
  })

/** Keeps what was typed into a form that is refused, so that it can be shown again. */
async function withKeptForm(
  { program, route, request, tx, session }: Acting,
  outcome: Refused,
): Promise<Refused> {
  if (!session || !route.form || route.method !== 'POST') return outcome
  const about = subjectOf(route, request)
  return { ...outcome, form_id: await keepForm(tx, program.keyring, request.body, outcome.refused, about) }
}

/** The record a refused form is about; null where there is none yet. */
function subjectOf(route: Route, request: FastifyRequest): string | null {
  if (request.validationError?.validationContext === 'params') return null
  const { params, body } = request
  const given = { params, body: body ?? {}, reply: undefined, facts: undefined }
  const [first] = [route.event?.(given) ?? []].flat()
  return first?.subject_id ?? null
}

type Acting = {
  program: Program
  route: Route
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

const isWrite = (route: Route) => route.method === 'POST' && !route.changes_nothing

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
async function refuse(acting: Acting, problem: Problem): Promise<Refused> {
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
