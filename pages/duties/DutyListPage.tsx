import type { DutyListReply, DutyRow } from '../../contract/duty-lists.ts'
import { paths } from '../../contract/paths.ts'
import { PlaceForm } from '../calendar/PlaceForm.tsx'
import { between } from '../ui/between.ts'
import { Identifier } from '../ui/Identifier.tsx'
import { Light } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'

type Props = PageProps<DutyListReply>

/** The address of a list of the same place; a page's key holds a day and opaque ids. */
function addressOf({ choices, list, viewer }: Props, changes: Record<string, string>): string {
  const is_station = viewer?.role === 'station_officer' || viewer?.role === 'station_head'
  const { district_id, station_id } = choices
  const place = is_station ? {} : { ...(district_id && { district_id }), ...(station_id && { station_id }) }
  return `${paths.duties()}?${new URLSearchParams({ list, ...place, ...changes })}`
}

/** What is overdue or falls due, whom nobody told, and who is about to be released; each row leads to its one act. */
export const DutyListPage = (props: Props) => {
  const { t, f, list, counts, rows, place, choices, next, is_first } = props
  return (
    <Page {...props} title={t('duties.title')} part="navigation.duties">
      <h1>
        {t('duties.title')}
        {between(t)}
        {place?.[t.language] ?? t('calendar.all_pakistan')}
      </h1>
      <Tabs
        label={t('duties.lists')}
        tabs={counts.map(({ list: one, count }) => ({
          href: addressOf(props, { list: one }),
          label: t(`duties.list.${one}`),
          is_current: one === list,
          count: f.number(count),
        }))}
      />
      <PlaceForm choices={choices} action={paths.duties()} also={{ list }} t={t} />
      <p class="small">{t(`duties.list.${list}.what`)}</p>
      <Table
        caption={t(`duties.list.${list}`)}
        is_caption_hidden
        rows={rows}
        columns={columnsOf(props)}
        empty={t('duties.none')}
      />
      <Pager
        first_href={is_first ? null : addressOf(props, {})}
        next_href={next === null ? null : addressOf(props, { after: next })}
        shown_count={rows.length}
        t={t}
      />
    </Page>
  )
}

function columnsOf({ t, f, list, choices }: Props): Column<DutyRow>[] {
  const columns: (Column<DutyRow> | false)[] = [
    { head: t('duties.person'), is_name: true, cell: (row) => <Who row={row} t={t} /> },
    choices.stations.length > 0 && { head: t('calendar.station'), cell: (row) => row.station[t.language] },
    (list === 'overdue' || list === 'due') && {
      head: t('duties.duty'),
      cell: (row) => row.duty && t(`calendar.duty.${row.duty}`),
    },
    {
      head: t(headOf(list)),
      cell: (row) => row.on && f.date(row.on),
    },
    (list === 'overdue' || list === 'due') && {
      head: t('duties.state'),
      cell: (row) => row.state && <Light state={row.state} days={row.days_left} t={t} />,
    },
    list === 'calculators_differ' && {
      head: t('duties.differs'),
      cell: (row) => f.list(row.differs.map((part) => t(`day.flag.differs_${part}`))),
    },
    { head: t('duties.act'), cell: (row) => <Act row={row} t={t} /> },
  ]
  return columns.filter((column) => column !== false)
}

function headOf(list: Props['list']) {
  if (list === 'not_served' || list === 'custody_unknown') return 'duties.released_on'
  if (list === 'calculators_differ') return 'duties.found_on'
  return list === 'releases' ? 'duties.release_on' : 'duties.due_on'
}

const Who = ({ row, t }: { row: DutyRow; t: Props['t'] }) => (
  <>
    <a href={paths.person(row.person_id)}>
      {row.name && (row.name.latin || row.name.ur) ? (
        <Name name={row.name} t={t} />
      ) : (
        <Identifier>{row.record_number}</Identifier>
      )}
    </a>
    {row.name && (
      <div class="small">
        <Identifier>{row.record_number}</Identifier>
      </div>
    )}
  </>
)

const ACT_HREF = { record_notice: paths.newNotice, serve: paths.newServing, open: paths.person } as const

const Act = ({ row, t }: { row: DutyRow; t: Props['t'] }) => (
  <a href={ACT_HREF[row.act](row.person_id)}>{t(`day.act.${row.act}`)}</a>
)
