// When what was known of a suspect is destroyed. The request, the officer, the FIR and the log stay.
import type { CheckOutcome } from './answer.ts'
import type { Said } from './open.ts'
import type { CheckStage } from './stage.ts'

export interface EraseFacts {
  readonly stage: CheckStage
  readonly updated_at: string
  readonly screened_at: string | null
  /** The last answer; null while there is none. */
  readonly answer: {
    readonly outcome: CheckOutcome
    readonly released_at: string
    readonly said: Said | null
    readonly said_at: string | null
  } | null
}

const DAY_MS = 86_400_000

/** The instant from which the days count; null: he is kept. */
function fromWhen({ stage, updated_at, screened_at, answer }: EraseFacts): string | null {
  switch (stage) {
    case 'asked':
    case 'forwarded':
    case 'proposed':
    case 'discarded':
      return null
    case 'drafting':
    case 'returned':
      return updated_at
    case 'refused':
      return screened_at ?? updated_at
    case 'released':
      if (!answer) return updated_at
      if (answer.said === 'not_him') return answer.said_at
      // The same day whatever it says: of an answer that nobody opened, the day would tell it.
      return answer.said === 'him' ? null : answer.released_at
  }
}

/**
 * Whether a suspect's identifiers are destroyed now: so many days after an answer that nobody confirmed, whatever it said, after
 * not him or a refusal, and after a request was left unwritten. Of a man confirmed they are kept.
 * @law law/checks.json `erase_days`; DESIGN 5
 * @example isToErase({ stage: 'asked', updated_at: '2020-01-01T00:00:00Z', screened_at: null, answer: null }, 90, '2026-01-01T00:00:00Z') // false
 */
export function isToErase(facts: EraseFacts, days: number, now: string): boolean {
  const from = fromWhen(facts)
  return from !== null && Date.parse(from) + days * DAY_MS <= Date.parse(now)
}
