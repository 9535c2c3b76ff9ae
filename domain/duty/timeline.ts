// The facts of one person on one line of days: joined, put in order, and cut at the day asked. RULES §1.
import type { Pack } from '../../law/packs.ts'
import { type Day, dayOf, dayOfInstant, type Instant, instantAt } from '../calendar/dates.ts'
import { type Desk, deskOf } from '../calendar/desk.ts'
import { type Interval, intervalsOf, merged, open_end } from '../calendar/intervals.ts'
import type { Conviction } from '../eligibility/conviction.ts'
import { appealUntil } from '../eligibility/decide.ts'
import type { ChangeFact, DutyName, Facts, TripFact, VisitFact } from './facts.ts'

export interface Change extends Pick<ChangeFact, 'change_id' | 'kind'> {
  readonly day: Day
}
export interface Trip extends Pick<TripFact, 'trip_id' | 'kind'> {
  readonly departs: Instant
  readonly departs_day: Day
  /** Infinity while the return is unknown. */
  readonly returns: Instant
  /** The day of return; where that is unknown, as long after departure as the pack lets it count. */
  readonly returns_day: Day
}
export interface Notice {
  readonly notice_id: string
  readonly duty: DutyName
  readonly about: string | null
  readonly received: Instant
  readonly received_day: Day
}
export interface Visit extends Pick<VisitFact, 'result'> {
  readonly day: Day
}

export interface Timeline {
  readonly day: Day
  readonly pack: Pack
  readonly desk: Desk
  readonly custody: readonly Interval[]
  readonly hospital: readonly Interval[]
  /** Abroad as given; trips that were told in time join it later. */
  readonly abroad: readonly Interval[]
  readonly no_fixed_abode: readonly Interval[]
  /** Appeals pending, where the pack lets them suspend the duties. */
  readonly suspended: readonly Interval[]
  /** When each duty was first served. */
  readonly served: ReadonlyMap<DutyName, Instant>
  readonly changes: readonly Change[]
  readonly trips: readonly Trip[]
  /** In the order received. */
  readonly notices: readonly Notice[]
  /** Oldest first. */
  readonly visits: readonly Visit[]
}

function firstServed({ served }: Facts, day: Day): ReadonlyMap<DutyName, Instant> {
  const first = new Map<DutyName, Instant>()
  for (const { duty, at } of served) {
    const instant = instantAt(at)
    if (dayOfInstant(instant) <= day && instant < (first.get(duty) ?? open_end)) first.set(duty, instant)
  }
  return first
}

function tripsOf({ trips }: Facts, day: Day, { values }: Pack): readonly Trip[] {
  return trips.flatMap(({ trip_id, kind, departs_at, returns_at, cancelled_at }) => {
    const departs = instantAt(departs_at)
    const cancelled = cancelled_at === null ? open_end : instantAt(cancelled_at)
    if (cancelled < departs && dayOfInstant(cancelled) <= day) return []
    const departs_day = dayOfInstant(departs)
    const returns = returns_at === null ? open_end : instantAt(returns_at)
    const is_known = returns !== open_end
    const returns_day = is_known ? dayOfInstant(returns) : departs_day + values.abroad_cap_days.value
    return [{ trip_id, kind, departs, departs_day, returns, returns_day }]
  })
}

function noticesOf({ notices }: Facts, day: Day): readonly Notice[] {
  const received = notices.map(({ notice_id, duty, about, received_at }) => {
    const instant = instantAt(received_at)
    return { notice_id, duty, about, received: instant, received_day: dayOfInstant(instant) }
  })
  return received.filter(({ received_day }) => received_day <= day).sort((a, b) => a.received - b.received)
}

/** From each filing to the event that ends the appeal. */
function pendingAppeals({ appeal }: Conviction, on: string): readonly Interval[] {
  const events = appealUntil(appeal, on)
  return events.flatMap(({ event, on: filed_on }, at) => {
    if (event !== 'filed') return []
    const end = events.slice(at + 1).find((later) => later.event !== 'filed')
    return [{ from: dayOf(filed_on), to: end ? dayOf(end.on) : open_end }]
  })
}

/**
 * Puts the facts in order: intervals joined, what happens after the day asked left out, cancelled trips gone.
 * @param registrable the convictions that put the person on the register
 * @law RULES §1
 * @example timelineOf(facts, [rape], pack).custody.length // 1
 */
export function timelineOf(facts: Facts, registrable: readonly Conviction[], pack: Pack): Timeline {
  const day = dayOf(facts.on)
  const outages = facts.outages.map(({ from_at, to_at }) => ({
    from: instantAt(from_at),
    to: to_at === null ? open_end : instantAt(to_at),
  }))
  const does_suspend = pack.values.appeal_effect.value === 'suspend'
  return {
    day,
    pack,
    desk: deskOf(pack, intervalsOf(facts.closed_desks), outages),
    custody: intervalsOf(facts.custody),
    hospital: intervalsOf(facts.hospital),
    abroad: intervalsOf(facts.abroad),
    no_fixed_abode: intervalsOf(facts.no_fixed_abode),
    suspended: does_suspend ? merged(registrable.flatMap((one) => pendingAppeals(one, facts.on))) : [],
    served: firstServed(facts, day),
    changes: facts.changes
      .map(({ change_id, kind, on }) => ({ change_id, kind, day: dayOf(on) }))
      .filter((change) => change.day <= day),
    trips: tripsOf(facts, day, pack),
    notices: noticesOf(facts, day),
    visits: facts.visits
      .map(({ on, result }) => ({ day: dayOf(on), result }))
      .filter((visit) => visit.day <= day)
      .sort((a, b) => a.day - b.day),
  }
}
