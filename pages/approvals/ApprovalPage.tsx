import type { Approval } from '../../contract/approvals.ts'
import { paths } from '../../contract/paths.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Shown } from './Shown.tsx'

/** One proposal: what is shown is what is decided on. */
export const ApprovalPage = (props: PageProps<Approval>) => {
  const { t, form, kind, subject_id, is_own } = props
  return (
    <Page {...props} title={t(`approvals.kind.${kind}`)} part="navigation.approvals">
      <h1>{t(`approvals.kind.${kind}`)}</h1>
      <ErrorSummary form={form} labels={{ reason: t('approvals.reason') }} t={t} />
      <Outcome {...props} />
      <Facts facts={factsOf(props)} />
      {kind === 'check' ? (
        <ButtonLink href={paths.checkDesk(subject_id)} kind="main">
          {t('approvals.open_check')}
        </ButtonLink>
      ) : kind === 'entry' ? (
        <ButtonLink href={is_own ? paths.draft(subject_id) : paths.entry(subject_id)} kind="main">
          {t('approvals.open_entry')}
        </ButtonLink>
      ) : (
        <Shown {...props} />
      )}
      {kind === 'pack' && (
        <p>
          <a href={paths.packAct(subject_id, 'simulations')}>{t('approvals.open_simulations')}</a>
        </p>
      )}
      {kind === 'merge' && props.rows.some(({ field, after }) => field === 'act' && after === 'merge') && (
        <p>
          <a href={paths.match(subject_id)}>{t('approvals.open_pair')}</a>
        </p>
      )}
      {kind === 'clearance' && (
        <p>
          <a href={paths.clearance(subject_id)}>{t('approvals.open_clearance')}</a>
        </p>
      )}
      {kind === 'breach' && (
        <p>
          <a href={paths.breach(subject_id)}>{t('approvals.open_breach')}</a>
        </p>
      )}
      {props.decision === null && <Sayings {...props} />}
      {props.decision === null && !props.is_own && (
        <p>
          <a href={paths.newConflict('approval', props.approval_id)}>{t('approvals.conflict')}</a>
        </p>
      )}
    </Page>
  )
}

const factsOf = ({ t, f, ...approval }: PageProps<Approval>) => [
  { label: t('approvals.proposed_by'), value: approval.proposed_by[t.language] },
  { label: t('approvals.proposed_at'), value: f.dateTime(approval.proposed_at) },
  { label: t('approvals.expires_at'), value: f.dateTime(approval.expires_at) },
  ...(approval.district ? [{ label: t('approvals.district'), value: approval.district[t.language] }] : []),
]

const Outcome = ({
  t,
  f,
  decision,
  decided_by,
  decided_at,
  reason,
  is_expired,
  has_link,
  approval_id,
}: PageProps<Approval>) => {
  if (decision === null)
    return is_expired ? (
      <Notice kind="warning" t={t}>
        {t('errors.approval_expired')}
      </Notice>
    ) : null
  return (
    <Notice kind={decision === 'approved' ? 'success' : 'info'} t={t} heading={t(`approvals.${decision}`)}>
      <p>
        {decided_by?.[t.language]}
        {between(t)}
        {decided_at && f.dateTime(decided_at)}
      </p>
      {reason && <p dir="auto">{reason}</p>}
      {has_link && (
        <ButtonLink href={paths.enrolmentLink(approval_id)} kind="main">
          {t('approvals.show_link')}
        </ButtonLink>
      )}
    </Notice>
  )
}

/** What this officer may say to it. An entry is approved on its own screen, where the station is named. */
const Sayings = ({ t, form, approval_id, shown_hash, is_own, is_expired, kind }: PageProps<Approval>) => {
  const at = (act: string) => `${paths.approval(approval_id)}/${act}`
  const hidden = { shown_hash }
  if (is_own)
    return (
      <Form action={at('withdraw')} hidden={hidden}>
        <p>{t('approvals.own')}</p>
        <Button kind="plain">{t('approvals.withdraw')}</Button>
      </Form>
    )
  if (kind === 'entry' || kind === 'check') return null
  return (
    <>
      {!is_expired && (
        <Form action={at('approve')} hidden={hidden}>
          <Buttons>
            <Button>{t('approvals.approve')}</Button>
          </Buttons>
        </Form>
      )}
      <Form action={at('return')} hidden={hidden}>
        <TextArea
          name="reason"
          label={t('approvals.reason')}
          hint={t('approvals.reason.hint')}
          {...{ form, t }}
        />
        <Buttons>
          <Button kind="plain">{t('approvals.return')}</Button>
          <button type="submit" class="button danger" formaction={at('refuse')}>
            {t('approvals.refuse')}
          </button>
        </Buttons>
      </Form>
    </>
  )
}
