/** One pair of the queue, opened and compared as it is now, and what a decision about it must know. */
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { hasConflict } from '../approvals/queries.ts'
import type { RegisterTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { readScale } from '../searches/scale.ts'
import { commonOf, scoreCards } from './compare.ts'
import { findPair, type PairRow } from './queries.ts'
import { openDraftSide, openRecord, type Side } from './sides.ts'

/** The pair with what a decision must know; undefined where the officer may not see it. */
export async function factsOfMatch({
  tx,
  params,
  actor,
}: {
  tx: RegisterTx
  actor: Actor
  params: { match_pair_id: string }
}): Promise<FactsOf<'match'> | undefined> {
  const pair = await findPair(tx, params.match_pair_id)
  if (!pair) return undefined
  const two = [pair.draft_id, pair.person_a_id, pair.person_b_id].filter((id) => id !== null)
  const has_conflict = await hasConflict(tx, actor.officer_id, two)
  return { kind: 'match', place: null, has_conflict }
}

export async function getPair(tx: RegisterTx, match_pair_id: string, options?: { lock: boolean }) {
  const pair = await findPair(tx, match_pair_id, options)
  if (!pair) throw new Problem('not_found')
  return pair
}

/** The two of a pair, opened. */
async function openSides(tx: RegisterTx, program: Program, pair: PairRow): Promise<[Side, Side]> {
  const { person_a_id, person_b_id, draft_id } = pair
  if (person_a_id === null && draft_id === null) throw new Problem('not_found')
  return Promise.all([
    person_a_id === null ? openDraftSide(tx, program, draft_id ?? '') : openRecord(tx, program, person_a_id),
    openRecord(tx, program, person_b_id),
  ])
}

/** A pair with its two as they are now. */
export async function openPair(
  tx: RegisterTx,
  program: Program,
  match_pair_id: string,
  options?: { lock: boolean },
) {
  const pair = await getPair(tx, match_pair_id, options)
  const [one, other] = await openSides(tx, program, pair)
  return { pair, one, other }
}

/** The two of a pair, opened and compared as they are now. */
export async function comparePair(tx: RegisterTx, program: Program, pair: PairRow) {
  const [[one, other], scale] = await Promise.all([
    openSides(tx, program, pair),
    readScale(tx, program.keyring),
  ])
  const score = scoreCards(one.card, other.card, scale)
  const common = commonOf(one.card, other.card, scale)
  return { one: one.side, other: other.side, cards: [one.card, other.card] as const, score, common }
}
