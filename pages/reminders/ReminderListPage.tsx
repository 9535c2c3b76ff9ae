import { paths } from '../../contract/paths.ts'
import type { ReminderList, ReminderRow } from '../../contract/reminders.ts'
import { between } from '../ui/between.ts'
import { Identifier } from '../ui/Identifier.tsx'
import { Light } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

type Props = PageProps<ReminderList>

/** Whom to remind in the two weeks to come: printed, it is the channel that always works. */
export const ReminderListPage = (props: Props) => {
  const { t, f, rows, place, today, next, is_first } = props
  return (
    <Page {...props} title={t('reminders.list')} part="navigation.duties">
      <h1>
        {t('reminders.list')}
        {between(t)}
        {place?.[t.language] ?? t('calendar.all_pakistan')}
      </h1>
      <p>{t('reminders.list.what', { day: f.date(today) })}</p>
      <Table
        caption={t('reminders.list')}
        is_caption_hidden
        rows={rows}
        empty={t('duties.none')}
        columns={[
          { head: t('duties.person'), is_name: true, cell: (row) => <Who row={row} t={t} /> },
          { head: t('duties.duty'), cell: (row) => row.duty && t(`calendar.duty.${row.duty}`) },
          { head: t('duties.due_on'), cell: (row) => row.on && f.date(row.on) },
          {
            head: t('duties.state'),
            cell: (row) => row.state && <Light state={row.state} days={row.days_left} t={t} />,
          },
          { head: t('reminders.channel'), cell: (row) => <Channel row={row} t={t} f={f} /> },
        ]}
      />
      <Pager
        first_href={is_first ? null : paths.reminders()}
        next_href={next === null ? null : `${paths.reminders()}?after=${next}`}
        shown_count={rows.length}
        t={t}
      />
    </Page>
  )
}

const Who = ({ row, t }: { row: ReminderRow; t: Props['t'] }) => (
  <>
    <a href={paths.person(row.person_id)}>
      {row.name && (row.name.latin || row.name.ur) ? (
        <Name name={row.name} t={t} />
      ) : (
        <Identifier>{row.record_number}</Identifier>
      )}
    </a>
  </>
)

const Channel = ({ row, t, f }: { row: ReminderRow } & Pick<Props, 't' | 'f'>) => {
  if (row.sent_at) return <>{t('reminders.sent', { at: f.dateTime(row.sent_at) })}</>
  return row.channel === 'sms' ? (
    <span>{t('reminders.channel.sms')}</span>
  ) : (
    <a href={paths.newContact(row.person_id)}>{t('reminders.channel.print')}</a>
  )
}
