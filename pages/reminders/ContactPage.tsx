import { paths } from '../../contract/paths.ts'
import type { ContactForm } from '../../contract/reminders.ts'
import { paperLanguageOf } from '../../domain/serving/language.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { CheckField, ChoiceField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** The number at which a person asked to be reminded; never shown whole again. */
export const ContactPage = (props: PageProps<ContactForm>) => {
  const { person, held, form, t, f } = props
  const action = `/people/${person.person_id}/phones`
  return (
    <PersonFrame {...props} tab={null} title={t('reminders.contact')}>
      <ErrorSummary
        form={form}
        labels={{
          number: t('reminders.number'),
          language: t('reminders.language'),
          is_agreed: t('reminders.agreed'),
        }}
        t={t}
      />
      <Card heading={t('reminders.contact')}>
        <p>{t('reminders.contact.what')}</p>
        {held && (
          <p>
            {t('reminders.held', { day: f.date(held.agreed_on) })}{' '}
            <Identifier>{`•••• ${held.tail}`}</Identifier>
          </p>
        )}
        <Form action={action}>
          <TextField
            name="number"
            label={t('reminders.number')}
            hint={t('reminders.number.hint')}
            kind="identifier"
            size={20}
            {...{ form, t }}
          />
          <ChoiceField
            name="language"
            label={t('reminders.language')}
            value={held?.language ?? paperLanguageOf(person.language ?? 'ur')}
            choices={(['ur', 'en'] as const).map((value) => ({
              value,
              label: t(`reminders.language.${value}`),
            }))}
            {...{ form, t }}
          />
          <CheckField name="is_agreed" label={t('reminders.agreed')} {...{ form, t }} />
          <Button>{t('reminders.save')}</Button>
        </Form>
        {held && (
          <Form action={action} hidden={{ language: held.language }}>
            <Buttons>
              <Button kind="plain">{t('reminders.withdraw')}</Button>
            </Buttons>
          </Form>
        )}
      </Card>
      <p>
        <a href={paths.person(person.person_id)}>{t('reminders.back')}</a>
      </p>
    </PersonFrame>
  )
}
