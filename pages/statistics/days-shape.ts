/** Where the marks of a chart of days stand: for each quarter what half of the entries took, and what nine of ten did. */
import type { StatisticTable } from '../../contract/statistics.ts'
import { type Chart, GRID, mirrored } from './chart-shape.ts'

type Point = { y: number; figure: number }
export type Spans = Pick<Chart, 'names' | 'middles'> & {
  spans: { x: number; is_published: boolean; median: Point | null; nine_tenths: Point | null }[]
}

/** Room under the lowest mark for its figure. */
const FOOT = 26
const NAME_DROP = 4.5

/** The marks of a table of days, from no day at the foot to the longest at the top. */
export function daysOf({ quarters }: StatisticTable, is_rtl: boolean): Spans {
  const room = GRID.width - GRID.margin
  const step = room / quarters.length
  const all = quarters.flatMap(({ figures }) => figures.flatMap(({ figure }) => figure ?? []))
  const most = Math.max(1, ...all)
  const height = GRID.base - FOOT - GRID.top
  const spans = quarters.map(({ figures, revision }, at) => {
    const pointOf = (cell: string): Point | null => {
      const figure = figures.find((one) => one.cell === cell)?.figure ?? null
      return figure === null ? null : { figure, y: GRID.base - FOOT - (figure / most) * height }
    }
    return {
      ...{ x: mirrored((at + 0.5) * step, 0, is_rtl), is_published: revision !== null },
      ...{ median: pointOf('median'), nine_tenths: pointOf('nine_tenths') },
    }
  })
  const newest = spans.findLast(({ median }) => median !== null)
  const names = (['median', 'nine_tenths'] as const).flatMap((cell) => {
    const point = newest?.[cell]
    return point ? [{ cell, x: mirrored(room, 0, is_rtl), y: point.y + NAME_DROP }] : []
  })
  return { spans, names, middles: spans.map(({ x }) => x) }
}
