import type { CheckStart } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** Before a request is begun: of whom one may ask, what to have at hand, and what becomes of it. */
export const NewCheckPage = (props: PageProps<CheckStart>) => {
  const { t, f, form, district, screen_hours, erase_days } = props
  return (
    <Page {...props} title={t('checks.new')} part="navigation.checks">
      <ErrorSummary form={form} labels={{}} t={t} />
      <h1>{t('checks.new')}</h1>
      <p>{t('checks.new.who', { district: district[t.language] })}</p>
      <p>{t('checks.new.have')}</p>
      <p>{t('checks.new.way', { hours: f.hours(screen_hours) })}</p>
      <Notice kind="warning" t={t} heading={t('checks.survivor')}>
        {t('checks.survivor.what')}
      </Notice>
      <p>{t('checks.new.erased', { days: f.days(erase_days) })}</p>
      <Form action={paths.checks()}>
        <Button>{t('checks.begin')}</Button>
      </Form>
    </Page>
  )
}
