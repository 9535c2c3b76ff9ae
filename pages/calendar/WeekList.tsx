import type { CalendarDay, DueShown } from '../../contract/calendar.ts'
import { paths } from '../../contract/paths.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { between } from '../ui/between.ts'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag, Light } from '../ui/Light.tsx'

type Words = { t: T; f: F }

const DAY_MS = 86_400_000
const daysBetween = (from_on: string, to_on: string) =>
  Math.round((Date.parse(to_on) - Date.parse(from_on)) / DAY_MS)

/** The week, a box a day: closed or open, what falls due, and what was to fall due and moved away. */
export const WeekList = ({ days, today, t, f }: Words & { days: readonly CalendarDay[]; today: string }) => (
  <div class="week">
    {days.map((day) => (
      <section key={day.on} class={day.on === today ? 'card day today' : 'card day'}>
        <div class="card-head">
          <h2>
            {f.weekday(day.on)}
            {day.on === today && <span class="count">{t('calendar.is_today')}</span>}
          </h2>
          {day.is_down_still && <Flag tone="amber">{t('calendar.down_still')}</Flag>}
          {day.closure ? (
            <Flag tone="grey">{t(`calendar.closure.${day.closure}`)}</Flag>
          ) : (
            <span class="muted">
              {day.due_count === 0
                ? t('calendar.due_none')
                : t('calendar.due_count', { count: day.due_count })}
            </span>
          )}
        </div>
        {day.due.length > 0 && (
          <ul class="dues">
            {day.due.map((due) => (
              <Due key={`${due.person_id}${due.duty}${due.due_on}`} {...{ due, today, t, f }} />
            ))}
          </ul>
        )}
        {day.moved_away.length > 0 && (
          <ul class="dues away">
            {day.moved_away.map((due) => (
              <Away key={`${due.person_id}${due.duty}${due.due_on}`} {...{ due, t, f }} />
            ))}
          </ul>
        )}
      </section>
    ))}
  </div>
)

const Who = ({ due, t }: { due: DueShown; t: T }) => (
  <>
    <a href={paths.person(due.person_id)}>
      <Identifier>{due.record_number}</Identifier>
    </a>{' '}
    {t(`calendar.duty.${due.duty}`)}
  </>
)

const Due = ({ due, today, t, f }: Words & { due: DueShown; today: string }) => (
  <li>
    <span>
      <Who due={due} t={t} />
      {due.due_at && (
        <>
          {between(t)}
          {f.time(due.due_at)}
        </>
      )}
    </span>
    <Light state={due.state} days={daysBetween(today, due.due_on)} t={t} />
    {due.moved && due.moved.from_on !== due.due_on && (
      <span class="small">
        {t('calendar.moved_here', { from: f.date(due.moved.from_on), because: reasonOf(due, t) })}
      </span>
    )}
  </li>
)

/** What was to fall due this day: where it went, and why. */
const Away = ({ due, t, f }: Words & { due: DueShown }) => (
  <li>
    <span>
      <Who due={due} t={t} />
    </span>
    <strong class="moved">
      {t('calendar.moved_away', { from: f.date(due.moved?.from_on ?? due.due_on), to: f.date(due.due_on) })}
    </strong>
    <span class="small">{reasonOf(due, t)}</span>
  </li>
)

const reasonOf = ({ moved }: DueShown, t: T) => (moved && t.find(`law.because.${moved.because}`)) ?? ''
