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

/** A trip abroad as the pause counts it: not called off, and told in time, or before departure where no duty was owed. */
function isToldTrip(
  { trip_id, kind, departs_at, cancelled_at }: Facts['trips'][number],
  told: Told,
): boolean {
  const departs = instantAt(departs_at)
  if (kind !== 'abroad' || (cancelled_at !== null && instantAt(cancelled_at) < departs)) return false
  const isIts = (duty: string, about: string | null) => duty === 'notify_travel_abroad' && about === trip_id
  const owed = told.duties.find(({ duty, key }) => isIts(duty, key))
  if (owed) return owed.state === 'met'
  return told.notices.some(
    ({ duty, about, received_at }) => isIts(duty, about) && instantAt(received_at) < departs,
  )
}
type Told = Pick<Facts, 'notices'> & Pick<CaseResult, 'duties'>

/** The day he went abroad: as the border told it, or on a trip that he told of; what touches is one. */
function abroadSince({ abroad, trips, notices, on }: Facts, duties: CaseResult['duties']): string | null {
  const told = trips.filter((trip) => isToldTrip(trip, { notices, duties }))
  const away = told.map(({ departs_at, returns_at }) => ({
    from_on: dayOfIso(departs_at),
    to_on: returns_at === null ? null : dayOfIso(returns_at),
  }))
  return beganOn([...abroad, ...away], on)
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
      return since(abroadSince(facts, duties))
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
