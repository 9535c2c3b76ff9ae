import type { T } from '../language/translator.ts'
import { CheckField, DateField, TextField } from '../ui/Fields.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** Labels of the fields of a man's own request, by their names. */
export const slipLabels = (t: T) => ({
  cnic: t('clearances.cnic'),
  asked_on: t('clearances.asked_on'),
  asked_himself: t('clearances.asked_himself'),
})

/** A man's own request, from his own card; the same at every desk that passes one on. */
export const SlipFields = ({ t, form }: Pick<PageProps<unknown>, 't' | 'form'>) => (
  <>
    <TextField
      {...{ t, form }}
      name="cnic"
      kind="identifier"
      size={18}
      label={t('clearances.cnic')}
      hint={t('drafts.cnic.hint')}
    />
    <DateField {...{ t, form }} name="asked_on" label={t('clearances.asked_on')} />
    <CheckField {...{ t, form }} name="asked_himself" label={t('clearances.asked_himself')} />
  </>
)
