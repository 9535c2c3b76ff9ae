import type { Approval } from '../../contract/approvals.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Facts } from '../ui/Facts.tsx'
import { type Column, Table } from '../ui/Table.tsx'

type Row = Approval['rows'][number]
type ShownOptions = Pick<Approval, 'kind' | 'rows'> & { t: T; f: F }

/** The facts, then before beside after, a row a field; fields of the other language are left to the other language's screen. */
export const Shown = ({ kind, rows, t, f }: ShownOptions) => {
  const other = t.language === 'ur' ? /_en$/ : /_ur$/
  const [changes, facts] = [true, false].map((is_change) =>
    rows.filter((row) => row.is_change === is_change && !other.test(row.field)),
  ) as [Row[], Row[]]
  const say = (row: Row, value: string | null) =>
    value === null ? '—' : <bdi>{shownValue(kind, row.field, value, t, f)}</bdi>
  const columns: Column<Row>[] = [
    { head: t('approvals.field'), is_name: true, cell: (row) => labelOf(kind, row.field, t) },
    { head: t('approvals.before'), cell: (row) => say(row, row.before) },
    { head: t('approvals.after'), cell: (row) => say(row, row.after) },
  ]
  return (
    <>
      <Facts
        facts={facts.map((row) => ({ label: labelOf(kind, row.field, t), value: say(row, row.after) }))}
      />
      <Table
        caption={t('approvals.shown')}
        rows={changes}
        empty={t('approvals.none_shown')}
        columns={columns}
      />
    </>
  )
}

const labelOf = (kind: string, field: string, t: T) =>
  t.find(`approvals.field.${kind}.${field}`) ??
  t.find(kind === 'pack' ? `packs.value.${field}` : '') ??
  t.find(`approvals.field.${field}`) ??
  field

function shownValue(kind: string, field: string, value: string, t: T, f: F): string {
  if (value === 'true') return t('ui.yes')
  if (value === 'false') return t('ui.no')
  if (field.endsWith('_count') && /^\d+$/.test(value)) return f.number(Number(value))
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return f.date(value)
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(value)) return f.dateTime(value)
  if (kind === 'closed_desk') return t.find(`calendar.${field}.${value}`) ?? value
  if (field === 'duty') return t.find(`notices.duty.${value}`) ?? value
  if (field === 'role') return t.find(`roles.${value}`) ?? value
  return t.find(`${kind === 'officer' ? 'officers' : 'approvals'}.${field}.${value}`) ?? value
}
