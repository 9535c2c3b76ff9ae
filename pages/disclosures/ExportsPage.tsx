import type { ExportList } from '../../contract/disclosures.ts'
import { Card } from '../ui/Card.tsx'
import { lawName } from '../ui/law-words.ts'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { DisclosureTabs } from './DisclosureTabs.tsx'

/** Files of many people that officers took out. */
export const ExportsPage = (props: PageProps<ExportList>) => {
  const { t, f, exports } = props
  return (
    <Page {...props} title={t('disclosures.exports')} part="navigation.checks">
      <h1>{t('disclosures.exports')}</h1>
      <p class="lead">{t('disclosures.exports.what')}</p>
      <DisclosureTabs current="exports" t={t} />
      <Card>
        <Table
          caption={t('disclosures.exports')}
          is_caption_hidden
          rows={exports}
          empty={t('disclosures.exports.none')}
          columns={[
            { head: t('disclosures.when'), is_name: true, cell: (one) => f.dateTime(one.taken_at) },
            { head: t('disclosures.what'), cell: (one) => t(`disclosures.exports.${one.kind}`) },
            { head: t('disclosures.exports.rows'), is_number: true, cell: (one) => f.number(one.row_count) },
            {
              head: t('disclosures.basis'),
              cell: ({ basis }) => <span title={basis}>{lawName(basis, t)}</span>,
            },
            { head: t('disclosures.by'), cell: (one) => one.taken_by[t.language] },
          ]}
        />
      </Card>
    </Page>
  )
}
