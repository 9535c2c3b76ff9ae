// Counts by district and class: small enough to be kept with every batch, and added up at the end.
import { CHANGE_CLASSES, type ChangeClass } from './compare.ts'

export type Counts = Record<ChangeClass, number>
/** By district. */
export type Tally = Record<string, Counts>

/** @example noCounts().enters // 0 */
export const noCounts = (): Counts => Object.fromEntries(CHANGE_CLASSES.map((name) => [name, 0])) as Counts

/**
 * Adds one person, or entry, to a tally.
 * @example tallyOne({}, 'pb_multan', 'enters')['pb_multan']?.enters // 1
 */
export function tallyOne(tally: Tally, district_id: string, name: ChangeClass): Tally {
  tally[district_id] ??= noCounts()
  tally[district_id][name] += 1
  return tally
}

/**
 * Several tallies as one.
 * @example addTallies([tallyOne({}, 'a', 'enters'), tallyOne({}, 'a', 'leaves')])['a']?.leaves // 1
 */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum: Tally = {}
  for (const tally of tallies)
    for (const [district_id, counts] of Object.entries(tally)) {
      sum[district_id] ??= noCounts()
      for (const name of CHANGE_CLASSES) sum[district_id][name] += counts[name]
    }
  return sum
}

/**
 * All districts together.
 * @example totalOf(tallyOne({}, 'a', 'enters')).enters // 1
 */
export function totalOf(tally: Tally): Counts {
  const sum = noCounts()
  for (const counts of Object.values(tally)) for (const name of CHANGE_CLASSES) sum[name] += counts[name]
  return sum
}
