// How many people there are for one of a name and a father's name, were names given independently.
import type { Frequencies } from '../names/frequencies.ts'
import type { ParsedName } from '../names/parsed-name.ts'

export interface Commonness {
  /** The name and the father's as typed; null where no father is known. */
  readonly name: string
  readonly father: string | null
  /** One person in so many is called that; rounded to two figures. */
  readonly one_in: number
}

const MILLION = 1e6
const FIGURES = 2
/** More people than the world has tell nothing. */
const MOST = 1e10

const shareOf = ({ parts }: ParsedName, frequencies: Frequencies) =>
  parts.reduce((share, { common_key }) => (share * frequencies.perMillion(common_key)) / MILLION, 1)

/**
 * How common a name with its father's is. Muhammad and Syed count for nothing; families give names alike, so that the
 * true number is lower. Null where there is no name of one's own.
 * @example commonness([parseName('Aslam')], [], frequencies)?.one_in // 1,000,000 by the people of a million called Aslam
 */
export function commonness(
  names: readonly ParsedName[],
  fathers: readonly ParsedName[],
  frequencies: Frequencies,
): Commonness | null {
  const name = names.find(({ parts }) => parts.length > 0)
  if (!name) return null
  const father = fathers.find(({ parts }) => parts.length > 0)
  const share = shareOf(name, frequencies) * (father ? shareOf(father, frequencies) : 1)
  const one_in = Number(Math.min(MOST, Math.max(1, 1 / share)).toPrecision(FIGURES))
  return { name: name.typed, father: father?.typed ?? null, one_in }
}
