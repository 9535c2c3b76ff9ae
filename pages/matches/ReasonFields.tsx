import { MATCH_REASONS } from '../../contract/matches.ts'
import { SelectField, TextArea } from '../ui/Fields.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** Why two records are, or are not, of one person: a code and the officer's own words. */
export const ReasonFields = ({ t, form }: Pick<PageProps<unknown>, 't' | 'form'>) => (
  <>
    <SelectField
      {...{ t, form }}
      name="reason_code"
      label={t('matches.reason_code')}
      choices={MATCH_REASONS.map((value) => ({ value, label: t(`matches.reason.${value}`) }))}
    />
    <TextArea
      {...{ t, form }}
      name="reason"
      label={t('matches.reason')}
      hint={t('matches.reason.hint')}
      rows={2}
    />
  </>
)
