import { paths } from '../../contract/paths.ts'
import type { StatisticReply } from '../../contract/statistics.ts'
import { Basis } from '../ui/Basis.tsx'
import { Card } from '../ui/Card.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Page } from '../ui/Page.tsx'
import type { Frame, PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { Chart } from './Chart.tsx'
import { FigureTable, quarterName } from './FigureTable.tsx'

/** What one table counts, from which tables, by which law, as of when, how it is protected; and all that was published of it. */
export const StatisticPage = (props: PageProps<StatisticReply>) => {
  const { t, table } = props
  const title = t.find(`statistics.${table.name}`) ?? table.name
  return (
    <Page {...props} title={title} part="navigation.statistics">
      <p>
        <a href={paths.statistics()}>{t('statistics.back')}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{t.find(`statistics.${table.name}.what`)}</p>
      <div class="charted">
        <Chart table={table} frame={props} />
        <FigureTable table={table} frame={props} />
      </div>
      <Card heading={t('statistics.definition')}>
        <Definition {...props} />
      </Card>
      <Card heading={t('statistics.cells')}>
        <dl class="facts">
          {(table.quarters[0]?.figures ?? []).map(({ cell }) => (
            <div key={cell} id={cell}>
              <dt>{t.find(`statistics.cell.${cell}`)}</dt>
              <dd>{t.find(`statistics.cell.${cell}.what`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Versions {...props} />
    </Page>
  )
}

const Definition = ({ t, table, definition }: PageProps<StatisticReply>) => {
  const { law, sources, threshold, step, closing_days } = definition
  return (
    <Facts
      facts={[
        { label: t('statistics.counts'), value: t.find(`statistics.${table.name}.what`) },
        {
          label: t('statistics.sources'),
          value: sources.map((name) => <SourceTable key={name} name={name} />),
        },
        {
          label: t('statistics.law'),
          value: <Basis law={law.key} section={law.section} status={law.status} t={t} />,
        },
        { label: t('statistics.as_of'), value: t('statistics.as_of.what', { days: closing_days }) },
        {
          label: t('statistics.protection'),
          value: t(`statistics.protection.${table.unit}`, { step, threshold }),
        },
      ]}
    />
  )
}

const SourceTable = ({ name }: { name: string }) => (
  <div>
    <Identifier>{name}</Identifier>
  </div>
)

type Version = StatisticReply['versions'][number]

const Versions = (props: Frame & Pick<StatisticReply, 'versions'>) => {
  const { t, f, versions } = props
  return (
    <Table
      caption={t('statistics.versions')}
      rows={versions}
      columns={[
        {
          head: t('statistics.quarter'),
          is_name: true,
          cell: ({ quarter_on }: Version) => quarterName(quarter_on, props),
        },
        { head: t('statistics.revision'), is_number: true, cell: ({ revision }) => f.number(revision) },
        { head: t('statistics.version'), is_number: true, cell: ({ definition }) => f.number(definition) },
        { head: t('statistics.counted_on'), cell: ({ counted_on }) => f.date(counted_on) },
        { head: t('statistics.published_at'), cell: ({ published_at }) => f.dateTime(published_at) },
      ]}
      empty={t('statistics.not_published')}
    />
  )
}
