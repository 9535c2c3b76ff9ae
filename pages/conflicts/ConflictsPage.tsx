import type { ConflictList } from '../../contract/conflicts.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextArea, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { ReasonField } from './ReasonField.tsx'

type Props = PageProps<ConflictList>
type Conflict = ConflictList['conflicts'][number]

/** The officer's own declarations, seen by nobody else but the auditor's log, and the form for another. */
export const ConflictsPage = (props: Props) => {
  const { t, form, conflicts, viewer } = props
  const labels = {
    record_number: t('conflicts.record_number'),
    reason_code: t('conflicts.reason'),
    reason: t('conflicts.withdrawal.reason'),
  }
  const sees_people = viewer?.role !== 'administrator' && viewer?.role !== 'auditor'
  return (
    <Page {...props} title={t('conflicts.title')} part="navigation.conflicts">
      <ErrorSummary form={form} labels={labels} t={t} />
      <h1>{t('conflicts.title')}</h1>
      <p class="lead">{t('conflicts.what')}</p>
      <section class="card">
        <Table
          caption={t('conflicts.title')}
          is_caption_hidden
          rows={conflicts}
          empty={t('conflicts.none')}
          columns={columnsOf(props)}
        />
      </section>
      <Withdrawing {...props} />
      {sees_people && !props.withdrawing && (
        <Card heading={t('conflicts.declare')}>
          <p>{t('conflicts.declare.what')}</p>
          <Form action={paths.conflicts()}>
            <TextField
              {...{ t, form }}
              name="record_number"
              kind="identifier"
              label={t('conflicts.record_number')}
              hint={t('conflicts.record_number.hint')}
              size={20}
            />
            <ReasonField {...{ t, form }} />
            <Button>{t('conflicts.declare.do')}</Button>
          </Form>
        </Card>
      )}
    </Page>
  )
}

const columnsOf = ({ t, f }: Props): Column<Conflict>[] => [
  {
    head: t('conflicts.about'),
    is_name: true,
    cell: ({ subject_kind, record_number, subject_id }) => (
      <>
        {subject_kind ? t(`conflicts.about.${subject_kind}`) : t('conflicts.about.gone')}{' '}
        <Identifier>{record_number ?? subject_id.slice(0, 8)}</Identifier>
      </>
    ),
  },
  { head: t('conflicts.district'), cell: ({ district }) => district?.[t.language] ?? '' },
  { head: t('conflicts.reason'), cell: ({ reason_code }) => t(`conflicts.reason.${reason_code}`) },
  { head: t('conflicts.declared_at'), cell: ({ declared_at }) => f.dateTime(declared_at) },
  { head: t('conflicts.standing'), cell: (conflict) => <Standing conflict={conflict} {...{ t, f }} /> },
]

/** Whether it stands, and the form that asks a second officer to withdraw it. */
const Standing = ({ conflict, t, f }: Pick<Props, 't' | 'f'> & { conflict: Conflict }) => {
  const { conflict_id, withdrawn_at, is_withdrawal_asked } = conflict
  if (withdrawn_at) return <>{t('conflicts.standing.withdrawn', { at: f.dateTime(withdrawn_at) })}</>
  if (is_withdrawal_asked) return <>{t('conflicts.standing.asked')}</>
  return (
    <>
      {t('conflicts.standing.stands')}{' '}
      <a href={paths.withdrawConflict(conflict_id)}>{t('conflicts.withdrawal')}</a>
    </>
  )
}

/** Asks a second officer to withdraw the one chosen in the list. */
const Withdrawing = ({ conflicts, withdrawing, form, t }: Props) => {
  const chosen = conflicts.find(({ conflict_id }) => conflict_id === withdrawing)
  if (!chosen || chosen.withdrawn_at !== null || chosen.is_withdrawal_asked) return null
  return (
    <Card heading={t('conflicts.withdrawal.title')}>
      <p>
        {chosen.subject_kind ? t(`conflicts.about.${chosen.subject_kind}`) : t('conflicts.about.gone')}{' '}
        <Identifier>{chosen.record_number ?? chosen.subject_id.slice(0, 8)}</Identifier>
      </p>
      <Form action={paths.conflictWithdrawals(chosen.conflict_id)}>
        <TextArea
          name="reason"
          label={t('conflicts.withdrawal.reason')}
          hint={t('conflicts.withdrawal.hint')}
          rows={2}
          {...{ form, t }}
        />
        <Button>{t('conflicts.withdrawal.send')}</Button>
      </Form>
    </Card>
  )
}
