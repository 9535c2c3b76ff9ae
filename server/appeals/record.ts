/** An event of an appeal: what it would change, its row, and the proposal where it changes who is on the register. */
import { randomUUID } from 'node:crypto'
import type { AppealMade, AppealShown } from '../../contract/appeals.ts'
import { faultOfAppeal } from '../../domain/appeal/events.ts'
import { survivorDoubt } from '../../domain/imports/survivor.ts'
import type { Computed } from '../duties/compute.ts'
import { computeEffect, type EffectOf } from '../duties/effect.ts'
import type { PersonFactRows } from '../duties/fact-rows.ts'
import { type Order, refPlace } from '../exits/follow.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, seal } from '../platform/keys.ts'
import { invalid, Problem } from '../platform/problem.ts'

type About = { tx: RegisterTx; now: Temporal.Instant; person_id: string }
type Event = Pick<AppealMade, 'conviction_id' | 'event' | 'happened_on' | 'court' | 'order_number'>

/** What the event would change; refused where it cannot follow what is known. */
export async function effectOfAppeal({ tx, now, person_id }: About, made: Event): Promise<EffectOf> {
  const { conviction_id, event, happened_on: on } = made
  if (on > pakistanDay(now)) throw invalid('happened_on', 'in_future')
  for (const field of ['court', 'order_number'] as const)
    if (survivorDoubt('court', made[field])) throw invalid(field, 'stays.fault.survivor')
  // Of a person whose records are several: an order stands with the record that holds the conviction.
  const own = await tx
    .selectFrom('register.conviction')
    .select('conviction_id')
    .where('conviction_id', '=', conviction_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  if (!own) throw invalid('conviction_id', 'not_a_choice')
  return computeEffect(tx, person_id, now, (rows) => {
    const judgment = rows.judgments.find((one) => one.conviction_id === conviction_id)
    if (!judgment) throw invalid('conviction_id', 'not_a_choice')
    const fault = faultOfAppeal(judgment.appeal, event, on, judgment.convicted_on)
    if (fault) throw invalid('happened_on', `appeals.fault.${fault}`)
    return withEvent(rows, conviction_id, [...judgment.appeal, { event, on }])
  })
}

const withEvent = (
  rows: PersonFactRows,
  conviction_id: string,
  appeal: PersonFactRows['judgments'][number]['appeal'],
): PersonFactRows => ({
  ...rows,
  judgments: rows.judgments.map((one) => (one.conviction_id === conviction_id ? { ...one, appeal } : one)),
})

const OPEN = ['overdue', 'due', 'not_due', 'paused']

/** The registration as a second officer is shown it. */
export function stateOf({ result: { registration, duties } }: Computed): AppealShown['before'] {
  const { status, ends_on } = registration
  const is_void = status === 'void'
  const open = duties.filter(({ state }) => OPEN.includes(state))
  return { status, ends_on, open_duties_count: is_void ? 0 : open.length }
}

/** What is proposed to the second officer. */
export async function shownOf(
  { tx, person_id }: About,
  made: Event,
  { before, after }: EffectOf,
): Promise<{ shown: AppealShown; district_id: string }> {
  const person = await tx
    .selectFrom('register.person')
    .select(['record_number', 'district_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  const conviction = before.facts.convictions.find((one) => one.conviction_id === made.conviction_id)
  if (!person || !conviction) throw new Problem('not_found')
  const { conviction_id, event, happened_on, court, order_number } = made
  const shown = {
    ...{ appeal_event_id: randomUUID(), person_id, record_number: person.record_number, conviction_id },
    ...{ convicted_on: conviction.convicted_on, event: event as AppealShown['event'], happened_on },
    ...{ court, order_number, before: stateOf(before), after: stateOf(after) },
  }
  return { shown, district_id: person.district_id }
}

type Inserting = {
  tx: RegisterTx
  now: Temporal.Instant
  key: DataKey
  appeal_event_id: string
  added_by: string
  approval_id: string | null
}

/** Writes the event; returns its row's hash. */
export async function insertAppeal(
  { tx, now, key, appeal_event_id, added_by, approval_id }: Inserting,
  { conviction_id, event, happened_on, court, order_number }: Event,
): Promise<Buffer> {
  const last = await tx
    .selectFrom('register.appeal_event')
    .select((eb) => eb.fn.max<number | null>('ordinal').as('ordinal'))
    .where('conviction_id', '=', conviction_id)
    .executeTakeFirst()
  const order: Order = { court, order_number }
  const row = {
    ...{ appeal_event_id, conviction_id, event, happened_on, ordinal: Number(last?.ordinal ?? -1) + 1 },
    ...{ source_kind: 'court', source_on: happened_on, added_by, added_at: now.toString(), approval_id },
    source_ref_enc: seal(key, refPlace(appeal_event_id), JSON.stringify(order)),
  }
  await tx.insertInto('register.appeal_event').values(row).execute()
  return rowHash(row)
}
