import type { DayReply, DayRow } from '../../contract/day.ts'
import { paths } from '../../contract/paths.ts'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Flag, Light, type Tone } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { Frame, PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'

const NEAR_DAYS = 1

/** Where the last day of a row is that of the entry; elsewhere it is that of what waits. */
const ENTRY_SECTIONS: ReadonlySet<DayReply['sections'][number]['key']> = new Set([
  ...(['returned', 'collecting', 'under_way', 'stalled', 'expectations', 'legal', 'entries'] as const),
])

const TONES: Record<string, Tone> = {
  mismatch: 'red',
  not_found: 'amber',
  no_document: 'amber',
  tests_differ: 'amber',
  import_failed: 'red',
  emergency_not_justified: 'red',
  differs_registration: 'red',
  differs_period: 'red',
  differs_standing: 'red',
  differs_tests: 'red',
  differs_duties: 'red',
}

/** My day: what waits for the officer, the most urgent first. */
export const DayPage = (props: PageProps<DayReply>) => {
  const { t, f, today, sections, viewer, night } = props
  const enters = viewer?.role === 'prosecutor' || viewer?.role === 'deputy_prosecutor'
  return (
    <Page {...props} title={t('navigation.day')} part="navigation.day">
      <h1>{t('day.title', { today: f.date(today) })}</h1>
      {enters && (
        <Buttons>
          <ButtonLink href="/drafts/new" kind="main">
            {t('day.new_draft')}
          </ButtonLink>
          <ButtonLink href="/imports">{t('day.upload')}</ButtonLink>
        </Buttons>
      )}
      {viewer?.role === 'investigator' && (
        <Buttons>
          <ButtonLink href={paths.newCheck()} kind="main">
            {t('checks.new')}
          </ButtonLink>
          <Danger t={t} />
        </Buttons>
      )}
      {viewer?.role === 'station_head' && (
        <Buttons>
          <Danger t={t} />
        </Buttons>
      )}
      {night && (
        <Notice kind="info" t={t}>
          {t('day.night', { done: night.done_count, of: night.of_count })}
        </Notice>
      )}
      {sections.length === 0 && (
        <Notice kind="info" t={t} heading={t('day.nothing')}>
          {viewer && (t.find(`day.nothing.${viewer.role}`) ?? t('day.nothing.what'))}
        </Notice>
      )}
      {sections.map((section) =>
        section.count === 0 ? (
          <QuietLine key={section.key} section={section} t={t} />
        ) : (
          <SectionCard key={section.key} section={section} frame={props} />
        ),
      )}
    </Page>
  )
}

/** Whoever needs this needs it now. */
const Danger = ({ t }: { t: Frame['t'] }) => (
  <ButtonLink href={paths.newEmergency()} kind="danger">
    {t('emergencies.new')}
  </ButtonLink>
)

type Section = DayReply['sections'][number]

/** A part of the day in which nothing waits takes one line, so that work is not pushed off the screen. */
const QuietLine = ({ section: { key, href }, t }: { section: Section; t: Frame['t'] }) => (
  <section class="quiet">
    <h2>{href ? <a href={href}>{t(`day.section.${key}`)}</a> : t(`day.section.${key}`)}</h2>
    <p class="muted">{t('day.none')}</p>
  </section>
)

const SectionCard = ({ section, frame }: { section: Section; frame: Frame }) => {
  const { t, f } = frame
  const { key, count, href, rows } = section
  const more = href && count > rows.length && <a href={href}>{t('day.all', { count })}</a>
  return (
    <Card heading={`${t(`day.section.${key}`)} (${f.number(count)})`} beside={more}>
      <p class="small">{t(`day.section.${key}.what`)}</p>
      {rows.length > 0 && (
        <Table
          caption={t(`day.section.${key}`)}
          is_caption_hidden
          rows={rows}
          columns={columnsOf(frame, section)}
          empty={t('day.none')}
        />
      )}
    </Card>
  )
}

/** The columns that some row of the section fills. */
function columnsOf({ t, f }: Frame, { key, rows }: Section): Column<DayRow>[] {
  const titleOf = ({ name, note }: DayRow) => {
    if (name) return name.latin || name.ur ? <Name name={name} t={t} /> : t('day.unnamed')
    return note ? <bdi>{note[t.language]}</bdi> : t('day.return')
  }
  const columns: (Column<DayRow> & { is_used?: (row: DayRow) => boolean })[] = [
    {
      head: t('day.what'),
      is_name: true,
      cell: (row) => <a href={row.href}>{titleOf(row)}</a>,
    },
    {
      head: t('day.where'),
      is_used: ({ name, note }) => name !== null && note !== null,
      cell: ({ name, note }) => (name ? note?.[t.language] : ''),
    },
    {
      head: t('day.state'),
      is_used: ({ flags }) => flags.length > 0,
      // One element: on a phone each part of a cell would stand beside the head as a cell of its own.
      cell: ({ flags }) => (
        <div>
          {flags.map((flag) => (
            <Flag key={flag} tone={TONES[flag] ?? 'plain'}>
              {t.find(`day.flag.${flag}`) ?? flag}
            </Flag>
          ))}
        </div>
      ),
    },
    {
      head: t('day.since'),
      is_used: ({ since_at }) => since_at !== null,
      cell: ({ since_at }) => since_at && f.dateTime(since_at),
    },
    { head: t('day.on'), is_used: ({ on }) => on !== null, cell: ({ on }) => on && f.date(on) },
    {
      head: t(ENTRY_SECTIONS.has(key) ? 'day.clock' : 'day.duty_clock'),
      is_used: ({ clock }) => clock !== null,
      cell: ({ clock, act }) =>
        clock && (
          <>
            <Light
              t={t}
              state={
                clock.days_left < 0 ? 'overdue' : clock.days_left <= NEAR_DAYS || act ? 'due' : 'not_due'
              }
              days={clock.days_left}
            />
            <div class="small">{f.date(clock.due_on)}</div>
          </>
        ),
    },
    {
      head: t('day.act'),
      is_used: ({ act }) => act !== null,
      cell: ({ act }) => act && <a href={act.href}>{t.find(`day.act.${act.key}`) ?? act.key}</a>,
    },
  ]
  return columns.filter(({ is_used = () => true }) => rows.some(is_used))
}
