// The facts of one person on one line of days: joined, put in order, and cut at the day asked. RULES §1.
import type { Pack } from '../../law/packs.ts'
import { type Day, dayOf, dayOfInstant, type Instant, instantAt } from '../calendar/dates.ts'
import { type Desk, deskOf } from '../calendar/desk.ts'
import { type DatedInterval, type Interval, intervalsOf, merged, open_end } from '../calendar/intervals.ts'
import type { Conviction } from '../eligibility/conviction.ts'
import { appealUntil } from '../eligibility/decide.ts'
import type { ChangeFact, DutyName, Facts, OutageFact, TripFact, VisitFact } from './facts.ts'

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

/** Whose desk a person's dates roll by, from which day on; null: from the beginning. */
export interface DeskPeriod {
  readonly from_on: string | null
  readonly closed_desks: readonly DatedInterval[]
  readonly outages: readonly OutageFact[]
}

/** The pack and the desk that govern every duty whose unrolled date is `from` or later, until the next regime. */
export interface Regime {
  /** Minus infinity for the first. */
  readonly from: Day
  readonly pack: Pack
  readonly desk: Pick<DeskPeriod, 'closed_desks' | 'outages'>
}

export interface Timeline {
  readonly day: Day
  /** First unrolled date that this pack and this desk govern; minus infinity for the first. */
  readonly from: Day
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

const dayOrFirst = (iso: string | null): Day => (iso === null ? Number.NEGATIVE_INFINITY : dayOf(iso))

/** The last of those that begin on or before a day; the first begins before any. */
const governing = <T>(starts: readonly (readonly [Day, T])[], from: Day): T =>
  (starts.findLast(([start]) => start <= from) as readonly [Day, T])[1]

/**
 * The regimes of a person, oldest first: a new one with each pack and each station that owned him.
 * @param packs oldest first, the last one in force on the day asked  @param desks oldest first, at least one
 * @law RULES §1 (rolling); DESIGN §7
 * @example regimesOf([pack], [{ from_on: null, closed_desks: [], outages: [] }]).length // 1
 */
export function regimesOf(packs: readonly Pack[], desks: readonly DeskPeriod[]): readonly Regime[] {
  const first = Number.NEGATIVE_INFINITY
  const [pack, desk] = [packs[0], desks[0]]
  if (pack && desk && packs.length + desks.length === 2) return [{ from: first, pack, desk }]
  const of_packs = packs.map((pack, at) => [at === 0 ? first : dayOrFirst(pack.in_force_from), pack] as const)
  const of_desks = desks.map((desk, at) => [at === 0 ? first : dayOrFirst(desk.from_on), desk] as const)
  const starts = new Set([...of_packs, ...of_desks].map(([start]) => start))
  return [...starts]
    .sort((a, b) => a - b)
    .map((from) => ({ from, pack: governing(of_packs, from), desk: governing(of_desks, from) }))
}

/**
 * Puts the facts in order: intervals joined, what happens after the day asked left out, cancelled trips gone.
 * @param registrable the convictions that put the person on the register
 * @law RULES §1
 * @example timelineOf(facts, [rape], regime).custody.length // 1
 */
export function timelineOf(
  facts: Facts,
  registrable: readonly Conviction[],
  { from: governs_from, pack, desk }: Regime,
): Timeline {
  const day = dayOf(facts.on)
  const outages = desk.outages.map(({ from_at, to_at }) => ({
    from: instantAt(from_at),
    to: to_at === null ? open_end : instantAt(to_at),
  }))
  const does_suspend = pack.values.appeal_effect.value === 'suspend'
  return {
    day,
    from: governs_from,
    pack,
    desk: deskOf(pack, intervalsOf(desk.closed_desks), outages),
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
