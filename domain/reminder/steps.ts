// When a person is reminded that a duty falls due. docs/decisions/0037.

/** Days before the due date, farthest first; assumed. */
export const REMINDER_STEPS = [14, 7, 1] as const
export type ReminderStep = (typeof REMINDER_STEPS)[number]

/**
 * The step to which a day belongs: the nearest one not yet passed over, so that a day on which nothing could be sent
 * is made up for on the next. Undefined: too early, or the day has come.
 * @param days_left calendar days until the due date  @law docs/decisions/0037 (assumed)
 * @example stepOf(5) // 7
 */
export function stepOf(days_left: number): ReminderStep | undefined {
  if (days_left < 1) return undefined
  return REMINDER_STEPS.findLast((step) => days_left <= step)
}
