import { paths } from '../../contract/paths.ts'
import { NOTICE_LANGUAGES, type ServingForm } from '../../contract/servings.ts'
import { duty_names } from '../../domain/duty/facts.ts'
import { spoken_languages } from '../../domain/serving/language.ts'
import { PROOFS } from '../../domain/serving/read-serving.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { ChoiceField, DateField, SelectField, TextField, TimeField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { ToldDuties } from './Told.tsx'

type Props = PageProps<ServingForm>

/** Prints offered as the one he was given: the newest. */
const PRINTS_OFFERED = 3

/** The words to be read out in the person's language, then the record that he was told. */
export const NewServingPage = (props: Props) => {
  const { t, f, form, not_served, language } = props
  return (
    <PersonFrame {...props} tab={null} title={t('servings.new')}>
      <ErrorSummary form={form} labels={labelsOf(t)} t={t} />
      {not_served.length > 0 ? (
        <Notice kind="warning" t={t}>
          {t('servings.not_served', { duties: f.list(not_served.map((duty) => t(`notices.duty.${duty}`))) })}
        </Notice>
      ) : (
        <Notice kind="info" t={t}>
          {t('servings.all_served')}
        </Notice>
      )}
      <Card heading={t('servings.read_out')}>
        <p>{t('servings.new.what')}</p>
        <Languages {...props} />
        <ToldDuties told={props.told} language={language} />
        <Form action={paths.personTab(props.person.person_id, 'servings/prints')} hidden={{ language }}>
          <Button kind={props.prints.length === 0 ? 'main' : 'plain'}>{t('servings.print')}</Button>
        </Form>
      </Card>
      {props.may_serve ? <Record {...props} /> : <p>{t('servings.not_yet')}</p>}
      <Earlier {...props} />
    </PersonFrame>
  )
}

const labelsOf = (t: Props['t']) => ({
  spoken: t('servings.spoken'),
  duties: t('servings.duties'),
  served_on: t('servings.served_on'),
  served_time: t('servings.served_time'),
  proof: t('servings.proof'),
  witness: t('servings.witness'),
  back_dated_reason: t('servings.back_dated_reason'),
})

const Languages = ({ person, language, t }: Props) => (
  <Tabs
    label={t('servings.language')}
    tabs={NOTICE_LANGUAGES.map((one) => ({
      href: `${paths.newServing(person.person_id)}?language=${one}`,
      label: t(`servings.language.${one}`),
      is_current: one === language,
    }))}
  />
)

const Record = (props: Props) => {
  const { person, language, form, t } = props
  return (
    <Card heading={t('servings.form')}>
      <Form action={paths.personTab(person.person_id, 'servings')}>
        <SelectField
          name="spoken"
          label={t('servings.spoken')}
          hint={t('servings.spoken.hint')}
          value={person.language ?? language}
          choices={spoken_languages.map((value) => ({ value, label: t(`people.language.${value}`) }))}
          {...{ form, t }}
        />
        <ChoiceField
          name="language"
          label={t('servings.language')}
          value={language}
          choices={NOTICE_LANGUAGES.map((value) => ({ value, label: t(`servings.language.${value}`) }))}
          {...{ form, t }}
        />
        <ChoiceField
          name="duties"
          label={t('servings.duties')}
          is_many
          values={[...duty_names]}
          choices={duty_names.map((value) => ({ value, label: t(`servings.told.${value}`) }))}
          {...{ form, t }}
        />
        <Given {...props} />
        <When {...props} />
        <ChoiceField
          name="proof"
          label={t('servings.proof')}
          choices={PROOFS.map((value) => ({ value, label: t(`servings.proof.${value}`) }))}
          {...{ form, t }}
        />
        <TextField
          name="witness"
          label={t('servings.witness')}
          hint={t('servings.witness.hint')}
          size={60}
          is_optional
          {...{ form, t }}
        />
        <TextField
          name="back_dated_reason"
          label={t('servings.back_dated_reason')}
          hint={t('servings.back_dated_reason.hint')}
          size={60}
          is_optional
          {...{ form, t }}
        />
        <Button>{t('servings.save')}</Button>
      </Form>
    </Card>
  )
}

/** Which of the newest prints he was given; an older paper has no number here. */
const Given = ({ prints, form, t, f }: Props) =>
  prints.length === 0 ? null : (
    <ChoiceField
      name="print_id"
      label={t('servings.print_id')}
      value={prints[0]?.print_id ?? ''}
      choices={[
        ...prints.slice(0, PRINTS_OFFERED).map(({ print_id, print_number, printed_at }) => ({
          value: print_id,
          label: t('servings.print_id.one', { number: print_number, day: f.dateTime(printed_at) }),
        })),
        { value: '', label: t('servings.print_id.none') },
      ]}
      {...{ form, t }}
    />
  )

const When = ({ served_on, served_time, form, t }: Props) => (
  <div class="side-by-side">
    <DateField
      name="served_on"
      label={t('servings.served_on')}
      value={served_on}
      max={served_on}
      {...{ form, t }}
    />
    <TimeField name="served_time" label={t('servings.served_time')} value={served_time} {...{ form, t }} />
  </div>
)

const Earlier = ({ earlier, t, f }: Props) => (
  <Card heading={t('servings.earlier')}>
    <Table
      caption={t('servings.earlier')}
      is_caption_hidden
      rows={earlier}
      empty={t('servings.earlier.none')}
      columns={[
        {
          head: t('servings.served_at'),
          is_name: true,
          cell: (one) => <a href={paths.serving(one.serving_id)}>{f.dateTime(one.served_at)}</a>,
        },
        {
          head: t('servings.duties'),
          cell: (one) => f.list(one.duties.map((duty) => t(`notices.duty.${duty}`))),
        },
        { head: t('servings.language'), cell: (one) => t(`servings.language.${one.language}`) },
        { head: t('servings.proof'), cell: (one) => t(`servings.proof.${one.proof}`) },
      ]}
    />
  </Card>
)
