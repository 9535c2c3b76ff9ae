import type { Agency } from '../../contract/agencies.ts'
import { paths } from '../../contract/paths.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { Messages } from './AgenciesPage.tsx'

type Props = PageProps<Agency>
type Event = Agency['events'][number]

/** One agency: who it is, its secrets, and every message with what became of it. */
export const AgencyPage = (props: Props) => {
  const { t, form, name, events, may, agency_id } = props
  return (
    <Page {...props} title={t('agencies.name')} part="navigation.agencies">
      <h1>{name[t.language]}</h1>
      <ErrorSummary form={form} labels={{}} t={t} />
      <Facts facts={factsOf(props)} />
      {may.propose && (
        <Buttons>
          <ButtonLink href={paths.agencyChange(agency_id, 'address')}>
            {t('agencies.change.address')}
          </ButtonLink>
          <ButtonLink href={paths.agencyChange(agency_id, 'end')}>{t('agencies.change.end')}</ButtonLink>
        </Buttons>
      )}
      {may.rotate && <Secrets {...props} />}
      <Card heading={t('agencies.events')}>
        <Table
          caption={t('agencies.events')}
          is_caption_hidden
          rows={events}
          empty={t('agencies.events.none')}
          columns={columnsOf(props)}
        />
      </Card>
    </Page>
  )
}

const factsOf = (props: Props) => {
  const { t, f } = props
  return [
    { label: t('agencies.province'), value: props.province[t.language] },
    { label: t('agencies.client'), value: <Identifier>{props.client_id}</Identifier> },
    { label: t('agencies.from_on'), value: f.date(props.from_on) },
    { label: t('agencies.to_on'), value: props.to_on ? f.date(props.to_on) : t('agencies.open') },
    {
      label: t('agencies.webhook_url'),
      value: props.webhook_url ? <Identifier>{props.webhook_url}</Identifier> : t('agencies.no_address'),
    },
    { label: t('agencies.officers'), value: f.number(props.officers_count) },
    { label: t('agencies.state'), value: <Messages one={props} t={t} f={f} /> },
  ]
}

const Secrets = ({ t, f, secrets, agency_id, both_hours }: Props) => (
  <Card heading={t('agencies.secrets')}>
    <Table
      caption={t('agencies.secrets')}
      is_caption_hidden
      rows={secrets}
      empty={t('agencies.secrets.none')}
      columns={[
        { head: t('agencies.secrets.made'), is_name: true, cell: (one) => f.dateTime(one.made_at) },
        {
          head: t('agencies.secrets.until'),
          cell: (one) => (one.ends_at ? f.dateTime(one.ends_at) : t('agencies.secrets.newest')),
        },
      ]}
    />
    <Form action={paths.agencyAct(agency_id, 'secrets')}>
      <p>{t('agencies.rotate.what', { hours: f.number(both_hours) })}</p>
      <Button kind="plain">{t('agencies.rotate')}</Button>
    </Form>
  </Card>
)

const columnsOf = ({ t, f, may }: Props): Column<Event>[] => [
  {
    head: t('agencies.event'),
    is_name: true,
    cell: (one) => (
      <>
        {t(`agencies.event.${one.kind}`)}
        <div class="small">
          <Identifier>{one.event_id}</Identifier>
        </div>
      </>
    ),
  },
  { head: t('agencies.event.happened_at'), cell: (one) => f.dateTime(one.happened_at) },
  { head: t('agencies.event.attempts'), is_number: true, cell: (one) => f.number(one.attempts_count) },
  {
    head: t('agencies.event.state'),
    cell: (one) => (
      <>
        <State {...{ one, t, f }} />
        {may.propose && one.dead_at !== null && (
          <Buttons>
            <Form action={paths.agencyReplays(one.event_id)}>
              <Button kind="plain">{t('agencies.event.send_again')}</Button>
            </Form>
          </Buttons>
        )}
      </>
    ),
  },
]

const State = ({ one, t, f }: { one: Event } & Pick<Props, 't' | 'f'>) => {
  const fault = one.last_fault === null ? null : saidOf(one.last_fault, t)
  if (one.dead_at !== null)
    return <Flag tone="red">{t('agencies.event.given_up', { fault: fault ?? '—' })}</Flag>
  if (fault !== null) return <Flag tone="amber">{t('agencies.event.waits_because', { fault })}</Flag>
  if (one.delivered_at !== null)
    return <Flag tone="green">{t('agencies.event.taken', { at: f.dateTime(one.delivered_at) })}</Flag>
  return <Flag tone="grey">{t('agencies.event.waits')}</Flag>
}

/** Its system said a status, or the register did not call it: then why. */
const saidOf = (fault: string, t: Props['t']) =>
  fault.startsWith('status_')
    ? t('agencies.sent.refused', { code: fault.replace('status_', '') })
    : (t.find(`agencies.sent.${fault}`) ?? t('agencies.sent.not_called'))
