import type { LapseShown, PersonLapses } from '../../contract/breaches.ts'
import { paths } from '../../contract/paths.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Explain } from '../ui/Explain.tsx'
import { explained } from '../ui/explained.ts'
import { Form } from '../ui/Form.tsx'
import { typedAt } from '../ui/field-state.ts'
import { Flag } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { ContactForm, Contacts, contactLabels } from './Contacts.tsx'
import { Gate } from './Gate.tsx'
import { lapseWords, openableWords } from './words.ts'

type Props = PageProps<PersonLapses>

/** S17, before anything is opened: each lapse with its gate, and what may be done about it. */
export const LapsesPage = (props: Props) => {
  const { lapses, form, t } = props
  const chosen = chosenLapse(props)
  return (
    <PersonFrame {...props} tab={null} title={t('breaches.title')}>
      <ErrorSummary form={form} labels={contactLabels(t)} t={t} />
      <p>{t('breaches.what')}</p>
      {lapses.length === 0 && (
        <Notice kind="success" t={t} heading={t('breaches.none')}>
          {t('breaches.none.what')}
        </Notice>
      )}
      {lapses.map((lapse) => (
        <Lapse key={`${lapse.duty} ${lapse.key}`} {...props} lapse={lapse} is_chosen={lapse === chosen} />
      ))}
    </PersonFrame>
  )
}

/** The lapse whose contact form is open: the one asked for or typed about, else the only one that cannot be opened. */
function chosenLapse({ lapses, form, chosen }: Props): LapseShown | undefined {
  const wanted = form
    ? [typedAt(form.values, 'duty'), typedAt(form.values, 'key')]
    : [chosen?.duty, chosen?.key]
  const named = lapses.find(({ duty, key }) => duty === wanted[0] && key === wanted[1])
  return named ?? (lapses.length === 1 && lapses[0]?.breach_id === null ? lapses[0] : undefined)
}

type LapseProps = Props & { lapse: LapseShown; is_chosen: boolean }

const Lapse = (props: LapseProps) => {
  const { lapse, is_chosen, person, today, form, t, f } = props
  return (
    <Card heading={t(`breaches.duty.${lapse.duty}`)}>
      <p>
        <Flag tone="red">{lapseWords(lapse.state, lapse.days_late, t, f)}</Flag>{' '}
        {lapse.breach_state && <Flag tone="plain">{t(`breaches.status.${lapse.breach_state}`)}</Flag>}
      </p>
      <Explain
        value={t('breaches.due_on.value', { day: f.date(lapse.due_on) })}
        steps={explained(lapse.steps, t, f)}
        t={t}
      />
      <Verdict {...props} />
      <Gate checks={lapse.gate.checks} {...{ t, f }} />
      <h3>{t('breaches.contacts')}</h3>
      <Contacts contacts={lapse.contacts} {...{ t, f }} />
      {is_chosen && (
        <>
          <h3>{t('breaches.contact')}</h3>
          <ContactForm person_id={person.person_id} about={lapse} {...{ today, form, t }} />
        </>
      )}
    </Card>
  )
}

/** What follows from the gate: the breach there is, the button that opens one, or the way to a contact step. */
const Verdict = ({ lapse, is_chosen, person, t, f }: LapseProps) => {
  const { duty, key, gate, breach_id } = lapse
  if (breach_id)
    return (
      <Buttons>
        <ButtonLink href={paths.breach(breach_id)} kind="main">
          {t('breaches.see')}
        </ButtonLink>
      </Buttons>
    )
  const to_contact = `${paths.newBreach(person.person_id)}?duty=${duty}&key=${key}#contact`
  return (
    <>
      <Notice
        kind={gate.passes ? 'info' : 'warning'}
        t={t}
        heading={t(gate.passes ? 'breaches.gate.passes' : 'breaches.gate.refuses')}
      >
        <p>{t(gate.passes ? 'breaches.gate.passes.what' : 'breaches.gate.refuses.what')}</p>
        {!gate.passes && <p>{openableWords(lapse.openable, t, f)}</p>}
      </Notice>
      {gate.passes && (
        <Form action={paths.personBreaches(person.person_id)} hidden={{ duty, key }}>
          <Button>{t('breaches.open')}</Button>
        </Form>
      )}
      {!is_chosen && (
        <Buttons>
          <ButtonLink href={to_contact}>{t('breaches.contact_instead')}</ButtonLink>
        </Buttons>
      )}
    </>
  )
}
