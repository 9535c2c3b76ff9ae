import type { ClosingShown } from '../../contract/calendar.ts'
import { paths } from '../../contract/paths.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Identifier } from '../ui/Identifier.tsx'
import { Table } from '../ui/Table.tsx'

type Words = { t: T; f: F }

/** From and to as people say it: the last closed day, not the first open one. */
export function spanOf({ kind, from_on, to_on, from_at, to_at }: ClosingShown, { t, f }: Words): string {
  if (kind === 'outage')
    return to_at
      ? t('calendar.from_to', { from: f.dateTime(from_at ?? ''), to: f.dateTime(to_at) })
      : t('calendar.since', { from: f.dateTime(from_at ?? '') })
  const last = Temporal.PlainDate.from(to_on ?? from_on)
    .subtract({ days: 1 })
    .toString()
  return last === from_on
    ? f.date(from_on)
    : t('calendar.from_to', { from: f.date(from_on), to: f.date(last) })
}

/** Where it holds: the place, and for a district how many stations that are. */
export const whereOf = ({ place, station_count }: ClosingShown, t: T): string => {
  const name = place?.[t.language] ?? t('calendar.all_pakistan')
  return station_count !== null && station_count > 1
    ? `${name} (${t('calendar.stations', { count: station_count })})`
    : name
}

/** Every closed desk and outage of the span, with who recorded it: a station closes nothing in secret. */
export const ClosingsTable = ({ closings, t, f }: Words & { closings: readonly ClosingShown[] }) => (
  <Table
    caption={t('calendar.closings')}
    is_caption_hidden
    rows={closings}
    empty={t('calendar.closings.none')}
    columns={[
      { head: t('calendar.what'), is_name: true, cell: (one) => <What {...{ one, t, f }} /> },
      { head: t('calendar.when'), cell: (one) => spanOf(one, { t, f }) },
      { head: t('calendar.where'), cell: (one) => whereOf(one, t) },
      {
        head: t('calendar.recorded'),
        cell: (one) => (
          <>
            {one.recorded_by?.[t.language] ?? t('calendar.by_itself')}
            <div class="small">{f.dateTime(one.recorded_at)}</div>
          </>
        ),
      },
    ]}
  />
)

const What = ({ one, t }: Words & { one: ClosingShown }) => {
  const words = `${t(`calendar.kind.${one.kind}`)}: ${t.find(`calendar.cause.${one.cause}`) ?? one.cause}`
  return (
    <>
      {one.may_end || one.may_strike_out ? <a href={paths.closure(one.act_id)}>{words}</a> : words}
      {one.reference && (
        <div class="small">
          <Identifier>{one.reference}</Identifier>
        </div>
      )}
    </>
  )
}
