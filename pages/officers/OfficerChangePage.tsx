import type { OfficerChangeForm } from '../../contract/officers.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { DateField, SelectField, TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Name } from '../ui/Name.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { DistrictForm, labelsOf, PostingFields, StandingFields } from './PostingFields.tsx'

/** One change about one officer; a second administrator confirms. */
export const OfficerChangePage = (props: PageProps<OfficerChangeForm>) => {
  const { t, form, change, officer, choices } = props
  const action = paths.officerChange(officer.officer_id, change)
  return (
    <Page {...props} title={t(`officers.change.${change}`)} part="navigation.officers">
      <h1>{t(`officers.change.${change}`)}</h1>
      <p>
        <Name name={{ latin: officer.name_en, ur: officer.name_ur }} t={t} />
      </p>
      <ErrorSummary form={form} labels={labelsOf(t)} t={t} />
      <p>{t('officers.second_confirms')}</p>
      {change === 'reissue_passkey' && <p>{t('officers.change.reissue_passkey.what')}</p>}
      {change === 'add_posting' && <DistrictForm {...{ choices, action, t }} />}
      <Form action={action}>
        {change === 'add_posting' && <PostingFields {...{ choices, form, t }} />}
        {change === 'end_posting' && <EndFields {...props} />}
        {change === 'set_standing' && <StandingFields value={officer} {...{ form, t }} />}
        <TextArea name="reason" label={t('officers.reason')} {...{ form, t }} />
        <Button>{t('officers.propose')}</Button>
      </Form>
    </Page>
  )
}

const EndFields = ({ officer, form, t, f }: PageProps<OfficerChangeForm>) => (
  <>
    <SelectField
      name="posting_id"
      label={t('officers.posting')}
      choices={officer.postings.map((posting) => ({
        value: posting.posting_id,
        label: `${t(`roles.${posting.role}`)}, ${posting.unit[t.language]}, ${f.date(posting.from_on)}`,
      }))}
      {...{ form, t }}
    />
    <DateField name="to_on" label={t('officers.to_on')} hint={t('officers.until.hint')} {...{ form, t }} />
  </>
)
