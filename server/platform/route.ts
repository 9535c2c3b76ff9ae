/** The shape of a route: says what an act is, never how it is run (act.ts) or served (endpoint.ts). */
import type { Static, TSchema } from 'typebox'
import type { Action, Facts } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import type { QuotaAct } from '../../domain/access/quota.ts'
import type { AuditAction } from '../../domain/audit/actions.ts'
import type { AuditEvent } from './audit.ts'
import type { Asked, RegisterTx, Session } from './database.ts'
import type { Download, Downloading } from './download.ts'
import type { FormState } from './form-state.ts'
import type { Left } from './leaving.ts'
import type { Page } from './page.ts'
import type { Problem } from './problem.ts'
import type { Program } from './program.ts'

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

/** A route, whatever its shapes. */
export type Route = Endpoint<TSchema, TSchema, TSchema, TSchema, Facts>

/** How an act ended: done with its reply, or refused. */
export type Outcome = Done | Refused
type Done = { reply: unknown; session: Session; form: FormState | undefined; refused?: undefined }
export type Refused = { refused: Problem; session: Session | undefined; form_id?: string | undefined }
