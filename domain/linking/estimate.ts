// Learns a model without labels (Fellegi–Sunter): what two people share from random pairs, what one person's two
// records share from pairs that a rare agreement brings together, told apart by expectation and maximisation.
import { DIFFERENT, EXACT, LEVEL_COUNT, MISSING } from './kinds.ts'
import {
  expectedOfMatches,
  expectedOfOthers,
  type Model,
  PARENT_AGREES,
  PARENT_DIFFERS,
  PARENT_UNKNOWN,
  type Rates,
  rowOf,
  sameForAll,
  sharesOf,
  stateOf,
} from './model.ts'
import { exactByChance, type Table } from './table.ts'

/** Pairs with the level of each column: `levels` has a row for each pair. */
export type Sample = { readonly count: number; readonly width: number; readonly levels: Uint8Array }

/** Pairs found because the `columns` agree exactly; `found` of them are in the whole table. */
export type Session = { readonly columns: readonly number[]; readonly found: number; readonly sample: Sample }

/** How a session ended: the share of one person's pairs in it, and their rates. */
export type Fitted = {
  readonly share: number
  readonly m: readonly Float64Array[]
  /** Columns of which the session tells nothing. */
  readonly left_out: ReadonlySet<number>
  readonly is_sound: boolean
}

const ROUNDS = 40
const STEADY = 1e-4

/** log2(m/u) of each state of the parent and level, by column; 0 for a column left out. */
const ratiosOf = (model: Model, left_out: ReadonlySet<number>): Float64Array[] =>
  model.m.map((rates, column) =>
    rates.map((m, at) => {
      const u = model.u[column]?.[at] ?? 0
      return left_out.has(column) || m === 0 || u === 0 ? 0 : Math.log2(m / u)
    }),
  )

/**
 * The probability of each pair of a sample to be of one person, `left_out` columns not counted.
 * @example posteriors(model, sample)[0] // 0 to 1
 */
export function posteriors(
  { parents, ...model }: Model,
  { count, width, levels }: Sample,
  left_out: ReadonlySet<number> = new Set(),
): Float64Array {
  const odds = new Float64Array(count).fill(Math.log2(model.share / (1 - model.share)))
  const ratios = ratiosOf({ ...model, parents }, left_out)
  for (const [column, ratio] of ratios.entries()) {
    const parent = parents[column] as number
    for (let pair = 0, at = 0; pair < count; pair++, at += width) {
      const state = parent < 0 ? PARENT_UNKNOWN : stateOf(levels[at + parent] as number)
      const of = ratio[state * LEVEL_COUNT + (levels[at + column] as number)] as number
      odds[pair] = (odds[pair] as number) + of
    }
  }
  return odds.map((bits) => 1 / (1 + 2 ** -bits))
}

/** Counts of levels in a sample, each pair counted as often as its weight; by column. */
function countLevels(sample: Sample, weights: Float64Array): Float64Array[] {
  const counts = Array.from({ length: sample.width }, () => new Float64Array(LEVEL_COUNT))
  for (const [column, of] of counts.entries())
    for (let pair = 0; pair < sample.count; pair++) {
      const level = sample.levels[pair * sample.width + column] as number
      of[level] = (of[level] as number) + (weights[pair] as number)
    }
  return counts
}

const sum = (numbers: Float64Array): number => numbers.reduce((all, one) => all + one, 0)

/**
 * Fits one session: the columns that brought its pairs together say nothing within it and are left out.
 * Not sound when the pairs of one person would agree less than those of two, or when there are hardly any.
 * @example fitSession(model, session, columns).share // 0 to 1
 */
export function fitSession(model: Model, { columns, sample }: Session, table: Table): Fitted {
  const left_out = leaningOn(columns, model.parents)
  const prior = table.columns.map(expectedOfMatches)
  let m = prior
  let share = 0.5
  for (let round = 0; round < ROUNDS; round++) {
    const now = { ...model, share, m: m.map(sameForAll) }
    const likely = posteriors(now, sample, left_out)
    const counts = countLevels(sample, likely)
    m = counts.map((of, column) => sharesOf(of, prior[column] as Float64Array, 10))
    const next = Math.min(0.9999, Math.max(1e-6, sum(likely) / sample.count))
    const is_steady = Math.abs(next - share) < STEADY
    share = next
    if (is_steady) break
  }
  return { share, m, left_out, is_sound: share * sample.count >= 20 && isTelling(model, m, left_out) }
}

/** The columns of a session and those that lean on them: their agreement follows from the session itself. */
function leaningOn(columns: readonly number[], parents: readonly number[]): ReadonlySet<number> {
  const is_linked = (one: number, other: number) => parents[one] === other || parents[other] === one
  const all = parents.map((_, column) => column)
  return new Set(all.filter((one) => columns.includes(one) || columns.some((of) => is_linked(one, of))))
}

/** Bits that a column must tell on average to speak for one person. */
const TELLING = 1

/**
 * Whether what was taken for one person agrees on several columns that do not lean on each other. A class that
 * differs from chance on one column only is a street or a family, and one that agrees less than chance is none.
 */
function isTelling(model: Model, m: readonly Float64Array[], left_out: ReadonlySet<number>): boolean {
  const asked = m.map((row, column) => ({ row, column })).filter(({ column }) => !left_out.has(column))
  const others = (column: number) => rowOf(model.u[column] as Rates, PARENT_UNKNOWN)
  if (asked.some(({ row, column }) => (row[EXACT] as number) < 0.5 * (others(column)[EXACT] as number)))
    return false
  const telling = new Set(
    asked
      .filter(({ row, column }) => informationOf(row, others(column)) >= TELLING)
      .map(({ column }) => column),
  )
  const alone = [...telling].filter((column) => !telling.has(model.parents[column] as number))
  return alone.length >= Math.min(2, asked.length)
}

/** Bits that a pair of one person tells on average by its level, against chance. */
const informationOf = (m: Float64Array, u: Float64Array): number =>
  m.reduce(
    (bits, of, level) => bits + (of > 0 && u[level] ? of * Math.log2(of / (u[level] as number)) : 0),
    0,
  )

/**
 * How many pairs a session counts for, beside the purest of its kind: a mixed one may have taken relatives and
 * neighbours for one person, so one in which nearly every pair is of one person counts far more.
 */
const trustOf = (share: number, purest: number, found: number): number =>
  purest > 0 ? (share / purest) ** 8 * share * found : 0

/** The rates of one person's pairs from all sound sessions that tell of a column, each as far as it is trusted. */
export function combineSessions(
  table: Table,
  sessions: readonly Session[],
  fitted: readonly Fitted[],
): Float64Array[] {
  return table.columns.map((column, at) => {
    const row = new Float64Array(LEVEL_COUNT)
    const is_asked = ({ left_out, is_sound }: Fitted) => is_sound && !left_out.has(at)
    const purest = Math.max(0, ...fitted.filter(is_asked).map(({ share }) => share))
    for (const [session, one] of fitted.entries()) {
      if (!is_asked(one)) continue
      const trust = trustOf(one.share, purest, (sessions[session] as Session).found)
      for (let level = 1; level < LEVEL_COUNT; level++)
        row[level] = (row[level] as number) + (one.m[at]?.[level] as number) * trust
    }
    return sharesOf(row, expectedOfMatches(column), 10)
  })
}

/** How many pairs of one person there are: each session saw the share of them on which its columns agree. */
export function expectedMatches(
  sessions: readonly Session[],
  fitted: readonly Fitted[],
  m: readonly Float64Array[],
  filled: readonly number[],
): number {
  const purest = Math.max(0, ...fitted.filter(({ is_sound }) => is_sound).map(({ share }) => share))
  const estimates = sessions.flatMap(({ columns, found }, at) => {
    const { share, is_sound } = fitted[at] as Fitted
    const seen = columns.reduce((all, of) => all * (m[of]?.[EXACT] ?? 1) * (filled[of] ?? 1) ** 2, 1)
    return is_sound ? [{ matches: (share * found) / seen, trust: trustOf(share, purest, found) }] : []
  })
  // The middle one by trust.
  let left = estimates.reduce((all, { trust }) => all + trust, 0) / 2
  for (const { matches, trust } of estimates.sort((a, b) => a.matches - b.matches)) {
    left -= trust
    if (left <= 0) return matches
  }
  return 0
}

/** A level that no random pair shows is taken for half a pair: 1 % of these. */
const UNSEEN_PAIRS = 50

/**
 * The rates of two people from random pairs, each weighing as much as it is not of one person.
 * @param others the probability of each pair to be of two people
 */
export function ratesOfOthers(
  table: Table,
  sample: Sample,
  others: Float64Array,
  parents: readonly number[],
): Rates[] {
  const counts = countLevels(sample, others)
  return table.columns.map((column, at) => {
    const prior = expectedOfOthers(column)
    const row = sharesOf(counts[at] as Float64Array, prior, UNSEEN_PAIRS)
    // Of rare values the random pairs see none; the counts of the values tell, but count one person's pairs too.
    const by_chance = Math.max(exactByChance(table, at), 1 / table.row_count ** 2)
    row[EXACT] = Math.min(row[EXACT] as number, by_chance)
    const rates = sameForAll(row)
    const parent = parents[at] as number
    if (parent >= 0) fillStates(rates, row, countByState(sample, others, at, parent), 20)
    return rates
  })
}

/** Counts of a column's levels for each state of its parent. */
function countByState(
  sample: Sample,
  weights: Float64Array,
  column: number,
  parent: number,
): readonly [Float64Array, Float64Array] {
  const counts = [new Float64Array(LEVEL_COUNT), new Float64Array(LEVEL_COUNT)] as const
  for (let pair = 0; pair < sample.count; pair++) {
    const level = sample.levels[pair * sample.width + column] as number
    const state = stateOf(sample.levels[pair * sample.width + parent] as number)
    if (level === MISSING || state === PARENT_UNKNOWN) continue
    const of = counts[state] as Float64Array
    of[level] = (of[level] as number) + (weights[pair] as number)
  }
  return counts
}

function fillStates(
  rates: Rates,
  row: Float64Array,
  counts: readonly [Float64Array, Float64Array],
  strength: number,
) {
  for (const state of [PARENT_DIFFERS, PARENT_AGREES])
    rowOf(rates, state).set(sharesOf(counts[state] as Float64Array, row, strength))
}

/** The rates of one person's pairs anew from pairs with their probabilities, given the parents of columns. */
export function ratesOfMatches(
  table: Table,
  sample: Sample,
  likely: Float64Array,
  parents: readonly number[],
): Rates[] {
  const counts = countLevels(sample, likely)
  return table.columns.map((column, at) => {
    const row = sharesOf(counts[at] as Float64Array, expectedOfMatches(column), 10)
    const rates = sameForAll(row)
    const parent = parents[at] as number
    if (parent >= 0) fillStates(rates, row, countByState(sample, likely, at, parent), 30)
    return rates
  })
}

/** Pairs that must be seen to agree on both columns before one is said to lean on the other. */
const LEAST_AGREEING = 30
/** How many times more often than by chance two columns must agree together. */
const LEAST_LIFT = 1.5

/**
 * For each column the earlier one on which its agreement leans most among pairs of two people, or -1.
 * @param order the order of comparison: a parent comes before its children
 */
export function parentsOf(sample: Sample, others: Float64Array, order: readonly number[]): number[] {
  const parents = new Array<number>(sample.width).fill(-1)
  for (const [place, column] of order.entries()) {
    let most = 0
    for (const parent of order.slice(0, place)) {
      const gain = leaning(sample, others, column, parent)
      if (gain <= most) continue
      most = gain
      parents[column] = parent
    }
  }
  return parents
}

function leaning(sample: Sample, others: Float64Array, column: number, parent: number): number {
  const [differs, agrees] = countByState(sample, others, column, parent)
  const agreeing = (counts: Float64Array) => sum(counts) - (counts[DIFFERENT] as number)
  const [both, alone] = [agreeing(agrees), agreeing(differs)]
  const [with_parent, without] = [sum(agrees), sum(differs)]
  if (both < LEAST_AGREEING || with_parent === 0) return 0
  const lift = both / with_parent / ((both + alone) / (with_parent + without))
  return lift < LEAST_LIFT ? 0 : both * Math.log2(lift)
}
