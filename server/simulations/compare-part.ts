/**
 * Compares the people of one part, batch by batch. A batch is one transaction: its rows, its counts and its bookmark,
 * so that a simulation stopped or killed goes on after the last person compared. It runs in the program or in a thread.
 */
import { createHash } from 'node:crypto'
import { type Change, compareResults } from '../../domain/simulation/compare.ts'
import { type Tally, tallyOne } from '../../domain/simulation/tally.ts'
import { computeOne, readPeopleFacts } from '../duties/compute.ts'
import type { PersonFactRows } from '../duties/fact-rows.ts'
import { type RegisterTx, send } from '../platform/database.ts'
import type { Packs } from './succession.ts'

/** People of one transaction: a second's work, which is what a kill loses at most. */
const BATCH_PEOPLE = 2_000

export type As = <T>(work: (tx: RegisterTx) => Promise<T>) => Promise<T>
export type Comparing = {
  simulation_id: string
  on: string
  before: Packs
  after: Packs
}
/** Says after each batch whether to go on. */
type GoOn = () => boolean

export type ChangedRow = {
  subject_id: string
  subject_kind: 'person' | 'draft'
  district_id: string
  class: string
  before: { status: string; standing: string | null; ends_on: string | null }
  after: { status: string; standing: string | null; ends_on: string | null }
  duty_count: number
}
type Part = {
  after_id: string | null
  until_id: string | null
  last_id: string | null
  done_count: number
  open_end_count: number
  tally: Tally
  rows_hash: Buffer
}
export type Compared = { last_id: string; count: number; open_ends: number; rows: readonly ChangedRow[] }

const LOCK_PART = {
  name: 'simulation_lock_part',
  text: `select t.after_id, t.until_id, t.last_id, t.done_count, t.open_end_count, t.tally, t.rows_hash
           from register.simulation_part t join register.simulation s using (simulation_id)
          where t.simulation_id = $1 and t.part = $2 and not t.is_done and s.state = 'running' for update of t`,
}
const NEXT_PEOPLE = {
  name: 'simulation_next_people',
  text: `select person_id, district_id from register.person
          where ($1::uuid is null or person_id > $1) and ($2::uuid is null or person_id <= $2) order by person_id limit $3`,
}
const INSERT_ROWS = {
  name: 'simulation_insert_rows',
  text: `insert into register.simulation_row (simulation_id, subject_id, subject_kind, district_id, class, status_before, status_after,
           standing_before, standing_after, ends_before_on, ends_after_on, duty_count)
         select $1, r.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
           $10::date[], $11::date[], $12::int[]) as r`,
}
const MOVE_PART = {
  name: 'simulation_move_part',
  text: `update register.simulation_part set last_id = coalesce($3, last_id), done_count = $4, open_end_count = $5, tally = $6,
           rows_hash = $7, is_done = $8 where simulation_id = $1 and part = $2`,
}

/** The part, held until the transaction ends; undefined when it is done, or the simulation was stopped. */
export async function lockPart(
  tx: RegisterTx,
  simulation_id: string,
  part: number,
): Promise<Part | undefined> {
  return (await send<Part>(tx, LOCK_PART, [simulation_id, part]))[0]
}

/** Writes what a batch found and moves the bookmark; no batch: the part is done. */
export async function keepBatch(
  tx: RegisterTx,
  { simulation_id, part, held }: { simulation_id: string; part: number; held: Part },
  { last_id, count, open_ends, rows }: Omit<Compared, 'last_id'> & { last_id: string | null },
  is_done: boolean,
): Promise<void> {
  const rows_hash =
    rows.length === 0
      ? held.rows_hash
      : createHash('sha256').update(held.rows_hash).update(JSON.stringify(rows)).digest()
  const column = (of: (row: ChangedRow) => string | number | null) => rows.map(of)
  if (rows.length > 0)
    await send(tx, INSERT_ROWS, [
      simulation_id,
      ...[column((r) => r.subject_id), column((r) => r.subject_kind), column((r) => r.district_id)],
      ...[column((r) => r.class), column((r) => r.before.status), column((r) => r.after.status)],
      ...[column((r) => r.before.standing), column((r) => r.after.standing)],
      ...[column((r) => r.before.ends_on), column((r) => r.after.ends_on), column((r) => r.duty_count)],
    ])
  await send(tx, MOVE_PART, [
    ...[simulation_id, part, last_id, held.done_count + count, held.open_end_count + open_ends],
    ...[JSON.stringify(held.tally), rows_hash, is_done],
  ])
}

/** One person by both successions. */
export function compareOne(rows: PersonFactRows, { on, before, after }: Omit<Comparing, 'simulation_id'>) {
  const [was, will] = [computeOne(rows, before, on), computeOne(rows, after, on)]
  return { was, will, change: compareResults(was.result, will.result) }
}

const isOpenEnd = ({ class: name, before, after }: Change) =>
  name !== 'enters' &&
  name !== 'leaves' &&
  before.status === 'active' &&
  before.ends_on === null &&
  after.ends_on === null

/** Compares the people of a part until none is left; false when the simulation was stopped. */
export async function comparePart(as: As, comparing: Comparing, part: number, goOn: GoOn): Promise<boolean> {
  for (;;) {
    if (!goOn()) return false
    const found = await as((tx) => compareBatch(tx, comparing, part))
    if (found !== 'more') return found === 'done'
  }
}

async function compareBatch(
  tx: RegisterTx,
  comparing: Comparing,
  part: number,
): Promise<'more' | 'done' | 'stopped'> {
  const { simulation_id } = comparing
  const held = await lockPart(tx, simulation_id, part)
  if (!held) return 'stopped'
  const people = await send<{ person_id: string; district_id: string }>(tx, NEXT_PEOPLE, [
    ...[held.last_id ?? held.after_id, held.until_id, BATCH_PEOPLE],
  ])
  const facts = await readPeopleFacts(
    tx,
    people.map(({ person_id }) => person_id),
  )
  const rows: ChangedRow[] = []
  let [count, open_ends] = [0, 0]
  for (const { person_id, district_id } of people) {
    const one = facts.get(person_id)
    // Of several records the oldest stands for the person, in its district: he is counted once.
    if (!one || one.record_ids[0] !== person_id) continue
    count += 1
    const { change } = compareOne(one, comparing)
    tallyOne(held.tally, district_id, change.class)
    if (isOpenEnd(change)) open_ends += 1
    if (change.class !== 'unchanged') rows.push(rowOf(person_id, district_id, change))
  }
  const is_done = people.length < BATCH_PEOPLE
  const last_id = people.at(-1)?.person_id ?? null
  await keepBatch(tx, { simulation_id, part, held }, { last_id, count, open_ends, rows }, is_done)
  return is_done ? 'done' : 'more'
}

function rowOf(person_id: string, district_id: string, change: Change): ChangedRow {
  const { before, after, duty_count } = change
  return {
    ...{ subject_id: person_id, subject_kind: 'person', district_id, class: change.class },
    before: { status: before.status, standing: before.standing, ends_on: before.ends_on },
    after: { status: after.status, standing: after.standing, ends_on: after.ends_on },
    duty_count,
  }
}
