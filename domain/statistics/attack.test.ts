// The attacker has everything that is published and knows the rule by which it was made. He must not be able to say of
// any count below ten that it is not 0, or not 9, or anything between. Without the rule, the same attacker can.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type Counts,
  countOf,
  type Published,
  protect,
  revise,
  rounded,
  THRESHOLD,
  totalOf,
} from './protect.ts'
import { type Cells, leavesOf, STATISTIC_NAMES, STATISTICS } from './tables.ts'

type Publish = (cells: Cells, counts: Counts) => Published
const everyCell = (cells: Cells): Cells[] => [cells, ...(cells.parts ?? []).flatMap(everyCell)]

/** What a register without this rule would publish: each cell judged by itself, as if nobody could subtract. */
const eachByItself: Publish = (cells, counts) =>
  Object.fromEntries(
    everyCell(cells).map((one) => {
      const count = countOf(one, counts)
      return [one.cell, count >= THRESHOLD ? rounded(count) : null]
    }),
  )
/** Only the smallest cell and one neighbour withheld, by size, as suppression is often done by hand. */
const withOneNeighbour: Publish = (cells, counts) => {
  const shown = { ...eachByItself(cells, counts) }
  const withheld = (cells.parts ?? []).filter(({ cell }) => shown[cell] === null)
  const rest = (cells.parts ?? []).filter(({ cell }) => shown[cell] !== null)
  const next = rest.sort((a, b) => countOf(a, counts) - countOf(b, counts))[0]
  if (withheld.length === 1 && next) shown[next.cell] = null
  return shown
}
const exact: Publish = (cells, counts) =>
  Object.fromEntries(everyCell(cells).map((one) => [one.cell, countOf(one, counts)]))

// ---- the attacker who knows the rule: he publishes every table there could be and keeps those that look alike ----

function* tablesUpTo(leaves: readonly string[], most: number): Generator<Record<string, number>> {
  const [first, ...rest] = leaves
  if (first === undefined) return yield {}
  for (let n = 0; n <= most; n += 1)
    for (const others of tablesUpTo(rest, most - n)) yield { [first]: n, ...others }
}

/** For each publication, the values that each cell can have: a bit for each value from 0 to 30. */
function possible(cells: Cells, publish: Publish, most: number): Map<string, Map<string, number>> {
  const seen = new Map<string, Map<string, number>>()
  const all = everyCell(cells)
  for (const counts of tablesUpTo(leavesOf(cells), most)) {
    const key = JSON.stringify(publish(cells, counts))
    const values = seen.get(key) ?? new Map<string, number>()
    if (!seen.has(key)) seen.set(key, values)
    for (const one of all) values.set(one.cell, (values.get(one.cell) ?? 0) | (1 << countOf(one, counts)))
  }
  return seen
}

const TEN_VALUES = (1 << THRESHOLD) - 1

/** Cells that may be small and of which some value from 0 to 9 is ruled out. A count that is known to be ten or more is none. */
function told(cells: Cells, publish: Publish, most: number): string[] {
  return [...possible(cells, publish, most)].flatMap(([key, values]) =>
    [...values].flatMap(([cell, bits]) => {
      const small = bits & TEN_VALUES
      return small !== 0 && small !== TEN_VALUES ? [`${cell} of ${key}`] : []
    }),
  )
}

const MOST = { months: 30, duties: 24 }

describe('who tries every table that there could be', () => {
  it('cannot rule out one value from 0 to 9 of any small count, in any table', () => {
    const tried = STATISTIC_NAMES.filter((name) => STATISTICS[name].unit === 'count')
    assert.equal(tried.length, 7)
    for (const name of tried) {
      const { cells } = STATISTICS[name]
      assert.deepEqual(told(cells, protect, name === 'duties_due' ? MOST.duties : MOST.months), [], name)
    }
  })
  it('can, where each cell is judged by itself, or one neighbour goes with it, or nothing is withheld', () => {
    const { cells } = STATISTICS.checks_asked
    for (const publish of [eachByItself, withOneNeighbour, exact])
      assert.notDeepEqual(told(cells, publish, MOST.months), [], publish.name)
  })
})

// ---- the attacker who solves: bounds of every cell, drawn tight until nothing moves ----

type Bounds = Map<string, [number, number]>

function solve(cells: Cells, published: Published): Bounds {
  const bounds: Bounds = new Map(
    everyCell(cells).map(({ cell }) => {
      const figure = published[cell]
      return [cell, figure == null ? [0, Number.MAX_SAFE_INTEGER] : [figure - 2, figure + 2]]
    }),
  )
  if (published[cells.cell] === null) bounds.set(cells.cell, [0, THRESHOLD - 1])
  while (tighten(cells, bounds));
  return bounds
}

const of = (bounds: Bounds, cell: string) => bounds.get(cell) ?? [0, 0]

/** One round from the sums to their parts and back; whether anything moved. */
function tighten(cells: Cells, bounds: Bounds): boolean {
  const { cell, parts = [] } = cells
  if (parts.length === 0) return false
  const sum = (side: 0 | 1, but?: string) =>
    parts.filter((part) => part.cell !== but).reduce((n, part) => n + of(bounds, part.cell)[side], 0)
  let moved = narrow(bounds, cell, sum(0), sum(1))
  const [low, high] = of(bounds, cell)
  for (const part of parts)
    moved = narrow(bounds, part.cell, low - sum(1, part.cell), high - sum(0, part.cell)) || moved
  return parts.reduce((any, part) => tighten(part, bounds) || any, moved)
}

function narrow(bounds: Bounds, cell: string, low: number, high: number): boolean {
  const [was_low, was_high] = of(bounds, cell)
  const now: [number, number] = [Math.max(was_low, low), Math.min(was_high, high)]
  bounds.set(cell, now)
  return now[0] > was_low || now[1] < was_high
}

/** Small cells of the true table that the attacker holds to fewer than the ten values. */
const caught = (cells: Cells, counts: Counts, published: Published) => {
  const bounds = solve(cells, published)
  return everyCell(cells).filter((one) => {
    const [low, high] = of(bounds, one.cell)
    return countOf(one, counts) < THRESHOLD && (low > 0 || high < THRESHOLD - 1)
  })
}

/** Counts of a national register: mostly large, often small, sometimes none. */
const counted = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 40_000 }))
const tableOf = (cells: Cells) =>
  fc.tuple(...leavesOf(cells).map(() => counted)).map((counts) => {
    const leaves = leavesOf(cells)
    return Object.fromEntries(leaves.map((leaf, at) => [leaf, counts[at] ?? 0])) as Counts
  })
const anyTable = fc
  .constantFrom(...STATISTIC_NAMES.filter((name) => STATISTICS[name].unit === 'count'))
  .chain((name) => fc.tuple(fc.constant(STATISTICS[name].cells), tableOf(STATISTICS[name].cells)))

describe('who solves for the bounds of every cell', () => {
  it('holds no small count of any table of any size to fewer than its ten values', () => {
    fc.assert(
      fc.property(anyTable, ([cells, counts]) => {
        assert.deepEqual(caught(cells, counts, protect(cells, counts)), [])
      }),
      { numRuns: 3_000 },
    )
  })
  it('does, where each cell is judged by itself', () => {
    const tables = fc.sample(anyTable, { numRuns: 500, seed: 7 })
    const found = tables.filter(
      ([cells, counts]) => caught(cells, counts, eachByItself(cells, counts)).length > 0,
    )
    assert.ok(found.length > 50, `${found.length} of 500`)
  })
  it('learns nothing of a small count from two versions of one quarter', () => {
    fc.assert(
      fc.property(anyTable, fc.infiniteStream(counted), ([cells, first], more) => {
        const second = Object.fromEntries(
          leavesOf(cells).map((leaf) => [leaf, (first[leaf] ?? 0) + Number(more.next().value ?? 0)]),
        )
        const before = protect(cells, first)
        const after = revise(cells, before, protect(cells, second))
        assert.deepEqual(caught(cells, second, after), [])
        // A cell that was withheld is not told by the version in which it has grown.
        for (const [cell, figure] of Object.entries(before))
          if (figure === null) assert.equal(after[cell], null)
      }),
      { numRuns: 500 },
    )
  })
})

describe('who keeps every page that was ever shown', () => {
  /** All pages of two years: each four quarters and their total, as they come out. */
  const pagesOf = (counts: readonly number[], total: (four: readonly number[]) => unknown) =>
    JSON.stringify(
      [0, 1, 2, 3, 4].map((at) => {
        const four = counts.slice(at, at + 4)
        return [four.map((all) => protect({ cell: 'all' }, { all })['all']), total(four)]
      }),
    )
  const ofFigures = (four: readonly number[]) =>
    totalOf(four.map((all) => protect({ cell: 'all' }, { all })['all'] ?? null))
  const ofCounts = (four: readonly number[]) => rounded(four.reduce((sum, n) => sum + n, 0))
  /** The pages that a small quarter would make with each of its ten values. */
  const alike = (counts: readonly number[], total: (four: readonly number[]) => unknown) =>
    counts.every((count, at) => {
      if (count >= THRESHOLD) return true
      const pages = Array.from({ length: THRESHOLD }, (_, n) => pagesOf(counts.with(at, n), total))
      return new Set(pages).size === 1
    })
  const eight = fc.array(counted, { minLength: 8, maxLength: 8 })

  it('sees the same pages whatever a small quarter was', () => {
    fc.assert(fc.property(eight, (counts) => alike(counts, ofFigures)))
  })
  it('would tell the quarters apart, if a page carried the true total of its four, even rounded', () => {
    assert.equal(alike([120, 96, 130, 101, 4, 99, 125, 110], ofCounts), false)
  })
})
