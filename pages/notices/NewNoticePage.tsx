import type { NoticeForm, NoticePreviewPage } from '../../contract/notices.ts'
import { paths } from '../../contract/paths.ts'
import { duty_names } from '../../domain/duty/facts.ts'
import { DOCUMENTS_SEEN, RECEIVED_HOW } from '../../domain/notice/words.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { ChoiceField, DateField, SelectField, TextField, TimeField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Effect } from './Effect.tsx'
import { AddressBoxes, NameBoxes, TripBoxes } from './KindBoxes.tsx'

export type NoticeFormProps = PageProps<NoticeForm>

/** The form as it is opened, or with the faults of one that was refused. */
export const NewNoticePage = (props: NoticeFormProps) => (
  <NoticeFrame {...props}>
    <Card heading={props.t('notices.new')}>
      <p>{props.t('notices.new.what')}</p>
      <Form action={paths.personTab(props.person.person_id, 'notices/previews')}>
        <Boxes {...props} />
        <Buttons>
          <Button>{props.t('notices.preview')}</Button>
        </Buttons>
      </Form>
    </Card>
  </NoticeFrame>
)

/** The effect of what was typed, and the same form below it: saved as it stands, or changed and looked at again. */
export const PreviewPage = (props: PageProps<NoticePreviewPage>) => {
  const { t, person, preview, values } = props
  const form = props.form ?? { values, code: 'invalid' as const, fields: [] }
  const at = (act: string) => paths.personTab(person.person_id, act)
  return (
    <NoticeFrame {...props}>
      <Form action={at('notices')} hidden={{ preview_hash: preview.preview_hash }}>
        <Effect {...props}>
          <Buttons>
            <Button>{t('notices.save')}</Button>
          </Buttons>
        </Effect>
        <Card heading={t('notices.new')}>
          <Boxes {...props} form={form} />
          <Buttons>
            <button type="submit" class="button plain" formaction={at('notices/previews')}>
              {t('notices.preview.again')}
            </button>
          </Buttons>
        </Card>
      </Form>
    </NoticeFrame>
  )
}

const NoticeFrame = (props: NoticeFormProps & { children?: preact.ComponentChildren }) => (
  <PersonFrame {...props} tab={null} title={props.t('notices.new')}>
    <ErrorSummary form={props.form} labels={labelsOf(props.t)} t={props.t} />
    {props.children}
  </PersonFrame>
)

const FIELDS = [
  ...(['duty', 'about', 'received_on', 'received_time', 'received_how', 'document_seen'] as const),
  ...(['back_dated_reason', 'address_text', 'address_district_id', 'address_from_on'] as const),
  ...(['name_latin', 'name_ur', 'name_changed_on', 'country', 'destination'] as const),
  ...(['departs_on', 'departs_time', 'returns_on', 'returns_time'] as const),
] as const
const labelsOf = (t: NoticeFormProps['t']) =>
  Object.fromEntries(FIELDS.map((field) => [field === 'about' ? 'about_id' : field, t(`notices.${field}`)]))

const Boxes = (props: NoticeFormProps) => (
  <>
    <Kind {...props} />
    <About {...props} />
    <AddressBoxes {...props} />
    <NameBoxes {...props} />
    <TripBoxes {...props} />
    <Receipt {...props} />
  </>
)

const Kind = ({ form, t }: NoticeFormProps) => (
  <ChoiceField
    name="duty"
    label={t('notices.duty')}
    choices={duty_names.map((value) => ({ value, label: t(`notices.duty.${value}`) }))}
    {...{ form, t }}
  />
)

/** Offered only where something was recorded of which nobody has told. */
const About = ({ untold, form, t, f }: NoticeFormProps) =>
  untold.length === 0 ? null : (
    <ChoiceField
      name="about_id"
      label={t('notices.about')}
      hint={t('notices.about.hint')}
      value=""
      choices={[
        { value: '', label: t('notices.about.new') },
        ...untold.map(({ about_id, duty, happens_on }) => ({
          value: about_id,
          label: t('notices.about.known', { duty: t(`notices.duty.${duty}`), day: f.date(happens_on) }),
        })),
      ]}
      {...{
        form: form && { ...form, values: { ...form.values, about_id: form.values['about_id'] ?? '' } },
        t,
      }}
    />
  )

const Receipt = ({ received_on, received_time, form, t }: NoticeFormProps) => (
  <fieldset class="of-kind">
    <legend>{t('notices.of.receipt')}</legend>
    <div class="side-by-side">
      <DateField
        name="received_on"
        label={t('notices.received_on')}
        value={received_on}
        max={received_on}
        {...{ form, t }}
      />
      <TimeField
        name="received_time"
        label={t('notices.received_time')}
        value={received_time}
        {...{ form, t }}
      />
    </div>
    <div class="side-by-side">
      <SelectField
        name="received_how"
        label={t('notices.received_how')}
        value="in_person"
        choices={RECEIVED_HOW.map((value) => ({ value, label: t(`notices.received_how.${value}`) }))}
        {...{ form, t }}
      />
      <SelectField
        name="document_seen"
        label={t('notices.document_seen')}
        choices={DOCUMENTS_SEEN.map((value) => ({ value, label: t(`notices.document_seen.${value}`) }))}
        {...{ form, t }}
      />
    </div>
    <TextField
      name="back_dated_reason"
      label={t('notices.back_dated_reason')}
      hint={t('notices.back_dated_reason.hint')}
      size={60}
      is_optional
      {...{ form, t }}
    />
  </fieldset>
)
