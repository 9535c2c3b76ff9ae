// When all pairs are compared: the rates of one person's pairs once more from all that was kept, the share of such
// pairs among all, and the probability of each pair.
import { ratesOfMatches } from './estimate.ts'
import { type Model, probabilityOf } from './model.ts'
import { weigher } from './pair-scorer.ts'
import type { Kept } from './run-pass.ts'
import { pairCount, type Table } from './table.ts'
import { type Weights, weightsOf } from './weights.ts'

export type Edges = {
  readonly left: Uint32Array
  readonly right: Uint32Array
  /** Milli-bits. */
  readonly weights: Int32Array
  /** 0 to 1. */
  readonly probabilities: Float64Array
  readonly levels: Uint8Array
}

const ROUNDS = 5
/** The share may end this many times larger or smaller than it was learnt. */
const MOST_CHANGE = 4

/** The weights of kept pairs by other weights: their levels stay. */
export function reweigh(table: Table, weights: Weights, kept: Kept): Int32Array {
  const width = table.columns.length
  const levels = new Uint8Array(width)
  const weightOf = weigher(weights, levels)
  return Int32Array.from(kept.left, (row, at) => {
    levels.set(kept.levels.subarray(at * width, (at + 1) * width))
    let sum = 0
    for (let column = 0; column < width; column++)
      sum += weightOf(column, table.cells[row * width + column] as number)
    return sum
  })
}

/** The share of one person's pairs at which the probabilities of the pairs add up to it. */
export function settledShare(weights: Int32Array, first: number, pairs: number): number {
  let share = first
  for (let round = 0; round < 50; round++) {
    let sum = 0
    for (const weight of weights) sum += probabilityOf(weight, share)
    const next = Math.min(first * MOST_CHANGE, Math.max(first / MOST_CHANGE, sum / pairs, 1e-15), 0.5)
    if (Math.abs(next / share - 1) < 1e-3) return next
    share = next
  }
  return share
}

/** The model after it has seen all pairs kept. */
export function refined(table: Table, model: Model, kept: Kept): Model {
  let now = model
  if (kept.left.length < 50) return now
  for (let round = 0; round < ROUNDS; round++) {
    const weights = reweigh(table, weightsOf(now, table), kept)
    const share = settledShare(weights, model.share, pairCount(table))
    const likely = Float64Array.from(weights, (weight) => probabilityOf(weight, share))
    const sample = { count: kept.left.length, width: table.columns.length, levels: kept.levels }
    now = { ...now, share, m: ratesOfMatches(table, sample, likely, now) }
  }
  return now
}

/** The edges of a table: kept pairs of at least the probability asked for, the heaviest first. */
export function edgesOf(table: Table, model: Model, kept: Kept, threshold: number): Edges {
  const all = reweigh(table, weightsOf(model, table), kept)
  const probabilities = Float64Array.from(all, (weight) => probabilityOf(weight, model.share))
  const order = Uint32Array.from(all.keys())
    .filter((at) => (probabilities[at] as number) >= threshold)
    .sort(
      (a, b) =>
        (all[b] as number) - (all[a] as number) ||
        (kept.left[a] as number) - (kept.left[b] as number) ||
        (kept.right[a] as number) - (kept.right[b] as number),
    )
  const width = table.columns.length
  const levels = new Uint8Array(order.length * width)
  for (const [to, at] of order.entries())
    levels.set(kept.levels.subarray(at * width, (at + 1) * width), to * width)
  return {
    ...{
      left: order.map((at) => kept.left[at] as number),
      right: order.map((at) => kept.right[at] as number),
    },
    weights: Int32Array.from(order, (at) => all[at] as number),
    probabilities: Float64Array.from(order, (at) => probabilities[at] as number),
    levels,
  }
}
