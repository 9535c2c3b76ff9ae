import type { PostingChoices } from '../../contract/officers.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextArea, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { DistrictForm, labelsOf, PostingFields, StandingFields } from './PostingFields.tsx'

/** A new officer with his first posting; a second administrator confirms. */
export const NewOfficerPage = (props: PageProps<PostingChoices>) => {
  const { t, form } = props
  return (
    <Page {...props} title={t('officers.add')} part="navigation.officers">
      <h1>{t('officers.add')}</h1>
      <ErrorSummary form={form} labels={labelsOf(t)} t={t} />
      <p>{t('officers.second_confirms')}</p>
      <DistrictForm choices={props} action={paths.newOfficer()} t={t} />
      <Form action={paths.officers()}>
        <TextField
          name="badge"
          label={t('officers.badge')}
          hint={t('officers.badge.hint')}
          kind="identifier"
          {...{ form, t }}
        />
        <TextField name="name_en" label={t('officers.name_en')} kind="latin" {...{ form, t }} />
        <TextField name="name_ur" label={t('officers.name_ur')} kind="urdu" {...{ form, t }} />
        <PostingFields choices={props} {...{ form, t }} />
        <StandingFields {...{ form, t }} />
        <TextArea name="reason" label={t('officers.reason')} {...{ form, t }} />
        <Button>{t('officers.propose')}</Button>
      </Form>
    </Page>
  )
}
