import type { DraftList } from '../../contract/drafts.ts'
import { paths } from '../../contract/paths.ts'
import { STAGES } from '../../domain/draft/stage.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Light } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'

type Props = PageProps<DraftList & { now: string }>
type Draft = DraftList['drafts'][number]

/** From so many days before it is due, an entry's clock is near. Assumed. */
const NEAR_DAYS = 1
/** Stages in which the clock no longer runs. */
const AT_REST = new Set(['entered', 'not_registrable', 'discarded'])

/** Drafts by stage, with their age and the clock of the entry. */
export const DraftsPage = (props: Props) => {
  const { t, drafts, next, stage, viewer } = props
  const query = (after: string) => `?${new URLSearchParams({ ...(stage ? { stage } : {}), after })}`
  return (
    <Page {...props} title={t('drafts.title')} part="navigation.drafts">
      <h1>{t('drafts.title')}</h1>
      {viewer?.role !== 'legal_officer' && (
        <ButtonLink href={paths.newDraft()} kind="main">
          {t('drafts.new')}
        </ButtonLink>
      )}
      <StageTabs {...props} />
      <section class="card">
        <Table
          caption={t('drafts.title')}
          rows={drafts}
          empty={t('drafts.none')}
          columns={columnsOf(props)}
          is_caption_hidden
        />
      </section>
      <Pager
        first_href={null}
        next_href={next && paths.drafts() + query(next)}
        shown_count={drafts.length}
        t={t}
      />
    </Page>
  )
}

const StageTabs = ({ t, f, counts, stage }: Props) => {
  const countOf = (one: string) => counts.find((c) => c.stage === one)?.count ?? 0
  const tabs = STAGES.filter((one) => countOf(one) > 0 || one === stage).map((one) => ({
    href: `${paths.drafts()}?stage=${one}`,
    label: t(`drafts.stage.${one}`),
    count: f.number(countOf(one)),
    is_current: stage === one,
  }))
  const all = { href: paths.drafts(), label: t('drafts.all_stages'), is_current: stage === null }
  return <Tabs label={t('drafts.stages')} tabs={[all, ...tabs]} />
}

/** A legal officer is told no name: the law does not ask for one. */
const Title = ({
  draft_id,
  name,
  is_erased,
  is_named,
  t,
}: Draft & Pick<Props, 't'> & { is_named: boolean }) => {
  if (is_erased) return <span class="muted">{t('drafts.erased')}</span>
  const unnamed = is_named ? t('drafts.no_name') : t('drafts.legal.draft', { id: draft_id.slice(0, 8) })
  return <a href={paths.draft(draft_id)}>{name.latin || name.ur ? <Name name={name} t={t} /> : unnamed}</a>
}

const columnsOf = ({ t, f, viewer }: Props): Column<Draft>[] => [
  {
    head: t(viewer?.role === 'legal_officer' ? 'drafts.draft' : 'drafts.name'),
    is_name: true,
    cell: (draft) => <Title {...draft} {...{ t, is_named: viewer?.role !== 'legal_officer' }} />,
  },
  { head: t('drafts.district'), cell: ({ district }) => district[t.language] },
  {
    head: t('drafts.stage'),
    cell: ({ stage, was_returned }) => (
      <>
        {t(`drafts.stage.${stage}`)}
        {was_returned && <div class="small">{t('drafts.returned')}</div>}
      </>
    ),
  },
  { head: t('drafts.age'), cell: ({ age_days }) => f.days(age_days) },
  { head: t('drafts.clock'), cell: ({ clock, stage }) => <EntryClock {...{ clock, stage, t, f }} /> },
]

type ClockOptions = Pick<Draft, 'clock' | 'stage'> & Pick<Props, 't' | 'f'>

const EntryClock = ({ clock, stage, t, f }: ClockOptions) => {
  if (clock === null) return <span class="muted">{t('ui.not_known')}</span>
  if (AT_REST.has(stage)) return <>{f.date(clock.due_on)}</>
  const state = clock.days_left < 0 ? 'overdue' : clock.days_left <= NEAR_DAYS ? 'due' : 'not_due'
  return (
    <>
      <Light state={state} days={clock.days_left} t={t} />
      <div class="small">{f.date(clock.due_on)}</div>
    </>
  )
}
