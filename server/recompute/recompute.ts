/** Both calculators over the whole register: what they differ on freezes enforcement for that person. Decision 0031. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { computeOne, readPeopleFacts } from '../duties/compute.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { asGate, openDatabase, type RegisterTx } from '../platform/database.ts'
import { firstAnswer } from './first-answer.ts'
import { emptyStaging, prepareSecond, runSecond, secondAnswers } from './second-calculator.ts'

const sql = (name: string) =>
  readFileSync(new URL(`../../database/recompute/${name}.sql`, import.meta.url), 'utf8')
const FROM_REGISTER = sql('from-register')
const PROJECTION = sql('projection')

/** People computed at a time: few enough to hold, enough that a statement is worth its planning. */
const BATCH = 5000

export type Progress = { compared: number; people: number; differences: number }
export type Recomputed = {
  on: string
  compared: number
  /** Person ids whose two answers differ, with both. */
  differences: { person_id: string; first: string; second: string }[]
  /** Person ids whose stored projection is not what is computed. */
  projections: string[]
}
type Run = { run_id: string; last_person_id: string | null; compared: number }

/**
 * Computes everybody on a day by both calculators, for a login past row security; goes on where an earlier run of
 * that day was broken off.
 */
export async function recompute(
  owner_url: string,
  on: string,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Recomputed> {
  const client = new pg.Client({ connectionString: owner_url })
  await client.connect()
  const database = openDatabase({ app: owner_url, gate: owner_url }, 4)
  // The first calculator reads through the same queries as every page; the operator's login sees all rows.
  const asReader = <T>(work: (tx: RegisterTx) => Promise<T>) =>
    asGate(database, (tx) => work(tx as unknown as RegisterTx))
  try {
    const packs = await asReader((tx) => listPacksInForce(tx, on))
    await prepareSecond(client, [{ name: 'in force', packs }])
    const run = await beginRun(client, on)
    const { rows } = await client.query('select count(*)::integer as people from register.person')
    const found: Recomputed = { on, compared: run.compared, differences: [], projections: [] }
    for (let ids = await nextPeople(client, run); ids.length > 0; ids = await nextPeople(client, run)) {
      const first = await asReader(async (tx) => {
        const facts = await readPeopleFacts(tx, ids)
        return new Map([...facts].map(([id, one]) => [id, firstAnswer(computeOne(one, packs, on).result)]))
      })
      await client.query('begin')
      const second = await secondOf(client, ids, on)
      const differences = ids.flatMap((person_id, at) => {
        const [one, two] = [first.get(person_id) ?? '', second[at] ?? '']
        return one === two ? [] : [{ person_id, first: one, second: two }]
      })
      const { rows: stale } = await client.query<{ person_id: string }>(PROJECTION)
      const projections = stale.map(({ person_id }) => person_id)
      await keep(client, run, ids, differences, projections)
      await emptyStaging(client)
      await client.query('commit')
      found.compared = run.compared
      found.differences.push(...differences)
      found.projections.push(...projections)
      onProgress({ compared: run.compared, people: rows[0].people, differences: found.differences.length })
    }
    await client.query('update register.recompute_run set finished_at = now() where run_id = $1', [
      run.run_id,
    ])
    return found
  } finally {
    await client.end()
    await database.end()
  }
}

async function beginRun(client: pg.Client, on: string): Promise<Run> {
  const { rows } = await client.query<Run>(
    `select run_id, last_person_id, compared_count::integer as compared from register.recompute_run
      where computed_on = $1 and finished_at is null order by began_at desc, run_id limit 1`,
    [on],
  )
  if (rows[0]) return rows[0]
  const run_id = randomUUID()
  await client.query('insert into register.recompute_run (run_id, computed_on) values ($1, $2)', [run_id, on])
  return { run_id, last_person_id: null, compared: 0 }
}

async function nextPeople(client: pg.Client, { last_person_id }: Run): Promise<string[]> {
  const { rows } = await client.query<{ person_id: string }>(
    `select person_id from register.person where $1::uuid is null or person_id > $1 order by person_id limit ${BATCH}`,
    [last_person_id],
  )
  return rows.map(({ person_id }) => person_id)
}

async function secondOf(client: pg.Client, ids: readonly string[], on: string): Promise<readonly string[]> {
  await client.query(
    `create temporary table batch on commit drop as
     select (ordinality - 1)::integer as case_no, person_id, $2::date as day
       from unnest($1::uuid[]) with ordinality given (person_id, ordinality)`,
    [ids, on],
  )
  await client.query('analyze batch')
  await client.query(FROM_REGISTER)
  await runSecond(client)
  return (await secondAnswers(client)).map(({ answer }) => answer)
}

type Kind = 'calculators_differ' | 'projection_differs'

/** Opens an exception for whoever differs, closes those of people found in agreement, and marks how far the run is. */
async function keep(
  client: pg.Client,
  run: Run,
  ids: readonly string[],
  differences: Recomputed['differences'],
  projections: readonly string[],
) {
  const open = async (kind: Kind, rows: readonly { person_id: string; detail: object }[]) => {
    await client.query(
      `update register.duty_exception set closed_at = now()
        where kind = $1 and closed_at is null and person_id = any ($2::uuid[]) and not person_id = any ($3::uuid[])`,
      [kind, ids, rows.map(({ person_id }) => person_id)],
    )
    await client.query(
      `insert into register.duty_exception (exception_id, person_id, kind, detail)
       select gen_random_uuid(), person_id, $1, detail from jsonb_to_recordset($2) as r (person_id uuid, detail jsonb)
       on conflict (person_id, kind) where closed_at is null do nothing`,
      [kind, JSON.stringify(rows)],
    )
  }
  await open(
    'calculators_differ',
    differences.map(({ person_id, first, second }) => ({ person_id, detail: { first, second } })),
  )
  await open(
    'projection_differs',
    projections.map((person_id) => ({ person_id, detail: {} })),
  )
  run.last_person_id = ids.at(-1) ?? null
  run.compared += ids.length
  await client.query(
    `update register.recompute_run set last_person_id = $2, compared_count = $3, difference_count = difference_count + $4
      where run_id = $1`,
    [run.run_id, run.last_person_id, run.compared, differences.length],
  )
}
