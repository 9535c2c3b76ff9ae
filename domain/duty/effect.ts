// What a fact would change for a person, before it is saved: standing, period and dates, before beside after.
import { type DutySide, effectsOf } from './effects.ts'
import type { CaseResult, Duty } from './evaluate.ts'
import type { DutyName } from './facts.ts'

export interface DutyBrief {
  /** A date, or an instant of a deadline in hours; null while paused openly. */
  readonly due: string | null
  readonly state: Duty['state']
}

interface BriefEffect {
  readonly duty: DutyName
  readonly key: string
  /** Null where the duty was not listed. */
  readonly before: DutyBrief | null
  /** Null where it is no longer listed. */
  readonly after: DutyBrief | null
}

/** One value before and after; both are codes, dates, or null. */
export interface ValueEffect {
  readonly about: 'status' | 'standing' | 'released_on' | 'ends_on'
  readonly before: string | null
  readonly after: string | null
}

export interface Effect {
  readonly values: readonly ValueEffect[]
  readonly duties: readonly BriefEffect[]
}

const briefOf = (side: DutySide | null): DutyBrief | null =>
  side && { due: side.due_at ?? side.due_on, state: side.state }

/**
 * What differs between two results of one person on one day.
 * @param before the result of the facts held  @param after the result with the fact that is about to be saved
 * @law RULES §3, §4
 * @example effectBetween(evaluate(facts, pack), evaluate(facts, pack)) // { values: [], duties: [] }
 */
export function effectBetween(before: CaseResult, after: CaseResult): Effect {
  const pairs: readonly ValueEffect[] = [
    { about: 'status', before: before.registration.status, after: after.registration.status },
    { about: 'standing', before: before.standing, after: after.standing },
    { about: 'released_on', before: before.registration.released_on, after: after.registration.released_on },
    { about: 'ends_on', before: before.registration.ends_on, after: after.registration.ends_on },
  ]
  return {
    values: pairs.filter((pair) => pair.before !== pair.after),
    duties: effectsOf(before, after).duties.map((one) => ({
      ...{ duty: one.duty, key: one.key, before: briefOf(one.before), after: briefOf(one.after) },
    })),
  }
}
