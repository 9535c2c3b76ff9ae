import type { LawChange } from '../../contract/law-changes.ts'
import { LAW_CHANGE_EFFECTS } from '../../contract/law-changes.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'

type Props = PageProps<LawChange>
type Row = Props['rows'][number]

/** What a change of the rules did on its first day: exits, and the tasks of the Bureau. */
export const LawChangePage = (props: Props) => {
  const { t, f, form, law_change_id, pack_id, pack_title, state, rows, next, is_first } = props
  const at = paths.lawChange(law_change_id)
  return (
    <Page {...props} title={t('law_changes.title')} part="navigation.packs">
      <p>
        <a href={paths.pack(pack_id)}>{pack_title[t.language]}</a>
      </p>
      <h1>{t('law_changes.title')}</h1>
      <ErrorSummary form={form} labels={{}} t={t} />
      <p>{t(`law_changes.state.${state}.what`)}</p>
      <Facts
        facts={[
          { label: t('packs.from_on'), value: f.date(props.from_on) },
          { label: t('law_changes.state'), value: t(`law_changes.state.${state}`) },
          { label: t('law_changes.seen'), value: f.number(props.seen_count) },
          { label: t('law_changes.exits'), value: f.number(props.exit_count) },
          { label: t('law_changes.open_tasks'), value: f.number(props.open_task_count) },
          {
            label: t('law_changes.decided_on'),
            value: <a href={paths.simulation(props.simulation_id)}>{t('simulations.one')}</a>,
          },
        ]}
      />
      <section>
        <h2>{t('law_changes.effects')}</h2>
        <p class="inline">
          {LAW_CHANGE_EFFECTS.map((effect) => (
            <a key={effect} href={`${at}?effect=${effect}`}>
              {t('simulations.only', { class: t(`law_changes.effect.${effect}`) })}
            </a>
          ))}
        </p>
        <Table
          caption={t('law_changes.effects')}
          is_caption_hidden
          rows={rows}
          empty={t('law_changes.effects.none')}
          columns={columnsOf(props)}
        />
        <Pager
          first_href={is_first ? null : at}
          next_href={next && `${at}?${props.effect ? `effect=${props.effect}&` : ''}after=${next}`}
          shown_count={rows.length}
          t={t}
        />
      </section>
    </Page>
  )
}

const columnsOf = (props: Props): Column<Row>[] => {
  const { t, f } = props
  return [
    {
      ...{ head: t('simulations.record'), is_name: true },
      cell: (row) => (
        <a href={row.subject_kind === 'person' ? paths.person(row.subject_id) : paths.draft(row.subject_id)}>
          {row.record_number === null ? (
            t('simulations.closed_entry')
          ) : (
            <bdi dir="ltr">{row.record_number}</bdi>
          )}
        </a>
      ),
    },
    { head: t('law_changes.effect'), cell: ({ effect }) => t(`law_changes.effect.${effect}`) },
    {
      head: t('law_changes.state'),
      cell: (row) => {
        if (row.undone_at) return t('law_changes.undone_at', { at: f.dateTime(row.undone_at) })
        if (row.taken_up_at) return t('law_changes.taken_up_at', { at: f.dateTime(row.taken_up_at) })
        return row.effect === 'exit' ? '' : <TakeUp row={row} {...props} />
      },
    },
  ]
}

const TakeUp = ({ row, t, law_change_id, may_take_up }: Props & { row: Row }) =>
  may_take_up ? (
    <Form action={paths.lawChangeTask(law_change_id, row.subject_id)}>
      <Button kind="plain">{t('law_changes.take_up')}</Button>
    </Form>
  ) : (
    <span>{t('law_changes.open')}</span>
  )
