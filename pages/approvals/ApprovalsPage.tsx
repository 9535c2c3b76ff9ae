import type { ApprovalList } from '../../contract/approvals.ts'
import { paths } from '../../contract/paths.ts'
import { ABOUTS } from '../../domain/access/actions.ts'
import type { Role } from '../../domain/access/actor.ts'
import { Flag } from '../ui/Light.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'

type Row = ApprovalList['approvals'][number]

/** Roles whose queue holds one kind. */
const ONE_KIND: readonly Role[] = ['administrator', 'station_head', 'district_police_officer']

/** S18: what waits, oldest first, by kind; only kinds of which anything waits. */
export const ApprovalsPage = (props: PageProps<ApprovalList & { now: string }>) => {
  const { t, f, approvals, kind, viewer, waiting } = props
  const waitingOf = (about: Row['kind']) => waiting.find((one) => one.kind === about)?.waiting_count ?? 0
  return (
    <Page {...props} title={t('approvals.title')} part="navigation.approvals">
      <h1>{t('approvals.title')}</h1>
      {viewer && !ONE_KIND.includes(viewer.role) && (
        <Tabs
          label={t('approvals.kinds')}
          tabs={[
            { href: paths.approvals(), label: t('approvals.all'), is_current: kind === null },
            ...ABOUTS.filter((about) => about === kind || waitingOf(about) > 0).map((about) => ({
              href: `${paths.approvals()}?kind=${about}`,
              label: t(`approvals.kind.${about}`),
              is_current: kind === about,
              count: f.number(waitingOf(about)),
            })),
          ]}
        />
      )}
      {viewer?.role === 'bureau_supervisor' && (
        <p>
          <a href={paths.newQuotaRaise()}>{t('quotas.title')}</a>
        </p>
      )}
      <Table
        caption={t('approvals.title')}
        is_caption_hidden
        rows={approvals}
        empty={t('approvals.none')}
        columns={columnsOf(props)}
      />
    </Page>
  )
}

/** An entry or an answer of another is compared on its own screen; everything else is decided on the screen of approvals. */
function hrefOf(row: Row) {
  if (row.kind === 'entry' && !row.is_own) return paths.entry(row.subject_id)
  return row.kind === 'check' && !row.is_own
    ? paths.checkDesk(row.subject_id)
    : paths.approval(row.approval_id)
}

const DAY_MS = 86_400_000
/** Green in the first half of the time it has to be decided, amber in the second, red in the last quarter. */
function toneOf({ proposed_at, expires_at }: Row, now: string) {
  const [from, to] = [Date.parse(proposed_at), Date.parse(expires_at)]
  const used = (Date.parse(now) - from) / (to - from)
  if (used >= 0.75) return 'red'
  return used >= 0.5 ? 'amber' : 'green'
}
const daysSince = (at: string, now: string) => Math.floor((Date.parse(now) - Date.parse(at)) / DAY_MS)

const columnsOf = ({ t, f, now }: PageProps<{ now: string }>): Column<Row>[] => [
  {
    head: t('approvals.kind'),
    is_name: true,
    cell: (row) => <a href={hrefOf(row)}>{t(`approvals.kind.${row.kind}`)}</a>,
  },
  { head: t('approvals.district'), cell: (row) => row.district?.[t.language] ?? '' },
  {
    head: t('approvals.proposed_by'),
    cell: (row) => (row.is_own ? t('approvals.yourself') : row.proposed_by[t.language]),
  },
  {
    head: t('approvals.waiting'),
    cell: (row) => <Flag tone={toneOf(row, now)}>{f.days(daysSince(row.proposed_at, now))}</Flag>,
  },
  { head: t('approvals.expires_at'), cell: (row) => f.dateTime(row.expires_at) },
]
