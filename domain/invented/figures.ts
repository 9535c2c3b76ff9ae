// What a register that has worked for a year would have counted, quarter by quarter: for the demo, whose people were
// entered on its first day. Every figure still passes the same protection as one that was counted.
import { type Draw, drawFor } from './draw.ts'

const STREAM = 900
const MONTHS = ['month_1', 'month_2', 'month_3'] as const

type Counts = Readonly<Record<string, number>>

/** Three months about a mean. */
const months = (draw: Draw, mean: number): Counts =>
  Object.fromEntries(MONTHS.map((cell) => [cell, Math.round((mean * draw.between(80, 125)) / 100)]))

/** The share of a count, a little up or down. */
const share = (draw: Draw, of: number, per_cent: number) =>
  Math.round((of * per_cent * draw.between(92, 108)) / 10_000)

/** `at`: 0 for the first quarter of the year, 3 for the last; what is measured gets better, and never good. */
const COUNTED = {
  entries_expected: (draw: Draw, at: number): Counts => {
    const all = draw.between(330, 420)
    const entered = share(draw, all, 38 + 13 * at)
    const not_registrable = share(draw, all, 4)
    return { entered, not_registrable, waiting: Math.max(0, all - entered - not_registrable) }
  },
  entries_made: (draw: Draw, at: number): Counts => months(draw, 46 + 18 * at),
  checks_asked: (draw: Draw, at: number): Counts => months(draw, 34 + 22 * at),
  checks_screened: (draw: Draw, at: number): Counts => {
    const all = 96 + 66 * at + draw.between(0, 12)
    const late = share(draw, all, 31 - 6 * at)
    return { in_time: all - late, late }
  },
  checks_answered: (draw: Draw, at: number): Counts => months(draw, 25 + 20 * at),
  // Few at first: the demo shows what is withheld, too.
  checks_refused: (draw: Draw, at: number): Counts => months(draw, 2 + 4 * at),
  duties_due: (draw: Draw, at: number): Counts => {
    const all = 1_050 + 130 * at + draw.between(0, 60)
    const missed = share(draw, all, 14 - 2 * at)
    const kept_late = share(draw, all, 9)
    const decided = share(draw, missed, 48 + 9 * at)
    return { kept_in_time: all - missed - kept_late, kept_late, decided, undecided: missed - decided }
  },
}

/**
 * Invented true counts of one table and quarter, `at` its place in the year from 0; the same seed gives the same.
 * @example inventCounts(1, 'checks_refused', 0).month_1 === inventCounts(1, 'checks_refused', 0).month_1 // true
 */
export const inventCounts = (seed: number, name: keyof typeof COUNTED, at: number): Counts =>
  COUNTED[name](drawFor(seed, at, STREAM + name.length), at)

/**
 * Invented days from judgment to entry, shorter from quarter to quarter.
 * @example inventDays(1, 3).median !== null // true
 */
export function inventDays(seed: number, at: number): { median: number; nine_tenths: number } {
  const draw = drawFor(seed, at, STREAM)
  return { median: 41 - 8 * at + draw.between(0, 4), nine_tenths: 156 - 24 * at + draw.between(0, 9) }
}
