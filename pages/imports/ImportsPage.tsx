import type { ImportList, ImportSummary } from '../../contract/imports.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FileField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { FileName } from './FileName.tsx'

/** The district's returns, and the form to send in another. */
export const ImportsPage = (props: PageProps<ImportList>) => {
  const { t, form, may_upload } = props
  return (
    <Page {...props} title={t('imports.title')} part="navigation.returns">
      <h1>{t('imports.title')}</h1>
      <p class="lead">{t('imports.what')}</p>
      <ErrorSummary form={form} labels={{ file: t('imports.file') }} t={t} />
      {may_upload && <Upload {...props} />}
      <Returns {...props} />
    </Page>
  )
}

const Upload = ({ form, t }: PageProps<ImportList>) => (
  <Card heading={t('imports.upload')} beside={<a href={paths.importGuide()}>{t('imports.guide')}</a>}>
    <Form action={paths.imports()} has_file>
      <FileField
        name="file"
        label={t('imports.file')}
        hint={t('imports.file.hint')}
        accept=".csv,.txt,.xlsx"
        {...{ form, t }}
      />
      <Button>{t('imports.upload.do')}</Button>
    </Form>
    <p>
      <a href={paths.importTemplate('xlsx')}>{t('imports.template.xlsx')}</a>
      {between(t)}
      <a href={paths.importTemplate('csv')}>{t('imports.template.csv')}</a>
    </p>
  </Card>
)

const Returns = ({ imports, next, path, t, f }: PageProps<ImportList>) => (
  <Card heading={t('imports.list')}>
    <Table<ImportSummary>
      caption={t('imports.list')}
      is_caption_hidden
      rows={imports}
      empty={t('imports.none')}
      columns={[
        {
          head: t('imports.uploaded'),
          is_name: true,
          cell: (one) => <a href={paths.import(one.import_id)}>{f.dateTime(one.uploaded_at)}</a>,
        },
        { head: t('imports.file_name'), cell: (one) => <FileName name={one.file_name} t={t} /> },
        { head: t('imports.state'), cell: (one) => t(`imports.state.${one.state}`) },
        { head: t('imports.rows'), is_number: true, cell: (one) => f.number(one.rows_read) },
        {
          head: t('imports.outcome.refused'),
          is_number: true,
          cell: (one) => f.number(one.counts.refused),
        },
        { head: t('imports.by'), cell: (one) => one.uploaded_by[t.language] },
      ]}
    />
    {imports.length > 0 && (
      <Pager
        first_href={null}
        next_href={next && `${path}?after=${next}`}
        shown_count={imports.length}
        t={t}
      />
    )}
  </Card>
)
