// From when to when a person is on the register, and why. RULES §3.
import type { Pack } from '../../law/packs.ts'
import { addYears, type Day, dayOf, isoOf } from '../calendar/dates.ts'
import { type Interval, open_end } from '../calendar/intervals.ts'
import type { Conviction } from '../eligibility/conviction.ts'
import type { Eligibility } from '../eligibility/decide.ts'
import { type Step, step } from '../law/step.ts'

export type RegistrationStatus = 'active' | 'ended' | 'review' | 'void' | 'not_registrable'

export interface Registration {
  readonly status: RegistrationStatus
  readonly starts_on: string | null
  /** The earliest release among its convictions; null while none is released. */
  readonly released_on: string | null
  /** The first day no longer on the register; null while that is open. */
  readonly ends_on: string | null
  readonly steps: readonly Step[]
}

export type DecidedConviction = readonly [conviction: Conviction, eligibility: Eligibility]

/** What one conviction, or several joined, put on the register. */
interface Span {
  readonly from: Day
  readonly to: Day
  /** Infinity while not released. */
  readonly released: Day
  readonly steps: readonly Step[]
}

const isoOrNull = (day: Day): string | null => (day === open_end ? null : isoOf(day))

/** The release of a conviction: the end of the custody that serves it; Infinity while that is open. */
function releaseOf(conviction: Conviction, custody: readonly Interval[], { values }: Pack) {
  const { convicted_on, conviction_id } = conviction
  const convicted = dayOf(convicted_on)
  const { surrender_days } = values
  const latest = convicted + surrender_days.value
  const served = custody.find(({ from, to }) => to >= convicted && from <= latest)
  const released = served?.to ?? convicted
  const code = served ? (released === open_end ? 'not_released' : 'released') : 'no_custody'
  const because = { conviction_id, custody_from: served ? isoOf(served.from) : convicted_on }
  return { released, step: step('release', surrender_days, convicted_on, isoOrNull(released), code, because) }
}

/** The end of the period: the years from release, a day longer for every later day in custody. */
function endOf(released: Day, custody: readonly Interval[], { values }: Pack) {
  const { period_years, custody_extends_period } = values
  let end = addYears(released, period_years.value)
  const because = { years: period_years.value }
  const steps = [step('period', period_years, isoOf(released), isoOf(end), 'period', because)]
  if (!custody_extends_period.value) return { end, steps }
  for (const { from, to } of custody) {
    if (from < released) continue
    if (from >= end) break
    const longer = end + (to - from)
    const told = { from_on: isoOf(from), to_on: isoOrNull(to) ?? '', days: to === open_end ? 0 : to - from }
    const code = to === open_end ? 'custody_open' : 'custody_added'
    steps.push(step('custody', custody_extends_period, isoOf(end), isoOrNull(longer), code, told))
    end = longer
  }
  return { end, steps }
}

function spanOf(conviction: Conviction, custody: readonly Interval[], pack: Pack): Span {
  const { convicted_on, conviction_id } = conviction
  const from = dayOf(convicted_on)
  const start = step('start', pack.values.eligibility_policy, null, convicted_on, 'convicted', {
    conviction_id,
  })
  const { released, step: release } = releaseOf(conviction, custody, pack)
  if (released === open_end) return { from, to: open_end, released, steps: [start, release] }
  const { end, steps } = endOf(released, custody, pack)
  return { from, to: end, released, steps: [start, release, ...steps] }
}

/** Spans that overlap or touch make one registration. */
function joined(first: Span, next: Span, { values }: Pack): Span {
  const to = Math.max(first.to, next.to)
  const join = step('join', values.period_years, isoOrNull(first.to), isoOrNull(to), 'spans_joined')
  return {
    from: first.from,
    to,
    released: Math.min(first.released, next.released),
    steps: [...first.steps, ...next.steps, join],
  }
}

function lastSpan(
  convictions: readonly Conviction[],
  custody: readonly Interval[],
  pack: Pack,
): Span | undefined {
  const spans = convictions.map((conviction) => spanOf(conviction, custody, pack))
  spans.sort((a, b) => a.from - b.from)
  return spans.reduce<Span | undefined>(
    (last, span) => (last && span.from <= last.to ? joined(last, span, pack) : span),
    undefined,
  )
}

function unregistered(decided: readonly DecidedConviction[]): Registration {
  const has = (outcome: string) => decided.some(([, eligibility]) => eligibility.outcome === outcome)
  const status = has('review') ? 'review' : has('void') ? 'void' : 'not_registrable'
  return { status, starts_on: null, released_on: null, ends_on: null, steps: [] }
}

/**
 * The registration that holds on a day: its first day, release, end, and every step of the arithmetic.
 * @param decided convictions not after the day, each with its eligibility on that day
 * @param custody all intervals in custody, joined and in order; also those planned
 * @param on the day asked
 * @law RULES §3
 * @example decideRegistration([], [], defaultPack(), '2025-09-10').status // 'not_registrable'
 */
export function decideRegistration(
  decided: readonly DecidedConviction[],
  custody: readonly Interval[],
  pack: Pack,
  on: string,
): Registration {
  const registrable = decided.flatMap(([conviction, { outcome }]) => (outcome === 'yes' ? [conviction] : []))
  const span = lastSpan(registrable, custody, pack)
  if (span === undefined) return unregistered(decided)
  return {
    status: dayOf(on) >= span.to ? 'ended' : 'active',
    starts_on: isoOf(span.from),
    released_on: isoOrNull(span.released),
    ends_on: isoOrNull(span.to),
    steps: span.steps,
  }
}

/**
 * The Bureau's next review of an active registration: every so many years from release, before its end.
 * @returns the first on or after the day; null when none is left or the person is not released
 * @law RULES §3
 * @example nextReviewOn({ released_on: '2025-03-03', ends_on: '2035-03-03' }, defaultPack(), '2025-09-10') // '2028-03-03'
 */
export function nextReviewOn(
  { released_on, ends_on }: Pick<Registration, 'released_on' | 'ends_on'>,
  { values }: Pack,
  on: string,
): string | null {
  if (released_on === null) return null
  const every = values.review_every_years.value
  const asked = Math.max(dayOf(on), dayOf(released_on))
  let years = every
  while (addYears(dayOf(released_on), years) < asked) years += every
  const review_on = isoOf(addYears(dayOf(released_on), years))
  return ends_on !== null && review_on >= ends_on ? null : review_on
}
