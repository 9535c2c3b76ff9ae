import type { DutyShown, PersonDuties } from '../../contract/duties.ts'
import { paths } from '../../contract/paths.ts'
import { duty_names } from '../../domain/duty/facts.ts'
import { isReleaseKnown } from '../people/end-words.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { StaysCard } from '../stays/StaysCard.tsx'
import { Basis } from '../ui/Basis.tsx'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Explain } from '../ui/Explain.tsx'
import { explained } from '../ui/explained.ts'
import { Light } from '../ui/Light.tsx'
import { lawName } from '../ui/law-words.ts'
import { Notice } from '../ui/Notice.tsx'
import { packWords } from '../ui/pack-words.ts'
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

/** What else the desk does about his duties; notice and serving stand in the bar of every page. */
const Acts = ({ person: { person_id, may }, t }: Props) => {
  if (!may.prepare_breach && !may.offer_transfer && !may.keep_contact) return null
  return (
    <Buttons>
      {may.prepare_breach && <ButtonLink href={paths.newBreach(person_id)}>{t('breaches.title')}</ButtonLink>}
      {may.offer_transfer && (
        <ButtonLink href={paths.newTransfer(person_id)}>{t('transfers.offer')}</ButtonLink>
      )}
      {may.keep_contact && (
        <ButtonLink href={paths.newContact(person_id)}>{t('reminders.contact')}</ButtonLink>
      )}
    </Buttons>
  )
}

/** The standing with its reason, and every exception with what to do about it. */
const Stands = ({ person, reason, exceptions, is_frozen, t, f }: Props) => {
  const day = reason.since_on ? f.date(reason.since_on) : t('ui.not_known')
  return (
    <Card heading={t('duties.standing')}>
      <p>
        {reason.code === 'ended' && !isReleaseKnown(person)
          ? t('duties.reason.end_unknown')
          : t(`duties.reason.${reason.code}`, { day, count: reason.overdue_count })}
      </p>
      {person.is_in_hospital && <p>{t('duties.reason.hospital')}</p>}
      {is_frozen && (
        <Notice kind="warning" t={t} heading={t('duties.frozen')}>
          {t('duties.frozen.what')}
        </Notice>
      )}
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

/** States about which a missed duty may be asked for. */
const LAPSED: readonly DutyShown['state'][] = ['overdue', 'unmet', 'met_late']

const lapseHref = (person_id: string, { duty, key }: DutyShown) =>
  `${paths.newBreach(person_id)}?${new URLSearchParams({ duty, key })}`

const columnsOf = ({ person, t, f }: Props): Column<DutyShown>[] => [
  { head: t('duties.what'), is_name: true, cell: ({ duty }) => t(`duties.name.${duty}`) },
  { head: t('duties.due'), cell: (duty) => <DueDate duty={duty} {...{ t, f }} /> },
  {
    head: t('duties.state'),
    cell: (duty) => (
      <>
        <Light state={duty.state} days={duty.days} t={t} />
        {person.may.prepare_breach && LAPSED.includes(duty.state) && (
          <div class="small">
            <a href={lapseHref(person.person_id, duty)}>{t('duties.see_missed')}</a>
          </div>
        )}
      </>
    ),
  },
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
        <p class="small">{packWords(duty.pack, t, f)}</p>
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

const Period = ({ person, pack, registration: { starts_on, ends_on, steps }, t, f }: Props) => {
  if (!starts_on) return null
  if (!isReleaseKnown(person))
    return (
      <Card heading={t('duties.period')}>
        <p>{t('duties.period.unknown', { from: f.date(starts_on) })}</p>
        <p class="small">{packWords(pack, t, f)}</p>
      </Card>
    )
  const from = f.date(starts_on)
  const value = ends_on
    ? t('duties.period.how', { from, to: f.date(ends_on) })
    : t('duties.period.open', { from })
  return (
    <Card heading={t('duties.period')}>
      <Explain value={<strong>{value}</strong>} steps={explained(steps, t, f)} t={t} />
      <p class="small">{packWords(pack, t, f)}</p>
    </Card>
  )
}

const Servings = ({ person, servings, t, f }: Props) => (
  <Card heading={t('duties.servings')}>
    <Table
      caption={t('duties.servings')}
      is_caption_hidden
      rows={servings}
      empty={t('duties.servings.none')}
      columns={[
        {
          head: t('duties.served_at'),
          is_name: true,
          cell: (s) =>
            person.may.record_notice ? (
              <a href={paths.serving(s.serving_id)}>{f.dateTime(s.served_at)}</a>
            ) : (
              f.dateTime(s.served_at)
            ),
        },
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
        {
          head: t('stays.act'),
          cell: (s) =>
            person.may.propose_strikeout && (
              <a href={paths.newStrikeout(person.person_id, 'serving', s.serving_id)}>
                {t('strikeouts.propose')}
              </a>
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
              {lawName(key, t)}
              <div>
                <bdi dir="ltr">{key}</bdi>
              </div>
            </dt>
            <dd>
              {title[t.language]}
              <div class="small">{reference[t.language]}</div>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
