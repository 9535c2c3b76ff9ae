// The clock of a transfer: who is late, and who may act. DESIGN §7; law/enforcement.json.
import type { EnforcementValues } from '../../law/enforcement.ts'
import { dayOf, isoOf } from '../calendar/dates.ts'

/** Days left for the station; then the district is told; then the Bureau may assign. */
export type TransferStage = 'waiting' | 'late' | 'escalated'

export interface TransferClock {
  readonly stage: TransferStage
  /** Last day of the receiving station. */
  readonly answer_by_on: string
  /** First day on which the Bureau may assign. */
  readonly assign_from_on: string
}

/**
 * Where an open transfer stands on a day.
 * @param offered_on the Pakistan day on which it was offered
 * @law law/enforcement.json `answer_transfer_days`
 * @example transferClock('2025-09-01', '2025-09-08', ENFORCEMENT).stage // 'waiting'
 */
export function transferClock(
  offered_on: string,
  today: string,
  { answer_transfer_days }: EnforcementValues,
): TransferClock {
  const days = answer_transfer_days.value
  const answer_by_on = isoOf(dayOf(offered_on) + days)
  const assign_from_on = isoOf(dayOf(offered_on) + 2 * days + 1)
  const stage = today <= answer_by_on ? 'waiting' : today < assign_from_on ? 'late' : 'escalated'
  return { stage, answer_by_on, assign_from_on }
}
