import { BASIS_KINDS, type EntryComparison } from '../../contract/entries.ts'
import { paths } from '../../contract/paths.ts'
import { needsIdentityBasis } from '../../domain/entry/flags.ts'
import type { T } from '../language/translator.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Choice, ChoiceField, SelectField, TextArea, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import type { PageProps, RefusedForm } from '../ui/page-props.ts'
import { isHeld } from './HeldPeople.tsx'

type Props = PageProps<EntryComparison>

/** Which of the two forms of the page was refused: only approving sends a person's id, if only an empty one. */
const isApproval = (form: RefusedForm) => 'person_id' in form.values

export const decisionLabels = (t: T) => ({
  ...{
    station_id: t('entries.station'),
    person_id: t('entries.held.choose'),
    basis_kind: t('entries.basis'),
  },
  ...{ basis_reference: t('entries.basis.reference'), reason: t('entries.return.reason') },
})

/** Approve, with station and, where the identity is not verified, its written basis. */
export const Approve = (props: Props) => {
  const { t, draft_id, shown_hash, shown, stations, proposed_station_id, held } = props
  const form = props.form && isApproval(props.form) ? props.form : undefined
  const choices = stations.map(({ station_id, name }) => ({ value: station_id, label: name[t.language] }))
  return (
    <Card heading={t('entries.decide')}>
      <Form
        action={`${paths.entry(draft_id)}/approvals`}
        hidden={{ shown_hash, ...(held.length === 0 ? { person_id: '' } : {}) }}
      >
        {held.length > 0 && <Whose {...props} form={form} />}
        <SelectField
          name="station_id"
          label={t('entries.station')}
          hint={t('entries.station.hint')}
          value={proposed_station_id}
          {...{ choices, form, t }}
        />
        {needsIdentityBasis(shown.identity.outcome) && <IdentityBasis form={form} t={t} />}
        <Button>{t('entries.approve')}</Button>
      </Form>
    </Card>
  )
}

/** Whose conviction it is: never left open, and a new person's only while nobody holds the document. */
const Whose = ({ held, form, t }: Props) => {
  const further: Choice[] = held.map(({ person_id, record_number }) => ({
    ...{ value: person_id, label: t('entries.held.further', { record: record_number }) },
  }))
  const choices = isHeld({ held }) ? further : [...further, { value: '', label: t('entries.held.new') }]
  return (
    <ChoiceField
      name="person_id"
      label={t('entries.held.choose')}
      value={further[0]?.value ?? ''}
      {...{ choices, form, t }}
    />
  )
}

const IdentityBasis = ({ form, t }: { form: RefusedForm | undefined; t: T }) => (
  <>
    <ChoiceField
      name="basis_kind"
      label={t('entries.basis')}
      hint={t('entries.basis.hint')}
      choices={BASIS_KINDS.map((value) => ({ value, label: t(`entries.basis.${value}`) }))}
      {...{ form, t }}
    />
    <TextField
      name="basis_reference"
      label={t('entries.basis.reference')}
      hint={t('entries.basis.reference.hint')}
      kind="identifier"
      size={30}
      {...{ form, t }}
    />
  </>
)

/** Back to the prosecutor, with what must be changed. */
export const GiveBack = (props: Props) => {
  const { t, draft_id, shown_hash } = props
  const form = props.form && !isApproval(props.form) ? props.form : undefined
  return (
    <Card heading={t('entries.return')}>
      <Form action={`${paths.entry(draft_id)}/returns`} hidden={{ shown_hash }}>
        <TextArea
          name="reason"
          label={t('entries.return.reason')}
          hint={t('entries.return.hint')}
          {...{ form, t }}
        />
        <Button kind="plain">{t('entries.return')}</Button>
      </Form>
    </Card>
  )
}
