import type { NoticeShown } from '../../contract/notices.ts'
import { paths } from '../../contract/paths.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { type Fact, Facts } from '../ui/Facts.tsx'
import { TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Light } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

type Props = PageProps<NoticeShown>

/** One notice as it is kept: what was told, what it met, its receipt, and how it is struck out if it was wrong. */
export const NoticePage = (props: Props) => {
  const { t, form, person, duty, about_id, told } = props
  return (
    <PersonFrame {...props} tab={null} title={t('notices.one')}>
      <ErrorSummary form={form} labels={{ reason: t('notices.strike.reason') }} t={t} />
      <Struck {...props} />
      {props.offers_transfer && props.strike === null && <Transfer {...props} />}
      <Card heading={t(`notices.duty.${duty}`)}>
        <Facts facts={factsOf(props)} />
        <Buttons>
          {props.may_record && (
            <ButtonLink href={paths.newNotice(person.person_id)}>{t('notices.another')}</ButtonLink>
          )}
          {about_id && told.kind === 'trip' && (
            <ButtonLink href={paths.trip(person.person_id, about_id)}>{t('notices.trip.open')}</ButtonLink>
          )}
        </Buttons>
      </Card>
      <Receipt {...props} />
      <Strike {...props} />
    </PersonFrame>
  )
}

function factsOf(props: Props): Fact[] {
  const { t, f, received_at, received_how, document_seen, station, back_dated_reason } = props
  return [
    { label: t('notices.number'), value: <Identifier>{props.notice_number}</Identifier> },
    {
      label: t('notices.received'),
      value: f.dateTime(received_at),
      note: t(`notices.received_how.${received_how}`),
    },
    { label: t('notices.station'), value: station?.[t.language] ?? t('notices.station.bureau') },
    { label: t('notices.document_seen'), value: t(`notices.document_seen.${document_seen}`) },
    ...toldFacts(props),
    { label: t('notices.met'), value: <Met {...props} /> },
    {
      label: t('notices.typed_in'),
      value: f.dateTime(props.recorded_at),
      note: (
        <>
          {props.recorded_by[t.language]}
          {back_dated_reason && (
            <div>
              {t('notices.back_dated_reason')}: <bdi>{back_dated_reason}</bdi>
            </div>
          )}
        </>
      ),
    },
  ]
}

function toldFacts({ told, t, f }: Props): Fact[] {
  switch (told.kind) {
    case 'attendance':
    case 'known':
      return [{ label: t('notices.told'), value: t(`notices.told.${told.kind}`) }]
    case 'address':
      return [
        {
          label: t('notices.address_text'),
          value: <bdi>{told.text}</bdi>,
          note: told.district?.[t.language],
        },
        { label: t('notices.address_from_on'), value: told.changed_on && f.date(told.changed_on) },
      ]
    case 'name':
      return [
        {
          label: t('notices.of.name'),
          value: (
            <bdi lang="ur" dir="rtl">
              {told.ur}
            </bdi>
          ),
          note: (
            <bdi lang="en" dir="ltr">
              {told.latin}
            </bdi>
          ),
        },
        { label: t('notices.name_changed_on'), value: told.changed_on && f.date(told.changed_on) },
      ]
    case 'trip':
      return [
        {
          label: t('notices.destination'),
          value: <bdi>{told.destination ?? ''}</bdi>,
          note: told.country ? t.find(`notices.country.${told.country}`) : undefined,
        },
        { label: t('notices.trip.departs_at'), value: told.departs_at && f.dateTime(told.departs_at) },
        {
          label: t('notices.trip.returns_at'),
          value: told.returns_at ? f.dateTime(told.returns_at) : t('notices.trip.returns_at.unknown'),
        },
      ]
  }
}

const Met = ({ met, t, f }: Props) => {
  if (met.length === 0) return t('notices.met.none')
  return met.map(({ duty, due_on, due_at, state }) => (
    <div key={`${duty}${due_on}${due_at}`}>
      <Light state={state} t={t} />{' '}
      {(due_at || due_on) &&
        t('notices.met.due', { day: due_at ? f.dateTime(due_at) : f.date(due_on ?? '') })}
    </div>
  ))
}

const Struck = ({ strike, t, f }: Props) =>
  strike && (
    <Notice kind="warning" heading={t('notices.struck')} t={t}>
      <p>
        <bdi>{strike.reason}</bdi>
      </p>
      <p>
        {strike.struck_by[t.language]}
        {between(t)}
        {f.dateTime(strike.struck_at)}
        {strike.is_by_two && `${between(t)}${t('notices.struck.by_two')}`}
      </p>
    </Notice>
  )

const Transfer = ({ person, t }: Props) => (
  <Notice kind="info" t={t}>
    <p>{t('notices.transfer')}</p>
    <p>
      <a href={paths.newTransfer(person.person_id)}>{t('notices.transfer.offer')}</a>
    </p>
  </Notice>
)

/** The receipt, and every print of it so far: a second one is marked as a copy. */
const Receipt = ({ notice_id, prints, may_record, strike, t, f }: Props) => (
  <Card heading={t('notices.receipt')}>
    <p>{t('notices.receipt.what')}</p>
    {may_record && strike === null && (
      <Form action={paths.noticeAct(notice_id, 'receipts')}>
        <Button kind={prints.length === 0 ? 'main' : 'plain'}>
          {t(prints.length === 0 ? 'notices.receipt.print' : 'notices.receipt.again')}
        </Button>
      </Form>
    )}
    <Table
      caption={t('notices.receipt')}
      is_caption_hidden
      rows={prints}
      empty={t('notices.receipt.none')}
      columns={[
        {
          head: t('notices.receipt.number'),
          is_name: true,
          cell: (one) => (
            <>
              <a href={paths.print(one.print_id)}>
                <Identifier>{one.print_number}</Identifier>
              </a>
              {one.reprint_of !== null && ` (${t('notices.receipt.is_reprint')})`}
            </>
          ),
        },
        { head: t('notices.receipt.when'), cell: (one) => f.dateTime(one.printed_at) },
      ]}
    />
  </Card>
)

const Strike = ({ notice_id, may_strike, form, t }: Props) =>
  may_strike && (
    <details class="card" open={form !== undefined}>
      <summary>{t('notices.strike')}</summary>
      <p>{t(`notices.strike.${may_strike}`)}</p>
      <Form action={paths.noticeAct(notice_id, 'strikes')}>
        <TextArea name="reason" label={t('notices.strike.reason')} rows={2} {...{ form, t }} />
        <Button kind="danger">
          {t(may_strike === 'alone' ? 'notices.strike.do' : 'notices.strike.ask')}
        </Button>
      </Form>
    </details>
  )
