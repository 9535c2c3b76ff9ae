// The clock of an entry: how soon after the sentence it should stand on the register. LAW 4.
import type { Pack } from '../../law/packs.ts'
import { dayOf, isoOf } from '../calendar/dates.ts'
import { deskOf } from '../calendar/desk.ts'

/** Working days from judgment to entry; no text gives it, so it is assumed. */
export const ENTRY_WORKING_DAYS = 3

/**
 * The day by which a judgment should be entered, in working days after it, and how many calendar days are left.
 * @param convicted_on day of the judgment  @param on the day asked
 * @returns `days_left` below zero when the day has passed
 * @law none: assumed
 * @example entryClock('2025-09-05', '2025-09-10', defaultPack()) // { due_on: '2025-09-09', days_left: -1 }
 */
export function entryClock(
  convicted_on: string,
  on: string,
  pack: Pack,
): { due_on: string; days_left: number } {
  const desk = deskOf(pack, [], [])
  let due = dayOf(convicted_on)
  for (let working_days = 0; working_days < ENTRY_WORKING_DAYS; ) {
    due += 1
    if (desk.closure(due) === undefined) working_days += 1
  }
  return { due_on: isoOf(due), days_left: due - dayOf(on) }
}
