import { paths } from '../../contract/paths.ts'
import type { StrikeoutForm } from '../../contract/strikeouts.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<StrikeoutForm>

/** The event and the reason why it is wrong; another officer decides. */
export const StrikeoutPage = (props: Props) => {
  const { person, noun, row_id, event, form, t, f } = props
  const tab = noun === 'visit' ? 'addresses' : noun === 'appeal_event' ? 'convictions' : 'duties'
  return (
    <PersonFrame {...props} tab={tab} title={t('strikeouts.title')}>
      <ErrorSummary form={form} labels={{ reason: t('strikeouts.reason') }} t={t} />
      <Card heading={t('strikeouts.title')}>
        <p>{t('strikeouts.what')}</p>
        <Facts
          facts={[
            {
              label: t('strikeouts.event'),
              value: t.find(`approvals.what.${event.what}`) ?? t(`strikeouts.noun.${noun}`),
            },
            {
              label: t('stays.from_on'),
              value: event.to_on
                ? `${f.date(event.from_on)} – ${f.date(event.to_on)}`
                : f.date(event.from_on),
            },
          ]}
        />
        <Form action={paths.newStrikeout(person.person_id, noun, row_id)}>
          <TextArea
            name="reason"
            label={t('strikeouts.reason')}
            hint={t('strikeouts.reason.hint')}
            {...{ form, t }}
          />
          <Button>{t('strikeouts.send')}</Button>
        </Form>
      </Card>
    </PersonFrame>
  )
}
