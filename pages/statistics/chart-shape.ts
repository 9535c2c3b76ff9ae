/** Where the marks of a chart stand: plain numbers of its own grid, mirrored for a language that runs from right to left. */
import type { PublishedQuarter, StatisticTable } from '../../contract/statistics.ts'
import { type Cells, STATISTICS } from '../../domain/statistics/tables.ts'

/** The grid of every chart. Names of what is stacked stand in the margin after the last column. */
export const GRID = { width: 380, height: 218, top: 26, base: 174, margin: 94 } as const
const GAP = 14
/** Distance between names in the margin, so that none lies upon another. */
const LINE = 17

export type Bar = { x: number; y: number; width: number; height: number; kind: string; label: number | null }
export type Mark = { x: number; y: number; text: number | null }
export type Chart = {
  bars: Bar[]
  /** The figure of each published quarter, over its column; null where it is withheld. */
  tops: Mark[]
  /** Middle of each quarter's column. */
  middles: number[]
  /** Cells by name, beside what they are. */
  names: { x: number; y: number; cell: string }[]
}

const of = ({ figures }: PublishedQuarter, cell: string) =>
  figures.find((figure) => figure.cell === cell)?.figure ?? null

/** Turns the grid round for Urdu: time runs from right to left there. */
export const mirrored = (x: number, width: number, is_rtl: boolean) => (is_rtl ? GRID.width - x - width : x)

/** The columns of a table of counts: one of months where they are shown, stacked where it is divided otherwise. */
export function chartOf(table: StatisticTable, is_rtl: boolean): Chart {
  const { cells } = STATISTICS[table.name]
  const parts = cells.parts ?? []
  const are_months = parts.some(({ cell }) => cell === 'month_1')
  const room = are_months ? GRID.width : GRID.width - GRID.margin
  const step = room / table.quarters.length
  const place = (at: number) => ({ x: at * step + GAP / 2, width: step - GAP })
  const scale = scaleOf(table, are_months ? parts : [])
  const bars = table.quarters.flatMap((quarter, at) => {
    const { x, width } = place(at)
    return are_months
      ? monthBars(quarter, parts, { x, width, scale })
      : stack(quarter, parts, { x, width, scale })
  })
  const middles = table.quarters.map((_, at) => {
    const { x, width } = place(at)
    return mirrored(x + width / 2, 0, is_rtl)
  })
  const tops = table.quarters.flatMap((quarter, at) => {
    if (quarter.revision === null) return []
    const { x, width } = place(at)
    const highest = Math.min(
      GRID.base,
      ...bars.filter((bar) => bar.x >= x && bar.x < x + width).map(({ y }) => y),
    )
    return [{ x: middles[at] ?? 0, y: highest - 6, text: of(quarter, 'all') }]
  })
  return {
    ...{ tops, middles },
    bars: bars.map((bar) => ({ ...bar, x: mirrored(bar.x, bar.width, is_rtl) })),
    names: are_months
      ? []
      : namesOf(table, parts, bars).map((one) => ({ ...one, x: mirrored(room, 0, is_rtl) })),
  }
}

type Place = { x: number; width: number; scale: (n: number) => number }

/** Height of a figure on the grid. A quarter whose months are withheld is as high as its mean month. */
function scaleOf({ quarters }: StatisticTable, months: readonly Cells[]): (n: number) => number {
  const heights = quarters.flatMap((quarter) => [
    (of(quarter, 'all') ?? 0) / (months.length || 1),
    ...months.map(({ cell }) => of(quarter, cell) ?? 0),
  ])
  const most = Math.max(1, ...heights)
  return (n) => (n / most) * (GRID.base - GRID.top)
}

const bar = (kind: string, n: number, { x, width, scale }: Place, from = 0): Bar => {
  const [height, below] = [scale(n), scale(from)]
  return { kind, x, width, height, y: GRID.base - below - height, label: null }
}

function monthBars(quarter: PublishedQuarter, parts: readonly Cells[], place: Place): Bar[] {
  const all = of(quarter, 'all')
  const months = parts.map(({ cell }) => of(quarter, cell))
  if (months.every((n) => n === null))
    return all === null ? [] : [bar('whole', all / (parts.length || 1), place)]
  const width = place.width / parts.length
  return months.map((n, at) => ({
    ...bar('first', n ?? 0, { ...place, x: place.x + at * width, width: width - 2 }),
  }))
}

const KINDS = ['first', 'second'] as const

function stack(quarter: PublishedQuarter, parts: readonly Cells[], place: Place): Bar[] {
  const all = of(quarter, 'all')
  const figures = parts.map(({ cell }) => of(quarter, cell))
  if (figures.some((n) => n === null)) return all === null ? [] : [bar('whole', all, place)]
  let from = 0
  return figures.map((n, at) => {
    const one = { ...bar(KINDS[at] ?? 'whole', n ?? 0, place, from), label: n }
    from += n ?? 0
    return one
  })
}

/** What each colour is, beside the newest column that is divided; names that would touch are moved apart. */
function namesOf({ quarters }: StatisticTable, parts: readonly Cells[], bars: readonly Bar[]) {
  const newest = quarters.findLastIndex((quarter) => parts.every(({ cell }) => of(quarter, cell) !== null))
  if (newest < 0) return []
  const last = parts.map((_, at) => bars.filter(({ kind }) => kind === KINDS[at]).at(-1))
  let above = Number.POSITIVE_INFINITY
  return parts.map(({ cell }, at) => {
    const { y = 0, height = 0 } = last[at] ?? {}
    const middle = Math.min(y + height / 2 + 4, above - LINE)
    above = middle
    return { cell, y: middle }
  })
}
