// How common each part of a name is, counted under its common key.

import { type NearKeys, nearKeysAmong } from './near-keys.ts'

export interface Frequencies {
  /** People of a million who bear a part with this key; never below `rarest`. */
  readonly perMillion: (common_key: string) => number
  /** The chance, in a million, that one part of two people taken at random is the same. */
  readonly typical: number
  /** Whether enough people bear a part with this key to be counted. */
  readonly isBorne: (common_key: string) => boolean
  /** For the key of a word that nobody bears: keys of names, one letter away. */
  readonly nearKeys: NearKeys
}

/** Counts as they are kept: people of a million by key, and what an unseen key is taken for. */
export interface Shares {
  readonly rarest_per_million: number
  readonly typical_per_million: number
  readonly per_million: Readonly<Record<string, number>>
}

/**
 * Frequencies of counted shares.
 * @example frequenciesOf({ rarest_per_million: 50, typical_per_million: 9000, per_million: { AL: 40000 } }).perMillion('AL') // 40000
 */
export function frequenciesOf(shares: Shares): Frequencies {
  const by_key = new Map(Object.entries(shares.per_million))
  return {
    perMillion: (key) => Math.max(by_key.get(key) ?? 0, shares.rarest_per_million),
    typical: shares.typical_per_million,
    isBorne: (key) => by_key.has(key),
    nearKeys: nearKeysAmong(() => by_key),
  }
}

/**
 * Shares of keys counted one by one: a part borne by fewer than `rarest` of a million is taken to be that common.
 * @param people how many people the keys were counted from
 */
export function sharesOf(
  counts: ReadonlyMap<string, number>,
  people: number,
  rarest_per_million: number,
): Shares {
  const all = [...counts].map(([key, count]) => [key, Math.round((count * 1e6) / people)] as const)
  const total = all.reduce((sum, [, share]) => sum + share, 0)
  const typical = all.reduce((sum, [, share]) => sum + (share / total) * share, 0)
  return {
    rarest_per_million,
    typical_per_million: Math.round(typical),
    per_million: Object.fromEntries(
      all
        .filter(([, share]) => share > rarest_per_million)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    ),
  }
}
