/** Cards as they are compared by the thousand: opened once for all pairs of a batch. */
import { type Score, scorePerson } from '../../domain/matching/score.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import type { Scale } from '../searches/scale.ts'
import { factsOfTwo, openCards } from './sides.ts'

export type Compare = (one: string, other: string) => Score | undefined

/** Opens the cards of these people; what it gives tells how well two of them fit, undefined where one was erased. */
export async function openToCompare(
  tx: RegisterTx,
  program: Program,
  ids: ReadonlySet<string>,
  { model, frequencies }: Scale,
): Promise<Compare> {
  const cards = new Map(
    (await openCards(tx, program, [...ids])).map(({ person_id, card }) => [person_id, card]),
  )
  return (one, other) => {
    const [a, b] = [cards.get(one), cards.get(other)]
    if (!a || !b) return undefined
    const [first, second] = factsOfTwo(a, b)
    return scorePerson(first, second, model, frequencies)
  }
}
