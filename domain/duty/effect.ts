// What a fact would change for a person, before it is saved: standing, period and dates, before beside after.
import type { CaseResult, Duty } from './evaluate.ts'
import type { DutyName } from './facts.ts'

export interface DutyBrief {
  /** A date, or an instant of a deadline in hours; null while paused openly. */
  readonly due: string | null
  readonly state: Duty['state']
}

export interface DutyEffect {
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
  readonly duties: readonly DutyEffect[]
}

const briefOf = ({ due_on, due_at, state }: Duty): DutyBrief => ({ due: due_at ?? due_on, state })

const isSame = (a: DutyBrief | null, b: DutyBrief | null) => a?.due === b?.due && a?.state === b?.state

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
  const nameOf = ({ duty, key }: Duty) => `${duty} ${key}`
  const was = new Map(before.duties.map((duty) => [nameOf(duty), duty]))
  const will = new Map(after.duties.map((duty) => [nameOf(duty), duty]))
  const all = [...after.duties, ...before.duties.filter((duty) => !will.has(nameOf(duty)))]
  const duties = all.map((one): DutyEffect => {
    const [old, next] = [was.get(nameOf(one)), will.get(nameOf(one))]
    return {
      ...{ duty: one.duty, key: one.key },
      ...{ before: old ? briefOf(old) : null, after: next ? briefOf(next) : null },
    }
  })
  return {
    values: pairs.filter((pair) => pair.before !== pair.after),
    duties: duties.filter((duty) => !isSame(duty.before, duty.after)),
  }
}
