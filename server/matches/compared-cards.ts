/** Cards as they are compared by the thousand: opened once for all pairs of a batch. */
import { type Score, scorePerson } from '../../domain/matching/score.ts'
import { briefCard, type MatchCard } from '../../domain/search/match-card.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import type { Scale } from '../searches/scale.ts'
import { factsOfTwo, openCards } from './sides.ts'

export type Compare = (one: string, other: string) => Score | undefined

/** What more spellings may add to the weight of two names as they are first written, at most; thousandths of a bit. Assumed. */
const MORE_SPELLINGS = 10_000

/**
 * Opens the cards of these people; what it gives tells how well two of them fit: undefined where one was erased, or where
 * their first spellings lie too far below `least_weight` for the others to be looked at.
 */
export async function openToCompare(
  tx: RegisterTx,
  program: Program,
  ids: ReadonlySet<string>,
  { model, frequencies }: Scale,
  least_weight: number,
): Promise<Compare> {
  const cards = new Map(
    (await openCards(tx, program, [...ids])).map(({ person_id, card }) => [person_id, card]),
  )
  return (one, other) => {
    const [a, b] = [cards.get(one), cards.get(other)]
    if (!a || !b) return undefined
    const score = (one_card: MatchCard, other_card: MatchCard) => {
      const [first, second] = factsOfTwo(one_card, other_card)
      return scorePerson(first, second, model, frequencies)
    }
    const briefly = score(briefCard(a, false), briefCard(b, false))
    return briefly.milli_bits + MORE_SPELLINGS < least_weight ? undefined : score(a, b)
  }
}
