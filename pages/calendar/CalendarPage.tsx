import type { CalendarReply } from '../../contract/calendar.ts'
import { paths } from '../../contract/paths.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Tabs } from '../ui/Tabs.tsx'
import { ClosingsTable } from './ClosingsTable.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { PlaceForm } from './PlaceForm.tsx'
import { WeekList } from './WeekList.tsx'

type Props = PageProps<CalendarReply>

/** The address of a calendar of the same place; codes and a day only. */
function addressOf({ choices, view, viewer }: Props, changes: Record<string, string>): string {
  const is_station = viewer?.role === 'station_officer' || viewer?.role === 'station_head'
  const place = is_station
    ? {}
    : Object.fromEntries(
        Object.entries({ district_id: choices.district_id, station_id: choices.station_id }).filter(
          ([, value]) => value !== null,
        ) as [string, string][],
      )
  return `${paths.calendar()}?${new URLSearchParams({ view, ...place, ...changes })}`
}

/** S16: the week day by day, or the month; what is closed, what falls due, and which dates moved. */
export const CalendarPage = (props: Props) => {
  const { t, f, view, days, place, closings, is_cut, may_record, on } = props
  const [first = on] = days.map((day) => day.on)
  const title = view === 'week' ? t('calendar.week_of', { day: f.date(first) }) : t('calendar.title')
  return (
    <Page {...props} title={t('calendar.title')} part="navigation.calendar">
      <h1>
        {title}
        {between(t)}
        {place?.[t.language] ?? t('calendar.all_pakistan')}
      </h1>
      <Turning {...props} />
      <Choosing {...props} />
      {is_cut && (
        <Notice kind="info" t={t}>
          {t('calendar.cut')}
        </Notice>
      )}
      <Printing {...props} />
      {view === 'week' ? (
        <WeekList days={days} today={props.today} {...{ t, f }} />
      ) : (
        <MonthGrid {...props} hrefOf={(day) => addressOf(props, { view: 'week', on: day })} />
      )}
      <Card heading={t('calendar.closings')}>
        <p class="small">{t('calendar.closings.what')}</p>
        <ClosingsTable closings={closings} {...{ t, f }} />
        {may_record && (
          <Buttons>
            <ButtonLink href={paths.newClosedDesk()} kind="main">
              {t('calendar.close_desk')}
            </ButtonLink>
            <ButtonLink href={paths.newOutage()}>{t('calendar.record_outage')}</ButtonLink>
          </Buttons>
        )}
      </Card>
    </Page>
  )
}

/** The week of one station on paper: numbers, no names. */
const Printing = ({ may_print, view, on, choices, t }: Props) => {
  if (!may_print || view !== 'week') return null
  const { station_id } = choices
  return (
    <Form action={paths.weekLists()} hidden={{ on, ...(station_id && { station_id }) }}>
      <Buttons>
        <Button kind="plain">{t('calendar.print_week')}</Button>
      </Buttons>
    </Form>
  )
}

const Turning = (props: Props) => {
  const { t, previous_on, next_on, today, view, on } = props
  return (
    <>
      <Tabs
        label={t('calendar.views')}
        tabs={(['week', 'month'] as const).map((one) => ({
          href: addressOf(props, { view: one, on }),
          label: t(`calendar.view.${one}`),
          is_current: one === view,
        }))}
      />
      <Buttons>
        <ButtonLink href={addressOf(props, { on: previous_on })}>{t(`calendar.previous.${view}`)}</ButtonLink>
        <ButtonLink href={addressOf(props, { on: today })}>{t('calendar.today')}</ButtonLink>
        <ButtonLink href={addressOf(props, { on: next_on })}>{t(`calendar.next.${view}`)}</ButtonLink>
      </Buttons>
    </>
  )
}

const Choosing = ({ choices, view, on, t }: Props) => (
  <PlaceForm choices={choices} action={paths.calendar()} also={{ view, on }} t={t} />
)
