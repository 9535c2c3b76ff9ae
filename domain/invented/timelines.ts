// The dates of one conviction, in day numbers, so that arrest, trial, sentence and custody fit one another.
import { DAYS_PER_MONTH, dayOf } from './days.ts'
import type { Draw } from './draw.ts'
import type { Course, Scenario } from './scenarios.ts'

/** Half-open; null is open. */
export type Span = readonly [from: number, to: number | null]

export interface Timeline {
  readonly offended: number
  readonly judged: number
  /** In order, at least one. */
  readonly custody: readonly [Span, ...Span[]]
  /** The last day in custody's end, or the judgment's where there was none; null while inside. */
  readonly released: number | null
  /** The sentence; whole months. */
  readonly months: number
}

interface Window {
  readonly from: number
  readonly to: number
}

const ENTRIES_FROM = dayOf('2024-01-01')
const BEFORE_START: Window = { from: dayOf('2012-01-01'), to: ENTRIES_FROM - 1 }
const REPEALED = dayOf('2023-01-01')
/** The longest an appeal of these histories takes, in days: filed within 29, decided in 200, restored in 200. */
export const APPEAL_DAYS = 430

const days = (months: number): number => Math.round(months * DAYS_PER_MONTH)

/** From the offence to the arrest: most are caught within days. */
const beforeArrest = (draw: Draw): number => draw.between(1, draw.chance(0.8) ? 20 : 300)

type Range = readonly [least: number, most: number]

/** The dates of a course that runs up to `today`. */
export function drawTimeline(draw: Draw, scenario: Scenario, months: Range, today: number): Timeline {
  return COURSES[scenario.course](draw, scenario, months, today)
}

type DrawCourse = (draw: Draw, scenario: Scenario, months: Range, today: number) => Timeline

const COURSES: Readonly<Record<Course, DrawCourse>> = {
  served_out: servedOut,
  in_prison: inPrison,
  bailed,
  surrendered,
  repealed,
}

/** Arrested, tried in custody, judged, and let out when remissions have eaten 10 to 45 % of the sentence. */
function servedOut(draw: Draw, scenario: Scenario, [least, most]: Range, today: number): Timeline {
  const window = scenario.judged ? BEFORE_START : { from: ENTRIES_FROM, to: today - 60 }
  const judged = draw.between(window.from, window.to)
  const months = least + Math.floor((most - least) * (draw.bits() / 4294967296) ** 3)
  const served = days(months * (0.55 + 0.35 * (draw.bits() / 4294967296)))
  const remaining = draw.between(10, Math.min(today - 1 - judged, served - 60))
  const released = judged + remaining
  const arrested = released - served
  const offended = arrested - beforeArrest(draw)
  return { offended, judged, custody: [[arrested, released]], released, months }
}

/** Still inside. Not so long ago that the sentence could have run out; appeals have had time to be decided. */
function inPrison(draw: Draw, scenario: Scenario, [least, most]: Range, today: number): Timeline {
  const decided = scenario.appeal && scenario.appeal !== 'pending'
  const latest = today - (decided ? APPEAL_DAYS : 3)
  const earliest = Math.max(ENTRIES_FROM, today - days(most * 0.4))
  const judged = draw.between(earliest, latest)
  const arrested = judged - draw.between(60, days(Math.min(48, most * 0.2)))
  const needed = Math.ceil((today - arrested) / DAYS_PER_MONTH / 0.9)
  const months = draw.between(Math.max(least, needed), most)
  return {
    offended: arrested - beforeArrest(draw),
    judged,
    custody: [[arrested, null]],
    released: null,
    months,
  }
}

/** A few weeks in custody, then bail; the judgment sends nobody to prison. */
function bailed(draw: Draw, _: Scenario, [least]: Range, today: number): Timeline {
  const judged = draw.between(ENTRIES_FROM, today - 3)
  const arrested = judged - draw.between(120, 900)
  const bailed_on = arrested + draw.between(3, 60)
  const offended = arrested - beforeArrest(draw)
  return { offended, judged, custody: [[arrested, bailed_on]], released: judged, months: least }
}

/** Free on bail at the judgment, gives himself up within a month, serves and leaves. */
function surrendered(draw: Draw, _: Scenario, [least]: Range, today: number): Timeline {
  const served = days(least * 0.6)
  const judged = draw.between(ENTRIES_FROM, today - served - 30)
  const entered = judged + draw.between(2, 28)
  const released = entered + served
  return {
    offended: judged - draw.between(200, 900),
    judged,
    custody: [[entered, released]],
    released,
    months: least,
  }
}

/** Offences that left the Code in 2023, done before or after that day, judged since entries begin. */
function repealed(draw: Draw, scenario: Scenario, [, most]: Range, today: number): Timeline {
  const offended =
    scenario.offended === 'before_2023'
      ? draw.between(REPEALED - 500, REPEALED - 1)
      : draw.between(REPEALED, REPEALED + 200)
  const arrested = offended + draw.between(1, 20)
  const judged = draw.between(ENTRIES_FROM, ENTRIES_FROM + 365)
  const released = judged + draw.between(10, Math.min(200, today - 1 - judged))
  const months = Math.min(most, Math.ceil((released - arrested) / DAYS_PER_MONTH / 0.8))
  return { offended, judged, custody: [[arrested, released]], released, months }
}
