/** Pairs to compare, as intake or a run over the whole register would have found them. */
import { randomUUID } from 'node:crypto'
import type { TestRegister } from './register.ts'

/** A pair of two records that waits. */
export async function givenPair(
  { root }: TestRegister,
  one: { person_id: string },
  other: { person_id: string },
): Promise<{ match_pair_id: string }> {
  const [a, b] = [one.person_id, other.person_id].sort()
  const match_pair_id = randomUUID()
  await root.query(
    `insert into register.match_pair (match_pair_id, found_by, person_a_id, person_b_id, weight, compared_at)
     values ($1, 'link', $2, $3, 9000, now())`,
    [match_pair_id, a, b],
  )
  return { match_pair_id }
}
