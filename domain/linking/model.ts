// What the levels of a pair say, in bits: how much likelier they are for one person written twice than for two.
import {
  COST,
  type Column,
  DIFFERENT,
  EXACT,
  isSwappable,
  LEVEL_COUNT,
  LEVELS,
  MISSING,
  SWAPPED,
} from './kinds.ts'

/** What the parent column of a column says; each has a row of rates. */
export const PARENT_DIFFERS = 0
export const PARENT_AGREES = 1
export const PARENT_UNKNOWN = 2
/** It agrees on a level that strangers hardly ever share: a house, a telephone. */
export const PARENT_CLOSE = 3
/** It does not, but the column that stands in for it does. */
export const SECOND_CLOSE = 4
export const STATES = 5

/**
 * Rates of one column: for each state of its parent a row of LEVEL_COUNT shares that sum to 1 without `missing`.
 * A column without a parent uses the row PARENT_UNKNOWN.
 */
export type Rates = Float64Array

/** Which columns lean on which: a postcode and its suburb agree together, by chance too. */
export type Leans = {
  /** For each column the column it leans on, or -1. */
  readonly parents: readonly number[]
  /** For each column the one it leans on where its parent shows no household, or -1. */
  readonly seconds: readonly number[]
  /** For each column the levels, as bits, that show a household; 0 where none was seen. */
  readonly close: readonly number[]
}

/** Columns that do not lean on each other. */
export const standingAlone = (width: number): Leans => {
  const none = new Array<number>(width).fill(-1)
  return { parents: none, seconds: none, close: none.map(() => 0) }
}

export type Model = Leans & {
  /** Columns in the order in which they are compared: cheap ones first, parents before children. */
  readonly order: readonly number[]
  readonly m: readonly Rates[]
  readonly u: readonly Rates[]
  /** Share of all pairs that are of one person, 0 to 1. */
  readonly share: number
}

export const rateAt = (rates: Rates, parent_state: number, level: number): number =>
  rates[parent_state * LEVEL_COUNT + level] as number

/**
 * The state of the column on which a column leans; `at` is where the levels of the pair begin.
 * @example stateAt(model, 2, scorer.levels, 0) // PARENT_AGREES
 */
export function stateAt(
  { parents, seconds, close }: Leans,
  column: number,
  levels: Uint8Array,
  at: number,
): number {
  const parent = parents[column] as number
  if (parent < 0) return PARENT_UNKNOWN
  const level = levels[at + parent] as number
  if (((close[parent] as number) >> level) & 1) return PARENT_CLOSE
  const second = seconds[column] as number
  if (second >= 0 && ((close[second] as number) >> (levels[at + second] as number)) & 1) return SECOND_CLOSE
  if (level === MISSING) return PARENT_UNKNOWN
  return level === DIFFERENT ? PARENT_DIFFERS : PARENT_AGREES
}

/** Shares of levels from counts, drawn towards `prior` as if by `strength` pairs more. */
export function sharesOf(counts: Float64Array, prior: Float64Array, strength: number): Float64Array {
  let total = 0
  for (let level = 1; level < LEVEL_COUNT; level++) total += counts[level] as number
  return counts.map((count, level) =>
    level === MISSING ? 0 : (count + strength * (prior[level] as number)) / (total + strength),
  )
}

/** One row for all states of a parent. */
export function sameForAll(row: Float64Array): Rates {
  const rates = new Float64Array(STATES * LEVEL_COUNT)
  for (let state = 0; state < STATES; state++) rates.set(row, state * LEVEL_COUNT)
  return rates
}

/** The row of a state. */
export const rowOf = (rates: Rates, state: number): Float64Array =>
  rates.subarray(state * LEVEL_COUNT, (state + 1) * LEVEL_COUNT)

/** What is believed of one person's two records before any data: 80 % alike, 15 % nearly, 5 % not. */
export function expectedOfMatches({ kind }: Column): Float64Array {
  const row = new Float64Array(LEVEL_COUNT)
  const levels = LEVELS[kind].length
  row[EXACT] = 0.8
  row[DIFFERENT] = 0.05
  row[SWAPPED] = isSwappable(kind) ? 0.002 : 0
  for (let level = SWAPPED + 1; level < levels; level++) row[level] = 0.15 / (levels - SWAPPED - 1)
  return row
}

/** Before any data, of two people: different nearly always. */
export function expectedOfOthers({ kind }: Column): Float64Array {
  const row = new Float64Array(LEVEL_COUNT)
  for (let level = 0; level < LEVELS[kind].length; level++) row[level] = 0.01
  row[MISSING] = 0
  row[DIFFERENT] = 0.9
  return row
}

/** The order in which columns are compared. */
export const orderOf = (columns: readonly Column[]): number[] =>
  columns.map((_, at) => at).sort((a, b) => COST[kindOf(columns, a)] - COST[kindOf(columns, b)] || a - b)

const kindOf = (columns: readonly Column[], at: number) => (columns[at] as Column).kind

/** log2 of the odds that a share stands for. */
export const oddsBits = (share: number): number => Math.log2(share / (1 - share))

/** The probability of a pair of a weight, in milli-bits, where `share` of all pairs are of one person. */
export const probabilityOf = (milli_bits: number, share: number): number =>
  1 / (1 + 2 ** -(milli_bits / 1000 + oddsBits(share)))
