import type { ColumnGuide } from '../../contract/imports.ts'
import { paths } from '../../contract/paths.ts'
import { between } from '../ui/between.ts'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

/** What each column of a return holds. */
export const GuidePage = (props: PageProps<ColumnGuide>) => {
  const { t, columns } = props
  return (
    <Page {...props} title={t('imports.guide')} part="navigation.returns">
      <p>
        <a href={paths.imports()}>{t('imports.back')}</a>
      </p>
      <h1>{t('imports.guide')}</h1>
      <p class="lead">{t('imports.guide.what')}</p>
      <p>
        <a href={paths.importTemplate('xlsx')}>{t('imports.template.xlsx')}</a>
        {between(t)}
        <a href={paths.importTemplate('csv')}>{t('imports.template.csv')}</a>
      </p>
      <Table
        caption={t('imports.guide')}
        is_caption_hidden
        rows={columns}
        empty={t('imports.rows.none')}
        columns={[
          {
            head: t('imports.guide.column'),
            is_name: true,
            cell: ({ heading }) => (
              <>
                <div lang="ur" dir="rtl">
                  {heading.ur}
                </div>
                <div lang="en" dir="ltr" class="small">
                  {heading.en}
                </div>
              </>
            ),
          },
          { head: t('imports.guide.required'), cell: ({ required }) => t(`imports.required.${required}`) },
          { head: t('imports.guide.about'), cell: ({ about }) => about[t.language] },
          { head: t('imports.guide.example'), cell: ({ example }) => <bdi>{example}</bdi> },
        ]}
      />
    </Page>
  )
}
