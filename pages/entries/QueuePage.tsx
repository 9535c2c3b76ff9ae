import type { EntryQueue } from '../../contract/entries.ts'
import { paths } from '../../contract/paths.ts'
import { Light } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { Flags } from './Flags.tsx'

/** The entries that wait for a second officer. */
export const QueuePage = (props: PageProps<EntryQueue>) => {
  const { t, entries, next } = props
  return (
    <Page {...props} title={t('entries.title')} part="navigation.entries">
      <h1>{t('entries.title')}</h1>
      <p>{t('entries.lead')}</p>
      <section class="card">
        <Queue {...props} />
      </section>
      {next && (
        <Pager
          first_href={paths.entries()}
          next_href={`${paths.entries()}?after=${next}`}
          shown_count={entries.length}
          t={t}
        />
      )}
    </Page>
  )
}

const Queue = ({ entries, t, f }: PageProps<EntryQueue>) => (
  <Table
    caption={t('entries.title')}
    is_caption_hidden
    rows={entries}
    empty={t('entries.none')}
    columns={[
      {
        head: t('entries.person'),
        is_name: true,
        cell: (e) => (
          <a href={paths.entry(e.draft_id)}>
            <Name name={e.name} t={t} />
          </a>
        ),
      },
      { head: t('entries.district'), cell: (e) => e.district[t.language] },
      {
        head: t('entries.judged'),
        cell: (e) => (e.convicted_on ? f.date(e.convicted_on) : t('ui.not_known')),
      },
      {
        head: t('entries.clock'),
        cell: (e) =>
          e.clock && (
            <Light state={e.clock.days_left < 0 ? 'overdue' : 'due'} days={e.clock.days_left} t={t} />
          ),
      },
      { head: t('entries.waiting_since'), cell: (e) => f.dateTime(e.proposed_at) },
      { head: t('entries.flags'), cell: (e) => <Flags flags={e.flags} t={t} /> },
      { head: t('entries.origin'), cell: (e) => t(`entries.origin.${e.origin}`) },
    ]}
  />
)
