import { paths } from '../../contract/paths.ts'
import type { QuotaForm } from '../../contract/quotas.ts'
import { QUOTA_LEVELS } from '../../domain/access/quota.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { SelectField, TextArea, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** A limit raised for some days: whose, of what, how much, for how long, why. */
export const QuotaRaisePage = (props: PageProps<QuotaForm>) => {
  const { t, form, acts } = props
  const labels = {
    ...{ level: t('quotas.level'), badge: t('quotas.badge'), act: t('quotas.act') },
    ...{ per_day: t('quotas.per_day'), days: t('quotas.days'), reason: t('approvals.reason') },
  }
  return (
    <Page {...props} title={t('quotas.title')} part="navigation.approvals">
      <h1>{t('quotas.title')}</h1>
      <ErrorSummary form={form} labels={labels} t={t} />
      <p class="lead">{t('quotas.lead')}</p>
      <Form action={paths.quotaRaises()}>
        <SelectField
          name="level"
          label={labels.level}
          choices={QUOTA_LEVELS.map((value) => ({ value, label: t(`quotas.level.${value}`) }))}
          {...{ form, t }}
        />
        <TextField name="badge" label={labels.badge} hint={t('quotas.badge.hint')} {...{ form, t }} />
        <SelectField
          name="act"
          label={labels.act}
          choices={acts.map((value) => ({ value, label: t(`quotas.act.${value}`) }))}
          {...{ form, t }}
        />
        <TextField name="per_day" label={labels.per_day} {...{ form, t }} />
        <TextField name="days" label={labels.days} hint={t('quotas.days.hint')} {...{ form, t }} />
        <TextArea name="reason" label={labels.reason} {...{ form, t }} />
        <Button>{t('quotas.propose')}</Button>
      </Form>
    </Page>
  )
}
