import { paths } from '../../contract/paths.ts'
import { STAY_KINDS, STAY_SOURCES, type StayForm } from '../../contract/stays.ts'
import { EffectButtons, EffectCard, EffectSummary, hiddenEffect } from '../duties/EffectCard.tsx'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Card } from '../ui/Card.tsx'
import { ChoiceField, DateField, SelectField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<StayForm>

/** A stay that began, or the end of one that lasts; what it changes is shown before it is saved. */
export const StayPage = (props: Props) => {
  const { person, stay, form, t } = props
  const title = t(stay ? 'stays.title.end' : 'stays.title.new')
  const at = stay
    ? `${paths.personTab(person.person_id, 'stays')}/${stay.stay_id}/ends`
    : paths.personTab(person.person_id, 'stays')
  return (
    <PersonFrame {...props} tab="duties" title={title}>
      <EffectSummary {...props} labels={labelsOf(t)} />
      <Form action={`${at}/effects`} hidden={hiddenEffect(form)}>
        <EffectCard {...props} />
        <Card heading={title}>
          <p>{t('stays.what')}</p>
          {stay ? <Ending {...props} stay={stay} /> : <Beginning {...props} />}
          <Source {...props} />
        </Card>
        <EffectButtons {...props} save={at} />
      </Form>
    </PersonFrame>
  )
}

const labelsOf = (t: Props['t']) => ({
  kind: t('stays.kind'),
  from_on: t('stays.from_on'),
  to_on: t('stays.to_on'),
  held_district_id: t('stays.held_in'),
  source_kind: t('stays.source_kind'),
  source_on: t('stays.source_on'),
  source_ref: t('stays.source_ref'),
})

const Beginning = ({ districts, form, t }: Props) => (
  <>
    <ChoiceField
      name="kind"
      label={t('stays.kind')}
      choices={STAY_KINDS.map((value) => ({ value, label: t(`stays.kind.${value}`) }))}
      {...{ form, t }}
    />
    <DateField name="from_on" label={t('stays.from_on')} {...{ form, t }} />
    <DateField
      name="to_on"
      label={t('stays.to_on')}
      hint={t('stays.to_on.hint')}
      is_optional
      {...{ form, t }}
    />
    <SelectField
      name="held_district_id"
      label={t('stays.held_in')}
      hint={t('stays.held_in.hint')}
      choices={districts.map(({ district_id, ...name }) => ({ value: district_id, label: name[t.language] }))}
      is_optional
      {...{ form, t }}
    />
  </>
)

const Ending = ({ stay, form, t, f }: Props & { stay: NonNullable<Props['stay']> }) => (
  <>
    <p>
      <strong>{t('stays.end.of', { kind: t(`stays.kind.${stay.kind}`), day: f.date(stay.from_on) })}</strong>
    </p>
    <DateField name="to_on" label={t('stays.to_on')} {...{ form, t }} />
  </>
)

const Source = ({ form, t }: Props) => (
  <>
    <SelectField
      name="source_kind"
      label={t('stays.source_kind')}
      choices={STAY_SOURCES.map((value) => ({ value, label: t(`people.source.${value}`) }))}
      {...{ form, t }}
    />
    <DateField name="source_on" label={t('stays.source_on')} {...{ form, t }} />
    <TextField
      name="source_ref"
      label={t('stays.source_ref')}
      hint={t('stays.source_ref.hint')}
      size={30}
      {...{ form, t }}
    />
  </>
)
