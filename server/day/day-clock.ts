/** A clock of hours as a row of the day says it: in days by the calendar, as every other row does. */
import type { DayRow } from '../../contract/day.ts'
import { pakistanDay } from '../platform/clock.ts'

type HourClock = { due_at: string; is_late: boolean }

/** What is due tomorrow morning is not due today, though fewer than 24 hours are left; what is late is late by a day at least. */
export function dayClock(
  { due_at, is_late }: HourClock,
  now: Temporal.Instant,
): NonNullable<DayRow['clock']> {
  const due_on = pakistanDay(Temporal.Instant.from(due_at))
  const { days } = Temporal.PlainDate.from(pakistanDay(now)).until(due_on)
  return { due_on, days_left: is_late ? Math.min(-1, days) : days }
}
