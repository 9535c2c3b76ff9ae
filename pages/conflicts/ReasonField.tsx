import { CONFLICT_REASONS } from '../../contract/conflicts.ts'
import { ChoiceField } from '../ui/Fields.tsx'
import type { Frame } from '../ui/page-props.ts'

/** Why, as a code: what lies behind it is nobody's business here. */
export const ReasonField = ({ t, form }: Pick<Frame, 't' | 'form'>) => (
  <ChoiceField
    name="reason_code"
    label={t('conflicts.reason')}
    choices={CONFLICT_REASONS.map((value) => ({ value, label: t(`conflicts.reason.${value}`) }))}
    {...{ t, form }}
  />
)
