// The clocks of a check request: hours, because an investigation waits.

export interface CheckClock {
  /** Instant by which it is to be done, ISO UTC. */
  readonly due_at: string
  /** Whole hours left, rounded down; negative once late. */
  readonly hours_left: number
  readonly is_late: boolean
}

const HOUR_MS = 3_600_000

/**
 * How far a clock of so many hours has run.
 * @param from_at instant at which it began, ISO
 * @law law/checks.json `screen_hours`, `answer_hours`
 * @example checkClock('2026-05-01T05:00:00Z', 48, '2026-05-02T06:30:00Z').hours_left // 22
 */
export function checkClock(from_at: string, hours: number, now: string): CheckClock {
  const due = Date.parse(from_at) + hours * HOUR_MS
  const left = due - Date.parse(now)
  return { due_at: new Date(due).toISOString(), hours_left: Math.floor(left / HOUR_MS), is_late: left < 0 }
}
