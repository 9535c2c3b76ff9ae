// What forbids that two records are one person, whatever else agrees.
import { compareCnics, isSlip } from './cnic.ts'
import { yearsApart } from './dates.ts'
import type { Held, PersonFacts } from './evidence.ts'

export const VETOES = ['two_cnics', 'sex', 'years_apart', 'held_in_two_places'] as const
export type Veto = (typeof VETOES)[number]

/** Beyond any slip of a stated age. */
const MOST_YEARS_APART = 12

/** Two whole numbers that no slip of the fingers explains; one number in common takes the veto away. */
function hasTwoCnics(a: readonly string[], b: readonly string[]): boolean {
  const whole = (numbers: readonly string[]) => numbers.filter((number) => /^\d{13}$/.test(number))
  const [of_a, of_b] = [whole(a), whole(b)]
  if (of_a.length === 0 || of_b.length === 0) return false
  return !of_a.some((one) => of_b.some((other) => one === other || isSlip(compareCnics(one, other))))
}

function areAtOnce(one: Held, other: Held): boolean {
  const begins_before = (a: Held, b: Held) => b.to_on === null || a.from_on < b.to_on
  return one.place !== other.place && begins_before(one, other) && begins_before(other, one)
}

/** Days of arrival and transfer touch: two places at once need more than a day in common. */
const isHeldTwice = (a: readonly Held[], b: readonly Held[]) =>
  a.some((one) => b.some((other) => areAtOnce(one, other)))

/**
 * The reasons why two records cannot be one person; none of them is a score.
 * @example vetoesOf({ ...NOTHING_KNOWN, sex: 'male' }, { ...NOTHING_KNOWN, sex: 'female' }) // ['sex']
 */
export function vetoesOf(a: PersonFacts, b: PersonFacts): Veto[] {
  const found: Record<Veto, boolean> = {
    two_cnics: hasTwoCnics(a.cnics, b.cnics),
    sex: a.sex !== null && b.sex !== null && a.sex !== b.sex,
    years_apart: a.birth !== null && b.birth !== null && yearsApart(a.birth, b.birth) > MOST_YEARS_APART,
    held_in_two_places: isHeldTwice(a.custody, b.custody),
  }
  return VETOES.filter((veto) => found[veto])
}
