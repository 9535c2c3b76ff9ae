import type { AgencyForm } from '../../contract/agencies.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { DateField, SelectField, TextArea, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<AgencyForm>

const labelsOf = (t: Props['t']) => ({
  ...{ name_en: t('agencies.name_en'), name_ur: t('agencies.name_ur'), province_iso: t('agencies.province') },
  ...{ client_id: t('agencies.client'), from_on: t('agencies.from_on') },
  ...{ webhook_url: t('agencies.webhook_url'), reason: t('agencies.reason') },
})

/** An agency's system to be let in; another administrator confirms. */
export const NewAgencyPage = (props: Props) => {
  const { t, form, provinces, today } = props
  const labels = labelsOf(t)
  return (
    <Page {...props} title={t('agencies.add')} part="navigation.agencies">
      <h1>{t('agencies.add')}</h1>
      <ErrorSummary form={form} labels={labels} t={t} />
      <p>{t('agencies.second_confirms')}</p>
      <Form action={paths.agencies()}>
        <TextField name="name_en" label={labels.name_en} kind="latin" {...{ form, t }} />
        <TextField name="name_ur" label={labels.name_ur} kind="urdu" {...{ form, t }} />
        <SelectField
          name="province_iso"
          label={labels.province_iso}
          hint={t('agencies.province.hint')}
          choices={provinces.map(({ province_iso, name }) => ({
            value: province_iso,
            label: name[t.language],
          }))}
          {...{ form, t }}
        />
        <TextField
          name="client_id"
          label={labels.client_id}
          hint={t('agencies.client.hint')}
          kind="identifier"
          {...{ form, t }}
        />
        <DateField name="from_on" label={labels.from_on} value={today} {...{ form, t }} />
        <AddressField {...{ form, t }} />
        <TextArea name="reason" label={labels.reason} {...{ form, t }} />
        <Button>{t('agencies.propose')}</Button>
      </Form>
    </Page>
  )
}

export const AddressField = ({ form, t, value }: Pick<Props, 'form' | 't'> & { value?: string | null }) => (
  <TextField
    name="webhook_url"
    label={t('agencies.webhook_url')}
    hint={t('agencies.webhook_url.hint')}
    kind="identifier"
    is_optional
    {...(value ? { value } : {})}
    {...{ form, t }}
  />
)
