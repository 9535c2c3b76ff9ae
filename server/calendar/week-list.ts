/** The week of one station on paper: numbered, marked with who printed it, and without a name. */
import type { CalendarDay, CalendarReply, DueShown } from '../../contract/calendar.ts'
import type { PrintMade } from '../../contract/prints.ts'
import type { WeekListPaper } from '../../contract/week-list.ts'
import { dayOf } from '../../domain/calendar/dates.ts'
import type { Key } from '../../pages/language/dictionary.ts'
import type { F } from '../../pages/language/formatter.ts'
import type { T } from '../../pages/language/translator.ts'
import { lightWords } from '../../pages/ui/Light.tsx'
import { WEEK_LIST } from '../platform/paper.ts'
import { printOnce } from '../prints/first.ts'
import type { Making } from '../prints/make.ts'
import { type Both, inBoth as said } from '../prints/words.ts'

/** Paper knows the direction of each text itself; the marks of a page are letters that no font has. */
const inBoth = (say: (t: T, f: F) => string): Both =>
  said((t, f) => say(t, f).replace(/[\u2066-\u2069]/g, ''))

const STATES = { overdue: 'overdue', due: 'due', paused: 'paused' } as const

/** The paper of a week as the calendar shows it. */
export function weekListPaper({ days, today, is_cut }: CalendarReply, station: Both): WeekListPaper {
  const [first, last] = [days[0]?.on ?? today, days.at(-1)?.on ?? today]
  return {
    station,
    week: inBoth((_, f) => `${f.date(first)} – ${f.date(last)}`),
    days: days.map((day) => dayOnPaper(day, today)),
    is_cut,
  }
}

const dayOnPaper = ({ on, closure, due }: CalendarDay, today: string) => ({
  day: inBoth((_, f) => f.weekday(on)),
  closed: closure && inBoth((t) => t(`calendar.closure.${closure}`)),
  due: due.map((one) => dueOnPaper(one, today)),
})

function dueOnPaper({ record_number, duty, due_on, due_at, state, moved }: DueShown, today: string) {
  const days = dayOf(due_on) - dayOf(today)
  const code = STATES[state as keyof typeof STATES] ?? 'met'
  return {
    record_number,
    duty: inBoth((t) => t(`calendar.duty.${duty}`)),
    at: due_at === null ? null : inBoth((_, f) => f.time(due_at)),
    state: { code, words: inBoth((t) => lightWords(state, days, t)) },
    moved: moved && moved.from_on !== due_on ? movedOnPaper(moved) : null,
  }
}

const movedOnPaper = ({ from_on, because }: NonNullable<DueShown['moved']>) =>
  inBoth((t, f) =>
    t('calendar.moved_here', {
      ...{ from: f.date(from_on), because: t.find(`law.because.${because}` as Key) ?? because },
    }),
  )

/** Prints the week of a station; the print is its printer's own, and no other officer opens it. */
export const printWeekList = (
  making: Making,
  week: CalendarReply,
  { station_id, name }: { station_id: string; name: Both },
): Promise<PrintMade> =>
  printOnce(making, {
    ...{ template: WEEK_LIST, content: weekListPaper(week, name) },
    ...{ whose: { person_id: null, station_id }, before: undefined },
  })
