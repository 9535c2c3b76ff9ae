/** A stay and its end: what they would change, and their rows. Custody has a table of its own, since it releases. */
import { randomUUID } from 'node:crypto'
import type { StayShown } from '../../contract/people.ts'
import type { StayEnd, StayMade } from '../../contract/stays.ts'
import { survivorDoubt } from '../../domain/imports/survivor.ts'
import { assertSeen, computeEffect, type EffectOf } from '../duties/effect.ts'
import type { PersonFactRows } from '../duties/fact-rows.ts'
import { refreshDuties } from '../duties/project.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, seal } from '../platform/keys.ts'
import { invalid, Problem } from '../platform/problem.ts'
import { listStays, refPlace } from './queries.ts'

type Staying = { tx: RegisterTx; now: Temporal.Instant; person_id: string }
type Writing = Staying & { key: DataKey; officer_id: string }
type Interval = { from_on: string; to_on: string | null }

function assertSource(given: Pick<StayMade, 'source_on' | 'source_ref'>, now: Temporal.Instant) {
  if (given.source_on > pakistanDay(now)) throw invalid('source_on', 'in_future')
  if (survivorDoubt('sentence', given.source_ref)) throw invalid('source_ref', 'stays.fault.survivor')
}

const overlaps = (a: Interval, b: Interval) =>
  (b.to_on === null || a.from_on < b.to_on) && (a.to_on === null || b.from_on < a.to_on)

const with_ = (rows: PersonFactRows, kind: StayMade['kind'], all: readonly Interval[]): PersonFactRows => ({
  ...rows,
  [kind]: all.toSorted((a, b) => (a.from_on < b.from_on ? -1 : 1)),
})

/** What a new stay would change. A planned end lies in the future, a beginning does not. */
export async function effectOfStay({ tx, now, person_id }: Staying, stay: StayMade): Promise<EffectOf> {
  const interval = { from_on: stay.from_on, to_on: stay.to_on ?? null }
  if (interval.from_on > pakistanDay(now)) throw invalid('from_on', 'in_future')
  if (interval.to_on !== null && interval.to_on < interval.from_on)
    throw invalid('to_on', 'stays.fault.before_start')
  assertSource(stay, now)
  if (stay.held_district_id && stay.kind !== 'custody')
    throw invalid('held_district_id', 'stays.fault.not_held')
  return computeEffect(tx, person_id, now, (rows) => {
    const held = rows[stay.kind]
    if (held.some((one) => overlaps(one, interval))) throw invalid('from_on', 'stays.fault.overlaps')
    return with_(rows, stay.kind, [...held, interval])
  })
}

/** The open stay of this person by its id; refused when it is over, struck out or not his. */
export async function openStay({ tx, person_id }: Staying, stay_id: string, key: DataKey | undefined) {
  const stay = (await listStays(tx, key, person_id)).find((one) => one.stay_id === stay_id)
  if (!stay) throw new Problem('not_found')
  if (stay.to_on !== null || stay.superseded_at !== null) throw new Problem('not_ongoing')
  return stay
}

/** What the end of an open stay would change. */
export async function effectOfEnd(staying: Staying, stay: StayShown, end: StayEnd): Promise<EffectOf> {
  const { tx, now, person_id } = staying
  if (end.to_on < stay.from_on) throw invalid('to_on', 'stays.fault.before_start')
  assertSource(end, now)
  return computeEffect(tx, person_id, now, (rows) => {
    const others = rows[stay.kind].filter(({ from_on, to_on }) => from_on !== stay.from_on || to_on !== null)
    return with_(rows, stay.kind, [...others, { from_on: stay.from_on, to_on: end.to_on }])
  })
}

/** Writes a new stay. */
export async function recordStay(writing: Writing, stay: StayMade) {
  assertSeen(stay, await effectOfStay(writing, stay))
  const { kind, from_on, to_on = null, held_district_id = null } = stay
  return insertStay(writing, { kind, from_on, to_on, held_district_id, replaces_id: null }, stay)
}

/** Writes the version that ends an open stay, and marks the open one as replaced. */
export async function endStay(writing: Writing, stay: StayShown, end: StayEnd) {
  assertSeen(end, await effectOfEnd(writing, stay, end))
  const { tx, now } = writing
  const [table, id] =
    stay.kind === 'custody'
      ? (['register.custody', 'custody_id'] as const)
      : (['register.stay', 'stay_id'] as const)
  await tx
    .updateTable(table)
    .set({ superseded_at: now.toString() })
    .where(id as 'stay_id', '=', stay.stay_id)
    .execute()
  const { kind, from_on, held_district_id, stay_id: replaces_id } = stay
  return insertStay(writing, { kind, from_on, to_on: end.to_on, held_district_id, replaces_id }, end)
}

type Beginning = Interval & {
  kind: StayMade['kind']
  held_district_id: string | null
  replaces_id: string | null
}

async function insertStay(
  { tx, now, person_id, key, officer_id }: Writing,
  { kind, from_on, to_on, held_district_id, replaces_id }: Beginning,
  { source_kind, source_on, source_ref }: Pick<StayMade, 'source_kind' | 'source_on' | 'source_ref'>,
) {
  const stay_id = randomUUID()
  const table = kind === 'custody' ? 'custody' : 'stay'
  const source_ref_enc = seal(key, refPlace(table, stay_id), source_ref)
  const row = { person_id, from_on, to_on, source_kind, source_on, source_ref_enc, replaces_id }
  const at = now.toString()
  if (kind === 'custody') {
    const custody = { custody_id: stay_id, ...row, held_district_id, added_at: at, added_by: officer_id }
    await tx.insertInto('register.custody').values(custody).execute()
  } else {
    const stay = { stay_id, kind, ...row, recorded_at: at, recorded_by: officer_id }
    await tx.insertInto('register.stay').values(stay).execute()
  }
  await refreshDuties(tx, [person_id], now)
  return { stay_id, row_after: rowHash({ ...row, stay_id, kind, held_district_id }) }
}
