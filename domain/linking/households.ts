// What a household shares speaks once: an address that agrees brings the father's name and the telephone with it,
// of brothers too. Such columns lean on the one that best shows the household.
import {
  countLevels,
  type Fitted,
  informationOf,
  posteriors,
  ratesOfOthers,
  type Sample,
} from './estimate.ts'
import { EXACT, LEVEL_COUNT, SWAPPED } from './kinds.ts'
import {
  type Model,
  PARENT_CLOSE,
  PARENT_UNKNOWN,
  type Rates,
  rowOf,
  SECOND_CLOSE,
  STATES,
  sharesOf,
} from './model.ts'
import type { SeededSession } from './samples.ts'
import type { Table } from './table.ts'

/** A level that strangers share this seldom shows a household. */
const CLOSE_BY_CHANCE = 1e-3
/** Bits that a pair of a household must tell of a column, on average, for it to lean on the household. */
const LEAST_BITS = 0.5
/** The rates of strangers count for this many pairs. */
const STRENGTH = 20

type Found = { readonly session: SeededSession; readonly fitted: Fitted; readonly related: Float64Array }

/**
 * The model with the columns that households share leaning on the column that shows the household. The same
 * model where no session saw a household.
 */
export function leanOnHousehold(
  table: Table,
  model: Model,
  random: Sample,
  sessions: readonly SeededSession[],
  fitted: readonly Fitted[],
): Model {
  const found = sessions.flatMap((session, at): Found[] => {
    const one = fitted[at]
    return one?.related ? [{ session, fitted: one, related: one.related }] : []
  })
  const [hub, second] = shownBest(model, found)
  if (!hub) return model
  const shown = columnOf(hub)
  const rows = ratesWithin(model, hub, () => true)
  const leans = rows.map((row, column) => column !== shown && isLeaning(model, row, column))
  const close = model.parents.map((_, at) =>
    found.some((one) => columnOf(one) === at) ? closeLevels(model, at) : 0,
  )
  const parents = model.parents.map((parent, at) => (at === shown ? -1 : leans[at] ? shown : parent))
  // Where the address is missing or too changed to be known, the telephone shows the household.
  const rest =
    second && ratesWithin(model, second, (level) => (((close[shown] as number) >> level) & 1) === 0, shown)
  const stand_in = second ? columnOf(second) : -1
  const seconds = parents.map((_, at) =>
    rest && leans[at] && at !== stand_in && isLeaning(model, rest[at] as Float64Array, at) ? stand_in : -1,
  )
  const strangers = posteriors(model, random).map((likely) => 1 - likely)
  const u = ratesOfOthers(table, random, strangers, { parents, seconds, close })
  raiseByHouseholds(model, hub, u[shown] as Rates, close[shown] as number)
  for (const [column, rates] of u.entries()) {
    if (leans[column]) rowOf(rates, PARENT_CLOSE).set(rows[column] as Float64Array)
    if (rest && seconds[column] === stand_in) rowOf(rates, SECOND_CLOSE).set(rest[column] as Float64Array)
  }
  const first = [shown, ...(stand_in < 0 ? [] : [stand_in])]
  const order = [...first, ...model.order.filter((column) => !first.includes(column))]
  return { ...model, parents, seconds, close, order, u }
}

const columnOf = ({ session }: Pick<Found, 'session'>): number => session.columns[0] as number

const isLeaning = (model: Model, row: Float64Array, column: number): boolean =>
  informationOf(row, othersOf(model, column)) >= LEAST_BITS

/** Random pairs hardly see a household: for each pair of one person that is close, the session saw so many of two. */
function raiseByHouseholds(model: Model, { session, fitted }: Found, rates: Rates, close: number): void {
  const of_two = (1 - fitted.share) / fitted.share
  const m = rowOf(model.m[columnOf({ session })] as Rates, PARENT_UNKNOWN)
  for (let state = 0; state < STATES; state++)
    for (const [level, share] of rowOf(rates, state).entries())
      if ((close >> level) & 1)
        rates[state * LEVEL_COUNT + level] = Math.max(share, of_two * model.share * (m[level] as number))
}

/** How often each level is seen among the pairs of a session that are of two people, where a column is as asked. */
function ratesWithin(
  model: Model,
  { session, fitted }: Found,
  isAsked: (level: number) => boolean,
  of = 0,
): Float64Array[] {
  const { sample } = session
  const others = fitted.likely.map((likely, pair) =>
    isAsked(sample.levels[pair * sample.width + of] as number) ? 1 - likely : 0,
  )
  return countLevels(sample, others).map((counts, column) =>
    sharesOf(counts, othersOf(model, column), STRENGTH),
  )
}

const othersOf = (model: Model, column: number): Float64Array =>
  rowOf(model.u[column] as Rates, PARENT_UNKNOWN)

/** Levels of a column, as bits, that strangers hardly share. */
function closeLevels(model: Model, column: number): number {
  const others = othersOf(model, column)
  let bits = 0
  for (let level = 1; level < LEVEL_COUNT; level++) {
    const share = others[level] as number
    if ((level === EXACT || level > SWAPPED) && share > 0 && share <= CLOSE_BY_CHANCE) bits |= 1 << level
  }
  return bits
}

/** The columns that bring relatives together alone: first the one on which relatives found elsewhere agree most often. */
function shownBest(model: Model, found: readonly Found[]): Found[] {
  const alone = found.filter(({ session }) => session.columns.length === 1)
  return alone
    .map((one) => ({ one, seen: seenElsewhere(found, columnOf(one), closeLevels(model, columnOf(one))) }))
    .sort((a, b) => b.seen - a.seen)
    .map(({ one }) => one)
}

/** The share of relatives, found without a column, that are close on it. */
function seenElsewhere(found: readonly Found[], column: number, close: number): number {
  let [seen, all] = [0, 1]
  for (const { session, related } of found) {
    if (session.columns.includes(column)) continue
    const { width, levels } = session.sample
    for (const [pair, weight] of related.entries()) {
      all += weight
      if ((close >> (levels[pair * width + column] as number)) & 1) seen += weight
    }
  }
  return seen / all
}
