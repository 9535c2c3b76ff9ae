import { paths } from '../../contract/paths.ts'
import type { StatisticTable } from '../../contract/statistics.ts'
import { monthsOf } from '../../domain/statistics/quarters.ts'
import { type Cells, STATISTICS } from '../../domain/statistics/tables.ts'
import type { Frame } from '../ui/page-props.ts'

type Options = { table: StatisticTable; frame: Frame }
type Line = { cell: string; depth: number }

/** The months of a quarter and its year, in words. */
export function quarterName(quarter_on: string, { t, f }: Frame): string {
  const months = monthsOf(quarter_on).map((on) => f.months[Number(on.slice(5, 7)) - 1] ?? '')
  const year = f.year(Number(quarter_on.slice(0, 4)))
  return t('statistics.months', { first: months[0] ?? '', last: months.at(-1) ?? '', year })
}

/** The cells of a table, each as deep as it is a part of a part. Half and nine in ten of the days stand side by side. */
const linesOf = ({ cell, parts = [] }: Cells, depth: number): Line[] => [
  { cell, depth },
  ...parts.flatMap((part) => linesOf(part, depth + 1)),
]

const addressOf = ({ name }: StatisticTable, cell: string) => `${paths.statistic(name)}#${cell}`

/**
 * The figures of a table, a quarter a column as in its chart. Each figure is a link to what it counts; so is the name of
 * its row, which is the one that the keyboard stops at: two hundred stops would be none.
 */
export const FigureTable = ({ table, frame }: Options) => {
  const { t } = frame
  const { cells, unit } = STATISTICS[table.name]
  return (
    <table class="grid">
      <caption class="unseen">{t.find(`statistics.${table.name}`)}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{t('statistics.figure')}</span>
          </th>
          {table.quarters.map(({ quarter_on, revision }) => (
            <th key={quarter_on} scope="col" class="number">
              {quarterName(quarter_on, frame)}
              {revision === null && <span class="small"> {t('statistics.not_published')}</span>}
            </th>
          ))}
          {table.totals.length > 0 && <TotalHead table={table} frame={frame} />}
        </tr>
      </thead>
      <tbody>
        {linesOf(cells, 0).map(({ cell, depth }) => (
          <tr key={cell}>
            <th scope="row" class={depth > 1 && unit === 'count' ? 'part' : undefined}>
              <a href={addressOf(table, cell)}>{t.find(`statistics.cell.${cell}`)}</a>
            </th>
            {table.quarters.map(({ quarter_on, figures, revision }) => (
              <td key={quarter_on} class="number">
                {revision !== null && (
                  <Figure
                    {...{ cell, table, frame }}
                    figure={figures.find((one) => one.cell === cell)?.figure ?? null}
                  />
                )}
              </td>
            ))}
            {table.totals.length > 0 && <TotalCell {...{ cell, table, frame }} />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The totals are sums of rounded figures: how far off they may be stands once, over them. */
const TotalHead = ({ table, frame: { t } }: Options) => {
  const whole = table.totals.find(({ is_whole }) => is_whole)
  return (
    <th scope="col" class="number">
      {t('statistics.total')}
      {whole && <span class="small"> {t('statistics.off', { n: whole.most_off })}</span>}
    </th>
  )
}

const TotalCell = ({ cell, table, frame }: Options & { cell: string }) => {
  const total = table.totals.find((one) => one.cell === cell)
  return (
    <td class="number">
      {total && <Figure {...{ cell, table, frame }} figure={total.figure} />}
      {total && !total.is_whole && total.figure !== null && (
        <span class="small"> {frame.t('statistics.part_total')}</span>
      )}
    </td>
  )
}

const Figure = ({ cell, table, frame, figure }: Options & { cell: string; figure: number | null }) => {
  const { t, f } = frame
  return (
    <a href={addressOf(table, cell)} tabIndex={-1}>
      {figure === null ? (
        <>
          –<span class="unseen">{t('statistics.withheld')}</span>
        </>
      ) : (
        f.number(figure)
      )}
    </a>
  )
}
