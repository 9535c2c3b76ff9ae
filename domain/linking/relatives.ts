// Pairs of one household agree on what a household shares, its address and the father's name, and are of two people.
// They are few among random pairs and many among those that a rare agreement brings together: a class of their own.
import { bitsOf, countLevels, informationOf, type Sample, sum, TELLING } from './estimate.ts'
import { DIFFERENT } from './kinds.ts'
import {
  expectedOfMatches,
  type Model,
  PARENT_UNKNOWN,
  type Rates,
  rowOf,
  sameForAll,
  sharesOf,
} from './model.ts'
import type { Table } from './table.ts'

export type Classes = {
  /** Share of one person's pairs, and their rates by column. */
  readonly share: number
  readonly m: readonly Float64Array[]
  readonly likely: Float64Array
  /** The same of relatives. */
  readonly related_share: number
  readonly h: readonly Float64Array[]
  readonly related: Float64Array
}

const ROUNDS = 40
const STEADY = 1e-4

const othersOf = (model: Model, column: number): Float64Array =>
  rowOf(model.u[column] as Rates, PARENT_UNKNOWN)

/** Tells one person's pairs, those of relatives if they are asked for, and those of strangers apart. */
export function classesOf(
  model: Model,
  sample: Sample,
  table: Table,
  left_out: ReadonlySet<number>,
  has_relatives: boolean,
): Classes {
  const prior = table.columns.map(expectedOfMatches)
  const others = table.columns.map((_, column) => othersOf(model, column))
  let m: Float64Array[] = prior
  // At first as like each other as half-way between one person and strangers.
  let h: Float64Array[] = prior.map((row, column) =>
    row.map((of, level) => (of + (others[column]?.[level] ?? 0)) / 2),
  )
  let [share, related_share] = has_relatives ? [0.4, 0.2] : [0.5, 0]
  let likely = new Float64Array(sample.count)
  let related = new Float64Array(sample.count)
  for (let round = 0; round < ROUNDS; round++) {
    const ones = bitsOf({ ...model, m: m.map(sameForAll) }, sample, left_out)
    const kin = has_relatives ? bitsOf({ ...model, m: h.map(sameForAll) }, sample, left_out) : related
    const before = share
    const both: Float64Array = ones.map((bits) => share * 2 ** bits)
    const families = has_relatives
      ? kin.map((bits) => related_share * 2 ** bits)
      : new Float64Array(sample.count)
    const strangers = 1 - share - related_share
    likely = both.map((of, at) => of / (of + (families[at] as number) + strangers))
    related = families.map((of, at) => of / (of + (both[at] as number) + strangers))
    m = countLevels(sample, likely).map((of, column) => sharesOf(of, prior[column] as Float64Array, 10))
    if (has_relatives)
      h = countLevels(sample, related).map((of, column) => sharesOf(of, others[column] as Float64Array, 10))
    share = Math.min(0.9999, Math.max(1e-6, sum(likely) / sample.count))
    related_share = has_relatives
      ? Math.min(1 - share - 1e-6, Math.max(1e-6, sum(related) / sample.count))
      : 0
    if (Math.abs(before - share) < STEADY) break
  }
  return { share, m, likely, related_share, h, related }
}

/** Pairs of relatives that must be seen. */
const LEAST_RELATED = 20
/** Columns on which relatives must differ like two people: fewer may be one person's slips. */
const LEAST_PERSONAL = 2

/**
 * Whether the class between one person and strangers is a household: it agrees on something as one person does,
 * and several columns that tell people apart speak against one person in it.
 */
export function isFamily(
  model: Model,
  { m, h, related_share }: Classes,
  count: number,
  left_out: ReadonlySet<number>,
): boolean {
  const [personal, shared] = [new Set<number>(), new Set<number>()]
  for (const [column, row] of m.entries()) {
    const others = othersOf(model, column)
    if (left_out.has(column) || informationOf(row, others) < TELLING) continue
    const kin = h[column] as Float64Array
    if (informationOf(kin, others) >= TELLING) shared.add(column)
    if ((kin[DIFFERENT] as number) > 0.5 && spokenFor(kin, row, others) < 0) personal.add(column)
  }
  return related_share * count >= LEAST_RELATED && personal.size >= LEAST_PERSONAL && shared.size > 0
}

/** Bits that the pairs of a class tell on average for one person. */
const spokenFor = (kin: Float64Array, m: Float64Array, u: Float64Array): number =>
  kin.reduce((bits, of, level) => {
    const [one, two] = [m[level] as number, u[level] as number]
    return bits + (one > 0 && two > 0 ? of * Math.log2(one / two) : 0)
  }, 0)
