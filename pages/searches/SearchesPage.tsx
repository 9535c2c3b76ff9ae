import { paths } from '../../contract/paths.ts'
import type { Searches } from '../../contract/searches.ts'
import { Button } from '../ui/Button.tsx'
import { Card, Cards } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { PurposeFields, purposeLabels } from './PurposeFields.tsx'

/** The one box, why it is asked, and what the officer searched before. */
export const SearchesPage = (props: PageProps<Searches>) => {
  const { t } = props
  return (
    <Page {...props} title={t('searches.title')} part="navigation.find">
      <h1>{t('searches.title')}</h1>
      <p class="lead">{t('searches.what')}</p>
      <ErrorSummary form={props.form} labels={{ query: t('searches.query'), ...purposeLabels(t) }} t={t} />
      <Cards>
        <SearchForm {...props} />
        <Latest {...props} />
      </Cards>
    </Page>
  )
}

const SearchForm = ({ purposes, form, t }: PageProps<Searches>) => (
  <section class="card">
    <Form action={paths.searches()}>
      <TextField
        name="query"
        label={t('searches.query')}
        hint={t('searches.query.hint')}
        size={36}
        {...{ form, t }}
      />
      <PurposeFields {...{ purposes, form, t }} />
      <p class="small">{t('searches.recorded')}</p>
      <Button>{t('ui.search')}</Button>
    </Form>
  </section>
)

const Latest = ({ searches, t, f }: PageProps<Searches>) => (
  <Card heading={t('searches.latest')}>
    <Table
      caption={t('searches.latest')}
      is_caption_hidden
      rows={searches}
      empty={t('searches.latest.none')}
      columns={[
        {
          head: t('searches.when'),
          is_name: true,
          cell: (s) => <a href={paths.search(s.search_id)}>{f.dateTime(s.searched_at)}</a>,
        },
        { head: t('searches.kind'), cell: (s) => t(`searches.kind.${s.kind}`) },
        { head: t('searches.found'), cell: (s) => t('searches.found_count', { count: s.found_count }) },
      ]}
    />
  </Card>
)
