import type { ConflictAsked } from '../../contract/conflicts.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { ReasonField } from './ReasonField.tsx'

/** Declares a conflict about the record the officer came from; names nobody. */
export const DeclarePage = (props: PageProps<ConflictAsked>) => {
  const { t, form, subject_kind, subject_id, is_declared } = props
  return (
    <Page {...props} title={t('conflicts.declare')}>
      <ErrorSummary form={form} labels={{ reason_code: t('conflicts.reason') }} t={t} />
      <h1>{t('conflicts.declare')}</h1>
      {is_declared ? (
        <Notice kind="info" t={t}>
          {t('conflicts.declared_already')} <a href={paths.conflicts()}>{t('conflicts.title')}</a>
        </Notice>
      ) : (
        <section class="card">
          <p>{t(`conflicts.declare.${subject_kind}`)}</p>
          <p>{t('conflicts.declare.what')}</p>
          <Form action={paths.newConflict(subject_kind, subject_id)}>
            <ReasonField {...{ t, form }} />
            <Button>{t('conflicts.declare.do')}</Button>
          </Form>
        </section>
      )}
    </Page>
  )
}
