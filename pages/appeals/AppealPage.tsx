import type { AppealForm } from '../../contract/appeals.ts'
import { paths } from '../../contract/paths.ts'
import { appeal_events, changing_events } from '../../domain/appeal/events.ts'
import { EffectButtons, EffectCard, EffectSummary, hiddenEffect } from '../duties/EffectCard.tsx'
import { offencesWords } from '../people/conviction-words.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { ChoiceField, DateField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { typedAt } from '../ui/field-state.ts'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<AppealForm>

/** An order of a court of appeal. What changes who is on the register goes to a second officer. */
export const AppealPage = (props: Props) => {
  const { person, form, t } = props
  const at = paths.personTab(person.person_id, 'appeals')
  const event = typedAt(form?.values ?? {}, 'event')
  const is_proposal = changing_events.some((one) => one === event)
  return (
    <PersonFrame {...props} tab="convictions" title={t('appeals.title')}>
      <EffectSummary {...props} labels={labelsOf(t)} />
      <Form action={`${at}/effects`} hidden={hiddenEffect(form)}>
        <EffectCard {...props} is_proposal={is_proposal} />
        <Card heading={t('appeals.title')}>
          <p>{t('appeals.what')}</p>
          <Fields {...props} />
        </Card>
        <EffectButtons {...props} save={at} is_proposal={is_proposal} />
      </Form>
    </PersonFrame>
  )
}

const labelsOf = (t: Props['t']) => ({
  conviction_id: t('appeals.conviction'),
  event: t('appeals.event'),
  happened_on: t('appeals.happened_on'),
  court: t('appeals.court'),
  order_number: t('appeals.order_number'),
})

const Fields = ({ convictions, form, t, f }: Props) => (
  <>
    <ChoiceField
      name="conviction_id"
      label={t('appeals.conviction')}
      value={convictions.length === 1 ? (convictions[0]?.conviction_id ?? null) : null}
      choices={convictions.map((conviction) => ({
        value: conviction.conviction_id,
        label: `${f.date(conviction.convicted_on)}${between(t)}${offencesWords(conviction, t, f)}`,
      }))}
      {...{ form, t }}
    />
    <ChoiceField
      name="event"
      label={t('appeals.event')}
      choices={appeal_events.map((value) => ({
        ...{ value, label: t(`people.event.appeal_${value}`) },
        ...(value === 'acquitted' ? { hint: t('appeals.two') } : {}),
      }))}
      {...{ form, t }}
    />
    <DateField name="happened_on" label={t('appeals.happened_on')} {...{ form, t }} />
    <TextField name="court" label={t('appeals.court')} size={40} {...{ form, t }} />
    <TextField
      name="order_number"
      label={t('appeals.order_number')}
      hint={t('appeals.order_number.hint')}
      size={25}
      {...{ form, t }}
    />
  </>
)
