/**
 * The second calculator of duties: RULES.md written again, in set-based SQL (database/recompute), sharing no code with
 * the first. It works on temporary tables of one connection, a batch of people at a time.
 */
import { readFileSync } from 'node:fs'
import type pg from 'pg'
import type { Facts } from '../../domain/duty/facts.ts'
import { listOffences } from '../../law/offences.ts'
import type { Pack } from '../../law/packs.ts'
import { stageFacts } from './stage-facts.ts'

const sql = (name: string) =>
  readFileSync(new URL(`../../database/recompute/${name}.sql`, import.meta.url), 'utf8')

/** The statements of a batch, in their order; the name is what a measurement prints. */
const STEPS = ['registration', 'desks', 'departures', 'after-events', 'results'].map(
  (name) => [name, sql(name)] as const,
)
const ANSWERS = sql('answers')

/** Packs that follow one another, oldest first; a case names its set. */
export type PackSet = { readonly name: string; readonly packs: readonly Pack[] }
export type Answer = { readonly case_no: number; readonly answer: string }

const staging = [
  'given_case',
  'given_conviction',
  'given_appeal',
  'given_interval',
  'given_desk',
  'given_closed',
  'given_served',
  'given_change',
  'given_trip',
  'given_notice',
  'given_visit',
  'given_outage',
]

/** Makes the staging tables of this connection and unfolds the packs. */
export async function prepareSecond(client: pg.ClientBase, sets: readonly PackSet[]) {
  // The planner knows nothing of tables just made: loops over them would be chosen as if they were empty, and sorts of
  // both sides as if they were cheap. Every join here compares numbers for equality first, so it can be hashed.
  await client.query(
    `set enable_nestloop = off; set enable_mergejoin = off; set jit = off; set work_mem = '256MB';
     set temp_buffers = '256MB'`,
  )
  await client.query(sql('staging'))
  const offences = listOffences().map(({ key, in_force_from, in_force_until }) => ({
    offence: key,
    from_on: in_force_from ?? '-infinity',
    until_on: in_force_until ?? 'infinity',
  }))
  await client.query(
    'insert into given_offence select * from jsonb_to_recordset($1) as o (offence text, from_on date, until_on date)',
    [JSON.stringify(offences)],
  )
  const packs = sets.flatMap(({ packs }, set_no) =>
    packs.map(({ in_force_from, values }, ordinal) => ({ set_no, ordinal, in_force_from, content: values })),
  )
  await client.query(
    'insert into given_pack select * from jsonb_to_recordset($1) as p (set_no integer, ordinal integer, in_force_from date, content jsonb)',
    [JSON.stringify(packs)],
  )
  await client.query(sql('rules'))
}

/** Runs the steps over what is staged; in a transaction, whose end drops the results. */
export async function runSecond(
  client: pg.ClientBase,
  took: (step: string, milliseconds: number) => void = () => undefined,
) {
  for (const [name, text] of STEPS) {
    const begun = performance.now()
    await client.query(text)
    took(name, performance.now() - begun)
  }
}

/** The answers of a batch, in the order of case_no. */
export async function secondAnswers(client: pg.ClientBase): Promise<readonly Answer[]> {
  const { rows } = await client.query<Answer>(ANSWERS)
  return rows
}

export const emptyStaging = (client: pg.ClientBase) => client.query(`truncate ${staging.join(', ')}`)

/** What the second calculator makes of each case, in their order; `pack` names a set of those prepared. */
export async function answerCases(
  client: pg.ClientBase,
  sets: readonly PackSet[],
  facts: readonly Facts[],
): Promise<readonly string[]> {
  await client.query('begin')
  try {
    await stageFacts(client, facts, ({ pack }) => sets.findIndex(({ name }) => name === pack))
    await runSecond(client)
    const answers = await secondAnswers(client)
    await emptyStaging(client)
    await client.query('commit')
    return answers.map(({ answer }) => answer)
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}
