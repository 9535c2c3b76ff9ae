import type { StatisticTable } from '../../contract/statistics.ts'
import { monthsOf } from '../../domain/statistics/quarters.ts'
import { directionOf } from '../language/language.ts'
import type { Frame } from '../ui/page-props.ts'
import { chartOf, GRID, type Chart as Shape } from './chart-shape.ts'
import { daysOf } from './days-shape.ts'

type Options = { table: StatisticTable; frame: Frame }

/** The figures of a table as columns, or days as spans. The table beside it says the same, and is what is read aloud. */
export const Chart = ({ table, frame }: Options) =>
  table.quarters.every(({ revision }) => revision === null) ? null : (
    <svg class="chart" viewBox={`0 0 ${GRID.width} ${GRID.height}`} aria-hidden="true">
      {table.unit === 'days' ? <Days {...{ table, frame }} /> : <Columns {...{ table, frame }} />}
      <path class="base" d={`M0 ${GRID.base}.5H${GRID.width}`} />
    </svg>
  )

const isRtl = ({ t }: Frame) => directionOf(t.language) === 'rtl'
const round = (n: number) => Math.round(n * 10) / 10

const Columns = ({ table, frame }: Options) => {
  const { f } = frame
  const chart: Shape = chartOf(table, isRtl(frame))
  return (
    <>
      {chart.bars.map(({ x, y, width, height, kind, label }) => (
        <g key={`${x} ${y}`}>
          <rect class={kind} x={round(x)} y={round(y)} width={round(width)} height={round(height)} />
          {label !== null && height > 14 && (
            <text class={`in-${kind}`} x={round(x + width / 2)} y={round(y + height / 2 + 4.5)}>
              {f.number(label)}
            </text>
          )}
        </g>
      ))}
      {chart.tops.map(({ x, y, text }) => (
        <text key={x} class="top" x={round(x)} y={round(y)}>
          {text === null ? '–' : f.number(text)}
        </text>
      ))}
      <Names names={chart.names} frame={frame} />
      <Quarters middles={chart.middles} {...{ table, frame }} />
    </>
  )
}

/** Days from judgment to entry: from what half took to what nine of ten took. */
const Days = ({ table, frame }: Options) => {
  const { f } = frame
  const { spans, names, middles } = daysOf(table, isRtl(frame))
  return (
    <>
      {spans.map(({ x, is_published, median, nine_tenths }) => (
        <g key={x}>
          {median && nine_tenths && (
            <path class="span" d={`M${round(x)} ${round(median.y)}V${round(nine_tenths.y)}`} />
          )}
          {nine_tenths && (
            <>
              <circle class="second" cx={round(x)} cy={round(nine_tenths.y)} r="6" />
              <text class="top" x={round(x)} y={round(nine_tenths.y - 11)}>
                {f.number(nine_tenths.figure)}
              </text>
            </>
          )}
          {median && (
            <>
              <circle class="first" cx={round(x)} cy={round(median.y)} r="6" />
              <text class="top" x={round(x)} y={round(median.y + 22)}>
                {f.number(median.figure)}
              </text>
            </>
          )}
          {is_published && !median && !nine_tenths && (
            <text class="top" x={round(x)} y={GRID.base - 6}>
              –
            </text>
          )}
        </g>
      ))}
      <Names names={names} frame={frame} />
      <Quarters {...{ middles, table, frame }} />
    </>
  )
}

const Names = ({ names, frame: { t } }: { names: Shape['names']; frame: Frame }) => (
  <>
    {names.map(({ x, y, cell }) => (
      <text key={cell} class="name" x={round(x)} y={round(y)}>
        {t.find(`statistics.name.${cell}`)}
      </text>
    ))}
  </>
)

/** Under each column its months, and its year. */
const Quarters = ({ table, middles, frame: { f } }: Options & { middles: readonly number[] }) => (
  <>
    {table.quarters.map(({ quarter_on }, at) => {
      const months = monthsOf(quarter_on).map((on) => f.months[Number(on.slice(5, 7)) - 1] ?? '')
      const x = round(middles[at] ?? 0)
      return (
        <g key={quarter_on}>
          <text x={x} y={GRID.base + 18}>
            {`${months[0]}–${months.at(-1)}`}
          </text>
          <text class="year" x={x} y={GRID.base + 36}>
            {f.year(Number(quarter_on.slice(0, 4)))}
          </text>
        </g>
      )
    })}
  </>
)
