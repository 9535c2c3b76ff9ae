// How long the holder of a copy that is called back has to say that it is gone.
import { type CheckClock, checkClock } from '../check/clock.ts'

const HOURS_A_DAY = 24
/** Days before its last one in which a recall is near. */
const NEAR_DAYS = 2

export interface RecallClock extends CheckClock {
  /** Whole days left, rounded down; negative once late. */
  readonly days_left: number
  readonly is_near: boolean
}

/**
 * The clock of a recall that is not confirmed.
 * @param opened_at instant of the recall, ISO
 * @law law/checks.json `recall_days`
 * @example recallClock('2026-05-01T05:00:00Z', 7, '2026-05-02T06:00:00Z').days_left // 5
 */
export function recallClock(opened_at: string, days: number, now: string): RecallClock {
  const clock = checkClock(opened_at, days * HOURS_A_DAY, now)
  const days_left = Math.floor(clock.hours_left / HOURS_A_DAY)
  return { ...clock, days_left, is_near: !clock.is_late && days_left < NEAR_DAYS }
}
