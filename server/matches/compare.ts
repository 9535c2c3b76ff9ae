/** A pair compared as it is now: the score with its rows, how common the names are, and what stands against one person. */
import type { Match } from '../../contract/matches.ts'
import type { FitShown } from '../../contract/searches.ts'
import { commonness } from '../../domain/matching/commonness.ts'
import { type Score, scorePerson } from '../../domain/matching/score.ts'
import { type Doubt, doubtsOf } from '../../domain/merge/doubts.ts'
import { fitOf } from '../../domain/search/answer.ts'
import type { MatchCard } from '../../domain/search/match-card.ts'
import { openSlipsBetween } from '../clearances/cleared.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { readScale, type Scale } from '../searches/scale.ts'
import { readIdentities } from './identities.ts'
import { type Compared, factsOfTwo, numberedOf, openCards } from './sides.ts'

const TAIL = 3

export const scoreCards = (one: Compared, other: Compared, { model, frequencies }: Scale): Score => {
  const [a, b] = factsOfTwo(one, other)
  return scorePerson(a, b, model, frequencies)
}

/** The score as it is shown; of a CNIC only its end. */
export function scoreShown({ milli_bits, rows, what_would_change }: Score): FitShown {
  return {
    ...{ fit: fitOf(milli_bits) ?? 'little', milli_bits },
    reasons: rows.map(({ query, candidate, per_million, ...row }) => ({
      ...row,
      asked: row.field === 'cnic' ? tailOf(query) : query,
      held: row.field === 'cnic' ? tailOf(candidate) : candidate,
      per_million: per_million ?? null,
    })),
    missing: [...new Set(what_would_change.map(({ field }) => field))],
  }
}
const tailOf = (digits: string | null) => digits?.slice(-TAIL) ?? null

/** How common the name of each is, once where both bear the same. */
export function commonOf(one: MatchCard, other: MatchCard, { frequencies }: Scale): Match['common'] {
  const all = factsOfTwo(one, other).flatMap((facts) => {
    const common = commonness(facts.names, facts.fathers, frequencies)
    return common ? [common] : []
  })
  return [...new Map(all.map((common) => [`${common.name}|${common.father}`, common])).values()]
}

/** Why the people of two records cannot be made one: every pair of records between them is compared. */
export async function findDoubts(
  tx: RegisterTx,
  program: Program,
  { one, other, most }: { one: string; other: string; most: number },
): Promise<{ doubts: Doubt[]; ones: string[]; others: string[] }> {
  const { groupOf } = await readIdentities(tx, [one, other])
  const [ones, others] = [groupOf(one), groupOf(other)]
  const [scale, cards, said] = await Promise.all([
    readScale(tx, program.keyring),
    openCards(tx, program, [...ones, ...others]),
    listSaid(tx, [...ones, ...others]),
  ])
  const slipBetween = await openSlipsBetween(tx, program.keyring, cards.map(numberedOf))
  const cardOf = new Map(cards.map(({ person_id, card }) => [person_id, card]))
  const across = ones.flatMap((a) =>
    others.map((b) => {
      const [of_a, of_b] = [cardOf.get(a), cardOf.get(b)]
      const vetoes = of_a && of_b ? scoreCards(of_a, of_b, scale).vetoes : []
      const decision = said.find((s) => isPair(s, a, b))?.decision ?? null
      const is_cleared = slipBetween(a, b) !== 'none'
      return { vetoes, decision: decision as 'same' | 'different' | 'unclear' | null, is_cleared }
    }),
  )
  return { doubts: doubtsOf(across, ones.length + others.length, most), ones, others }
}

const isPair = (row: { person_a_id: string | null; person_b_id: string }, a: string, b: string) =>
  (row.person_a_id === a && row.person_b_id === b) || (row.person_a_id === b && row.person_b_id === a)

/** What was said last of any two of these people. */
const listSaid = (tx: RegisterTx, person_ids: readonly string[]) =>
  tx
    .selectFrom('register.match_pair')
    .select(['person_a_id', 'person_b_id', 'decision'])
    .where('person_a_id', 'in', person_ids)
    .where('person_b_id', 'in', person_ids)
    .where('decision', 'is not', null)
    .execute()
