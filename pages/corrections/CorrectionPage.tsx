import { CORRECTION_SOURCES, type CorrectionForm } from '../../contract/corrections.ts'
import { paths } from '../../contract/paths.ts'
import { CORRECTABLE } from '../../domain/correction/correction.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { ChoiceField, DateField, SelectField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<CorrectionForm>

/** One field, what it should be, and the paper that shows it. */
export const CorrectionPage = (props: Props) => {
  const { person, form, t } = props
  return (
    <PersonFrame {...props} tab="identity" title={t('corrections.title')}>
      <ErrorSummary form={form} labels={labelsOf(t)} t={t} />
      <Card heading={t('corrections.title')}>
        <p>{t('corrections.what')}</p>
        <Form action={paths.personTab(person.person_id, 'corrections')}>
          <What {...props} />
          <Source {...props} />
          <Button>{t('corrections.propose')}</Button>
        </Form>
      </Card>
    </PersonFrame>
  )
}

const labelsOf = (t: Props['t']) => ({
  field: t('corrections.field'),
  target_id: t('corrections.target'),
  after: t('corrections.after'),
  source_kind: t('corrections.source_kind'),
  source_on: t('corrections.source_on'),
  source_ref: t('corrections.source_ref'),
  asked_by: t('corrections.asked_by'),
})

const What = ({ targets, form, t }: Props) => (
  <>
    <SelectField
      name="field"
      label={t('corrections.field')}
      choices={CORRECTABLE.map((value) => ({ value, label: t(`corrections.field.${value}`) }))}
      {...{ form, t }}
    />
    <SelectField
      name="target_id"
      label={t('corrections.target')}
      hint={t('corrections.target.hint')}
      is_optional
      choices={targets
        .filter(({ field }) => field !== 'born_on' && field !== 'sex')
        .map(({ target_id, field, text }) => ({
          value: target_id,
          label: `${t(`corrections.field.${field}`)}: \u2068${text}\u2069`,
        }))}
      {...{ form, t }}
    />
    <TextField
      name="after"
      label={t('corrections.after')}
      hint={t('corrections.after.hint')}
      size={40}
      {...{ form, t }}
    />
  </>
)

const Source = ({ form, t }: Props) => (
  <>
    <SelectField
      name="source_kind"
      label={t('corrections.source_kind')}
      choices={CORRECTION_SOURCES.map((value) => ({ value, label: t(`corrections.source.${value}`) }))}
      {...{ form, t }}
    />
    <DateField name="source_on" label={t('corrections.source_on')} {...{ form, t }} />
    <TextField name="source_ref" label={t('corrections.source_ref')} size={30} {...{ form, t }} />
    <ChoiceField
      name="asked_by"
      label={t('corrections.asked_by')}
      choices={(['officer', 'person'] as const).map((value) => ({
        value,
        label: t(`corrections.asked_by.${value}`),
      }))}
      {...{ form, t }}
    />
  </>
)
