import { type Clearance, WITHDRAWAL_REASONS } from '../../contract/clearances.ts'
import { paths } from '../../contract/paths.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card, Cards } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { ChoiceField, TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<Clearance>

/** One clearance: whose slip it is, why, how it stands, and what may be done with it now. */
export const ClearancePage = (props: Props) => {
  const { t, form } = props
  const labels = { reason_code: t('clearances.reason_code'), reason: t('clearances.withdraw.reason') }
  return (
    <Page {...props} title={t('clearances.one')} part="navigation.checks">
      <ErrorSummary form={form} labels={labels} t={t} />
      <h1>{t('clearances.one')}</h1>
      <Cards>
        <div class="column">
          <Card heading={t('clearances.holder')}>
            <Facts
              facts={[
                { label: t('drafts.names'), value: <Name name={props.name} t={t} /> },
                { label: t('drafts.fathers'), value: <Name name={props.father} t={t} /> },
                { label: t('clearances.cnic_tail'), value: identified(props.cnic_tail, t) },
              ]}
            />
          </Card>
          <Why {...props} />
        </div>
        <div class="column">
          <Slip {...props} />
        </div>
      </Cards>
    </Page>
  )
}

const Slip = (props: Props) => {
  const { t, f, clearance_id, slip_number, withdrawn_at, withdrawn_for, withdrawn_by } = props
  return (
    <Card heading={t('clearances.slip')}>
      {withdrawn_at ? (
        <>
          <p>
            <Flag tone="red">
              {slip_number ? t('clearances.withdrawn', { number: slip_number }) : t('clearances.refused')}
            </Flag>
          </p>
          {withdrawn_for && <p>{t(`clearances.reason_code.${withdrawn_for}`)}</p>}
          <p class="small">
            {withdrawn_by?.[t.language]}
            {between(t)}
            {f.dateTime(withdrawn_at)}
          </p>
        </>
      ) : slip_number ? (
        <>
          <p>
            <Flag tone="green">{t('clearances.issued', { number: slip_number })}</Flag>
          </p>
          <p class="small">
            {props.issued_by?.[t.language]}
            {between(t)}
            {props.issued_at && f.dateTime(props.issued_at)}
          </p>
          <Buttons>
            <ButtonLink href={paths.clearanceFile(clearance_id)} kind="main">
              {t('clearances.print')}
            </ButtonLink>
          </Buttons>
        </>
      ) : (
        props.issued_at === null && <Flag tone="amber">{t('clearances.waits')}</Flag>
      )}
      <Acts {...props} />
    </Card>
  )
}

const Acts = (props: Props) => {
  const { t, clearance_id, is_own, slip_number, withdrawn_at, approval_id } = props
  return (
    <>
      {props.bears_number && (
        <Notice kind="warning" t={t}>
          {t('clearances.bears_number')}
        </Notice>
      )}
      {props.may_issue && (
        <Form action={paths.clearanceIssues(clearance_id)}>
          <p>{t('clearances.issue.what')}</p>
          <Button>{t('clearances.issue')}</Button>
        </Form>
      )}
      {is_own && !slip_number && !withdrawn_at && (
        <Notice kind="info" t={t}>
          {t('clearances.own')}
        </Notice>
      )}
      {props.may_refuse && <Refuse {...props} />}
      {props.may_withdraw && <Withdraw {...props} />}
      {approval_id && (
        <Notice kind="info" t={t} heading={t('clearances.withdraw.waits')}>
          <a href={paths.approval(approval_id)}>{t('clearances.withdraw.open_proposal')}</a>
        </Notice>
      )}
    </>
  )
}

const Reasons = ({ t, form }: Pick<Props, 't' | 'form'>) => (
  <ChoiceField
    {...{ t, form }}
    name="reason_code"
    label={t('clearances.reason_code')}
    choices={WITHDRAWAL_REASONS.map((value) => ({ value, label: t(`clearances.reason_code.${value}`) }))}
  />
)

const Refuse = ({ clearance_id, form, t }: Props) => (
  <details open={form !== undefined}>
    <summary>{t('clearances.refuse.open')}</summary>
    <Form action={paths.clearanceRefusals(clearance_id)}>
      <p>{t('clearances.refuse.what')}</p>
      <Reasons {...{ t, form }} />
      <Button kind="plain">{t('clearances.refuse')}</Button>
    </Form>
  </details>
)

const Withdraw = ({ clearance_id, form, t }: Props) => (
  <details open={form !== undefined}>
    <summary>{t('clearances.withdraw.open')}</summary>
    <Form action={paths.clearanceWithdrawals(clearance_id)}>
      <p>{t('clearances.withdraw.what')}</p>
      <Reasons {...{ t, form }} />
      <TextArea {...{ t, form }} name="reason" rows={2} label={t('clearances.withdraw.reason')} />
      <Button kind="plain">{t('clearances.withdraw')}</Button>
    </Form>
  </details>
)

const identified = (text: string | null, t: Props['t']) =>
  text ? <Identifier>{text}</Identifier> : t('ui.not_known')

const Why = (props: Props) => {
  const { t, f, cause, check_id, match_pair_id, record_number, asked_on, asked_by, asked_at } = props
  const href = check_id ? paths.check(check_id) : match_pair_id ? paths.match(match_pair_id) : null
  return (
    <Card heading={t('clearances.why')}>
      <Facts
        facts={[
          {
            label: t('clearances.cause'),
            value: href ? (
              <a href={href}>{t(`clearances.cause.${cause}`)}</a>
            ) : (
              t(`clearances.cause.${cause}`)
            ),
          },
          {
            label: t(props.withdrawn_at ? 'clearances.not_of_then' : 'clearances.not_of'),
            value: identified(record_number, t),
          },
          ...(asked_on ? [{ label: t('clearances.asked_on'), value: f.date(asked_on) }] : []),
          ...(asked_by && asked_at
            ? [{ label: t('clearances.asked_by'), value: asked_by[t.language], note: f.dateTime(asked_at) }]
            : []),
        ]}
      />
    </Card>
  )
}
