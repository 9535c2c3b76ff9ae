import { paths } from '../../contract/paths.ts'
import type { StatisticTable } from '../../contract/statistics.ts'
import { monthsOf } from '../../domain/statistics/quarters.ts'
import type { Frame } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'

type Options = { table: StatisticTable; frame: Frame }
type Row = { name: string; figures: ReadonlyMap<string, { figure: number | null; note: string | null }> }

/** The months of a quarter and its year, in words. */
export function quarterName(quarter_on: string, { t, f }: Frame): string {
  const months = monthsOf(quarter_on).map((on) => f.months[Number(on.slice(5, 7)) - 1] ?? '')
  const year = f.year(Number(quarter_on.slice(0, 4)))
  return t('statistics.months', { first: months[0] ?? '', last: months.at(-1) ?? '', year })
}

function rowsOf({ table, frame }: Options): Row[] {
  const { t } = frame
  const plain = table.quarters
    .filter(({ revision }) => revision !== null)
    .map(
      ({ quarter_on, figures }): Row => ({
        name: quarterName(quarter_on, frame),
        figures: new Map(figures.map(({ cell, figure }) => [cell, { figure, note: null }])),
      }),
    )
  if (table.totals.length === 0 || plain.length === 0) return plain
  const totals = table.totals.map(({ cell, figure, most_off, is_whole }) => {
    const note = is_whole ? t('statistics.off', { n: most_off }) : t('statistics.part_total')
    return [cell, { figure, note: figure === null ? null : note }] as const
  })
  return [...plain, { name: t('statistics.total'), figures: new Map(totals) }]
}

/** The figures of a table: a quarter a row, each figure a link to what it counts. */
export const FigureTable = ({ table, frame }: Options) => {
  const { t } = frame
  const cells = table.quarters[0]?.figures.map(({ cell }) => cell) ?? []
  const columns: Column<Row>[] = [
    { head: t('statistics.quarter'), is_name: true, cell: ({ name }) => name },
    ...cells.map((cell) => ({
      head: t.find(`statistics.cell.${cell}`) ?? cell,
      is_number: true,
      cell: ({ figures }: Row) => <Figure {...{ cell, table, frame }} found={figures.get(cell)} />,
    })),
  ]
  return (
    <Table
      caption={t.find(`statistics.${table.name}`) ?? table.name}
      is_caption_hidden
      rows={rowsOf({ table, frame })}
      columns={columns}
      empty={t('statistics.not_published')}
    />
  )
}

type Found = { figure: number | null; note: string | null } | undefined

const Figure = ({ cell, table, frame, found }: Options & { cell: string; found: Found }) => {
  const { t, f } = frame
  if (!found) return null
  const { figure, note } = found
  return (
    <a href={`${paths.statistic(table.name)}#${cell}`}>
      {figure === null ? <Withheld t={t} /> : table.unit === 'days' ? f.days(figure) : f.number(figure)}
      {note && <span class="small"> {note}</span>}
    </a>
  )
}

const Withheld = ({ t }: Pick<Frame, 't'>) => (
  <>
    –<span class="unseen">{t('statistics.withheld')}</span>
  </>
)
