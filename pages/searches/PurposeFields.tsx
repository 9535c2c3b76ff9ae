import type { Purpose } from '../../domain/access/actor.ts'
import type { T } from '../language/translator.ts'
import { ChoiceField, TextField } from '../ui/Fields.tsx'
import type { RefusedForm } from '../ui/page-props.ts'

type PurposeOptions = { purposes: readonly Purpose[]; form?: RefusedForm | undefined; t: T }

/** Why an officer looks, and the case it is for; asked only where no task says it. */
export const PurposeFields = ({ purposes, form, t }: PurposeOptions) => (
  <>
    <ChoiceField
      name="purpose"
      label={t('searches.purpose')}
      choices={purposes.map((value) => ({ value, label: t(`searches.purpose.${value}`) }))}
      {...{ form, t }}
    />
    <TextField
      name="case_reference"
      label={t('searches.case_reference')}
      hint={t('searches.case_reference.hint')}
      size={30}
      {...{ form, t }}
    />
  </>
)

/** The labels of those fields, for the summary of faults. */
export const purposeLabels = (t: T) => ({
  purpose: t('searches.purpose'),
  case_reference: t('searches.case_reference'),
})
