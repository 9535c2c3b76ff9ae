// Scores pairs of rows, millions of them: what cannot reach the weight asked for is given up early.
import { comparerOf } from './compare-values.ts'
import { EXACT, isSwappable, LEVEL_COUNT, MISSING, SWAPPED } from './kinds.ts'
import { STATES, stateAt } from './model.ts'
import { dictionaryOf, type Table } from './table.ts'
import type { Weights } from './weights.ts'

/** The pair cannot reach the weight asked for. */
export const GIVEN_UP = -0x80000000
/** Not compared yet. */
const UNSEEN = 255

export type PairScorer = {
  /** The level of each column, of the pair scored last; complete unless it was given up. */
  readonly levels: Uint8Array
  /** The weight of a pair in milli-bits, or GIVEN_UP when it is below `keep`. */
  readonly score: (left: number, right: number, keep: number) => number
}

/** The most that a column can add where its values differ, and where they are the same before their rarity. */
function bestOf(levels: Int32Array) {
  let [other, exact] = [-0x7fffffff, -0x7fffffff]
  for (let state = 0; state < STATES; state++)
    for (let level = 1; level < LEVEL_COUNT; level++) {
      const weight = levels[state * LEVEL_COUNT + level] as number
      if (level === EXACT) exact = Math.max(exact, weight)
      else if (level !== SWAPPED) other = Math.max(other, weight)
    }
  return { other, exact }
}

/** Pairs of columns that may have been filled the wrong way round. */
export function swapsOf({ columns }: Table): [number, number][] {
  const swaps: [number, number][] = []
  for (const [one, { kind }] of columns.entries())
    for (const [two, other] of columns.entries())
      if (one < two && kind === other.kind && isSwappable(kind)) swaps.push([one, two])
  return swaps
}

/** What a scorer works with; `levels` and `parts` are written over with every pair. */
type Bench = {
  readonly cells: Int32Array
  readonly levels: Uint8Array
  /** The most that each column can add, or what it does add once it is compared. */
  readonly parts: Int32Array
  readonly rarity: readonly Int32Array[]
  readonly best_other: Int32Array
  readonly best_exact: Int32Array
  readonly compare: readonly ((a: number, b: number) => number)[]
  readonly swaps: readonly (readonly [number, number])[]
}

function benchOf(table: Table, weights: Weights): Bench {
  const best = weights.levels.map(bestOf)
  const width = table.columns.length
  return {
    ...{ cells: table.cells, rarity: weights.rarity, swaps: swapsOf(table) },
    ...{ levels: new Uint8Array(width), parts: new Int32Array(width) },
    best_other: Int32Array.from(best, ({ other }) => other),
    best_exact: Int32Array.from(best, ({ exact }) => exact),
    compare: table.columns.map(({ kind }, at) => comparerOf(kind, dictionaryOf(table, at))),
  }
}

/** Fills levels that are plain to see, and returns the most the pair can reach; a and b are places of cells. */
function bound(bench: Bench, a: number, b: number): number {
  const { cells, levels, parts, rarity, best_other, best_exact } = bench
  let sum = 0
  for (let column = 0; column < levels.length; column++) {
    const [one, two] = [cells[a + column] as number, cells[b + column] as number]
    let part = 0
    if (one === 0 || two === 0) levels[column] = MISSING
    else if (one === two) {
      levels[column] = EXACT
      part = (best_exact[column] as number) + Math.max(0, (rarity[column] as Int32Array)[one] as number)
    } else {
      levels[column] = UNSEEN
      part = best_other[column] as number
    }
    parts[column] = part
    sum += part
  }
  return sum
}

/** More than a swapped column can weigh, so that the bound stays one. */
const SWAP_ALLOWANCE = 16_000

/** Marks columns that hold each other's values: one the very same, the other not different. Returns their allowance. */
function markSwaps({ cells, levels, parts, compare, swaps }: Bench, a: number, b: number): number {
  let sum = 0
  for (const [one, two] of swaps) {
    if (levels[one] !== UNSEEN || levels[two] !== UNSEEN) continue
    const [a_one, a_two] = [cells[a + one] as number, cells[a + two] as number]
    const [b_one, b_two] = [cells[b + one] as number, cells[b + two] as number]
    const [is_first, is_second] = [a_one === b_two, a_two === b_one]
    const between = compare[one]
    if ((!is_first && !is_second) || !between) continue
    const rest = is_first && is_second ? EXACT : is_first ? between(a_two, b_one) : between(a_one, b_two)
    if (rest !== EXACT && rest <= SWAPPED) continue
    for (const column of [one, two]) {
      levels[column] = SWAPPED
      sum += SWAP_ALLOWANCE - (parts[column] as number)
      parts[column] = SWAP_ALLOWANCE
    }
  }
  return sum
}

/**
 * A scorer for the pairs of a table.
 * @example pairScorer(table, weights).score(0, 1, 0) // milli-bits
 */
export function pairScorer(table: Table, weights: Weights): PairScorer {
  const bench = benchOf(table, weights)
  const { cells, levels, parts, compare } = bench
  const width = table.columns.length
  const order = Uint32Array.from(weights.order)
  const weightOf = weigher(weights, levels)
  function score(left: number, right: number, keep: number): number {
    const [a, b] = [left * width, right * width]
    let sum = bound(bench, a, b)
    sum += markSwaps(bench, a, b)
    for (let place = 0; place < width; place++) {
      if (sum < keep) return GIVEN_UP
      const column = order[place] as number
      const value = cells[a + column] as number
      if (levels[column] === UNSEEN)
        levels[column] = compare[column]?.(value, cells[b + column] as number) ?? 0
      sum += weightOf(column, value) - (parts[column] as number)
    }
    return sum < keep ? GIVEN_UP : sum
  }
  return { levels, score }
}

/** The weight of a column's level, given its parent's, with the rarity of the value agreed on. */
export function weigher(weights: Weights, levels: Uint8Array) {
  return (column: number, value: number): number => {
    const state = stateAt(weights, column, levels, 0)
    const level = levels[column] as number
    const weight = (weights.levels[column] as Int32Array)[state * LEVEL_COUNT + level] as number
    if (level !== EXACT) return weight
    const rarity = (weights.rarity[column] as Int32Array)[value] as number
    return weight + ((rarity * ((weights.rarity_share[column] as Int32Array)[state] as number)) >> 10)
  }
}
