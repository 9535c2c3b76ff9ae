// Learns a model without labels (Fellegi–Sunter): what two people share from random pairs, what one person's two
// records share from pairs that a rare agreement brings together, told apart by expectation and maximisation.
import { DIFFERENT, EXACT, LEVEL_COUNT, MISSING } from './kinds.ts'
import {
  expectedOfMatches,
  expectedOfOthers,
  type Leans,
  type Model,
  PARENT_AGREES,
  PARENT_CLOSE,
  PARENT_DIFFERS,
  PARENT_UNKNOWN,
  type Rates,
  rowOf,
  SECOND_CLOSE,
  STATES,
  sameForAll,
  sharesOf,
  standingAlone,
  stateAt,
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
  /** The probability of each pair to be of one person, and of relatives: null where no such class was found. */
  readonly likely: Float64Array
  readonly related: Float64Array | null
}

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
  model: Model,
  sample: Sample,
  left_out: ReadonlySet<number> = new Set(),
): Float64Array {
  const prior = Math.log2(model.share / (1 - model.share))
  return bitsOf(model, sample, left_out).map((bits) => 1 / (1 + 2 ** -(bits + prior)))
}

/** log2 of how much likelier each pair is by the rates m than by those of two people. */
export function bitsOf(
  model: Model,
  { count, width, levels }: Sample,
  left_out: ReadonlySet<number>,
): Float64Array {
  const odds = new Float64Array(count)
  const ratios = ratiosOf(model, left_out)
  for (const [column, ratio] of ratios.entries()) {
    for (let pair = 0, at = 0; pair < count; pair++, at += width) {
      const state = stateAt(model, column, levels, at)
      const of = ratio[state * LEVEL_COUNT + (levels[at + column] as number)] as number
      odds[pair] = (odds[pair] as number) + of
    }
  }
  return odds
}

/** Counts of levels in a sample, each pair counted as often as its weight; by column. */
export function countLevels(sample: Sample, weights: Float64Array): Float64Array[] {
  const counts = Array.from({ length: sample.width }, () => new Float64Array(LEVEL_COUNT))
  for (const [column, of] of counts.entries())
    for (let pair = 0; pair < sample.count; pair++) {
      const level = sample.levels[pair * sample.width + column] as number
      of[level] = (of[level] as number) + (weights[pair] as number)
    }
  return counts
}

export const sum = (numbers: Float64Array): number => numbers.reduce((all, one) => all + one, 0)

/** Bits that a column must tell on average to speak for one person. */
export const TELLING = 1

/** Bits that a pair of one person tells on average by its level, against chance. */
export const informationOf = (m: Float64Array, u: Float64Array): number =>
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
export function ratesOfOthers(table: Table, sample: Sample, others: Float64Array, leans: Leans): Rates[] {
  const counts = countLevels(sample, others)
  return table.columns.map((column, at) => {
    const prior = expectedOfOthers(column)
    const row = sharesOf(counts[at] as Float64Array, prior, UNSEEN_PAIRS)
    // Of rare values the random pairs see none; the counts of the values tell, but count one person's pairs too.
    const by_chance = Math.max(exactByChance(table, at), 1 / table.row_count ** 2)
    row[EXACT] = Math.min(row[EXACT] as number, by_chance)
    const rates = sameForAll(row)
    if ((leans.parents[at] as number) >= 0)
      fillStates(rates, row, countByState(sample, others, at, leans), 20, row)
    return rates
  })
}

/** Counts of a column's levels for each state of its parent. */
function countByState(sample: Sample, weights: Float64Array, column: number, leans: Leans): Float64Array[] {
  const counts = Array.from({ length: STATES }, () => new Float64Array(LEVEL_COUNT))
  for (let pair = 0; pair < sample.count; pair++) {
    const level = sample.levels[pair * sample.width + column] as number
    const state = stateAt(leans, column, sample.levels, pair * sample.width)
    if (level === MISSING || state === PARENT_UNKNOWN) continue
    const of = counts[state] as Float64Array
    of[level] = (of[level] as number) + (weights[pair] as number)
  }
  return counts
}

/** A level of which fewer pairs are to be expected in a state is not told to be rarer there by their absence. */
const FEW = 5

/** Fills the states of the parent; none of `floor`'s levels is rarer in a state that has hardly seen any of it. */
function fillStates(
  rates: Rates,
  row: Float64Array,
  counts: readonly Float64Array[],
  strength: number,
  floor?: Float64Array,
) {
  for (const state of [PARENT_DIFFERS, PARENT_AGREES, PARENT_CLOSE, SECOND_CLOSE]) {
    const seen = counts[state] as Float64Array
    const shares = sharesOf(seen, row, strength)
    const pairs = sum(seen)
    const raised = shares.map((share, level) => {
      const usual = floor?.[level] ?? 0
      return usual * pairs < FEW ? Math.max(share, usual) : share
    })
    rowOf(rates, state).set(raised)
  }
}

/** The rates of one person's pairs anew from pairs with their probabilities, given the parents of columns. */
export function ratesOfMatches(table: Table, sample: Sample, likely: Float64Array, leans: Leans): Rates[] {
  const counts = countLevels(sample, likely)
  return table.columns.map((column, at) => {
    const row = sharesOf(counts[at] as Float64Array, expectedOfMatches(column), 10)
    const rates = sameForAll(row)
    if ((leans.parents[at] as number) >= 0)
      fillStates(rates, row, countByState(sample, likely, at, leans), 30)
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
  const parents = new Array<number>(sample.width).fill(parent)
  const counts = countByState(sample, others, column, { ...standingAlone(sample.width), parents })
  const [differs, agrees] = [counts[PARENT_DIFFERS] as Float64Array, counts[PARENT_AGREES] as Float64Array]
  const agreeing = (counts: Float64Array) => sum(counts) - (counts[DIFFERENT] as number)
  const [both, alone] = [agreeing(agrees), agreeing(differs)]
  const [with_parent, without] = [sum(agrees), sum(differs)]
  if (both < LEAST_AGREEING || with_parent === 0) return 0
  const lift = both / with_parent / ((both + alone) / (with_parent + without))
  return lift < LEAST_LIFT ? 0 : both * Math.log2(lift)
}
