import type { MatchList, MatchRow } from '../../contract/matches.ts'
import { MATCH_LISTS } from '../../contract/matches.ts'
import { paths } from '../../contract/paths.ts'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag, type Tone } from '../ui/Light.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'

type Props = PageProps<MatchList>
const MILLI = 1000

/** The queue, by record numbers: who they are is shown when a pair is opened, and recorded. */
export const MatchesPage = (props: Props) => {
  const { t, f, list, counts, pairs, next } = props
  return (
    <Page {...props} title={t('matches.title')} part="navigation.matches">
      <h1>{t('matches.title')}</h1>
      <p class="lead">{t('matches.what')}</p>
      <LastRun {...props} />
      <Tabs
        label={t('matches.lists')}
        tabs={MATCH_LISTS.map((key) => ({
          href: paths.matchList(key),
          label: t(`matches.list.${key}`),
          count: f.number(counts[key]),
          is_current: key === list,
        }))}
      />
      <section class="card">
        <Table
          caption={t('matches.title')}
          is_caption_hidden
          rows={pairs}
          empty={t('matches.none')}
          columns={columnsOf(props)}
        />
        <Pager
          t={t}
          shown_count={pairs.length}
          first_href={null}
          next_href={next === null ? null : `${paths.matchList(list)}&after=${next}`}
        />
      </section>
    </Page>
  )
}

/** When everybody was compared with everybody, or how far that has come. */
const LastRun = ({ last_run, t, f }: Props) => {
  if (last_run === null) return <p class="small">{t('matches.run.never')}</p>
  const { begun_at, ended_at, of_count, done_count, found_count, is_stopped } = last_run
  const counts = { done: f.number(done_count), of: f.number(of_count), found: f.number(found_count) }
  if (ended_at !== null)
    return <p class="small">{t('matches.run.ended', { time: f.dateTime(ended_at), ...counts })}</p>
  const key = is_stopped ? 'matches.run.stopped' : 'matches.run.going'
  return <p class="small">{t(key, { time: f.dateTime(begun_at), ...counts })}</p>
}

export const DECISION_TONES: Record<NonNullable<MatchRow['decision']>, Tone> = {
  same: 'green',
  different: 'grey',
  unclear: 'amber',
}

const columnsOf = ({ t, f, list }: Props): Column<MatchRow>[] => [
  {
    head: t('matches.one'),
    is_name: true,
    cell: ({ one, one_district }) => (
      <>
        {one === null ? t('matches.draft') : <Identifier>{one}</Identifier>}
        <div class="small">{one_district?.[t.language]}</div>
      </>
    ),
  },
  {
    head: t('matches.other'),
    cell: ({ other, other_district }) => (
      <>
        <Identifier>{other}</Identifier>
        <div class="small">{other_district[t.language]}</div>
      </>
    ),
  },
  {
    head: t('matches.weight'),
    is_number: true,
    cell: ({ weight, is_compared }) =>
      t(is_compared ? 'matches.weight.bits' : 'matches.weight.keys', {
        bits: f.number(Math.round(weight / (MILLI / 10)) / 10),
      }),
  },
  {
    head: t('matches.found_by'),
    cell: ({ found_by, found_at }) => (
      <>
        {t(`matches.found_by.${found_by}`)}
        <div class="small">{f.dateTime(found_at)}</div>
      </>
    ),
  },
  ...(list === 'waiting'
    ? []
    : [
        {
          head: t('matches.said'),
          cell: ({ decision }: MatchRow) =>
            decision && <Flag tone={DECISION_TONES[decision]}>{t(`matches.decision.${decision}`)}</Flag>,
        },
      ]),
  {
    head: t('matches.compare'),
    cell: ({ match_pair_id }) => <a href={paths.match(match_pair_id)}>{t('matches.compare')}</a>,
  },
]
