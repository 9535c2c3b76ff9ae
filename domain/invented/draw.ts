// A small seeded source of draws. The domain has no randomness of its own: the seed and the index are the only input.

/** Draws one after another; two sources made from the same seed and stream give the same draws. */
export interface Draw {
  /** The next 32 bits. */
  readonly bits: () => number
  /** A whole number from 0 to `limit` - 1. */
  readonly below: (limit: number) => number
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  /** True with the given probability, 0 to 1. */
  readonly chance: (probability: number) => boolean
  /** One of the list, each as likely as the other. */
  readonly pick: <T>(list: readonly T[]) => T
}

/** A list with the running sums of its weights, for draws in O(log n). */
export interface Weighted<T> {
  readonly items: readonly T[]
  readonly sums: Float64Array
}

/**
 * Mixes two 32-bit numbers into one that looks unrelated to both (the finaliser of MurmurHash3).
 * @example mix(1, 2) === mix(1, 2) && mix(1, 2) !== mix(2, 1) // true
 */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * Draws for one purpose (`stream`) of one index: what one purpose takes never shifts another's.
 * @example drawFor(1, 7, 0).below(10) === drawFor(1, 7, 0).below(10) // true
 */
export function drawFor(seed: number, index: number, stream: number): Draw {
  // xorshift128 over four mixed words; the last is forced odd, so the state is never all zero.
  let x = mix(seed, index)
  let y = mix(x, stream)
  let z = mix(y, seed ^ 0x5bd1e995)
  let w = mix(z, index) | 1
  const bits = (): number => {
    const t = x ^ (x << 11)
    x = y
    y = z
    z = w
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8)
    return w >>> 0
  }
  const below = (limit: number): number => Math.floor((bits() / 4294967296) * limit)
  return {
    bits,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => bits() < probability * 4294967296,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
  }
}

/**
 * Prepares a list for weighted draws; a weight of 0 is never drawn.
 * @example weigh(['often', 'never'], (item) => (item === 'often' ? 3 : 0)).sums[1] // 3
 */
export function weigh<T>(items: readonly T[], weightOf: (item: T, rank: number) => number): Weighted<T> {
  if (items.length === 0) throw new RangeError('nothing to draw from')
  const sums = new Float64Array(items.length)
  let total = 0
  items.forEach((item, rank) => {
    total += weightOf(item, rank)
    sums[rank] = total
  })
  return { items, sums }
}

/**
 * One item, as likely as its weight.
 * @example drawWeighted(drawFor(1, 1, 1), weigh(['only'], () => 1)) // 'only'
 */
export function drawWeighted<T>(draw: Draw, { items, sums }: Weighted<T>): T {
  const point = (draw.bits() / 4294967296) * (sums[sums.length - 1] as number)
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sums[middle] as number) > point) high = middle
    else low = middle + 1
  }
  return items[low] as T
}
