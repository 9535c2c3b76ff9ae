// Why a person stands as he does, in codes and dates, so that a screen can say it in either language.
import { dayOf, dayOfInstant, instantAt, isoOf } from '../calendar/dates.ts'
import { anyHolds, type DatedInterval, intervalsOf } from '../calendar/intervals.ts'
import type { CaseResult } from './evaluate.ts'
import type { Facts } from './facts.ts'
import type { Standing } from './state.ts'

export interface StandingReason {
  readonly code: Standing
  /** The day from which it holds, where there is one: of custody, departure, visit, oldest lapse, end. */
  readonly since_on: string | null
  /** Days from then to the day asked; negative while it lies ahead. */
  readonly days: number | null
  /** How many duties are overdue; 0 for every other standing. */
  readonly overdue_count: number
}

/** The first day of the interval that holds a day; intervals that touch are one. */
const beganOn = (intervals: readonly DatedInterval[], on: string): string | null => {
  const holding = intervalsOf(intervals).find((interval) => anyHolds([interval], dayOf(on)))
  return holding ? isoOf(holding.from) : null
}

const dayOfIso = (at: string) => isoOf(dayOfInstant(instantAt(at)))

/** The day he went abroad: as the border told it, else of the trip that he is on. */
function abroadSince({ abroad, trips, on }: Facts): string | null {
  const told = beganOn(abroad, on)
  if (told !== null) return told
  const departed = trips.filter(({ kind }) => kind === 'abroad').map(({ departs_at }) => dayOfIso(departs_at))
  return latest(departed.filter((day) => day <= on))
}

const earliest = (days: readonly string[]): string | null => days.toSorted()[0] ?? null
const latest = (days: readonly string[]): string | null => earliest(days.toSorted().slice(-1))

/** The latest visit that did not find him. */
const notFoundOn = ({ visits, on }: Facts): string | null =>
  latest(visits.flatMap(({ result, on: day }) => (result === 'not_at_address' && day <= on ? [day] : [])))

/**
 * The reason of a standing.
 * @law RULES §4 (standing)
 * @example standingReason(facts, evaluate(facts, pack)).code // 'compliant'
 */
export function standingReason(facts: Facts, { standing, registration, duties }: CaseResult): StandingReason {
  const overdue = duties.filter(({ state }) => state === 'overdue')
  const oldest = earliest(overdue.map(({ due_on, due_at }) => due_on ?? dayOfIso(String(due_at))))
  const since = (since_on: string | null, overdue_count = 0): StandingReason => {
    const days = since_on === null ? null : dayOf(facts.on) - dayOf(since_on)
    return { code: standing, since_on, days, overdue_count }
  }
  switch (standing) {
    case 'in_custody':
      return since(beganOn(facts.custody, facts.on))
    case 'abroad':
      return since(abroadSince(facts))
    case 'whereabouts_unknown':
      return since(notFoundOn(facts))
    case 'late':
      return since(oldest, overdue.length)
    case 'ended':
      return since(registration.ends_on)
    default:
      return since(null)
  }
}

/**
 * Since when a pause that holds the day lasts: custody, hospital or abroad, the earliest; null while none holds.
 * @law RULES §4 (pause)
 * @example pausedSince({ ...facts, hospital: [{ from_on: '2025-09-01', to_on: null }] }) // '2025-09-01'
 */
export function pausedSince(facts: Facts): string | null {
  const kinds = [facts.custody, facts.hospital, facts.abroad]
  return earliest(kinds.flatMap((kind) => beganOn(kind, facts.on) ?? []))
}
