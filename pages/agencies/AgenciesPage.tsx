import type { AgencyList } from '../../contract/agencies.ts'
import { paths } from '../../contract/paths.ts'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'

type Props = PageProps<AgencyList>
type Row = AgencyList['agencies'][number]

/** Which agencies' systems may ask, and whether their messages arrive. */
export const AgenciesPage = (props: Props) => {
  const { t, agencies, viewer } = props
  return (
    <Page {...props} title={t('agencies.title')} part="navigation.agencies">
      <h1>{t('agencies.title')}</h1>
      <p class="lead">{t('agencies.lead')}</p>
      {viewer?.role === 'administrator' && (
        <Buttons>
          <ButtonLink href={paths.newAgency()}>{t('agencies.add')}</ButtonLink>
        </Buttons>
      )}
      <section class="card">
        <Table
          caption={t('agencies.title')}
          is_caption_hidden
          rows={agencies}
          empty={t('agencies.none')}
          columns={columnsOf(props)}
        />
      </section>
    </Page>
  )
}

const columnsOf = ({ t, f }: Props): Column<Row>[] => [
  {
    head: t('agencies.name'),
    is_name: true,
    cell: (one) => (
      <>
        <a href={paths.agency(one.agency_id)}>{one.name[t.language]}</a>
        {one.is_ended && <div class="small">{t('agencies.ended')}</div>}
      </>
    ),
  },
  { head: t('agencies.province'), cell: (one) => one.province[t.language] },
  { head: t('agencies.client'), cell: (one) => <Identifier>{one.client_id}</Identifier> },
  { head: t('agencies.officers'), is_number: true, cell: (one) => f.number(one.officers_count) },
  { head: t('agencies.state'), cell: (one) => <Messages {...{ one, t, f }} /> },
]

/** Whether what the agency is told arrives; what was given up comes first. */
export const Messages = ({ one, t, f }: { one: Row } & Pick<Props, 't' | 'f'>) => {
  if (one.is_ended) return <>{t('agencies.ended')}</>
  if (one.webhook_url === null) return <>{t('agencies.no_address')}</>
  if (one.dead_count > 0)
    return <Flag tone="red">{t('agencies.state.dead', { n: f.number(one.dead_count) })}</Flag>
  if (one.waiting_count > 0)
    return <Flag tone="amber">{t('agencies.state.waiting', { n: f.number(one.waiting_count) })}</Flag>
  return <Flag tone="green">{t('agencies.state.all_taken')}</Flag>
}
