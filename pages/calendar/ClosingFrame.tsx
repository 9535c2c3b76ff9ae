import type { ComponentChildren } from 'preact'
import type { ClosingForm } from '../../contract/calendar.ts'
import { paths } from '../../contract/paths.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { PlaceForm } from './PlaceForm.tsx'

export type ClosingProps = PageProps<ClosingForm>

type Options = {
  props: ClosingProps
  kind: 'closed_desk' | 'outage'
  /** Where it is recorded; `/counts` under it counts first. */
  action: string
  form_path: string
  labels: Record<string, string>
  children: ComponentChildren
}

/** The place as it travels with the form: a station's own is left out, and is meant. */
function placeOf({ choices, is_own_only }: ClosingProps): Record<string, string> {
  if (is_own_only) return {}
  if (choices.station_id) return { station_id: choices.station_id }
  return choices.district_id ? { district_id: choices.district_id } : {}
}

/** Both forms go the same way: what and when, then how many people's dates move, then it is recorded. */
export const ClosingFrame = ({ props, kind, action, form_path, labels, children }: Options) => {
  const { t, f, form, choices, asked, moved_count } = props
  const title = t(kind === 'closed_desk' ? 'calendar.close_desk' : 'calendar.record_outage')
  const is_counted = asked !== null && moved_count !== null && !form
  return (
    <Page {...props} title={title} part="navigation.calendar">
      <h1>{title}</h1>
      <ErrorSummary form={form} labels={labels} t={t} />
      <p>{t(`calendar.${kind}.what`)}</p>
      {is_counted && (
        <Notice kind="warning" t={t} heading={t('calendar.count.heading')}>
          <p>{moved_count === 0 ? t('calendar.count.none') : t('calendar.count', { count: moved_count })}</p>
          <p class="small">{t('calendar.count.how')}</p>
          <Form
            action={action}
            hidden={{ ...placeOf(props), ...givenOf(asked), moved_count: String(moved_count) }}
          >
            <Buttons>
              <Button>{t('calendar.save')}</Button>
              <ButtonLink href={paths.calendar()}>{t('calendar.cancel')}</ButtonLink>
            </Buttons>
          </Form>
        </Notice>
      )}
      <Whose {...props} />
      <PlaceForm choices={choices} action={form_path} also={{}} t={t} />
      <Form action={`${action}/counts`} hidden={placeOf(props)}>
        {children}
        <Button kind={is_counted ? 'plain' : 'main'}>{t('calendar.count.do')}</Button>
      </Form>
      <p class="small">{t('calendar.count.today', { day: f.date(props.today) })}</p>
    </Page>
  )
}

const givenOf = (asked: NonNullable<ClosingForm['asked']>): Record<string, string> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null) as [string, string][])

const Whose = ({ choices, is_own_only, t }: ClosingProps) => {
  const station = choices.stations.find(({ id }) => id === choices.station_id)
  const district = choices.districts.find(({ id }) => id === choices.district_id)
  const name = station ?? district
  return (
    <p>
      <strong>
        {is_own_only ? t('calendar.own_station') : (name?.name[t.language] ?? t('calendar.all_pakistan'))}
      </strong>
    </p>
  )
}
