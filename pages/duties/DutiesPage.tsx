import type { DutyShown, PersonDuties } from '../../contract/duties.ts'
import { paths } from '../../contract/paths.ts'
import { duty_names } from '../../domain/duty/facts.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { StaysCard } from '../stays/StaysCard.tsx'
import { Basis } from '../ui/Basis.tsx'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Explain } from '../ui/Explain.tsx'
import { explained } from '../ui/explained.ts'
import { Light } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'

type Props = PageProps<PersonDuties>

/** S8: what is owed and when; every date opens to its rule, its law, what it was worked out from and each step. */
export const DutiesPage = (props: Props) => (
  <PersonFrame {...props} tab="duties" title={props.t('people.title.duties')}>
    <Acts {...props} />
    <Stands {...props} />
    <Schedule {...props} />
    <Period {...props} />
    <Servings {...props} />
    <StaysCard {...props} />
    <Laws {...props} />
  </PersonFrame>
)

const Acts = ({ person, t }: Props) => {
  const may = person.may as typeof person.may & { record_notice?: boolean; serve?: boolean }
  if (!may.record_notice && !may.serve) return null
  return (
    <Buttons>
      {may.record_notice && (
        <ButtonLink href={paths.newNotice(person.person_id)} kind="main">
          {t('duties.record_notice')}
        </ButtonLink>
      )}
      {may.serve && <ButtonLink href={paths.newServing(person.person_id)}>{t('duties.serve')}</ButtonLink>}
    </Buttons>
  )
}

/** The standing with its reason, and every exception with what to do about it. */
const Stands = ({ person, reason, exceptions, t, f }: Props) => {
  const day = reason.since_on ? f.date(reason.since_on) : t('ui.not_known')
  return (
    <Card heading={t('duties.standing')}>
      <p>{t(`duties.reason.${reason.code}`, { day, count: reason.overdue_count })}</p>
      {person.is_in_hospital && <p>{t('duties.reason.hospital')}</p>}
      {exceptions.map((exception) => (
        <Notice key={exception} kind="warning" t={t} heading={t(`duties.exception.${exception}`)}>
          {t(`duties.exception.${exception}.what`)}
        </Notice>
      ))}
    </Card>
  )
}

const Schedule = (props: Props) => {
  const { duties, registration, t } = props
  const is_waiting = registration.status === 'active' && registration.released_on === null
  return (
    <Card heading={t('duties.schedule')}>
      <Table
        caption={t('duties.schedule')}
        is_caption_hidden
        rows={duties}
        empty={t(is_waiting ? 'duties.schedule.not_released' : 'duties.schedule.none')}
        columns={columnsOf(props)}
      />
    </Card>
  )
}

const columnsOf = ({ t, f }: Props): Column<DutyShown>[] => [
  { head: t('duties.what'), is_name: true, cell: ({ duty }) => t(`duties.name.${duty}`) },
  { head: t('duties.due'), cell: (duty) => <DueDate duty={duty} {...{ t, f }} /> },
  { head: t('duties.state'), cell: ({ state, days }) => <Light state={state} days={days} t={t} /> },
  {
    head: t('duties.met_by'),
    cell: ({ notice }) =>
      notice && (
        <a href={paths.notice(notice.notice_id)}>
          {t('duties.met_by.notice', { at: f.dateTime(notice.received_at) })}
        </a>
      ),
  },
]

type DutyProps = Pick<Props, 't' | 'f'> & { duty: DutyShown }

/** The date, which opens to its inputs and to each step of the arithmetic. */
const DueDate = ({ duty, t, f }: DutyProps) => {
  const { due_on, due_at, steps, law, status } = duty
  const value = due_at ? f.dateTime(due_at) : due_on ? f.weekday(due_on) : t('duties.no_date')
  return (
    <>
      <Explain value={<strong>{value}</strong>} steps={explained(steps, t, f)} t={t}>
        <Inputs duty={duty} {...{ t, f }} />
      </Explain>
      <span class="small">
        <Basis law={law} status={status} t={t} />
      </span>
    </>
  )
}

const INPUTS = ['released_on', 'served_at', 'changed_on', 'departs_at', 'returns_at'] as const

const Inputs = ({ duty, t, f }: DutyProps) => (
  <>
    <p class="small">{t('duties.inputs')}</p>
    <ul class="small">
      {INPUTS.map((name) => {
        const value = duty.inputs[name]
        const is_day = name === 'released_on' || name === 'changed_on'
        return (
          value && (
            <li key={name}>
              {t(`duties.input.${name}`, { at: is_day ? f.date(value) : f.dateTime(value) })}
            </li>
          )
        )
      })}
    </ul>
  </>
)

const Period = ({ registration: { starts_on, ends_on, steps }, t, f }: Props) => {
  if (!starts_on) return null
  const to = ends_on ? f.date(ends_on) : t('people.until_open')
  return (
    <Card heading={t('duties.period')}>
      <Explain
        value={<strong>{t('duties.period.how', { from: f.date(starts_on), to })}</strong>}
        steps={explained(steps, t, f)}
        t={t}
      />
    </Card>
  )
}

const Servings = ({ servings, t, f }: Props) => (
  <Card heading={t('duties.servings')}>
    <Table
      caption={t('duties.servings')}
      is_caption_hidden
      rows={servings}
      empty={t('duties.servings.none')}
      columns={[
        { head: t('duties.served_at'), is_name: true, cell: (s) => f.dateTime(s.served_at) },
        { head: t('duties.language'), cell: (s) => t(`duties.language.${s.language}`) },
        {
          head: t('duties.served_what'),
          cell: (s) =>
            s.duties.length === duty_names.length
              ? t('duties.served_all')
              : f.list(s.duties.map((duty) => t(`duties.name.${duty}`))),
        },
        { head: t('duties.proof'), cell: (s) => t(`duties.proof.${s.proof}`) },
        {
          head: t('duties.served_by'),
          cell: (s) => (
            <>
              {s.by[t.language]}
              {s.station && <div class="small">{s.station[t.language]}</div>}
            </>
          ),
        },
      ]}
    />
  </Card>
)

const Laws = ({ laws, t }: Props) =>
  laws.length === 0 ? null : (
    <details class="card">
      <summary>{t('duties.laws')}</summary>
      <dl class="facts">
        {laws.map(({ key, title, reference }) => (
          <div key={key}>
            <dt>
              <bdi dir="ltr">{key}</bdi>
            </dt>
            <dd>
              {title[t.language]}
              <div class="small">
                <bdi dir="ltr">{reference}</bdi>
              </div>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
