import type { AgencyChangeForm } from '../../contract/agencies.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { DateField, TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { AddressField } from './NewAgencyPage.tsx'

/** Another address for its messages, or its last day; another administrator confirms. */
export const AgencyChangePage = (props: PageProps<AgencyChangeForm>) => {
  const { t, form, change, name, agency_id, webhook_url } = props
  const labels = {
    ...{ webhook_url: t('agencies.webhook_url'), to_on: t('agencies.to_on'), reason: t('agencies.reason') },
  }
  return (
    <Page {...props} title={t(`agencies.change.${change}`)} part="navigation.agencies">
      <h1>{t(`agencies.change.${change}`)}</h1>
      <p class="lead">{name[t.language]}</p>
      <ErrorSummary form={form} labels={labels} t={t} />
      <p>{t('agencies.second_confirms')}</p>
      <Form action={paths.agencyAct(agency_id, change === 'address' ? 'addresses' : 'endings')}>
        {change === 'address' ? (
          <AddressField value={webhook_url} {...{ form, t }} />
        ) : (
          <DateField name="to_on" label={labels.to_on} {...{ form, t }} />
        )}
        <TextArea name="reason" label={labels.reason} {...{ form, t }} />
        <Button>{t('agencies.propose')}</Button>
      </Form>
    </Page>
  )
}
