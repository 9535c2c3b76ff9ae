import type { BreachShown } from '../../contract/breaches.ts'
import { paths } from '../../contract/paths.ts'
import { decisions, grounds } from '../../domain/breach/decision.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card, Cards } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Explain } from '../ui/Explain.tsx'
import { explained } from '../ui/explained.ts'
import { Facts } from '../ui/Facts.tsx'
import { ChoiceField, SelectField, TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag, type Tone } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { ContactForm, Contacts, contactLabels } from './Contacts.tsx'
import { Gate } from './Gate.tsx'
import { lapseWords, reasonOf } from './words.ts'

type Props = PageProps<BreachShown>

/** S17: one missed duty, what it rests on, what was tried, and the decision either way. */
export const BreachPage = (props: Props) => {
  const { form, t, f } = props
  return (
    <PersonFrame {...props} tab={null} title={t('breaches.one')}>
      <ErrorSummary form={form} labels={labelsOf(t)} t={t} />
      <Fallen {...props} />
      <Cards>
        <div class="column">
          <What {...props} />
          <DecisionCard {...props} />
        </div>
        <div class="column">
          <StepsCard {...props} />
          <ContactCard {...props} />
          <PrintCard {...props} />
        </div>
      </Cards>
      <Card heading={t('breaches.gate')}>
        <Gate checks={props.gate.checks} is_caption_hidden {...{ t, f }} />
      </Card>
    </PersonFrame>
  )
}

const labelsOf = (t: Props['t']) => ({
  ...contactLabels(t),
  decision: t('breaches.decision'),
  ground: t('breaches.ground'),
  reason: t('breaches.reason'),
})

const Fallen = ({ state, gate, decisions: made, t, f }: Props) => {
  if (state !== 'fallen') return null
  const why = gate.checks.find(({ passes }) => !passes)
  const was_referred = made.some(({ decision, said }) => decision === 'refer' && said === 'approved')
  return (
    <Notice kind="warning" t={t} heading={t('breaches.fallen')}>
      {why && <p>{reasonOf(why, t, f)}</p>}
      {was_referred && <p>{t('breaches.fallen.bundle')}</p>}
    </Notice>
  )
}

const TONES: Record<BreachShown['state'], Tone> = {
  ...{ open: 'amber', to_sign: 'amber', referred: 'dark', not_referred: 'grey', fallen: 'grey' },
}

const What = ({ missed, duty_state, days_late, state, steps, ...props }: Props) => {
  const { opened_at, opened_by, station, t, f } = props
  const { duty, due_on, due_at } = missed
  const date = due_at ? f.dateTime(due_at) : f.date(due_on)
  const who = t('breaches.opened_by', { who: opened_by[t.language], station: station[t.language] })
  return (
    <Card heading={t(`breaches.duty.${duty}`)}>
      <p>
        <Flag tone={TONES[state]}>{t(`breaches.status.${state}`)}</Flag>
      </p>
      <Facts
        facts={[
          {
            label: t('breaches.due_on'),
            value: steps.length > 0 ? <Explain value={date} steps={explained(steps, t, f)} t={t} /> : date,
          },
          { label: t('breaches.state'), value: lapseWords(duty_state, days_late, t, f) },
          { label: t('breaches.opened'), value: f.dateTime(opened_at), note: who },
        ]}
      />
      <p class="small">{t('breaches.what')}</p>
    </Card>
  )
}

const StepsCard = ({ clock, today, state, t, f }: Props) => (
  <Card heading={t('breaches.steps')}>
    <Table
      caption={t('breaches.steps')}
      is_caption_hidden
      rows={clock}
      empty=""
      columns={[
        { head: t('breaches.step'), is_name: true, cell: ({ step }) => t(`breaches.step.${step}`) },
        { head: t('breaches.step.by'), cell: ({ by_on }) => (by_on ? f.date(by_on) : '—') },
        {
          head: t('breaches.state'),
          cell: ({ is_done, by_on }) => {
            if (is_done) return <Flag tone="green">{t('breaches.step.done')}</Flag>
            if (state === 'fallen') return '—'
            const is_late = by_on !== null && by_on < today
            return (
              <Flag tone={is_late ? 'red' : 'amber'}>{t(`breaches.step.${is_late ? 'late' : 'waits'}`)}</Flag>
            )
          },
        },
      ]}
    />
    <p class="small">{t('breaches.assumed')}</p>
  </Card>
)

const ContactCard = ({ contacts, person, missed, may, today, form, t, f }: Props) => (
  <Card heading={t('breaches.contacts')}>
    <Contacts contacts={contacts} {...{ t, f }} />
    {may.contact && (
      <details class="act" open={isAbout(form, 'made_on')}>
        <summary>{t('breaches.contact')}</summary>
        <ContactForm
          person_id={person.person_id}
          about={missed}
          {...{ today, t }}
          form={isAbout(form, 'made_on') ? form : undefined}
        />
      </details>
    )}
  </Card>
)

const isAbout = (form: Props['form'], field: string): boolean => form !== undefined && field in form.values

const DecisionCard = (props: Props) => {
  const { decisions: made, may, t, f } = props
  return (
    <Card heading={t('breaches.decisions')}>
      {made.length === 0 && <p class="empty">{t('breaches.decisions.none')}</p>}
      {made.map((one) => (
        <Facts
          key={one.approval_id}
          facts={[
            { label: t('breaches.decision'), value: t(`breaches.decision.${one.decision}`) },
            {
              label: t('breaches.reason'),
              value: t(`approvals.ground.${one.ground}`),
              note: <bdi>{one.reason}</bdi>,
            },
            { label: t('breaches.by'), value: one.decided_by[t.language], note: f.dateTime(one.decided_at) },
            { label: t('breaches.said'), ...saidOf(one, t, f) },
          ]}
        />
      ))}
      {may.decide && <DecideForm {...props} />}
    </Card>
  )
}

const saidOf = (
  { said, said_by, said_at, approval_id }: BreachShown['decisions'][number],
  t: Props['t'],
  f: Props['f'],
) => ({
  value: said ? (
    t(`breaches.said.${said}`)
  ) : (
    <a href={paths.approval(approval_id)}>{t('breaches.said.waits')}</a>
  ),
  note: said_by && said_at ? `${said_by[t.language]}${between(t)}${f.dateTime(said_at)}` : undefined,
})

const PrintCard = ({ prints, state, breach_id, may, t, f }: Props) => {
  if (!may.print && prints.length === 0) return null
  return (
    <Card heading={t('breaches.prints')}>
      {prints.length === 0 && <p class="empty">{t('breaches.prints.none')}</p>}
      {prints.map(({ print_id, print_number, printed_at }) => (
        <p key={print_id}>
          <a href={paths.print(print_id)}>
            <Identifier>{print_number}</Identifier>
          </a>{' '}
          <span class="small">{t('breaches.prints.opened', { at: f.dateTime(printed_at) })}</span>{' '}
          {state === 'fallen' && <Flag tone="grey">{t('breaches.prints.superseded')}</Flag>}
        </p>
      ))}
      {may.print && (
        <Form action={paths.breachReferrals(breach_id)}>
          <Button kind={prints.length === 0 ? 'main' : 'plain'}>{t('breaches.print')}</Button>
        </Form>
      )}
    </Card>
  )
}

const DecideForm = ({ breach_id, is_contact_tried, form, t }: Props) => (
  <Form action={paths.breachDecisions(breach_id)}>
    <h3>{t('breaches.decide')}</h3>
    <p>{t('breaches.decide.what')}</p>
    {!is_contact_tried && <Notice kind="info" t={t} heading={t('breaches.decide.contact_first')} />}
    <ChoiceField
      name="decision"
      label={t('breaches.decision')}
      choices={decisions.map((value) => ({ value, label: t(`breaches.decision.${value}`) }))}
      {...{ form, t }}
    />
    <SelectField
      name="ground"
      label={t('breaches.ground')}
      choices={[...grounds.refer, ...grounds.not_refer].map((value) => ({
        value,
        label: t(`breaches.ground.${value}`),
      }))}
      {...{ form, t }}
    />
    <TextArea name="reason" label={t('breaches.reason')} hint={t('breaches.reason.hint')} {...{ form, t }} />
    <Button>{t('breaches.propose')}</Button>
  </Form>
)
