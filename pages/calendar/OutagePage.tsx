import { paths } from '../../contract/paths.ts'
import { OUTAGE_CAUSES } from '../../domain/calendar/closing.ts'
import type { T } from '../language/translator.ts'
import { DateField, SelectField, TimeField } from '../ui/Fields.tsx'
import { ClosingFrame, type ClosingProps } from './ClosingFrame.tsx'

const labelsOf = (t: T) => ({
  from_on: t('calendar.from_day'),
  from_time: t('calendar.from_time'),
  to_on: t('calendar.to_day'),
  to_time: t('calendar.to_time'),
  cause: t('calendar.cause'),
})

/** Times at which nothing could be recorded: a day counts when all its desk hours are covered. */
export const OutagePage = (props: ClosingProps) => {
  const { t, form, asked } = props
  const given = { form, t }
  return (
    <ClosingFrame
      {...{ props, kind: 'outage' as const, labels: labelsOf(t) }}
      {...{ action: '/outages', form_path: paths.newOutage() }}
    >
      <DateField name="from_on" label={t('calendar.from_day')} value={asked?.from_on ?? null} {...given} />
      <TimeField
        name="from_time"
        label={t('calendar.from_time')}
        value={asked?.from_time ?? null}
        {...given}
      />
      <DateField
        name="to_on"
        label={t('calendar.to_day')}
        hint={t('calendar.to_day.hint')}
        value={asked?.to_on ?? null}
        is_optional
        {...given}
      />
      <TimeField
        name="to_time"
        label={t('calendar.to_time')}
        value={asked?.to_time ?? null}
        is_optional
        {...given}
      />
      <SelectField
        name="cause"
        label={t('calendar.cause')}
        value={asked?.cause ?? null}
        choices={OUTAGE_CAUSES.map((value) => ({ value, label: t(`calendar.cause.${value}`) }))}
        {...given}
      />
    </ClosingFrame>
  )
}
