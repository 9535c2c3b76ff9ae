import { CORRECTION_SOURCES, type CorrectionForm } from '../../contract/corrections.ts'
import { SEXES } from '../../contract/draft-body.ts'
import { paths } from '../../contract/paths.ts'
import { CORRECTABLE, type Correctable, VERSION_OF } from '../../domain/correction/correction.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { ChoiceField, DateField, SelectField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { typedAt } from '../ui/field-state.ts'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

/** `field`: the one that is corrected; left out until it is chosen. */
type Props = PageProps<CorrectionForm & { field?: Correctable }>

/** One field, what it should be, and the paper that shows it. */
export const CorrectionPage = (props: Props) => {
  const { person, form, t } = props
  const field = props.field ?? CORRECTABLE.find((one) => one === typedAt(form?.values, 'field'))
  return (
    <PersonFrame {...props} tab="identity" title={t('corrections.title')}>
      <ErrorSummary form={form} labels={labelsOf(t)} t={t} />
      <Card heading={field ? t(`corrections.of.${field}`) : t('corrections.title')}>
        <p>{t('corrections.what')}</p>
        {field ? (
          <Form action={paths.personTab(person.person_id, 'corrections')} hidden={{ field }}>
            <Replaced {...props} field={field} />
            <After {...props} field={field} />
            <Source {...props} />
            <Buttons>
              <Button>{t('corrections.propose')}</Button>
              <ButtonLink href={paths.personTab(person.person_id, 'corrections')}>
                {t('corrections.other_field')}
              </ButtonLink>
            </Buttons>
          </Form>
        ) : (
          <Which {...props} />
        )}
      </Card>
    </PersonFrame>
  )
}

const labelsOf = (t: Props['t']) => ({
  field: t('corrections.field'),
  target_id: t('corrections.target'),
  after: t('corrections.after'),
  source_kind: t('corrections.source_kind'),
  source_on: t('corrections.source_on'),
  source_ref: t('corrections.source_ref'),
  asked_by: t('corrections.asked_by'),
})

/** Every field with what the record holds of it, each leading to its own form. */
const Which = ({ person, targets, t, f }: Props) => (
  <Table
    caption={t('corrections.field')}
    rows={CORRECTABLE}
    empty=""
    columns={[
      {
        head: t('corrections.field'),
        is_name: true,
        cell: (field) => (
          <a href={paths.newCorrection(person.person_id, field)}>{t(`corrections.field.${field}`)}</a>
        ),
      },
      {
        head: t('corrections.held'),
        cell: (field) =>
          targets
            .filter((target) => target.field === field)
            .map(({ target_id, text }) => (
              <div key={target_id}>
                <bdi dir={isNumber(field) ? 'ltr' : undefined}>{heldText(field, text, t, f)}</bdi>
              </div>
            )),
      },
    ]}
  />
)

const isNumber = (field: Correctable) => field === 'cnic' || field === 'passport'

type FieldProps = Props & { field: Correctable }

function heldText(field: Correctable, text: string, t: Props['t'], f: Props['f']): string {
  if (field === 'born_on') return /^\d{4}-/.test(text) ? f.date(text) : text
  if (field === 'sex') return t.find(`people.sex.${text}`) ?? text
  return text
}

/** Which version is replaced. Of birth and sex there is always one, so that nothing is asked. */
const Replaced = ({ field, targets, form, t, f }: FieldProps) => {
  const held = targets.filter((target) => target.field === field)
  if (held.length === 0) return null
  if (VERSION_OF[field] === 'person_detail')
    return <p>{t('corrections.now', { value: heldText(field, held[0]?.text ?? '', t, f) })}</p>
  return (
    <ChoiceField
      name="target_id"
      label={t('corrections.target')}
      value={held.length === 1 ? (held[0]?.target_id ?? null) : null}
      choices={[
        ...held.map(({ target_id, text }) => ({
          value: target_id,
          label: `${isNumber(field) ? '\u2066' : '\u2068'}${text}\u2069`,
        })),
        { value: '', label: t('corrections.target.none') },
      ]}
      {...{ form, t }}
    />
  )
}

/** The box that fits the field. */
const After = ({ field, form, t }: FieldProps) => {
  const shared = { name: 'after', label: t('corrections.after'), form, t }
  if (field === 'born_on') return <DateField {...shared} />
  if (field === 'sex')
    return (
      <ChoiceField {...shared} choices={SEXES.map((value) => ({ value, label: t(`people.sex.${value}`) }))} />
    )
  if (field === 'cnic' || field === 'passport')
    return <TextField {...shared} kind="identifier" hint={t(`corrections.after.${field}`)} size={20} />
  return <TextField {...shared} size={field === 'address' ? 60 : 40} />
}

const Source = ({ form, t }: Props) => (
  <>
    <SelectField
      name="source_kind"
      label={t('corrections.source_kind')}
      choices={CORRECTION_SOURCES.map((value) => ({ value, label: t(`corrections.source.${value}`) }))}
      {...{ form, t }}
    />
    <DateField name="source_on" label={t('corrections.source_on')} {...{ form, t }} />
    <TextField name="source_ref" label={t('corrections.source_ref')} size={30} {...{ form, t }} />
    <ChoiceField
      name="asked_by"
      label={t('corrections.asked_by')}
      choices={(['officer', 'person'] as const).map((value) => ({
        value,
        label: t(`corrections.asked_by.${value}`),
      }))}
      {...{ form, t }}
    />
  </>
)
