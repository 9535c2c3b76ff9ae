/**
 * The background act `simulation.run`: compares everybody by the packs in force and by those and a draft, in the name
 * of the legal officer who asked. It changes no person. What it found of a batch is kept with the batch, so that a
 * simulation that was stopped or killed goes on where it was.
 */
import { randomUUID } from 'node:crypto'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Job } from '../platform/jobs.ts'
import { recordHash } from '../platform/record-hash.ts'
import { compareClosedDrafts } from './closed-drafts.ts'
import { type Comparing, comparePart } from './compare-part.ts'
import { CLOSED_PART, endSimulation, findSimulation, getSuccession } from './queries.ts'
import { runThreads } from './threads.ts'

/** The job may be taken up before the request has committed; a simulation still absent then was undone. */
const ATTEMPTS_UNTIL_COMMITTED = 6
/** Fewer are compared sooner than threads have started. */
export const PEOPLE_FOR_THREADS = 20_000

export const runSimulation: Job = (given) => simulate(given, PEOPLE_FOR_THREADS)

/** The act, with threads from so many people on. */
export async function simulate(
  { program, payload: { id }, as, token, attempt, signal }: Parameters<Job>[0],
  people_for_threads: number,
): Promise<void> {
  const found = await as(async (tx, session) => {
    const head = await findSimulation(tx, id)
    if (!head) return undefined
    const { allowed } = decide(actorOf(session), 'simulation.begin', { kind: 'simulation', place: null })
    if (!allowed) throw new Error('only a legal officer simulates')
    const { base_hash: _, ...packs } = await getSuccession(tx, id)
    const comparing: Comparing = { simulation_id: id, on: head.from_on, ...packs }
    return { head, comparing, parts: await listOpenParts(tx, id) }
  })
  if (!found && attempt < ATTEMPTS_UNTIL_COMMITTED) throw new Error('the simulation is not there yet')
  if (found?.head.state !== 'running') return
  const { head, comparing, parts } = found
  const goOn = () => !signal.aborted
  const people = parts.filter((part) => part !== CLOSED_PART)
  let is_whole =
    !parts.includes(CLOSED_PART) || (await compareClosedDrafts(as, program.keyring, comparing, goOn))
  if (token !== undefined && head.of_count >= people_for_threads) {
    const address = program.database.address.app
    is_whole = is_whole && (await runThreads({ ...comparing, address, token }, people, signal))
  } else for (const part of people) is_whole = is_whole && (await comparePart(as, comparing, part, goOn))
  if (signal.aborted) throw new Error('the program stops; the next one goes on')
  if (is_whole) await end({ program, as }, id)
}

type Ending = Pick<Parameters<Job>[0], 'program' | 'as'>

const end = ({ program, as }: Ending, id: string) =>
  as(async (tx, session) => {
    const row_before = await recordHash(tx, 'simulation', id)
    const ended = await endSimulation(tx, id, program.clock.now())
    if (!ended) return
    await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
      ...{ action: 'simulation.ended', outcome: 'done', subject_kind: 'simulation', subject_id: id },
      ...{ row_before, row_after: await recordHash(tx, 'simulation', id) },
      detail: ended,
    })
  })

async function listOpenParts(tx: RegisterTx, simulation_id: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('register.simulation_part')
    .select('part')
    .where('simulation_id', '=', simulation_id)
    .where('is_done', '=', false)
    .orderBy('part')
    .execute()
  return rows.map(({ part }) => part)
}
