import { type ImportRow, type ImportView, ROW_OUTCOMES } from '../../contract/imports.ts'
import { paths } from '../../contract/paths.ts'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { readingProblemText } from './problem-text.ts'

/** The rows of one result, 50 at a time, each with what is to be said of it. */
export const ImportRows = (props: PageProps<ImportView>) => {
  const { t, f, import_id, outcome, rows, next_line, counts } = props
  const href = (of: string) => `${paths.import(import_id)}?outcome=${of}`
  return (
    <Card heading={t('imports.outcomes')}>
      <Tabs
        label={t('imports.outcomes')}
        tabs={ROW_OUTCOMES.map((of) => ({
          href: href(of),
          label: t(`imports.outcome.${of}`),
          is_current: of === outcome,
          count: f.number(counts[of]),
        }))}
      />
      {outcome === 'refused' && counts.refused > 0 && <RefusedFiles {...props} />}
      <Rows {...{ rows, t, f }} />
      <Pager
        first_href={null}
        next_href={next_line === null || outcome === null ? null : `${href(outcome)}&after=${next_line}`}
        shown_count={rows.length}
        t={t}
      />
    </Card>
  )
}

const RefusedFiles = ({ t, import_id }: PageProps<ImportView>) => (
  <p>
    {t('imports.refused.download')}:{' '}
    <a href={paths.importRefused(import_id, 'xlsx')}>{t('imports.refused.xlsx')}</a>
    {between(t)}
    <a href={paths.importRefused(import_id, 'csv')}>{t('imports.refused.csv')}</a>.{' '}
    {t('imports.refused.next')}
  </p>
)

const Rows = ({ rows, t, f }: Pick<PageProps<ImportView>, 'rows' | 't' | 'f'>) => (
  <Table<ImportRow>
    caption={t('imports.outcomes')}
    is_caption_hidden
    rows={rows}
    empty={t('imports.rows.none')}
    columns={[
      { head: t('imports.line'), is_number: true, cell: (row) => f.number(row.line) },
      { head: t('imports.name'), is_name: true, cell: (row) => <Names {...row} /> },
      { head: t('imports.fir'), cell: (row) => <bdi>{row.fir}</bdi> },
      { head: t('imports.judgment'), cell: (row) => <bdi>{row.judgment_on}</bdi> },
      {
        head: t('imports.problems'),
        cell: ({ problems }) =>
          problems.length === 0 ? (
            <span class="muted">{t('imports.no_problem')}</span>
          ) : (
            <ul class="plain">
              {problems.map((one, at) => (
                <li key={at}>{readingProblemText(one, t.language)}</li>
              ))}
            </ul>
          ),
      },
    ]}
  />
)

const Names = ({ name }: ImportRow) => (
  <>
    {name.ur && (
      <span lang="ur" dir="rtl">
        {name.ur}
      </span>
    )}
    {name.ur && name.latin && <br />}
    {name.latin && (
      <span lang="en" dir="ltr">
        {name.latin}
      </span>
    )}
  </>
)
