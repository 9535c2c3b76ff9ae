import { EXPECTATION_STATES, type ExpectationList } from '../../contract/expectations.ts'
import { paths } from '../../contract/paths.ts'
import { Name } from '../ui/Name.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'

type Props = PageProps<ExpectationList>
type Expectation = ExpectationList['expectations'][number]

/** What is still to be entered, told of longest ago first; and by which draft the rest was met. */
export const ExpectationsPage = (props: Props) => {
  const { t, expectations, next, state } = props
  const href = (after: string | null) =>
    `${paths.expectations()}?${new URLSearchParams({ state, ...(after ? { after } : {}) })}`
  return (
    <Page {...props} title={t('expectations.title')} part="navigation.expectations">
      <h1>{t('expectations.title')}</h1>
      <p class="lead">{t('expectations.what')}</p>
      <StateTabs {...props} />
      <section class="card">
        <p class="small">{t(`expectations.${state}.what`)}</p>
        <Table
          caption={t('expectations.title')}
          is_caption_hidden
          rows={expectations}
          empty={t('expectations.none')}
          columns={columnsOf(props)}
        />
      </section>
      <Pager first_href={null} next_href={next && href(next)} shown_count={expectations.length} t={t} />
    </Page>
  )
}

const StateTabs = ({ t, f, counts, state }: Props) => (
  <Tabs
    label={t('expectations.states')}
    tabs={EXPECTATION_STATES.map((one) => ({
      href: `${paths.expectations()}?state=${one}`,
      label: t(`expectations.${one}`),
      count: f.number(counts[one]),
      is_current: one === state,
    }))}
  />
)

const columnsOf = ({ t, f, viewer }: Props): Column<Expectation>[] => [
  {
    head: t('expectations.draft'),
    is_name: true,
    cell: ({ draft }) => {
      if (draft === null) return <strong>{t('expectations.no_draft')}</strong>
      const { draft_id, name } = draft
      return (
        <a href={paths.draft(draft_id)}>
          {name && (name.latin || name.ur) ? <Name name={name} t={t} /> : t('drafts.no_name')}
        </a>
      )
    },
  },
  {
    head: t('expectations.stage'),
    cell: ({ draft }) =>
      draft && (
        <>
          {t(`drafts.stage.${draft.stage}`)}
          <div class="small">{t(`expectations.origin.${draft.origin}`)}</div>
        </>
      ),
  },
  { head: t('expectations.convicted_on'), cell: ({ convicted_on }) => f.date(convicted_on) },
  { head: t('expectations.age'), cell: ({ age_days }) => f.days(age_days) },
  { head: t('expectations.district'), cell: ({ district }) => district[t.language] },
  {
    head: t('expectations.return'),
    cell: ({ import_id, created_at }) =>
      // The Bureau reads a return beside its entry; only the district keeps the list of them.
      import_id === null ? (
        ''
      ) : viewer?.role.startsWith('bureau') ? (
        f.dateTime(created_at)
      ) : (
        <a href={paths.import(import_id)}>{f.dateTime(created_at)}</a>
      ),
  },
]
