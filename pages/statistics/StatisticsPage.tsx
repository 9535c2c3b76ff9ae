import { paths } from '../../contract/paths.ts'
import type { StatisticsReply } from '../../contract/statistics.ts'
import { STEP, THRESHOLD } from '../../domain/statistics/protect.ts'
import { CLOSING_DAYS } from '../../domain/statistics/quarters.ts'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Chart } from './Chart.tsx'
import { FigureTable } from './FigureTable.tsx'

/** One page for the Special Committee: national totals, a chart and its table for each. */
export const StatisticsPage = (props: PageProps<StatisticsReply>) => {
  const { t, tables } = props
  const is_empty = tables.every(({ quarters }) => quarters.every(({ revision }) => revision === null))
  return (
    <Page {...props} title={t('statistics.title')} part="navigation.statistics">
      <h1>{t('statistics.title')}</h1>
      <p class="lead">{t('statistics.lead')}</p>
      <p class="small">{t('statistics.protected', { step: STEP, threshold: THRESHOLD })}</p>
      {is_empty ? (
        <Notice kind="info" t={t}>
          {t('statistics.none', { days: CLOSING_DAYS })}
        </Notice>
      ) : (
        <>
          {tables.map((table) => (
            <Card
              key={table.name}
              heading={t.find(`statistics.${table.name}`) ?? table.name}
              beside={<a href={paths.statistic(table.name)}>{t('statistics.definition')}</a>}
            >
              <div class="charted">
                <Chart table={table} frame={props} />
                <FigureTable table={table} frame={props} />
              </div>
            </Card>
          ))}
          <p>
            <a href={paths.statisticsFile()}>{t('statistics.file')}</a>
          </p>
        </>
      )}
    </Page>
  )
}
