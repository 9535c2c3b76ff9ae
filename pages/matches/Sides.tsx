import type { Match, MatchSide } from '../../contract/matches.ts'
import { paths } from '../../contract/paths.ts'
import { Card } from '../ui/Card.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { sectionWords } from '../ui/offence-words.ts'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'

type Props = PageProps<Match>
type Row = { label: string; of: (side: MatchSide) => string[] | preact.ComponentChildren }

/** All that is compared of the two, line by line. */
export const Sides = (props: Props) => {
  const { t, one, other } = props
  const show = (side: MatchSide, row: Row) => {
    const value = row.of(side)
    if (!Array.isArray(value)) return value
    if (value.length === 0) return <span class="muted">{t('matches.not_known')}</span>
    return (value as string[]).map((text) => (
      <div key={text}>
        <bdi>{text}</bdi>
      </div>
    ))
  }
  const columns: Column<Row>[] = [
    { head: t('matches.waterfall.field'), is_name: true, cell: ({ label }) => label },
    { head: t('matches.one'), cell: (row) => show(one, row) },
    { head: t('matches.other'), cell: (row) => show(other, row) },
  ]
  return (
    <Card>
      <Table caption={t('matches.pair')} is_caption_hidden rows={rowsOf(props)} columns={columns} empty="" />
    </Card>
  )
}

const rowsOf = ({ t, f }: Props): Row[] => [
  { label: t('matches.record'), of: (side) => <Whose {...{ side, t }} /> },
  { label: t('matches.names'), of: ({ names }) => names },
  { label: t('matches.fathers'), of: ({ fathers }) => fathers },
  {
    label: t('matches.births'),
    of: ({ births }) => births.map((b) => (b.length > 4 ? f.date(b) : f.year(Number(b)))),
  },
  { label: t('matches.sex'), of: ({ sex }) => (sex ? [t(`people.sex.${sex}`)] : []) },
  { label: t('matches.cnics'), of: ({ cnic_tails }) => cnic_tails.map((tail) => f.maskedCnic(tail)) },
  { label: t('matches.districts'), of: ({ districts }) => districts.map((pair) => pair[t.language]) },
  { label: t('matches.station'), of: ({ station }) => (station ? [station[t.language]] : []) },
  {
    label: t('matches.convictions'),
    of: ({ convictions }) =>
      convictions.map(
        ({ court, convicted_on, fir, offences }) =>
          `${f.date(convicted_on)}: ${court}, ${f.digits(fir)} (${f.list(offences.map((key) => sectionWords(key, t)))})`,
      ),
  },
  {
    label: t('matches.custody'),
    of: ({ custody }) =>
      custody.map(({ from_on, to_on, held_district }) => {
        const span = to_on
          ? t('matches.custody.span', { from: f.date(from_on), to: f.date(to_on) })
          : t('matches.custody.from', { from: f.date(from_on) })
        return held_district ? t('stays.span_held', { span, district: held_district[t.language] }) : span
      }),
  },
  { label: t('matches.entered'), of: ({ entered_at }) => (entered_at ? [f.dateTime(entered_at)] : []) },
  {
    label: t('matches.with_records'),
    of: ({ with_records }) => (with_records.length > 0 ? with_records : '—'),
  },
]

const Whose = ({ side, t }: { side: MatchSide; t: Props['t'] }) =>
  side.record_number === null ? (
    <a href={paths.draft(side.id)}>{t('matches.draft')}</a>
  ) : (
    <a href={paths.person(side.id)}>
      <Identifier>{side.record_number}</Identifier>
    </a>
  )
