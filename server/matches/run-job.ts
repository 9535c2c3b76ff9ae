/**
 * The background act `matches.compare`: the whole register compared with itself, by the index and the score of intake.
 * Pairs of enough weight are put in the queue of those who compare; nobody is joined. It acts in the name of the night
 * work, in batches that commit one by one, so that one that was stopped goes on where it was; what was decided is left alone.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { openSlipsBetween } from '../clearances/cleared.ts'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { Job } from '../platform/jobs.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { readScale, type Scale } from '../searches/scale.ts'
import { openToCompare } from './compared-cards.ts'
import { pairOf, weighAgain } from './queries.ts'
import { changeRun, endRun, findOrBeginRun, type LinkRun, lockRun } from './run-rows.ts'
import { numberedOf, openCards } from './sides.ts'

/** People compared in one transaction: a few seconds' work, which is what a kill loses at most. */
export const BATCH_PEOPLE = 250
/** Keys that more hold say little, and are left to the others; and the others whom one person is compared with. */
const MOST_HELD = 200
const MOST_EACH = 20
/** From here on a draft is stopped for a probable duplicate too (0043); thousandths of a bit. Assumed. */
export const LEAST_WEIGHT = 12_000

/** @param batch_people people compared in one transaction */
export const comparing =
  (batch_people: number): Job =>
  async ({ program, as, asked_at, signal }) => {
    const run = await as((tx, session) => {
      const facts = { kind: 'match', place: null, has_conflict: false } as const
      if (!decide(actorOf(session), 'match.compare', facts).allowed)
        throw new Error('only the night work compares the whole register')
      return findOrBeginRun(tx, session, { least_weight: LEAST_WEIGHT, asked_at })
    })
    if (!run) return
    let scale: Scale | undefined
    for (;;) {
      if (signal.aborted) throw new Error('stopped while the register was compared')
      const state = await as(async (tx, session) => {
        scale ??= await readScale(tx, program.keyring)
        return compareBatch({ tx, session, program, scale, batch_people }, run.link_run_id)
      })
      if (state !== 'more') return
    }
  }

export const compareRegister: Job = comparing(BATCH_PEOPLE)

type Comparing = { tx: RegisterTx; session: Session; program: Program; scale: Scale; batch_people: number }

async function compareBatch(asked: Comparing, link_run_id: string): Promise<'more' | 'stopped' | 'ended'> {
  const { tx, program, batch_people } = asked
  const run = await lockRun(tx, link_run_id)
  if (run.ended_at !== null) return 'ended'
  if (run.stop_asked_at !== null) return 'stopped'
  const ids = await listNext(tx, run.last_person_id, batch_people)
  const { compared, found } = await queuePairs(asked, run, ids)
  const counted = {
    done_count: run.done_count + ids.length,
    compared_count: run.compared_count + compared,
    found_count: run.found_count + found,
  }
  const is_last = ids.length < batch_people
  await changeRun(tx, link_run_id, {
    ...counted,
    last_person_id: ids.at(-1) ?? run.last_person_id,
  })
  if (!is_last) return 'more'
  await endRun(tx, link_run_id)
  await recordEvent(tx, program.keyring, auditActorOf(asked.session, randomUUID()), {
    ...{ action: 'match.compared', outcome: 'done', subject_kind: 'link_run', subject_id: link_run_id },
    detail: counted,
  })
  return 'ended'
}

async function listNext(tx: RegisterTx, after: string | null, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('register.person')
    .select('person_id')
    .$if(after !== null, (q) => q.where('person_id', '>', after ?? ''))
    .orderBy('person_id')
    .limit(most)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Compares these people with whom they may be, and queues the pairs of enough weight. */
async function queuePairs(
  { tx, session, program, scale }: Comparing,
  { link_run_id, least_weight }: LinkRun,
  ids: readonly string[],
) {
  const { rows } = await sql<{ person_id: string; other_id: string }>`
    select person_id, other_id from register.pairs_to_compare(${[...ids]}::uuid[], ${MOST_HELD}, ${MOST_EACH})`.execute(
    tx,
  )
  const both = new Set(rows.flatMap(({ person_id, other_id }) => [person_id, other_id]))
  const compare = await openToCompare(tx, program, both, scale, least_weight)
  const now = program.clock.now()
  let found = 0
  const likely = rows.flatMap(({ person_id, other_id }) => {
    const score = compare(person_id, other_id)
    if (!score || score.verdict === 'different' || score.milli_bits < least_weight) return []
    return [{ person_id, other_id, score }]
  })
  const cards = await openCards(tx, program, [
    ...new Set(likely.flatMap((one) => [one.person_id, one.other_id])),
  ])
  const slipBetween = await openSlipsBetween(tx, program.keyring, cards.map(numberedOf))
  for (const { person_id, other_id, score } of likely) {
    if (slipBetween(person_id, other_id) === 'stands') continue
    const weighed = { weight: score.milli_bits, found_at: now.toString(), found_by: 'link' as const }
    const pair = await pairOf(tx, person_id, other_id, weighed)
    if (pair.is_new) {
      found += 1
      await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
        ...{ action: 'match.found', outcome: 'done', second_id: link_run_id },
        ...{ subject_kind: 'match_pair', subject_id: pair.match_pair_id },
        row_after: await recordHash(tx, 'match_pair', pair.match_pair_id),
      })
    } else if (pair.decision === null) await weighAgain(tx, pair.match_pair_id, score.milli_bits, now)
  }
  return { compared: rows.length, found }
}
