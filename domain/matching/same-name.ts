// Whether two names are one name: a question about spellings, not about people.

import type { Frequencies } from '../names/frequencies.ts'
import type { ParsedName } from '../names/parsed-name.ts'
import { type Compared, compareNames } from './compare-names.ts'
import { CONTRADICTS, type Row, type RowCode, type Verdict } from './evidence.ts'
import { pairParts } from './pairing.ts'
import { sumOf } from './rows.ts'
import type { Model } from './weights.ts'

export interface NameAnswer extends Compared {
  readonly verdict: Verdict
  /** People of a million who bear all the parts that agree, were parts given independently; null when none agrees. */
  readonly borne_by_per_million: number | null
}

const AGREES: ReadonlySet<RowCode> = new Set(['part_same', 'part_close', 'part_near'])
const DOUBTFUL: ReadonlySet<RowCode> = new Set(['part_near', 'part_resembles', 'clan_missing'])
/** One initial fits every tenth name, two that all fit do not. */
const INITIALS: ReadonlySet<RowCode> = new Set(['initial_fits'])
/** With a part left out, what is left must be rare enough together. */
const ENOUGH_WITHOUT_A_PART = 7_000

const count = (rows: readonly Row[], codes: ReadonlySet<RowCode>) =>
  rows.filter(({ code }) => codes.has(code)).length
const has = (rows: readonly Row[], code: RowCode) => rows.some((row) => row.code === code)

/** Own names that contradict each other in one part and agree in two may still be one with a slip. */
function ofContradiction(own: readonly Row[]): Verdict {
  return count(own, CONTRADICTS) === 1 && count(own, AGREES) >= 2 ? 'possible' : 'different'
}

function ofParts(own: readonly Row[], sum: number): Verdict {
  const agreed = count(own, AGREES)
  const is_likely = has(own, 'part_resembles') || count(own, INITIALS) >= 2
  if (agreed === 0) return is_likely && sum > 0 ? 'possible' : 'different'
  if (sum <= 0) return 'possible'
  if (has(own, 'part_missing')) return agreed >= 2 && sum >= ENOUGH_WITHOUT_A_PART ? 'same' : 'possible'
  if (count(own, DOUBTFUL) > 0) return agreed >= 2 && !has(own, 'part_resembles') ? 'same' : 'possible'
  const is_turned = has(own, 'order_swapped') && agreed === 1 && !has(own, 'clan_same')
  return is_turned ? 'possible' : 'same'
}

function verdictOf(rows: readonly Row[]): Verdict {
  const own = rows.filter(({ field }) => field === 'name')
  const fathers = rows.filter(({ field }) => field === 'father')
  if (has(rows, 'sex_differs')) return 'different'
  if (count(fathers, CONTRADICTS) > 0 && count(fathers, AGREES) === 0) return 'different'
  if (has(own, 'nothing_to_compare')) return 'possible'
  if (count(own, CONTRADICTS) > 0) return ofContradiction(own)
  const verdict = ofParts(own, sumOf(own))
  return verdict === 'same' && count(fathers, CONTRADICTS) > 0 ? 'possible' : verdict
}

function borneBy(rows: readonly Row[]): number | null {
  const shares = rows.flatMap(({ field, per_million }) =>
    field === 'name' && per_million ? [per_million] : [],
  )
  if (shares.length === 0) return null
  return Math.round(shares.reduce((share, one) => (share * one) / 1e6, 1e6) * 1000) / 1000
}

/**
 * Ali Sher Jatoi and Sher Ali Jatoi, Gul Muhammad Khattak and Muhammad Gul Khattak: given names that changed places are other
 * names. A family name before the others, Jatoi Ali Sher, is a habit of lists.
 */
function isTurned(a: ParsedName, b: ParsedName, rows: readonly Row[], frequencies: Frequencies): boolean {
  if (has(rows, 'alias')) return false
  if (has(rows, 'order_kept'))
    return [a, b].every(({ muhammad }) => muhammad !== 'none') && a.muhammad !== b.muhammad
  if (!has(rows, 'order_swapped')) return false
  const places = pairParts(a, b, frequencies)
    .toSorted((one, other) => (one.a[0] ?? 0) - (other.a[0] ?? 0))
    .map((pair) => pair.b[0] ?? 0)
  const breaks = places.filter((place, at) => at > 0 && place < (places[at - 1] ?? 0)).length
  const is_led_by_the_last = breaks === 1 && (places.at(-1) ?? 0) < (places[0] ?? 0)
  return places.length > 2 && !is_led_by_the_last
}

/** Asif Ali @ Kala and Arif Ali @ Kala: many are called Kala, and their own names are two. */
function shareOnlyANickname(
  a: ParsedName,
  b: ParsedName,
  rows: readonly Row[],
  model: Model,
  frequencies: Frequencies,
): boolean {
  if (!has(rows, 'alias') || a.aliases.length === 0 || b.aliases.length === 0) return false
  const own = { aliases: [], father: null, sex: null }
  return verdictOf(compareNames({ ...a, ...own }, { ...b, ...own }, model, frequencies).rows) === 'different'
}

/**
 * Whether two names are spellings of one name, with the rows and how common it is. The same name is not the same
 * person: no record is joined on this answer.
 * @example compareTwoNames(parseName('Md Aslam'), parseName('محمد اسلم'), MODEL).verdict // 'same'
 */
export function compareTwoNames(
  a: ParsedName,
  b: ParsedName,
  model: Model,
  frequencies: Frequencies = model.frequencies,
): NameAnswer {
  const compared = compareNames(a, b, model, frequencies)
  const verdict = verdictOf(compared.rows)
  const is_doubtful =
    verdict === 'same' &&
    (isTurned(a, b, compared.rows, frequencies) ||
      shareOnlyANickname(a, b, compared.rows, model, frequencies))
  return {
    ...compared,
    verdict: is_doubtful ? 'possible' : verdict,
    borne_by_per_million: borneBy(compared.rows),
  }
}
