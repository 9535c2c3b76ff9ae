import type { TripForm } from '../../contract/notices.ts'
import { paths } from '../../contract/paths.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { DateField, TextField, TimeField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { typedAt } from '../ui/field-state.ts'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<TripForm>

/** A journey as recorded: called off before it begins, or ended by the return. */
export const TripPage = (props: Props) => {
  const { t, f, form, cancelled_at } = props
  return (
    <PersonFrame {...props} tab={null} title={t('notices.trip')}>
      <ErrorSummary form={form} labels={labelsOf(t)} t={t} />
      {cancelled_at && (
        <Notice kind="info" t={t}>
          {t('notices.trip.cancelled', { day: f.dateTime(cancelled_at) })}
        </Notice>
      )}
      <Card heading={t('notices.trip')}>
        <Facts facts={factsOf(props)} />
      </Card>
      {props.may_return && <Change {...props} change="returned" />}
      {props.may_cancel && <Change {...props} change="cancelled" />}
    </PersonFrame>
  )
}

const labelsOf = (t: Props['t']) => ({
  on: t('notices.trip.on'),
  time: t('notices.trip.time'),
  back_dated_reason: t('notices.back_dated_reason'),
})

const factsOf = ({ kind, country, destination, departs_at, returns_at, t, f }: Props) => [
  {
    label: t('notices.trip.kind'),
    value: t(`notices.trip.${kind}`),
    note: country ? (t.find(`notices.country.${country}`) ?? country) : undefined,
  },
  { label: t('notices.destination'), value: destination ? <bdi>{destination}</bdi> : t('ui.not_given') },
  { label: t('notices.trip.departs_at'), value: f.dateTime(departs_at) },
  {
    label: t('notices.trip.returns_at'),
    value: returns_at ? f.dateTime(returns_at) : t('notices.trip.returns_at.unknown'),
  },
]

/** Two forms on one page: only the one that was refused shows what was typed and its faults. */
const Change = (props: Props & { change: 'cancelled' | 'returned' }) => {
  const { person, trip_id, today, time, change, t } = props
  const form = typedAt(props.form?.values, 'change') === change ? props.form : undefined
  const words = change === 'cancelled' ? 'cancel' : 'return'
  return (
    <Card heading={t(`notices.trip.${words}`)}>
      {change === 'cancelled' && <p>{t('notices.trip.cancel.what')}</p>}
      <Form action={`${paths.trip(person.person_id, trip_id)}/changes`} hidden={{ change }}>
        <div class="side-by-side">
          <DateField
            name="on"
            label={t(change === 'cancelled' ? 'notices.trip.said_on' : 'notices.trip.returned_on')}
            value={today}
            max={today}
            {...{ form, t }}
          />
          <TimeField name="time" label={t('notices.trip.time')} value={time} {...{ form, t }} />
        </div>
        {change === 'cancelled' && (
          <TextField
            name="back_dated_reason"
            label={t('notices.back_dated_reason')}
            hint={t('notices.back_dated_reason.hint')}
            size={60}
            is_optional
            {...{ form, t }}
          />
        )}
        <Button kind={change === 'returned' ? 'main' : 'plain'}>{t(`notices.trip.${words}`)}</Button>
      </Form>
    </Card>
  )
}
