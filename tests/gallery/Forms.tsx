// Forms made of the kit: every field, a refusal, steps, answers to check, filters, pages.
import { Button, Buttons } from '../../pages/ui/Button.tsx'
import { CheckAnswers } from '../../pages/ui/CheckAnswers.tsx'
import { ErrorSummary } from '../../pages/ui/ErrorSummary.tsx'
import {
  CheckField,
  ChoiceField,
  DateField,
  FileField,
  SelectField,
  TextArea,
  TextField,
} from '../../pages/ui/Fields.tsx'
import { Filters } from '../../pages/ui/Filters.tsx'
import { Form } from '../../pages/ui/Form.tsx'
import { Identifier } from '../../pages/ui/Identifier.tsx'
import { Pager } from '../../pages/ui/Pager.tsx'
import type { RefusedForm } from '../../pages/ui/page-props.ts'
import { Steps } from '../../pages/ui/Steps.tsx'
import type { Given } from './words.ts'

const REFUSED: RefusedForm = {
  values: { cnic: '90000-12', name_ur: 'فرضی', how: 'post' },
  code: 'invalid',
  fields: [
    { field: 'cnic', code: 'not_a_cnic' },
    { field: 'received_on', code: 'required' },
    { field: 'how', code: 'not_a_choice' },
  ],
}

/** How far a long act has come, its form refused once, and the answers checked. */
export const Forms = (given: Given) => (
  <>
    <Progress {...given} />
    <RefusedNotice {...given} />
    <After {...given} />
  </>
)

const Progress = ({ t, f, words }: Given) => (
  <Steps
    t={t}
    f={f}
    steps={[
      { label: words.judgment, state: 'done', href: '#1' },
      { label: words.offence, state: 'current' },
      { label: words.station, state: 'ahead' },
    ]}
  />
)

const RefusedNotice = ({ t, words }: Given) => {
  const choices = [
    { value: 'desk', label: words.desk, hint: words.hint },
    { value: 'post', label: words.post },
    { value: 'phone', label: words.phone },
  ]
  const labels = { cnic: words.cnic, received_on: words.on, how: words.how }
  return (
    <>
      <ErrorSummary form={REFUSED} labels={labels} t={t} />
      <Form action="/notices" id="notice">
        <TextField
          name="cnic"
          label={words.cnic}
          hint={words.hint}
          kind="identifier"
          size={17}
          form={REFUSED}
          t={t}
        />
        <TextField name="name_ur" label={words.name} kind="urdu" form={REFUSED} t={t} />
        <TextField name="name_latin" label={words.latin} kind="latin" is_optional t={t} />
        <DateField name="received_on" label={words.on} form={REFUSED} t={t} />
        <ChoiceField name="how" label={words.how} choices={choices} form={REFUSED} t={t} />
        <SelectField name="document" label={words.document} choices={choices} value="post" t={t} />
        <TextArea name="facts" label={words.facts} t={t} />
        <FileField name="file" label={words.upload} limit_mb={20} t={t} />
        <CheckField name="sworn" label={words.sworn} t={t} />
        <Buttons>
          <Button>{t('ui.continue')}</Button>
          <Button kind="plain">{t('ui.save')}</Button>
          <Button kind="danger">{t('ui.remove')}</Button>
          <Button kind="link">{t('ui.cancel')}</Button>
        </Buttons>
      </Form>
    </>
  )
}

const After = ({ t, f, words }: Given) => (
  <>
    <CheckAnswers
      t={t}
      answers={[
        {
          label: words.cnic,
          value: <Identifier>{f.cnic('9000000000001')}</Identifier>,
          change_href: '#cnic',
        },
        { label: words.judgment, value: f.weekday('2024-02-11'), change_href: '#judgment' },
      ]}
    />
    <Filters
      t={t}
      clear_href="#clear"
      filters={[
        { label: words.station, value: words.saddar, remove_href: '#f1' },
        { label: words.how, value: words.post, remove_href: '#f2' },
      ]}
    />
    <Pager first_href="#first" next_href="#next" shown_count={50} t={t} />
  </>
)
