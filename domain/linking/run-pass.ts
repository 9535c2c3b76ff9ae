// One pass: the pairs of each of its blocks, each pair once, scored, and those worth keeping kept.
import { blocksOf } from './blocks.ts'
import { MOST_ROWS_OF_BLOCK } from './choose-passes.ts'
import { type KnownKeys, type Pass, passKeys } from './keys.ts'
import { GIVEN_UP, type PairScorer } from './pair-scorer.ts'
import type { Table } from './table.ts'

/** Pairs kept, with their weights in milli-bits and the level of each column. */
export type Kept = {
  readonly left: Uint32Array
  readonly right: Uint32Array
  readonly weights: Int32Array
  readonly levels: Uint8Array
  /** Pairs compared, kept or not. */
  readonly compared: number
}

/**
 * Writes the keys of one pass into `keys`, which holds those of all passes row by row. Rows of blocks that
 * are too large get none, so that a pair is never left to a pass that does not compare it.
 */
export function fillKeys(
  table: Table,
  passes: readonly Pass[],
  at: number,
  keys: Int32Array,
  known: KnownKeys,
): void {
  const pass = passes[at] ?? []
  const pass_count = passes.length
  const keyOf = passKeys(table, pass, known)
  const own = new Int32Array(table.row_count)
  for (let row = 0; row < own.length; row++) own[row] = keyOf(row)
  if (pass.length > 0) {
    const { rows, starts } = blocksOf(own)
    for (let block = 0; block + 1 < starts.length; block++) {
      const [from, to] = [starts[block] as number, starts[block + 1] as number]
      if (to - from > MOST_ROWS_OF_BLOCK) for (const row of rows.subarray(from, to)) own[row] = 0
    }
  }
  for (let row = 0; row < own.length; row++) keys[row * pass_count + at] = own[row] as number
}

export type Task = {
  readonly pass: number
  readonly pass_count: number
  /** This one of several parts of the pass, for threads. */
  readonly part: number
  readonly part_count: number
  /** The parts are rows, where all rows have one key; otherwise they are keys. */
  readonly by_rows: boolean
  /** Milli-bits below which a pair is not kept. */
  readonly keep: number
}

/** Compares the pairs of one part of a pass that no earlier pass has compared. */
export function runPass(table: Table, keys: Int32Array, scorer: PairScorer, task: Task): Kept {
  const { pass, pass_count, part, part_count, by_rows, keep } = task
  const own = new Int32Array(table.row_count)
  for (let row = 0; row < own.length; row++) {
    const key = keys[row * pass_count + pass] as number
    own[row] = by_rows || (key >>> 0) % part_count === part ? key : 0
  }
  const { rows, starts } = blocksOf(own)
  const kept = keeper(table.columns.length)
  const { left_count } = table
  for (let block = 0; block + 1 < starts.length; block++) {
    const to = starts[block + 1] as number
    for (let a = starts[block] as number; a < to; a++) {
      if (by_rows && a % part_count !== part) continue
      const one = rows[a] as number
      if (left_count > 0 && one >= left_count) break
      for (let b = a + 1; b < to; b++) {
        const two = rows[b] as number
        if (two < left_count || isSeen(keys, one * pass_count, two * pass_count, pass)) continue
        kept.compared++
        const weight = scorer.score(one, two, keep)
        if (weight !== GIVEN_UP) kept.add(one, two, weight, scorer.levels)
      }
    }
  }
  return kept.finish()
}

/** Whether an earlier pass has the same key for both rows. */
function isSeen(keys: Int32Array, one: number, two: number, pass: number): boolean {
  for (let earlier = 0; earlier < pass; earlier++) {
    const key = keys[one + earlier]
    if (key !== 0 && key === keys[two + earlier]) return true
  }
  return false
}

function keeper(width: number) {
  const [left, right, weights]: [number[], number[], number[]] = [[], [], []]
  let levels = new Uint8Array(1024 * width)
  return {
    compared: 0,
    add(one: number, two: number, weight: number, of: Uint8Array) {
      const at = left.length * width
      if (at === levels.length) {
        const larger = new Uint8Array(levels.length * 2)
        larger.set(levels)
        levels = larger
      }
      levels.set(of, at)
      left.push(one)
      right.push(two)
      weights.push(weight)
    },
    finish(): Kept {
      return {
        ...{ left: Uint32Array.from(left), right: Uint32Array.from(right), compared: this.compared },
        ...{ weights: Int32Array.from(weights), levels: levels.slice(0, left.length * width) },
      }
    },
  }
}
