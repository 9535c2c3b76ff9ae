// Facts of duties of people who belong to nobody: likely ones, and unlikely ones that crowd every edge of RULES.
import { duty_names, type Facts, type NoticeFact, type TripFact } from '../duty/facts.ts'
import type { Conviction } from '../eligibility/conviction.ts'
import { dayOf, isoOf } from './days.ts'
import { type Draw, drawFor } from './draw.ts'

type Interval = { readonly from_on: string; readonly to_on: string | null }
type Fill = { readonly [Name in 'hospital' | 'abroad' | 'no_fixed_abode' | 'closed_desks']: number }

/** How crowded a life is: the greatest number of each fact, and how often an edge is sought. */
interface Crowd {
  readonly convictions: number
  readonly custody: number
  readonly stays: Fill
  readonly changes: number
  readonly trips: number
  readonly visits: number
  readonly outages: number
  /** Share of days drawn from those on which dates go wrong. */
  readonly edges: number
  readonly packs: readonly string[]
}

const LIKELY: Crowd = {
  convictions: 1,
  custody: 1,
  stays: { hospital: 0.03, abroad: 0.02, no_fixed_abode: 0.04, closed_desks: 0.1 },
  changes: 2,
  trips: 1,
  visits: 2,
  outages: 0.2,
  edges: 0,
  packs: ['pk-assumed'],
}
const UNLIKELY: Crowd = {
  convictions: 3,
  custody: 4,
  stays: { hospital: 2, abroad: 2, no_fixed_abode: 4, closed_desks: 4 },
  changes: 5,
  trips: 5,
  visits: 3,
  outages: 4,
  edges: 0.25,
  packs: ['pk-assumed', 'pk-bill-2022', 'draft-invented'],
}

const EDGES = [
  '2024-02-29',
  '2024-08-31',
  '2024-12-31',
  '2025-02-28',
  '2025-03-01',
  '2026-03-31',
  '2028-02-29',
]
const TIMES = ['00:00:00', '04:59:59', '07:59:00', '08:00:00', '12:00:00', '16:00:00', '18:59:59', '23:59:59']
const OFFSETS = ['+05:00', '+05:00', '+05:00', '+00:00', '-08:00', '+09:30']
const OFFENCES = [
  'PPC-376',
  'PPC-376',
  'PPC-376',
  'PPC-292B',
  'PPC-292C',
  'PPC-336A',
  'PPC-354',
  'PECA-21',
  'PPC-302',
]
const EVENTS = ['filed', 'filed', 'dismissed', 'withdrawn', 'acquitted', 'set_aside', 'restored'] as const
const FIRST = dayOf('2024-01-01')

/** One life being drawn. `day` gives a day within `span` days after another. */
interface Life {
  readonly draw: Draw
  readonly crowd: Crowd
  readonly day: (from: number, span: number) => number
  readonly instant: (day: number) => string
}

/** As many as `most` allows; a share below 1 is how often there is one. */
function several<T>({ draw }: Life, most: number, make: (at: number) => T): T[] {
  const count = most < 1 ? Number(draw.chance(most)) : draw.between(0, most)
  return Array.from({ length: count }, (_, at) => make(at))
}

function lifeOf(draw: Draw, crowd: Crowd): Life {
  const day = (from: number, span: number) =>
    draw.chance(crowd.edges) ? dayOf(draw.pick(EDGES)) : from + draw.below(span)
  const instant = (at: number) =>
    crowd.edges === 0
      ? `${isoOf(at)}T${draw.pick(TIMES.slice(3, 6))}+05:00`
      : `${isoOf(at)}T${draw.pick(TIMES)}${draw.pick(OFFSETS)}`
  return { draw, crowd, day, instant }
}

function interval(life: Life, from: number, span: number, longest: number): Interval {
  const from_day = life.day(from, span)
  const is_open = life.draw.chance(0.06)
  return {
    from_on: isoOf(from_day),
    to_on: is_open ? null : isoOf(from_day + life.draw.between(life.crowd.edges > 0 ? 0 : 1, longest)),
  }
}

function convictionOf(life: Life, at: number): Conviction {
  const { draw, crowd } = life
  const is_likely = crowd.edges === 0
  const convicted = life.day(is_likely ? FIRST : FIRST - 20, is_likely ? 500 : 800)
  const usual = is_likely || draw.chance(0.8)
  const appeals = draw.chance(is_likely ? 0.1 : 0.3) ? (is_likely ? 2 : 4) : 0
  const appeal = several(life, appeals, () => ({
    event: draw.pick(EVENTS),
    on: isoOf(life.day(convicted, 700)),
  }))
  return {
    conviction_id: `k${at}`,
    offence: draw.chance(is_likely ? 0.95 : 0.5) ? 'PPC-376' : draw.pick(OFFENCES),
    offence_on: isoOf(life.day(convicted - 600, 600)),
    convicted_on: isoOf(convicted),
    country: usual ? 'PK' : draw.pick(['PK', 'GB']),
    jurisdiction: usual ? 'PK-PB' : draw.pick(['PK-SD', 'PK-JK', 'PK-GB']),
    victim: draw.pick(['woman', 'child', 'other']),
    disposal: usual
      ? 'imprisonment'
      : draw.pick(['imprisonment', 'fine', 'probation', 'conditional_discharge']),
    juvenile: !usual && draw.chance(0.2),
    appeal,
  }
}

function tripOf(life: Life, at: number, from: number, span: number): TripFact {
  const { draw } = life
  const departs = life.day(from, span)
  const departs_at = life.instant(departs)
  // A return is never before the departure, whatever the offsets are.
  const returns_at = draw.chance(0.25)
    ? null
    : new Date(Date.parse(departs_at) + draw.below(draw.pick([5, 100, 2000])) * 3_600_000).toISOString()
  const cancelled_at = draw.chance(0.15) ? life.instant(departs - draw.between(-1, 20)) : null
  return { trip_id: `t${at}`, kind: draw.pick(['abroad', 'inside']), departs_at, returns_at, cancelled_at }
}

/** Notices about changes and trips, most in time, and attendances about every half year. */
function noticesOf(
  life: Life,
  facts: Pick<Facts, 'changes' | 'trips'>,
  from: number,
  span: number,
): NoticeFact[] {
  const { draw, crowd } = life
  const noted = (duty: NoticeFact['duty'], about: string | null, day: number) => ({
    notice_id: '',
    duty,
    about,
    received_at: life.instant(day),
  })
  const about = (duty: NoticeFact['duty'], key: string, day: number) =>
    several(life, draw.chance(0.7) ? 1 : 0.5, () => noted(duty, key, day + draw.between(-15, 20)))
  const changes = facts.changes.flatMap(({ change_id, kind, on }) =>
    about(`notify_${kind}_change`, change_id, dayOf(on) + 5),
  )
  const trips = facts.trips.flatMap(({ trip_id, kind, departs_at }) =>
    about(
      kind === 'abroad' ? 'notify_travel_abroad' : 'notify_absence',
      trip_id,
      dayOf(departs_at.slice(0, 10)) - 8,
    ),
  )
  const usual = Array.from(
    { length: Math.floor(span / 182) },
    (_, k) => from + 182 * (k + 1) - draw.below(30),
  )
  const attended =
    crowd.edges === 0 ? usual.filter(() => draw.chance(0.85)) : several(life, 8, () => life.day(from, span))
  const attendances = attended.map((day) => noted('confirm_in_person', null, day))
  return [...changes, ...trips, ...attendances].map((one, at) => ({ ...one, notice_id: `n${at}` }))
}

/** Days between which the facts of a life fall: from the conviction on. */
interface Course {
  readonly from: number
  readonly span: number
}

function custodyOf(life: Life, { from, span }: Course): Interval[] {
  const { draw, crowd } = life
  if (crowd.edges > 0)
    return several(life, crowd.custody, () => interval(life, from - 60, span, draw.pick([4, 40, 400])))
  const from_on = isoOf(from - draw.below(300))
  const to_on = draw.chance(0.15) ? null : isoOf(from + draw.between(1, 500))
  const again = several(life, 0.08, () => interval(life, from + 600, span, 200))
  return draw.chance(0.9) ? [{ from_on, to_on }, ...again] : again
}

function servedOf(life: Life, served_on: number, { from, span }: Course): Facts['served'] {
  const { draw, crowd } = life
  const told = duty_names.filter(() => draw.chance(0.92))
  const again = several(life, crowd.edges > 0 ? 3 : 0.1, () => draw.pick(duty_names))
  return [...told, ...again].map((duty) => ({
    duty,
    at: life.instant(draw.chance(0.8) ? served_on : life.day(from, span)),
    language: draw.pick(['ur', 'en']),
  }))
}

function outageOf(life: Life, { from, span }: Course): Facts['outages'][number] {
  const from_at = life.instant(life.day(from, span))
  const ends = Date.parse(from_at) + life.draw.below(90) * 3_600_000
  return { from_at, to_at: life.draw.chance(0.04) ? null : new Date(ends).toISOString() }
}

function birthOf({ draw, crowd }: Life): string | null {
  if (draw.chance(0.2)) return null
  if (draw.chance(crowd.edges)) return draw.pick(['2004-02-29', '2008-02-29'])
  return isoOf(dayOf('1980-01-01') + draw.below(crowd.edges > 0 ? 9500 : 7500))
}

function factsOf(life: Life, case_id: string): Facts {
  const { draw, crowd } = life
  const convictions = Array.from({ length: draw.between(1, crowd.convictions) }, (_, at) =>
    convictionOf(life, at),
  )
  const from = dayOf(convictions[0]?.convicted_on ?? '')
  const course = { from, span: draw.pick(crowd.edges > 0 ? [300, 900, 2000, 4500] : [400, 900, 1500, 3000]) }
  const stays = (kind: keyof Fill, longest: number) =>
    several(life, crowd.stays[kind], () => interval(life, from, course.span, draw.pick([3, longest])))
  const day = () => isoOf(life.day(from, course.span))
  const custody = custodyOf(life, course)
  const changes = several(life, crowd.changes, (at) => ({
    ...{ change_id: `a${at}`, kind: draw.pick(['name', 'address'] as const), on: day() },
  }))
  const trips = several(life, crowd.trips, (at) => tripOf(life, at, from, course.span))
  const served_on = dayOf(custody[0]?.to_on ?? isoOf(from)) + draw.below(crowd.edges > 0 ? 60 : 10)
  return {
    ...{ case_id, on: isoOf(life.day(crowd.edges > 0 ? from - 30 : from, course.span + 200)) },
    ...{ pack: draw.pick(crowd.packs), person: { born_on: birthOf(life) }, convictions, custody },
    ...{ hospital: stays('hospital', 60), abroad: stays('abroad', 90) },
    no_fixed_abode: stays('no_fixed_abode', 250),
    served: servedOf(life, served_on, course),
    ...{ changes, trips, notices: noticesOf(life, { changes, trips }, served_on, course.span) },
    visits: several(life, crowd.visits, () => ({
      ...{ on: day(), result: draw.pick(['found', 'not_at_address'] as const) },
    })),
    closed_desks: stays('closed_desks', 45),
    outages: several(life, crowd.outages, () => outageOf(life, course)),
  }
}

/**
 * Facts of one invented person, such as a register holds them.
 * @example likelyFacts(1, 7).case_id // 'p7'
 */
export const likelyFacts = (seed: number, index: number): Facts =>
  factsOf(lifeOf(drawFor(seed, index, 101), LIKELY), `p${index}`)

/**
 * Facts that crowd the edges: custody in hospital, trips in trips, 29 February, shut desks, dates at midnight.
 * @example unlikelyFacts(1, 7).case_id // 'x7'
 */
export const unlikelyFacts = (seed: number, index: number): Facts =>
  factsOf(lifeOf(drawFor(seed, index, 102), UNLIKELY), `x${index}`)
