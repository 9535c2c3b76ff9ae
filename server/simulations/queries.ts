/** Simulations as the register holds them: the head, the parts it is worked through in, and what came out. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalHash } from '../../domain/approval/canonical.ts'
import { addTallies, type Counts, noCounts, type Tally, totalOf } from '../../domain/simulation/tally.ts'
import { type AnyValues, findPackHead, getValues } from '../packs/queries.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { type Succession, successionOf } from './succession.ts'

/** Equal shares of the people, in the order of their ids. */
export const PEOPLE_PARTS = 16
/** The part of the entries that were closed as not registrable. */
export const CLOSED_PART = PEOPLE_PARTS

const heads = (tx: RegisterTx) =>
  tx
    .selectFrom('register.simulation as s')
    .innerJoin('register.pack as p', 'p.pack_id', 's.pack_id')
    .innerJoin('access.officer as o', 'o.officer_id', 's.asked_by')
    .select([
      's.simulation_id',
      's.pack_id',
      's.from_on',
      's.state',
      's.asked_at',
      's.ended_at',
      's.of_count',
    ])
    .select(['s.content_hash', 's.base_hash', 's.result_hash', 's.under_way_count', 's.discarded_count'])
    .select(['s.refused_count', 's.open_end_count', 'p.pack', 'p.title_en', 'p.title_ur'])
    .select(['o.name_en', 'o.name_ur'])
    .select((eb) =>
      eb
        .selectFrom('register.simulation_part as t')
        .whereRef('t.simulation_id', '=', 's.simulation_id')
        .select((of) => of.fn.sum<number>('t.done_count').as('done'))
        .as('done_count'),
    )

export const findSimulation = (tx: RegisterTx, simulation_id: string) =>
  heads(tx).where('s.simulation_id', '=', simulation_id).executeTakeFirst()
export type SimulationHead = NonNullable<Awaited<ReturnType<typeof findSimulation>>>

const MOST_LISTED = 20

/** The latest simulations of a pack, newest first. */
export const listSimulations = (tx: RegisterTx, pack_id: string) =>
  heads(tx)
    .where('s.pack_id', '=', pack_id)
    .orderBy('s.asked_at', 'desc')
    .orderBy('s.simulation_id')
    .limit(MOST_LISTED)
    .execute()

/** The newest simulation of a pack from a day that came to its end. */
export const findNewestDone = (tx: RegisterTx, pack_id: string, from_on: string) =>
  heads(tx)
    .where('s.pack_id', '=', pack_id)
    .where('s.from_on', '=', from_on)
    .where('s.state', '=', 'done')
    .orderBy('s.asked_at', 'desc')
    .orderBy('s.simulation_id')
    .executeTakeFirst()

/** What was simulated: both successions of packs, by the values kept with the simulation. */
export async function getSuccession(tx: RegisterTx, simulation_id: string): Promise<Succession> {
  const row = await tx
    .selectFrom('register.simulation as s')
    .innerJoin('register.pack as p', 'p.pack_id', 's.pack_id')
    .select(['s.from_on', 's.content', 'p.pack', 'p.title_en', 'p.title_ur'])
    .where('s.simulation_id', '=', simulation_id)
    .executeTakeFirstOrThrow()
  const { content, ...head } = row
  return successionOf(tx, { ...head, values: content as AnyValues })
}

/** The hashes that a simulation of this pack from this day would have now. */
export async function hashesNow(tx: RegisterTx, pack_id: string, from_on: string) {
  const [head, values] = await Promise.all([findPackHead(tx, pack_id), getValues(tx, pack_id)])
  const { pack = '', title_en = '', title_ur = '' } = head ?? {}
  const { base_hash } = await successionOf(tx, { pack, title_en, title_ur, from_on, values })
  return { content_hash: canonicalHash(values).toString('hex'), base_hash: base_hash.toString('hex') }
}

type Counted = { of: number; under_way: number; discarded: number; refused: number }

/** What there is to compare, and what there is not. Several records of one person are one. */
async function countAll(tx: RegisterTx): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select (select count(*)::int from register.person p
             where not p.is_linked or coalesce((select l.identity_id from register.identity_link l
                where l.person_id = p.person_id order by l.link_no desc limit 1), p.person_id) = p.person_id)
           + (select count(*)::int from register.draft where stage = 'not_registrable') as of,
           (select count(*)::int from register.draft where stage in ('collecting', 'identity', 'legal', 'bureau')) as under_way,
           (select count(*)::int from register.draft where stage = 'discarded') as discarded,
           (select coalesce(sum(refused_count), 0)::int from register.import where state <> 'cancelled') as refused`.execute(
    tx,
  )
  return rows[0] ?? { of: 0, under_way: 0, discarded: 0, refused: 0 }
}

/** Between which ids each share lies: the last takes whoever comes after; of few people there are fewer shares. */
async function listShares(tx: RegisterTx) {
  const { rows } = await sql<{ person_id: string }>`
    select max(person_id::text)::uuid as person_id from (
      select person_id, ntile(${sql.lit(PEOPLE_PARTS)}) over (order by person_id) as share from register.person) as shared
     group by share order by share limit ${sql.lit(PEOPLE_PARTS - 1)}`.execute(tx)
  const ends = rows.map(({ person_id }) => person_id)
  return Array.from({ length: ends.length + 1 }, (_, part) => ({
    ...{ part, after_id: ends[part - 1] ?? null, until_id: ends[part] ?? null },
  }))
}

/** Writes a simulation and its parts, before anybody is compared; returns its id. */
export async function insertSimulation(
  tx: RegisterTx,
  session: Session,
  { pack_id, from_on, now }: { pack_id: string; from_on: string; now: Temporal.Instant },
): Promise<string> {
  const [values, head, counted] = await Promise.all([
    getValues(tx, pack_id),
    findPackHead(tx, pack_id),
    countAll(tx),
  ])
  const { pack = '', title_en = '', title_ur = '' } = head ?? {}
  const { base_hash } = await successionOf(tx, { pack, title_en, title_ur, from_on, values })
  const simulation_id = randomUUID()
  await tx
    .insertInto('register.simulation')
    .values({
      ...{ simulation_id, pack_id, from_on, content: JSON.stringify(values) },
      ...{ content_hash: canonicalHash(values), base_hash },
      ...{ asked_by: session.officer_id, asked_at: now.toString(), of_count: counted.of },
      ...{ under_way_count: counted.under_way, discarded_count: counted.discarded },
      refused_count: counted.refused,
    })
    .execute()
  await tx
    .insertInto('register.simulation_part')
    .values(
      [...(await listShares(tx)), { part: CLOSED_PART, after_id: null, until_id: null }].map((part) => ({
        simulation_id,
        ...part,
      })),
    )
    .execute()
  return simulation_id
}

/** Moves a simulation from one state to another; false when it was not there. */
export async function moveSimulation(
  tx: RegisterTx,
  simulation_id: string,
  from: 'running' | 'stopped',
  to: 'running' | 'stopped',
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('register.simulation')
    .set({ state: to })
    .where('simulation_id', '=', simulation_id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Counts so far of every part, added up. */
export async function readTally(tx: RegisterTx, simulation_id: string): Promise<Tally> {
  const rows = await tx
    .selectFrom('register.simulation_part')
    .select('tally')
    .where('simulation_id', '=', simulation_id)
    .orderBy('part')
    .execute()
  return addTallies(rows.map(({ tally }) => tally as Tally))
}

/** Counts of several simulations together, by their ids. */
export async function readCounts(tx: RegisterTx, ids: readonly string[]): Promise<Map<string, Counts>> {
  const tallies = await Promise.all(ids.map(async (id) => [id, totalOf(await readTally(tx, id))] as const))
  return new Map(tallies)
}

/** Counts of one that is done, by district. */
export async function listDistrictCounts(tx: RegisterTx, simulation_id: string): Promise<[string, Counts][]> {
  const rows = await tx
    .selectFrom('register.simulation_count')
    .select(['district_id', 'class', 'found_count'])
    .where('simulation_id', '=', simulation_id)
    .orderBy('district_id')
    .orderBy('class')
    .execute()
  const of = Map.groupBy(rows, ({ district_id }) => district_id)
  return [...of].map(([district_id, counts]) => [
    district_id,
    {
      ...noCounts(),
      ...Object.fromEntries(counts.map(({ class: name, found_count }) => [name, found_count])),
    },
  ])
}

/**
 * Ends a simulation all of whose parts are done: counts by district, and one hash of all that came out. Undefined when
 * it is no longer running, or a part is not done.
 */
export async function endSimulation(tx: RegisterTx, simulation_id: string, now: Temporal.Instant) {
  const held = await tx
    .selectFrom('register.simulation')
    .select(['pack_id', 'from_on', 'content_hash', 'base_hash'])
    .where('simulation_id', '=', simulation_id)
    .where('state', '=', 'running')
    .forUpdate()
    .executeTakeFirst()
  const parts = await tx
    .selectFrom('register.simulation_part')
    .select(['part', 'tally', 'rows_hash', 'is_done', 'done_count', 'open_end_count'])
    .where('simulation_id', '=', simulation_id)
    .orderBy('part')
    .execute()
  if (!held || parts.some(({ is_done }) => !is_done)) return undefined
  const tally = addTallies(parts.map((part) => part.tally as Tally))
  const rows = Object.entries(tally).flatMap(([district_id, counts]) =>
    Object.entries(counts).map(([name, found_count]) => ({
      ...{ simulation_id, district_id, class: name as keyof Counts, found_count },
    })),
  )
  if (rows.length > 0) await tx.insertInto('register.simulation_count').values(rows).execute()
  const { content_hash, base_hash, ...what } = held
  const result_hash = canonicalHash({
    ...{ simulation_id, ...what, tally },
    ...{ content_hash: content_hash.toString('hex'), base_hash: base_hash.toString('hex') },
    rows: parts.map(({ rows_hash }) => rows_hash.toString('hex')),
  })
  const open_end_count = parts.reduce((sum, part) => sum + part.open_end_count, 0)
  await tx
    .updateTable('register.simulation')
    .set({ state: 'done', ended_at: now.toString(), result_hash, open_end_count })
    .where('simulation_id', '=', simulation_id)
    .execute()
  return { counts: totalOf(tally), people: parts.reduce((sum, { done_count }) => sum + done_count, 0) }
}
