// Pairs to learn from: random ones, and those that a rare agreement brings together.
import { blocksOf } from './blocks.ts'
import type { Sample, Session } from './estimate.ts'
import { LEVEL_COUNT } from './kinds.ts'
import { STATES, standingAlone } from './model.ts'
import { pairScorer } from './pair-scorer.ts'
import { joined } from './sound.ts'
import { exactByChance, filled, pairCount, type Table } from './table.ts'
import type { Weights } from './weights.ts'

export type Pairs = { readonly left: Uint32Array; readonly right: Uint32Array }

const MOST_RANDOM = 250_000
const MOST_OF_SESSION = 15_000
/** Rows that share several values and are more than this are no pairs of one person. */
const MOST_ROWS_OF_SEED = 40

/** Every pair where there are few, otherwise pairs drawn at random, the same for the same table. */
export function randomPairs(table: Table): Pairs {
  const { row_count, left_count } = table
  const first = left_count || row_count
  if (pairCount(table) <= MOST_RANDOM) return everyPair(table)
  const [left, right] = [new Uint32Array(MOST_RANDOM), new Uint32Array(MOST_RANDOM)]
  const draw = (at: number, stream: number, limit: number) =>
    Math.floor(((joined(joined(11, stream), at) >>> 0) / 4294967296) * limit)
  for (let at = 0; at < MOST_RANDOM; at++) {
    const one = draw(at, 1, first)
    const two = left_count + draw(at, 2, row_count - left_count - (left_count > 0 ? 0 : 1))
    left[at] = one
    // Without the row itself: those from it on move up by one.
    right[at] = left_count === 0 && two >= one ? two + 1 : two
  }
  return { left, right }
}

function everyPair({ row_count, left_count }: Table): Pairs {
  const [left, right]: [number[], number[]] = [[], []]
  for (let one = 0; one < (left_count || row_count); one++)
    for (let two = Math.max(one + 1, left_count); two < row_count; two++) {
      left.push(one)
      right.push(two)
    }
  return { left: Uint32Array.from(left), right: Uint32Array.from(right) }
}

/** The levels of pairs, all columns compared. */
export function sampleOf(table: Table, { left, right }: Pairs): Sample {
  const width = table.columns.length
  const scorer = pairScorer(table, noWeights(table))
  const levels = new Uint8Array(left.length * width)
  for (let at = 0; at < left.length; at++) {
    scorer.score(left[at] as number, right[at] as number, -0x7fffffff)
    levels.set(scorer.levels, at * width)
  }
  return { count: left.length, width, levels }
}

function noWeights({ columns, frequencies }: Table): Weights {
  return {
    ...{ order: columns.map((_, at) => at), ...standingAlone(columns.length) },
    levels: columns.map(() => new Int32Array(STATES * LEVEL_COUNT)),
    rarity: frequencies.map((counts) => new Int32Array(counts.length)),
    rarity_share: columns.map(() => new Int32Array(STATES)),
  }
}

/** Rows of which a seed's pairs are counted; of more rows, those with some of the values of its first column. */
const ROWS_OF_SEED = 150_000

/** Keys of rows on all of some columns; 0 for rows with a missing value, and for those of values left out. */
function seedKeys(
  { row_count, cells, columns: { length: width } }: Table,
  columns: readonly number[],
  step: number,
) {
  const keys = new Int32Array(row_count)
  const [first = 0, ...others] = columns
  for (let row = 0; row < row_count; row++) {
    const value = cells[row * width + first] as number
    let key = joined(13, value)
    if (value === 0 || (key >>> 0) % step !== 0) continue
    for (const column of others) {
      const other = cells[row * width + column] as number
      key = other === 0 || key === 0 ? 0 : joined(key, other)
    }
    keys[row] = key
  }
  return keys
}

/** Pairs of rows that agree exactly on all of some columns, and about how many there are in the whole table. */
export function pairsAgreeing(table: Table, columns: readonly number[]): Pairs & { found: number } {
  const { left_count, row_count } = table
  const step = Math.max(1, Math.round(row_count / ROWS_OF_SEED))
  const { rows, starts } = blocksOf(seedKeys(table, columns, step))
  const [left, right]: [number[], number[]] = [[], []]
  for (let block = 0; block + 1 < starts.length; block++) {
    const [from, to] = [starts[block] as number, starts[block + 1] as number]
    if (to - from > MOST_ROWS_OF_SEED) continue
    for (let a = from; a < to; a++)
      for (let b = a + 1; b < to; b++) {
        if (left_count > 0 && ((rows[a] as number) >= left_count || (rows[b] as number) < left_count))
          continue
        left.push(rows[a] as number)
        right.push(rows[b] as number)
      }
  }
  return thinned(left, right, step)
}

function thinned(
  left: readonly number[],
  right: readonly number[],
  scale: number,
): Pairs & { found: number } {
  const step = Math.max(1, Math.ceil(left.length / MOST_OF_SESSION))
  const is_kept = (_: number, at: number) => at % step === 0
  return {
    left: Uint32Array.from(left.filter(is_kept)),
    right: Uint32Array.from(right.filter(is_kept)),
    found: left.length * scale,
  }
}

/** Columns that may bring pairs together, at most this many at once. */
const MOST_SEED_COLUMNS = 4
/** Seeds tried, and those learnt from. */
const MOST_TRIED = 30
const MOST_SESSIONS = 12
/** Every column is left out by this many sessions, if that can be: it is learnt from those. */
const LEAST_WITHOUT = 3
/** Pairs that a seed of several columns may bring together by chance, for each row. */
const MOST_FOUND = 1
/** The same of one column, whose own pairs count, too: a household of seventeen rows has eight for each. */
const MOST_FOUND_ALONE = 8

/** Columns and the pairs that agree on them by chance alone, if columns told nothing of each other. */
type Seed = { columns: number[]; by_chance: number }

/** Sets of columns on which few pairs agree: small sets first, and of one size those that agree most often. */
function seedsOf(table: Table, parents: readonly number[]): Seed[] {
  const rates = table.columns.map((_, at) => Math.max(exactByChance(table, at), 1e-12))
  const fill = table.columns.map((_, at) => filled(table, at) ** 2)
  const all: Seed[] = []
  const grow = (columns: number[], by_chance: number) => {
    if (columns.length > 0) all.push({ columns, by_chance })
    if (columns.length === MOST_SEED_COLUMNS || by_chance < 0.01 * table.row_count) return
    for (let next = (columns.at(-1) ?? -1) + 1; next < table.columns.length; next++) {
      const [is_leaning, share] = [columns.includes(parents[next] as number), fill[next] as number]
      if (!is_leaning && share >= 0.02) grow([...columns, next], by_chance * share * (rates[next] as number))
    }
  }
  grow([], pairCount(table))
  const mostOf = ({ columns }: Seed) =>
    (columns.length === 1 ? MOST_FOUND_ALONE : MOST_FOUND) * table.row_count
  const few = all.filter((seed) => seed.by_chance <= mostOf(seed))
  const usable = few.length > 0 ? few : all.sort((a, b) => a.by_chance - b.by_chance).slice(0, 10)
  const fillOf = ({ columns }: Seed) => columns.reduce((share, column) => share * (fill[column] as number), 1)
  return usable.sort((a, b) => a.columns.length - b.columns.length || fillOf(b) - fillOf(a))
}

/** Takes from a list, best first, so that every column is left out by `least` of those taken, and then the best. */
function varied<T extends { columns: readonly number[] }>(
  list: readonly T[],
  width: number,
  least: number,
  most: number,
) {
  const taken: T[] = []
  for (let time = 1; time <= least; time++)
    for (let column = 0; column < width; column++) {
      const without = taken.filter(({ columns }) => !columns.includes(column))
      const next = list.find((one) => !taken.includes(one) && !one.columns.includes(column))
      if (without.length < time && taken.length < most && next) taken.push(next)
    }
  const rest = list.filter((one) => !taken.includes(one))
  return [...taken, ...rest].slice(0, most)
}

export type SeededSession = Session & { readonly pairs: Pairs }

/** How many of a seed's pairs are more than chance explains, and how pure that makes it. */
function worthOf({ columns, by_chance }: Seed, found: number): number {
  // A single column's own counts hold one person's pairs too, so half is taken for chance.
  const excess = columns.length === 1 ? found / 2 : Math.max(0, found - by_chance)
  return excess ** 2 / Math.max(1, found)
}

/** The sessions from which the rates of one person's pairs are learnt. */
export function sessionsOf(table: Table, parents: readonly number[]): SeededSession[] {
  const width = table.columns.length
  const tried = varied(seedsOf(table, parents), width, LEAST_WITHOUT * 2, MOST_TRIED).map((seed) => {
    const { found, ...pairs } = pairsAgreeing(table, seed.columns)
    return { columns: seed.columns, found, pairs, worth: worthOf(seed, found) }
  })
  tried.sort((a, b) => b.worth - a.worth)
  return varied(tried, width, LEAST_WITHOUT, MOST_SESSIONS).map(({ columns, found, pairs }) => ({
    ...{ columns, found, pairs, sample: sampleOf(table, pairs) },
  }))
}
