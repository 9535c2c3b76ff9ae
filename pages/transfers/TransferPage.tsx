import { paths } from '../../contract/paths.ts'
import { ASSIGN_REASONS, REFUSAL_REASONS, type TransferShown } from '../../contract/transfers.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card, Cards } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { ChoiceField, SelectField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { clockTone, clockWords } from './clock-words.ts'

type Props = PageProps<TransferShown>

/** One transfer: from where to where, how long it has waited, and what this officer may say to it. */
export const TransferPage = (props: Props) => {
  const { t, form } = props
  const labels = { reason: t('transfers.reason'), station_id: t('transfers.station') }
  return (
    <Page {...props} title={t('transfers.one')} part="navigation.transfers">
      <h1>{t('transfers.one')}</h1>
      <ErrorSummary form={form} labels={labels} t={t} />
      <Cards>
        <div class="column">
          <What {...props} />
          <Seen {...props} />
        </div>
        <div class="column">
          <Accept {...props} />
          <Refuse {...props} />
          <Withdraw {...props} />
          <Assign {...props} />
        </div>
      </Cards>
    </Page>
  )
}

const What = ({ person_id, clock, answer, answer_reason, answered_at, ...props }: Props) => {
  const { answered_by, t, f } = props
  return (
    <Card>
      <p>
        {clock && <Flag tone={clockTone(clock)}>{clockWords(clock, t, f)}</Flag>}
        {answer && <Flag tone="grey">{t(`transfers.answer.${answer}`)}</Flag>}
      </p>
      <Facts
        facts={[
          {
            label: t('transfers.from'),
            value: props.from[t.language],
            note: props.from_district[t.language],
          },
          { label: t('transfers.to'), value: props.to[t.language], note: props.to_district[t.language] },
          { label: t('transfers.cause'), value: t(`transfers.cause.${props.cause}`) },
          {
            label: t('transfers.offered'),
            value: f.dateTime(props.offered_at),
            note: props.offered_by[t.language],
          },
          ...(clock ? [{ label: t('transfers.answer_by'), value: f.date(clock.answer_by_on) }] : []),
          ...(answered_at
            ? [
                {
                  label: t('transfers.answer'),
                  value: f.dateTime(answered_at),
                  note: answered_by?.[t.language],
                },
              ]
            : []),
          ...(answer_reason
            ? [{ label: t('transfers.reason'), value: t(`transfers.reason.${answer_reason}`) }]
            : []),
        ]}
      />
      {person_id && (
        <Buttons>
          <ButtonLink href={paths.person(person_id)} kind={answer ? 'main' : 'plain'}>
            {t('transfers.open_record')}
          </ButtonLink>
        </Buttons>
      )}
    </Card>
  )
}

const Seen = ({ seen, t, f }: Props) => (
  <Card heading={t('transfers.seen')}>
    {seen ? (
      <Facts
        facts={[
          { label: t('transfers.record'), value: <Identifier>{seen.record_number}</Identifier> },
          { label: t('transfers.name'), value: <Name name={seen.name} t={t} /> },
          {
            label: t('transfers.next_duty'),
            value: seen.next_duty
              ? t('transfers.next_duty.value', {
                  duty: t(`breaches.duty.${seen.next_duty.duty}`),
                  due_on: f.date(seen.next_duty.due_on),
                })
              : t('transfers.next_duty.none'),
          },
        ]}
      />
    ) : (
      <p class="empty">{t('transfers.seen.gone')}</p>
    )}
  </Card>
)

const Accept = ({ transfer_id, may, t }: Props) =>
  may.accept ? (
    <Card heading={t('transfers.accept')}>
      <Form action={paths.transferAct(transfer_id, 'acceptances')}>
        <p>{t('transfers.accept.what')}</p>
        <Button>{t('transfers.accept')}</Button>
      </Form>
    </Card>
  ) : null

const Refuse = ({ transfer_id, may, form, t }: Props) =>
  may.refuse ? (
    <Card heading={t('transfers.refuse')}>
      <Form action={paths.transferAct(transfer_id, 'refusals')}>
        <ChoiceField
          name="reason"
          label={t('transfers.reason')}
          choices={REFUSAL_REASONS.map((value) => ({ value, label: t(`transfers.reason.${value}`) }))}
          {...{ form, t }}
        />
        <Button kind="plain">{t('transfers.refuse')}</Button>
      </Form>
    </Card>
  ) : null

const Withdraw = ({ transfer_id, may, t }: Props) =>
  may.withdraw ? (
    <Card heading={t('transfers.withdraw')}>
      <Form action={paths.transferAct(transfer_id, 'withdrawals')}>
        <Button kind="plain">{t('transfers.withdraw')}</Button>
      </Form>
    </Card>
  ) : null

const Assign = ({ transfer_id, may, stations, form, t }: Props) =>
  may.assign ? (
    <Card heading={t('transfers.assign')}>
      <Form action={paths.transferAct(transfer_id, 'assignments')}>
        <p>{t('transfers.assign.what')}</p>
        <SelectField
          name="station_id"
          label={t('transfers.station')}
          choices={stations.map((one) => ({ value: one.id, label: one.name[t.language] }))}
          {...{ form, t }}
        />
        <ChoiceField
          name="reason"
          label={t('transfers.reason')}
          choices={ASSIGN_REASONS.map((value) => ({ value, label: t(`transfers.reason.${value}`) }))}
          {...{ form, t }}
        />
        <Button>{t('transfers.assign')}</Button>
      </Form>
    </Card>
  ) : null
