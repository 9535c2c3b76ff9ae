import { paths } from '../../contract/paths.ts'
import { CLOSED_DESK_CAUSES } from '../../domain/calendar/closing.ts'
import type { T } from '../language/translator.ts'
import { DateField, SelectField, TextField } from '../ui/Fields.tsx'
import { ClosingFrame, type ClosingProps } from './ClosingFrame.tsx'

const labelsOf = (t: T) => ({
  from_on: t('calendar.first_closed'),
  to_on: t('calendar.open_again'),
  cause: t('calendar.cause'),
  reference: t('calendar.reference'),
})

/** Days on which a desk receives nobody. */
export const ClosedDeskPage = (props: ClosingProps) => {
  const { t, form, asked } = props
  const given = { form, t }
  return (
    <ClosingFrame
      {...{ props, kind: 'closed_desk' as const, labels: labelsOf(t) }}
      {...{ action: '/closed-desks', form_path: paths.newClosedDesk() }}
    >
      <DateField
        name="from_on"
        label={t('calendar.first_closed')}
        value={asked?.from_on ?? null}
        {...given}
      />
      <DateField
        name="to_on"
        label={t('calendar.open_again')}
        hint={t('calendar.open_again.hint')}
        value={asked?.to_on ?? null}
        {...given}
      />
      <SelectField
        name="cause"
        label={t('calendar.cause')}
        value={asked?.cause ?? null}
        choices={CLOSED_DESK_CAUSES.map((value) => ({ value, label: t(`calendar.cause.${value}`) }))}
        {...given}
      />
      <TextField
        name="reference"
        label={t('calendar.reference')}
        hint={t('calendar.reference.hint')}
        value={asked?.reference ?? null}
        size={30}
        is_optional
        {...given}
      />
    </ClosingFrame>
  )
}
