/** A simulation as its screens, JSON and file show it. */
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Simulation, SimulationQuery, SimulationRow } from '../../contract/simulations.ts'
import { dayOf } from '../../domain/calendar/dates.ts'
import { printPackValue } from '../../domain/law/pack-value.ts'
import { changedValues } from '../../domain/simulation/compare.ts'
import { stalenessOf } from '../../domain/simulation/freshness.ts'
import { totalOf } from '../../domain/simulation/tally.ts'
import { listPacksAfter } from '../duties/packs.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Places } from '../platform/places.ts'
import { Problem } from '../platform/problem.ts'
import { findSimulation, getSuccession, hashesNow, readTally, type SimulationHead } from './queries.ts'

export const PAGE_ROWS = 50

export const districtName = ({ districts }: Places, id: string) => {
  const district = districts.get(id)
  return { en: district?.name_en ?? id, ur: district?.name_ur ?? id }
}

/** The head of every screen, and whether it may still be decided on. */
export async function headOf(tx: RegisterTx, row: SimulationHead, now: Temporal.Instant) {
  const { simulation_id, pack_id, from_on, asked_at, ended_at, of_count } = row
  const hashes = { content_hash: row.content_hash.toString('hex'), base_hash: row.base_hash.toString('hex') }
  const stale =
    ended_at === null
      ? null
      : stalenessOf({ ...hashes, ended_at }, await hashesNow(tx, pack_id, from_on), now.toString())
  return {
    ...{ simulation_id, pack_id, from_on, asked_at, ended_at, of_count, stale },
    state: row.state as Simulation['state'],
    pack_title: { en: row.title_en, ur: row.title_ur },
    asked_by: { en: row.name_en, ur: row.name_ur },
    done_count: Number(row.done_count ?? 0),
  }
}

type Found = {
  subject_id: string
  subject_kind: SimulationRow['subject_kind']
  record_number: string | null
  district_id: string
  class: SimulationRow['class']
  status_before: string
  status_after: string
  standing_before: string | null
  standing_after: string | null
  ends_before_on: string | null
  ends_after_on: string | null
  duty_count: number
}
type Asked = Static<typeof SimulationQuery>

/** Rows after one of them, in the order of opaque ids. */
export async function listRows(
  tx: RegisterTx,
  simulation_id: string,
  { class: name, district_id, after }: Asked,
  most: number,
): Promise<Found[]> {
  const rows = await tx
    .selectFrom('register.simulation_row as r')
    .leftJoin('register.person as p', 'p.person_id', 'r.subject_id')
    .select(['r.subject_id', 'r.subject_kind', 'p.record_number', 'r.district_id', 'r.class', 'r.duty_count'])
    .select(['r.status_before', 'r.status_after', 'r.standing_before', 'r.standing_after'])
    .select(['r.ends_before_on', 'r.ends_after_on'])
    .where('r.simulation_id', '=', simulation_id)
    .$if(name !== undefined, (q) => q.where('r.class', '=', sql<SimulationRow['class']>`${name}`))
    .$if(district_id !== undefined, (q) => q.where('r.district_id', '=', district_id ?? ''))
    .$if(after !== undefined, (q) => q.where('r.subject_id', '>', after ?? ''))
    .orderBy('r.subject_id')
    .limit(most)
    .execute()
  return rows as Found[]
}

/** Rows of a simulation that the officer sees. */
export async function countRows(tx: RegisterTx, simulation_id: string): Promise<number> {
  const row = await tx
    .selectFrom('register.simulation_row')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('simulation_id', '=', simulation_id)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Days the end moves; null where a side has none. */
const movedDays = (before: string | null, after: string | null) =>
  before === null || after === null ? null : dayOf(after) - dayOf(before)

export function rowShown(places: Places, row: Found): SimulationRow {
  const { subject_id, subject_kind, record_number, class: name, duty_count } = row
  return {
    ...{ subject_id, subject_kind, record_number, class: name, duty_count },
    district: districtName(places, row.district_id),
    before: { status: row.status_before, standing: row.standing_before, ends_on: row.ends_before_on },
    after: { status: row.status_after, standing: row.standing_after, ends_on: row.ends_after_on },
    ends_moved_days: movedDays(row.ends_before_on, row.ends_after_on),
  }
}

/** The values of the draft that differ from those in force on its day. */
async function listChanges(tx: RegisterTx, simulation_id: string): Promise<Simulation['changes']> {
  const { before, after } = await getSuccession(tx, simulation_id)
  const [base, draft] = [before.at(-1)?.values, after.at(-1)?.values]
  if (!base || !draft) return []
  return changedValues(base, draft).map((name) => ({
    ...{ name, before: printPackValue(base[name].value), after: printPackValue(draft[name].value) },
  }))
}

export async function getSimulation(tx: RegisterTx, simulation_id: string): Promise<SimulationHead> {
  const row = await findSimulation(tx, simulation_id)
  if (!row) throw new Problem('not_found')
  return row
}

/** The whole page of one simulation, with the rows asked for. */
export async function describeSimulation(
  tx: RegisterTx,
  places: Places,
  simulation_id: string,
  { query, now }: { query: Asked; now: Temporal.Instant },
): Promise<Omit<Simulation, 'may_simulate'>> {
  const row = await getSimulation(tx, simulation_id)
  const [head, tally, changes, later_packs, found] = await Promise.all([
    headOf(tx, row, now),
    readTally(tx, simulation_id),
    listChanges(tx, simulation_id),
    listPacksAfter(tx, row.from_on),
    row.state === 'done' ? listRows(tx, simulation_id, query, PAGE_ROWS + 1) : [],
  ])
  const rows = found.slice(0, PAGE_ROWS).map((one) => rowShown(places, one))
  const { under_way_count, discarded_count, refused_count, open_end_count } = row
  return {
    ...{ ...head, counts: totalOf(tally), changes, later_packs, rows },
    result_hash: row.result_hash?.toString('hex') ?? null,
    left_out: { under_way_count, discarded_count, refused_count, open_end_count },
    ...{ class: query.class ?? null, district_id: query.district_id ?? null },
    district: query.district_id === undefined ? null : districtName(places, query.district_id),
    next: found.length > PAGE_ROWS ? (rows.at(-1)?.subject_id ?? null) : null,
    is_first: query.after === undefined,
  }
}
