/**
 * The background act `civil_events.read`: reads what the civil register says since last time, of everybody, and keeps
 * what concerns people of this register. A change of name that nobody told of is recorded as a change, so that the
 * duty to tell of it and what follows a missed one are computed as for any other; the old name stays.
 */
import { randomUUID } from 'node:crypto'
import { Value } from 'typebox/value'
import { CIVIL_EVENTS_PATH, type CivilEvent, CivilEvents } from '../../contract/identities.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { NATION } from '../../domain/access/actor.ts'
import { isDeclared } from '../../domain/civil-event/declared.ts'
import { refreshChanged } from '../duties/refresh.ts'
import { callAgency } from '../identities/client.ts'
import { listGroup } from '../people/linked.ts'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay, systemClock } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { Job } from '../platform/jobs.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import {
  addChange,
  addCivilEvent,
  addReading,
  findLastNo,
  type Holder,
  listChanges,
  listHolders,
} from './queries.ts'

/** The most that one answer holds: a full one is followed by the next at once. */
const MOST_EVENTS = 500
/** The largest answer that is read, in bytes. */
const MOST_BYTES = 400_000

export const readCivilEvents: Job = async ({ program, as, signal }) => {
  let is_full = true
  while (is_full) {
    const after = await as(findLastNo)
    const asked = { path: CIVIL_EVENTS_PATH, question: { after }, most_bytes: MOST_BYTES }
    const called = await callAgency(program.identity, asked, { now: systemClock.now(), signal })
    if (signal.aborted) throw new Error('stopped while the civil register was asked')
    if ('because' in called) throw new Error(`the civil register: ${called.because}`)
    const { events } = eventsOf(called.answer, after)
    is_full = events.length === MOST_EVENTS
    if (events.length > 0) await as((tx, session) => take(program, tx, session, events))
  }
}

/** By the contract, and in order after what was asked for; anything else is not read. */
function eventsOf(answer: unknown, after: number): CivilEvents {
  if (!Value.Check(CivilEvents, answer)) throw new Error('the civil register: not understood')
  const numbers = [after, ...answer.events.map(({ event_no }) => event_no)]
  if (numbers.some((no, at) => at > 0 && no <= (numbers[at - 1] ?? 0)))
    throw new Error('the civil register: out of order')
  return answer
}

async function take(program: Program, tx: RegisterTx, session: Session, events: readonly CivilEvent[]) {
  const facts: FactsOf<'duties'> = { kind: 'duties', place: NATION }
  if (!decide(actorOf(session), 'civil_event.read', facts).allowed)
    throw new Error('the night work may not read')
  const holders = await listHolders(tx, program.keyring, events)
  for (const [event, holder] of holders) await keep(program, tx, session, event, holder)
  await addReading(tx, {
    ...{ last_no: events.at(-1)?.event_no ?? 0, event_count: events.length, held_count: holders.length },
  })
  const changed = [...new Set(holders.map(([, { person_id }]) => person_id))]
  if (changed.length > 0) await refreshChanged(tx, changed, pakistanDay(program.clock.now()))
}

async function keep(program: Program, tx: RegisterTx, session: Session, event: CivilEvent, holder: Holder) {
  const { person_id } = holder
  const row_before = await recordHash(tx, 'person', person_id)
  const records = (await listGroup(tx, person_id)).map((one) => one.person_id)
  const is_untold =
    event.kind === 'name_change' && !isDeclared(event.happened_on, await listChanges(tx, records))
  const change_id = is_untold
    ? await addChange(tx, { person_id, changed_on: event.happened_on, recorded_by: session.officer_id })
    : null
  await addCivilEvent(tx, program.keyring, event, { ...holder, change_id })
  await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
    ...{ action: 'civil_event.read', outcome: 'done', purpose: 'supervision' },
    ...{ subject_kind: 'person', subject_id: person_id, row_before },
    row_after: await recordHash(tx, 'person', person_id),
  })
}
