import { CLEARANCE_LISTS, type ClearanceList, type ClearanceRow } from '../../contract/clearances.ts'
import { paths } from '../../contract/paths.ts'
import { Identifier } from '../ui/Identifier.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'

type Props = PageProps<ClearanceList>

/** Slips that were asked for and wait to be issued, and those that were; whose, is shown when one is opened. */
export const ClearancesPage = (props: Props) => {
  const { t, f, list, counts, clearances, next } = props
  return (
    <Page {...props} title={t('clearances.title')} part="navigation.checks">
      <h1>{t('clearances.title')}</h1>
      <p class="lead">{t('clearances.what')}</p>
      <Tabs
        label={t('clearances.lists')}
        tabs={CLEARANCE_LISTS.map((key) => ({
          href: paths.clearanceList(key),
          label: t(`clearances.list.${key}`),
          count: f.number(counts[key]),
          is_current: key === list,
        }))}
      />
      <section class="card">
        <Table
          caption={t('clearances.title')}
          is_caption_hidden
          rows={clearances}
          empty={t(`clearances.none.${list}`)}
          columns={columnsOf(props)}
        />
        <Pager
          t={t}
          shown_count={clearances.length}
          first_href={null}
          next_href={next === null ? null : `${paths.clearanceList(list)}&after=${next}`}
        />
      </section>
    </Page>
  )
}

const columnsOf = ({ t, f, list }: Props): Column<ClearanceRow>[] => [
  {
    head: t('clearances.one'),
    is_name: true,
    cell: ({ clearance_id, slip_number }) => (
      <a href={paths.clearance(clearance_id)}>
        {slip_number ? <Identifier>{slip_number}</Identifier> : t('clearances.request')}
      </a>
    ),
  },
  { head: t('clearances.cause'), cell: ({ cause }) => t(`clearances.cause.${cause}`) },
  { head: t('clearances.asked_on'), cell: ({ asked_on }) => asked_on && f.date(asked_on) },
  {
    head: t('clearances.asked_by'),
    cell: ({ asked_by, asked_at }) => (
      // One element: on a phone each part of a cell would stand beside the head as a cell of its own.
      <div>
        {asked_by?.[t.language]}
        <div class="small">{asked_at && f.dateTime(asked_at)}</div>
      </div>
    ),
  },
  ...(list === 'waiting'
    ? []
    : [
        {
          head: t(list === 'issued' ? 'clearances.issued_at' : 'clearances.withdrawn_at'),
          cell: (row: ClearanceRow) => {
            const at = list === 'issued' ? row.issued_at : row.withdrawn_at
            return at && f.dateTime(at)
          },
        },
      ]),
]
