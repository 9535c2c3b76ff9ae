/**
 * What of a true table may be published. One rule does all of it: **a count is divided only where every part has ten or
 * more**. So no small count is ever the one gap in a row, and none comes back by taking what is shown from its sum.
 * LAW 5: small statistics are suppressed; DESIGN 10.
 */
import type { Cells } from './tables.ts'

/** Counts below it are never shown, nor any other that would tell one. Assumed. */
export const THRESHOLD = 10
/** Every figure is rounded to a multiple of it. Assumed. */
export const STEP = 5
/** What rounding moves at most. */
export const MOST_OFF = Math.floor(STEP / 2)

/** True counts of the cells that have no parts; a cell that is left out is 0. */
export type Counts = Readonly<Record<string, number>>
/** What leaves: a multiple of five for each cell, or null where it is withheld. */
export type Published = Readonly<Record<string, number | null>>

/** A whole number of 0 or more to the nearest multiple of five. @example rounded(13) // 15 */
export const rounded = (n: number): number => Math.round(n / STEP) * STEP

/** The true count of a cell: its own, or the sum of its parts. @example countOf({ cell: 'all' }, { all: 7 }) // 7 */
export const countOf = ({ cell, parts }: Cells, counts: Counts): number =>
  parts ? parts.reduce((sum, part) => sum + countOf(part, counts), 0) : (counts[cell] ?? 0)

const isEnough = (cells: Cells, counts: Counts) => countOf(cells, counts) >= THRESHOLD

/**
 * A true table as it may be published, counts rounded to 5. Below 10 the whole is withheld; parts are shown together or
 * not at all. Every count below 10 may then be anything from 0 to 9, also for who knows this rule: give it any of these
 * values, take the difference from or add it to its neighbours under the lowest sum that is shown, and the same is published.
 *
 * @law REGISTER-ASSUMPTIONS
 * @example protect({ cell: 'all' }, { all: 12 }) // { all: 10 }
 */
export const protect = (cells: Cells, counts: Counts): Published =>
  Object.fromEntries(shown(cells, counts, isEnough(cells, counts)))

function shown(cells: Cells, counts: Counts, is_shown: boolean): [string, number | null][] {
  const { cell, parts = [] } = cells
  const are_shown = is_shown && parts.every((part) => isEnough(part, counts))
  return [
    [cell, is_shown ? rounded(countOf(cells, counts)) : null],
    ...parts.flatMap((part) => shown(part, counts, are_shown)),
  ]
}

/** The share of people on the shorter side of each quantile of days. */
const SIDES = { median: 0.5, nine_tenths: 0.1 } as const
/** Days from judgment to entry: half of the entries took no longer, nine of ten took no longer. */
export type Days = Readonly<Record<keyof typeof SIDES, number | null>>

/**
 * Days as they may be published: rounded to 5, and only where at least ten entries lie on either side. It is decided on
 * the published number of entries, so that it tells nothing which that does not.
 *
 * @law REGISTER-ASSUMPTIONS
 * @example protectDays({ median: 12, nine_tenths: 60 }, 30) // { median: 10, nine_tenths: null }
 */
export function protectDays(days: Days, entries: number | null): Published {
  const mayShow = (side: number) => entries !== null && (entries - MOST_OFF) * side >= THRESHOLD
  const of = (name: keyof typeof SIDES) => {
    const value = days[name]
    return value !== null && mayShow(SIDES[name]) ? rounded(Math.max(0, value)) : null
  }
  return { median: of('median'), nine_tenths: of('nine_tenths') }
}

/**
 * A revision of what was published: it shows no cell that the version before withheld, so that two versions laid side by
 * side name no small count that neither names. Parts are shown together or not at all, also where they are new.
 *
 * @law REGISTER-ASSUMPTIONS
 * @example revise({ cell: 'all' }, { all: null }, { all: 15 }) // { all: null }
 */
export const revise = (cells: Cells, before: Published, after: Published): Published => {
  const figureOf = ({ cell }: Cells) => (before[cell] === null ? null : (after[cell] ?? null))
  const shown = (one: Cells, is_shown: boolean): [string, number | null][] => {
    const { cell, parts = [] } = one
    const figure = is_shown ? figureOf(one) : null
    const are_shown = figure !== null && parts.every((part) => figureOf(part) !== null)
    return [[cell, figure], ...parts.flatMap((part) => shown(part, are_shown))]
  }
  return Object.fromEntries(shown(cells, true))
}

/** A sum of what is published; `most_off` is how far rounding can have moved it, `is_whole` that no figure was withheld. */
export type Total = { figure: number | null; most_off: number; is_whole: boolean }

/**
 * The total of several quarters, made of the published figures alone: it can tell nothing that they do not, whichever
 * quarters are added, today or a year from now. Null where none is shown.
 *
 * @law REGISTER-ASSUMPTIONS
 * @example totalOf([20, null]) // { figure: 20, most_off: 2, is_whole: false }
 */
export function totalOf(figures: readonly (number | null)[]): Total {
  const known = figures.filter((figure) => figure !== null)
  return {
    figure: known.length > 0 ? known.reduce((sum, figure) => sum + figure, 0) : null,
    most_off: known.length * MOST_OFF,
    is_whole: known.length === figures.length,
  }
}
