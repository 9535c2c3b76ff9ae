import { paths } from '../../contract/paths.ts'
import { VISIT_RESULTS, type VisitForm } from '../../contract/visits.ts'
import { EffectButtons, EffectCard, EffectSummary, hiddenEffect } from '../duties/EffectCard.tsx'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Card } from '../ui/Card.tsx'
import { ChoiceField, DateField, TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<VisitForm & { now: string }>

const KARACHI_MS = 5 * 3_600_000
const today = (now: string) => new Date(Date.parse(now) + KARACHI_MS).toISOString().slice(0, 10)

/** A visit: found or not, when, at which address; what it changes is shown before it is saved. */
export const VisitPage = (props: Props) => {
  const { person, form, t, now } = props
  return (
    <PersonFrame {...props} tab="addresses" title={t('visits.title.new')}>
      <EffectSummary {...props} labels={labelsOf(t)} />
      <Form action={paths.visitEffects(person.person_id)} hidden={hiddenEffect(form)}>
        <EffectCard {...props} />
        <Card heading={t('visits.title.new')}>
          <DateField
            name="visited_on"
            label={t('visits.on')}
            value={today(now)}
            max={today(now)}
            {...{ form, t }}
          />
          <ChoiceField
            name="result"
            label={t('visits.result')}
            choices={VISIT_RESULTS.map((value) => ({ value, label: t(`visits.result.${value}`) }))}
            {...{ form, t }}
          />
          <Where {...props} />
          <TextArea
            name="note"
            label={t('visits.note')}
            hint={t('visits.note.hint')}
            rows={2}
            is_optional
            {...{ form, t }}
          />
        </Card>
        <EffectButtons {...props} save={paths.personTab(person.person_id, 'visits')} />
      </Form>
    </PersonFrame>
  )
}

const labelsOf = (t: Props['t']) => ({
  visited_on: t('visits.on'),
  result: t('visits.result'),
  address_id: t('visits.address'),
  note: t('visits.note'),
})

const Where = ({ addresses, form, t }: Props) => {
  const live = addresses.filter(({ superseded_at }) => superseded_at === null)
  return (
    <ChoiceField
      name="address_id"
      label={t('visits.address')}
      value={live[0]?.address_id ?? ''}
      choices={[
        ...live.map(({ address_id, text }) => ({ value: address_id, label: `\u2068${text}\u2069` })),
        { value: '', label: t('visits.address.none') },
      ]}
      {...{ form, t }}
    />
  )
}
