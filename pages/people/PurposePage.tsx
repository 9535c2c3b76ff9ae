import { paths } from '../../contract/paths.ts'
import type { PurposeAsked } from '../../contract/people.ts'
import { PurposeFields, purposeLabels } from '../searches/PurposeFields.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** Asked before a record is opened to which no task leads; says nothing of the person. */
export const PurposePage = (props: PageProps<PurposeAsked>) => {
  const { person_id, purposes, form, t } = props
  return (
    <Page {...props} title={t('people.title.purpose')} part="navigation.find">
      <h1>{t('people.title.purpose')}</h1>
      <ErrorSummary form={form} labels={purposeLabels(t)} t={t} />
      <section class="card">
        <p>{t('people.purpose.what')}</p>
        <Form action={paths.personTab(person_id, 'looks')}>
          <PurposeFields {...{ purposes, form, t }} />
          <Button>{t('people.purpose.open')}</Button>
        </Form>
      </section>
    </Page>
  )
}
