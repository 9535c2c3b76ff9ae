// Chooses the passes: which keys bring the pairs of one person together at the price of how many pairs in all.
import { columnsOf, type Pass, partKeyOf, partsOf } from './keys.ts'
import type { Pairs } from './samples.ts'
import { joined } from './sound.ts'
import { pairCount, type Table } from './table.ts'

/** Pairs that are very likely of one person, with the columns on which they were found. */
export type LikelyPairs = Pairs & { readonly found_by: readonly (readonly number[])[] }

/** Below this many pairs every pair is compared. */
const EVERY_PAIR = 2_000_000
/** Pairs compared in all: at least this many, and this many for each row. */
const LEAST_BUDGET = 4_000_000
const BUDGET_PER_ROW = 12
/** Rows of one key that are compared with each other at most; larger blocks are left to longer keys. */
export const MOST_ROWS_OF_BLOCK = 400

const MOST_SAMPLED = 30_000
/** Parts that a key has at most. */
const MOST_PARTS = 3
/** Steps that estimating all candidates may take. */
const MOST_STEPS = 60_000_000
const MOST_PASSES = 20
const LEAST_GAIN = 0.0005
/** What is left to gain of a pair that one more pass has found: passes miss pairs that were not seen in learning. */
const LEFT_AFTER_PASS = 0.1

type Candidate = { pass: Pass; cost: number; covers: Uint8Array; columns: ReadonlySet<number> }

/**
 * The passes for a table, the cheapest first; one pass without a key when all pairs can be compared.
 * @param likely pairs to be covered, the more the better
 */
export function choosePasses(table: Table, likely: LikelyPairs): Pass[] {
  if (pairCount(table) <= EVERY_PAIR) return [[]]
  const budget = Math.max(LEAST_BUDGET, BUDGET_PER_ROW * table.row_count)
  const all = candidates(table, likely, budget)
  const chosen = chooseGreedily(all, likely, budget)
  // Without a likely pair to go by, rows are brought together by whatever single keys are cheap.
  if (chosen.length === 0)
    chosen.push(...all.filter(({ pass, cost }) => pass.length === 1 && cost < budget / 8))
  return chosen.sort((a, b) => a.cost - b.cost).map(({ pass }) => pass)
}

function chooseGreedily(all: readonly Candidate[], likely: LikelyPairs, budget: number): Candidate[] {
  let chosen: Candidate[] = []
  const open = new Float64Array(likely.left.length).fill(1)
  // Agreement on the columns by which a pair was found proves nothing of a key: such pairs are not asked, and stay
  // open, for pairs like them on which those columns are missing or wrong.
  const asked = all.map(({ columns }) =>
    Uint32Array.from(likely.left.keys()).filter(
      (at) => !likely.found_by[at]?.some((one) => columns.has(one)),
    ),
  )
  let left = budget
  while (chosen.length < MOST_PASSES) {
    let [best, most] = [-1, 0]
    for (const [at, candidate] of all.entries()) {
      if (candidate.cost > left || chosen.includes(candidate)) continue
      const gain = gainOf(candidate, asked[at] as Uint32Array, open)
      const value = gain < LEAST_GAIN ? 0 : gain / (candidate.cost + budget / MOST_PASSES)
      if (value > most) [best, most] = [at, value]
    }
    const next = all[best]
    if (!next) break
    // A pass with a part more compares nothing that this one does not.
    chosen = [...chosen.filter((one) => !isWithin(next.pass, one.pass)), next]
    left = budget - chosen.reduce((sum, { cost }) => sum + cost, 0)
    for (const at of asked[best] as Uint32Array)
      if (next.covers[at]) open[at] = (open[at] as number) * LEFT_AFTER_PASS
  }
  return chosen
}

const isWithin = (pass: Pass, longer: Pass): boolean => pass.every((part) => longer.includes(part))

function gainOf({ covers }: Candidate, asked: Uint32Array, open: Float64Array): number {
  let gain = 0
  if (asked.length > 0) {
    for (const at of asked) if (covers[at]) gain += open[at] as number
    return gain / asked.length
  }
  for (let at = 0; at < open.length; at++) if (covers[at]) gain += open[at] as number
  return gain / (2 * Math.max(1, open.length))
}

/** Keys of the sampled rows, and of both rows of the likely pairs; 0 where a row has none. */
type Keys = { sample: Int32Array; left: Int32Array; right: Int32Array }
type Sampled = Keys & { readonly pass: Pass }

/** Every key of one to three parts that is not too dear, with what it costs and which likely pairs it covers. */
function candidates(table: Table, likely: LikelyPairs, budget: number): Candidate[] {
  const parts = partsOf(table)
  const row_count = Math.min(table.row_count, MOST_SAMPLED, Math.ceil((2 * MOST_STEPS) / parts.length ** 2))
  const rows = sampleRows(table.row_count, row_count)
  const sampled = parts.map((part): Sampled => {
    const keyOf = partKeyOf(table, part)
    return {
      ...{ pass: [part], sample: Int32Array.from(rows, keyOf) },
      ...{ left: Int32Array.from(likely.left, keyOf), right: Int32Array.from(likely.right, keyOf) },
    }
  })
  const estimate = estimator(table, row_count)
  const found: Candidate[] = []
  const grow = (used: Sampled | null, from: number) => {
    for (let at = from; at < sampled.length; at++) {
      const next = sampled[at] as Sampled
      if (used && sharesColumn(used.pass, next.pass)) continue
      const whole = used ? bothKeys(used, next) : next
      const candidate = estimate(whole)
      if (candidate.cost <= budget) found.push(candidate)
      // A key that is cheap alone gains nothing by a further part; one that is dear becomes affordable.
      if (whole.pass.length < MOST_PARTS && candidate.cost > budget / (used ? 10 : 200)) grow(whole, at + 1)
    }
  }
  grow(null, 0)
  return found
}

const sharesColumn = (a: Pass, b: Pass): boolean =>
  columnsOf(a).some((column) => columnsOf(b).includes(column))

const sampleRows = (all: number, count: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, at) => Math.floor((at * all) / count))

const bothOf = (a: Int32Array, b: Int32Array): Int32Array =>
  a.map((key, at) => (key === 0 || b[at] === 0 ? 0 : joined(key, b[at] as number)))

const bothKeys = (a: Sampled, b: Sampled): Sampled => ({
  ...{ pass: [...a.pass, ...b.pass], sample: bothOf(a.sample, b.sample) },
  ...{ left: bothOf(a.left, b.left), right: bothOf(a.right, b.right) },
})

/** Estimates what a key costs from how often its values meet in a sample of rows. */
function estimator(table: Table, row_count: number) {
  const scale = table.row_count / row_count
  const size = 1 << Math.ceil(Math.log2(row_count * 1.5 + 2))
  const [keys, counts] = [new Int32Array(size), new Uint16Array(size)]
  const slotOf = (key: number): number => {
    let slot = key & (size - 1)
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1)
    return slot
  }
  const most = Math.max(2, MOST_ROWS_OF_BLOCK / scale)
  return ({ pass, sample, left, right }: Sampled): Candidate => {
    keys.fill(0)
    counts.fill(0)
    let met = 0
    for (const key of sample) {
      if (key === 0) continue
      const slot = slotOf(key)
      const count = counts[slot] as number
      keys[slot] = key
      counts[slot] = count + 1
      // Pairs of a key as its rows come; none of one that has too many.
      if (count + 1 <= most) met += count
      else if (count <= most) met -= (count * (count - 1)) / 2
    }
    const covers = Uint8Array.from(left, (key, at) =>
      key !== 0 && key === right[at] && (counts[slotOf(key)] as number) <= most ? 1 : 0,
    )
    return { pass, cost: met * scale ** 2 * sharePaired(table), covers, columns: new Set(columnsOf(pass)) }
  }
}

/** With two files only pairs across them are compared. */
function sharePaired(table: Table): number {
  const { row_count } = table
  return pairCount(table) / ((row_count * (row_count - 1)) / 2)
}
