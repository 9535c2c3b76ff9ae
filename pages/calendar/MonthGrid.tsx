import type { CalendarReply } from '../../contract/calendar.ts'
import type { PageProps } from '../ui/page-props.ts'

/** Any Monday: the names of the days are taken from its week. */
const MONDAY = '2024-01-01'
const WEEK_DAYS = 7
const dayAfter = (on: string, days: number) => Temporal.PlainDate.from(on).add({ days }).toString()

/** The month: a square a day with what is closed and how many have something due; each leads to its week. */
export const MonthGrid = ({
  days,
  today,
  on,
  t,
  f,
  hrefOf,
}: PageProps<CalendarReply> & { hrefOf: (day: string) => string }) => (
  <>
    <h2>{f.monthOf(on)}</h2>
    <div class="month-heads" aria-hidden="true">
      {Array.from({ length: WEEK_DAYS }, (_, at) => (
        <span key={at}>{f.weekdayName(dayAfter(MONDAY, at))}</span>
      ))}
    </div>
    <ol class="month">
      {days.map((day) => (
        <li
          key={day.on}
          class={[
            day.closure ? 'closed' : '',
            day.on === today ? 'today' : '',
            day.on.slice(0, 7) === on.slice(0, 7) ? '' : 'other',
          ].join(' ')}
        >
          <a href={hrefOf(day.on)} aria-label={f.weekday(day.on)}>
            {f.number(Number(day.on.slice(8)))}
          </a>
          {day.closure && <span class="small">{t(`calendar.short.${day.closure}`)}</span>}
          {day.is_down_still && <span class="small">{t('calendar.down_still')}</span>}
          {day.due_count > 0 && <span>{t('calendar.due_count', { count: day.due_count })}</span>}
        </li>
      ))}
    </ol>
  </>
)
