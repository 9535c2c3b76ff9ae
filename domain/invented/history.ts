// A person's convictions and what happened around them, built from a scenario and its timeline.
import { isoOf, partsOf } from './days.ts'
import { type Draw, drawWeighted } from './draw.ts'
import type {
  InventedAppealEvent,
  InventedConviction,
  InventedHistory,
  InventedInterval,
  InventedSentence,
} from './invented-person.ts'
import { drawCourt, drawCourtAbroad, punishmentOf } from './offences.ts'
import { type AppealCourse, type Scenario, scenarioOf } from './scenarios.ts'
import { drawTimeline, type Span, type Timeline } from './timelines.ts'
import type { HomeDistrict, InventedWorld } from './world.ts'

export interface DatedHistory extends InventedHistory {
  readonly scenario: Scenario
  /** The day of the first offence, which the birth date must allow for. */
  readonly first_offended: number
  /** The ISO date of the first judgment: a person without a birth date told his age then. */
  readonly first_convicted_on: string
}

type Spans = readonly Span[]

const intervals = (spans: Spans): InventedInterval[] =>
  spans.map(([from, to]) => ({ from_on: isoOf(from), to_on: to === null ? null : isoOf(to) }))

/** The history of one index. `home` is where most of its FIRs were lodged. */
export function inventHistory(
  draw: Draw,
  seed: number,
  index: number,
  home: HomeDistrict,
  world: InventedWorld,
): DatedHistory {
  const { scenario, offence } = scenarioOf(seed, index)
  const timeline = drawTimeline(draw, scenario, punishmentOf(offence).months, world.today)
  const appealed = drawAppeal(draw, scenario.appeal, timeline)
  const first = drawConviction(draw, 'k1', {
    scenario,
    offence,
    timeline,
    home,
    world,
    appeal: appealed.events,
  })
  const after = drawAfterwards(draw, scenario, timeline, world)
  const second = after.reconvicted
    ? [drawConviction(draw, 'k2', { ...after.reconvicted, home, world, appeal: [] })]
    : []
  return {
    scenario,
    first_offended: timeline.offended,
    first_convicted_on: isoOf(timeline.judged),
    convictions: [first, ...second],
    custody: intervals([...(appealed.custody ?? timeline.custody), ...after.custody]),
    hospital: intervals(after.hospital),
    abroad: intervals(after.abroad),
    no_fixed_abode: intervals(after.no_fixed_abode),
  }
}

interface Appealed {
  readonly events: readonly InventedAppealEvent[]
  /** Custody where the appeal changed it. */
  readonly custody?: Spans
}

/** Appeals are filed within 30 days of the judgment (law: ARITA s.18). */
function drawAppeal(draw: Draw, course: AppealCourse | undefined, timeline: Timeline): Appealed {
  if (!course) return { events: [] }
  const filed = timeline.judged + draw.between(1, course === 'pending' ? 3 : 29)
  const decided = filed + draw.between(60, 200)
  const events: InventedAppealEvent[] = [{ event: 'filed', on: isoOf(filed) }]
  if (course === 'pending') return { events }
  if (course === 'withdrawn') {
    return { events: [...events, { event: 'withdrawn', on: isoOf(filed + draw.between(1, 20)) }] }
  }
  if (course === 'dismissed') return { events: [...events, { event: 'dismissed', on: isoOf(decided) }] }
  const [[arrested]] = timeline.custody
  const event = course === 'set_aside' ? 'set_aside' : 'acquitted'
  events.push({ event, on: isoOf(decided) })
  if (course !== 'restored') return { events, custody: [[arrested, decided]] }
  const restored = decided + draw.between(60, 198)
  events.push({ event: 'restored', on: isoOf(restored) })
  const back_inside: Span = [restored + draw.between(0, 2), null]
  return { events, custody: [[arrested, decided], back_inside] }
}

interface Afterwards {
  readonly custody: Spans
  readonly hospital: Spans
  readonly abroad: Spans
  readonly no_fixed_abode: Spans
  readonly reconvicted?: { scenario: Scenario; offence: string; timeline: Timeline }
}

/** What follows the release, up to today. */
function drawAfterwards(
  draw: Draw,
  scenario: Scenario,
  timeline: Timeline,
  world: InventedWorld,
): Afterwards {
  const nothing = { custody: [], hospital: [], abroad: [], no_fixed_abode: [] }
  const { released } = timeline
  if (released === null || !scenario.extra) return nothing
  const begun = draw.between(released, world.today - 1)
  const ended = begun + draw.between(20, 300)
  const span: Spans = [[begun, ended > world.today ? null : ended]]
  if (scenario.extra === 'second_conviction') return reconvict(draw, timeline, released, world)
  if (scenario.extra === 'custody_again') return { ...nothing, custody: span }
  return { ...nothing, [scenario.extra]: span }
}

/** Convicted of another offence done before the first arrest; both run together, so custody is not longer. */
function reconvict(draw: Draw, timeline: Timeline, released: number, world: InventedWorld): Afterwards {
  const judged = draw.between(timeline.judged, Math.min(released, world.today - 1))
  const second: Timeline = { ...timeline, offended: timeline.offended + draw.below(2), judged }
  const scenario: Scenario = { shows: 'second', slots: 0, offences: [], course: 'served_out' }
  const offence = draw.pick(['PPC-354', 'PPC-377', 'PPC-371B', 'PECA-21'])
  return {
    custody: [],
    hospital: [],
    abroad: [],
    no_fixed_abode: [],
    reconvicted: { scenario, offence, timeline: second },
  }
}

interface ConvictionFacts {
  readonly scenario: Scenario
  readonly offence: string
  readonly timeline: Timeline
  readonly home: HomeDistrict
  readonly world: InventedWorld
  readonly appeal: readonly InventedAppealEvent[]
}

function drawConviction(draw: Draw, conviction_id: string, facts: ConvictionFacts): InventedConviction {
  const { scenario, offence, timeline } = facts
  const place = draw.chance(0.94) ? facts.home : drawWeighted(draw, facts.world.homes_by_population)
  const foreign = scenario.foreign ? drawCourtAbroad(draw) : null
  const { name_en, name_ur } = foreign ?? drawCourt(draw, place)
  const { year } = partsOf(timeline.judged)
  const case_number = `${draw.between(1, 900)}/${year}`
  const disposal = scenario.disposal ?? 'imprisonment'
  return {
    conviction_id,
    offence,
    offence_on: isoOf(timeline.offended),
    convicted_on: isoOf(timeline.judged),
    country: foreign?.country ?? 'PK',
    jurisdiction: place.province_iso,
    victim: scenario.victim ?? draw.pick(punishmentOf(offence).victims),
    disposal,
    juvenile: scenario.juvenile === 'by_flag',
    appeal: facts.appeal,
    court: { name_en, name_ur },
    case_number,
    fir: foreign
      ? null
      : {
          station_id: draw.pick(place.stations).station_id,
          year: partsOf(timeline.offended + 1).year,
          number: draw.between(1, 1800),
        },
    judgment: { reference: `J-${case_number}-${draw.between(100_000, 999_999)}`, sha256: drawDigest(draw) },
    sentence: drawSentence(draw, disposal, timeline),
  }
}

/** Only those still inside serve for life. */
function drawSentence(draw: Draw, kind: InventedSentence['kind'], timeline: Timeline): InventedSentence {
  const fine_pkr = kind === 'fine' || draw.chance(0.7) ? draw.between(1, 20) * 25_000 : 0
  if (kind !== 'imprisonment')
    return { kind, years: 0, months: 0, life: false, fine_pkr: kind === 'fine' ? fine_pkr : 0 }
  const life = timeline.released === null && timeline.months > 216 && draw.chance(0.6)
  if (life) return { kind, years: 0, months: 0, life, fine_pkr }
  // Courts mostly give whole years; only short sentences have months.
  const months = timeline.months < 36 ? timeline.months : Math.ceil(timeline.months / 12) * 12
  return { kind, years: Math.floor(months / 12), months: months % 12, life, fine_pkr }
}

const drawDigest = (draw: Draw): string =>
  Array.from({ length: 8 }, () => draw.bits().toString(16).padStart(8, '0')).join('')
