import type { ClosingPage } from '../../contract/calendar.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { TextArea, TimeField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { spanOf, whereOf } from './ClosingsTable.tsx'

type Props = PageProps<ClosingPage>

/** One closed desk or outage: what was recorded, and the one thing that can be done to it. */
export const ActPage = (props: Props) => {
  const { t, f, form, closing } = props
  const title = t(`calendar.kind.${closing.kind}`)
  return (
    <Page {...props} title={title} part="navigation.calendar">
      <h1>{title}</h1>
      <ErrorSummary
        form={form}
        labels={{ to_time: t('calendar.to_time'), reason: t('calendar.strike_out.reason') }}
        t={t}
      />
      <Facts
        facts={[
          { label: t('calendar.cause'), value: t.find(`calendar.cause.${closing.cause}`) ?? closing.cause },
          { label: t('calendar.when'), value: spanOf(closing, { t, f }) },
          { label: t('calendar.where'), value: whereOf(closing, t) },
          {
            label: t('calendar.recorded'),
            value: closing.recorded_by?.[t.language] ?? t('calendar.by_itself'),
            note: f.dateTime(closing.recorded_at),
          },
        ]}
      />
      {closing.may_end && <End {...props} />}
      {closing.may_strike_out && <StrikeOut {...props} />}
      {closing.kind === 'closed_desk' && !closing.may_strike_out && <p>{t('calendar.stands')}</p>}
      {closing.kind === 'outage' && closing.to_at && <p>{t('calendar.outage_stands')}</p>}
    </Page>
  )
}

const End = ({ closing, form, t, f, today }: Props) => (
  <Card heading={t('calendar.end')}>
    <p>{t('calendar.end.what', { day: f.date(today) })}</p>
    <Form action={`${paths.closure(closing.act_id)}/ends`}>
      <TimeField name="to_time" label={t('calendar.to_time')} {...{ form, t }} />
      <Button>{t('calendar.end.do')}</Button>
    </Form>
  </Card>
)

const StrikeOut = ({ closing, left, form, t, f }: Props) => (
  <Card heading={t('calendar.strike_out')}>
    <p>{t('calendar.strike_out.what')}</p>
    <p>
      <strong>
        {left
          ? t('calendar.strike_out.left', { day: f.date(left.to_on) })
          : t('calendar.strike_out.nothing_left')}
      </strong>
    </p>
    <Form action={`${paths.closure(closing.act_id)}/strike-outs`}>
      <TextArea name="reason" label={t('calendar.strike_out.reason')} {...{ form, t }} />
      <Button kind="danger">{t('calendar.strike_out.do')}</Button>
    </Form>
  </Card>
)
