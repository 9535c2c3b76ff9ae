import { INSTRUMENT_ACTS, type InstrumentForm } from '../../contract/instruments.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { ChoiceField, DateField, SelectField, TextArea, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** What opens a closed desk or closes it again, as it was notified; two supervisors of the Bureau decide, one after the other. */
export const InstrumentPage = (props: PageProps<InstrumentForm>) => {
  const { t, form, desks } = props
  const labels = {
    ...{ act: t('instruments.act'), desk: t('instruments.desk'), instrument_number: t('instruments.number') },
    ...{ dated_on: t('instruments.dated_on'), from_on: t('instruments.from_on') },
    ...{ text_sha256: t('instruments.hash'), reason: t('approvals.reason') },
  }
  return (
    <Page {...props} title={t('instruments.title')} part="navigation.packs">
      <h1>{t('instruments.title')}</h1>
      <ErrorSummary form={form} labels={labels} t={t} />
      <p class="lead">{t('instruments.lead')}</p>
      <Form action={paths.instruments()}>
        <ChoiceField
          name="act"
          label={t('instruments.act')}
          choices={INSTRUMENT_ACTS.map((value) => ({ value, label: t(`instruments.act.${value}`) }))}
          {...{ form, t }}
        />
        <SelectField
          name="desk"
          label={labels.desk}
          choices={desks.map((value) => ({ value, label: t(`instruments.desk.${value}`) }))}
          {...{ form, t }}
        />
        <TextField name="instrument_number" label={labels.instrument_number} {...{ form, t }} />
        <DateField name="dated_on" label={labels.dated_on} {...{ form, t }} />
        <DateField name="from_on" label={labels.from_on} {...{ form, t }} />
        <TextField
          name="text_sha256"
          label={labels.text_sha256}
          hint={t('instruments.hash.hint')}
          kind="identifier"
          {...{ form, t }}
        />
        <TextArea name="reason" label={labels.reason} {...{ form, t }} />
        <Button>{t('instruments.propose')}</Button>
      </Form>
    </Page>
  )
}
