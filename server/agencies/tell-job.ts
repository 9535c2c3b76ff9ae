/**
 * Background work for agencies. `agencies.tell`: once a minute what is written in the outbox is given to the queue.
 * `agency_event.send`: one message, tried again with growing pauses, and given up after twelve times.
 */
import { randomUUID } from 'node:crypto'
import type { AgencyEvent } from '../../contract/agencies.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay, systemClock } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { Job } from '../platform/jobs.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { allowedBy } from './approval.ts'
import { deliver } from './deliver.ts'
import { listValid, openSecret } from './secrets.ts'

const BATCH = 500
/** Times a message is tried: with the pauses of the queue, about a day. */
export const MOST_TRIES = 12

const ANY: FactsOf<'agency'> = { kind: 'agency', place: null, is_own: false }

export function demandNightWork(session: Session): void {
  if (!decide(actorOf(session), 'agency.deliver', ANY).allowed)
    throw new Error('only the night work tells agencies')
}

export const tellAgencies: Job = async ({ program, payload, as, signal }) => {
  for (let ids = [''], is_first = true; is_first || ids.length === BATCH; is_first = false) {
    if (signal.aborted) throw new Error('stopped while events were planned')
    const began = program.clock.now()
    ids = await as((tx, session) => {
      demandNightWork(session)
      return listToPlan(tx)
    })
    // Given to the queue first: one that is planned twice is one job, by its key; one sent meanwhile was sent after `began`.
    const { posting_id } = payload
    for (const id of ids) await program.jobs.add('agency_event.send', { id, posting_id })
    await as((tx) => setPlanned(tx, ids, began))
  }
}

/** Events of agencies that have an address; the others read them. */
async function listToPlan(tx: RegisterTx): Promise<string[]> {
  const rows = await tx
    .selectFrom('register.agency_event as e')
    .innerJoin('access.agency as a', 'a.agency_id', 'e.agency_id')
    .select('e.event_id')
    .where('e.planned_at', 'is', null)
    .where('a.webhook_url', 'is not', null)
    .orderBy('e.event_number')
    .limit(BATCH)
    .execute()
  return rows.map(({ event_id }) => event_id)
}

const setPlanned = async (tx: RegisterTx, ids: readonly string[], now: Temporal.Instant) =>
  ids.length === 0
    ? undefined
    : tx
        .updateTable('register.agency_event')
        .set({ planned_at: now.toString() })
        .where('event_id', 'in', ids)
        .execute()

type Ready = {
  url: string
  secrets: string[]
  event: AgencyEvent
  attempts_count: number
}

export const sendAgencyEvent: Job = async ({ program, payload, as, attempt, signal }) => {
  const ready = await as((tx, session) => {
    demandNightWork(session)
    return prepare(tx, program, payload.id)
  })
  if (!ready) return
  const { url, secrets, event } = ready
  const allowed = allowedBy(program)
  const fault = await deliver({ url, secrets, event, now: systemClock.now(), allowed, signal })
  const is_given_up = fault !== null && attempt >= MOST_TRIES
  await as(async (tx, session) => {
    const row_before = await recordHash(tx, 'agency_event', event.event_id)
    const at = program.clock.now().toString()
    await tx
      .updateTable('register.agency_event')
      .set({
        ...{ attempts_count: ready.attempts_count + 1, last_fault: fault },
        ...(fault === null ? { delivered_at: at } : {}),
        ...(is_given_up ? { dead_at: at } : {}),
      })
      .where('event_id', '=', event.event_id)
      .execute()
    await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
      ...{ action: 'agency.event_sent', outcome: fault === null ? 'done' : 'failed' },
      ...{ policy: fault ?? undefined, subject_kind: 'agency_event', subject_id: event.event_id },
      ...{ row_before, row_after: await recordHash(tx, 'agency_event', event.event_id) },
    })
  })
  if (fault !== null && !is_given_up) throw new Error(`the agency's address: ${fault}`)
}

/** The message, while it is to be sent: not taken since it was planned, and its agency is still one. */
async function prepare(tx: RegisterTx, program: Program, event_id: string): Promise<Ready | undefined> {
  const now = program.clock.now()
  const row = await tx
    .selectFrom('register.agency_event as e')
    .innerJoin('access.agency as a', 'a.agency_id', 'e.agency_id')
    .select(['e.kind', 'e.check_id', 'e.happened_at', 'e.planned_at', 'e.delivered_at', 'e.dead_at'])
    .select(['e.attempts_count', 'a.agency_id', 'a.webhook_url', 'a.to_on'])
    .where('e.event_id', '=', event_id)
    .executeTakeFirst()
  if (!row?.webhook_url || row.dead_at !== null) return undefined
  // Not planned yet and delivered before: it is asked for again.
  if (row.delivered_at !== null && row.planned_at !== null && row.delivered_at >= row.planned_at)
    return undefined
  if (row.to_on !== null && row.to_on <= pakistanDay(now)) return undefined
  const stored = await listValid(tx, row.agency_id, now)
  const { kind, check_id, happened_at } = row
  return {
    ...{ url: row.webhook_url, attempts_count: row.attempts_count },
    event: { event_id, kind, check_id, happened_at } as AgencyEvent,
    secrets: stored.map((one) => openSecret(program.keyring, one)),
  }
}
