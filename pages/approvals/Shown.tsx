import type { Approval } from '../../contract/approvals.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Facts } from '../ui/Facts.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { packChangeWords } from '../ui/pack-values.ts'
import { type Column, Table } from '../ui/Table.tsx'

type Row = Approval['rows'][number]
type ShownOptions = Pick<Approval, 'kind' | 'rows'> & { t: T; f: F }

/** Facts of a change of the rules in the order in which they are read; those of other kinds stand as they come. */
const READ_FIRST: readonly string[] = [
  ...(['act', 'pack', 'title_en', 'title_ur', 'from_on', 'reason', 'simulated_at'] as const),
  ...(['enters_count', 'leaves_count', 'lengthens_count', 'shortens_count'] as const),
  ...(['duties_change_count', 'unchanged_count', 'simulation_sha256'] as const),
]
const placeOf = ({ field }: Row) => READ_FIRST.indexOf(field)

const HASH = /^[0-9a-f]{64}$/

/** The facts, then before beside after, a row a field; fields of the other language are left to the other language's screen. */
export const Shown = ({ kind, rows, t, f }: ShownOptions) => {
  const other = t.language === 'ur' ? /_en$/ : /_ur$/
  const [changes, facts] = [true, false].map((is_change) =>
    rows.filter((row) => row.is_change === is_change && !other.test(row.field)),
  ) as [Row[], Row[]]
  const say = (row: Row, value: string | null) =>
    value === null ? (
      '—'
    ) : HASH.test(value) ? (
      <Identifier>{value}</Identifier>
    ) : (
      <bdi>{shownValue(kind, row.field, value, t, f)}</bdi>
    )
  const columns: Column<Row>[] = [
    { head: t('approvals.field'), is_name: true, cell: (row) => labelOf(kind, row.field, t) },
    { head: t('approvals.before'), cell: (row) => say(row, row.before) },
    { head: t('approvals.after'), cell: (row) => say(row, row.after) },
  ]
  return (
    <>
      <Facts
        facts={(kind === 'pack' ? facts.toSorted((a, b) => placeOf(a) - placeOf(b)) : facts).map((row) => ({
          label: labelOf(kind, row.field, t),
          value: say(row, row.after),
        }))}
      />
      {(changes.length > 0 || facts.length === 0) && (
        <Table
          caption={t('approvals.shown')}
          rows={changes}
          empty={t('approvals.none_shown')}
          columns={columns}
        />
      )}
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
  if (kind === 'pack' && t.find(`packs.value.${field}`)) return packChangeWords(field, value, t, f)
  if (kind === 'closed_desk') return t.find(`calendar.${field}.${value}`) ?? value
  if (kind === 'agency') return t.find(`agencies.${field}.${value}`) ?? value
  if (kind === 'instrument') return t.find(`instruments.${field}.${value}`) ?? value
  if (kind === 'quota') return t.find(`quotas.${field}.${value}`) ?? value
  if (field === 'duty') return t.find(`notices.duty.${value}`) ?? value
  if (field === 'role') return t.find(`roles.${value}`) ?? value
  return t.find(`${kind === 'officer' ? 'officers' : 'approvals'}.${field}.${value}`) ?? value
}
