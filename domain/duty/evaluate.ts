// Facts and a rule pack in; who is on the register, what is owed, and why, out. RULES §2 to §5.
import type { Pack, Status } from '../../law/packs.ts'
import { type Day, dayOf, isoInstant, isoOf } from '../calendar/dates.ts'
import { anyHolds, open_end } from '../calendar/intervals.ts'
import {
  decideEligibility,
  type Eligibility,
  type Registrable,
  registrableFrom,
} from '../eligibility/decide.ts'
import type { Step } from '../law/step.ts'
import {
  type DecidedConviction,
  decideRegistration,
  type Registration,
} from '../registration/registration.ts'
import type { DutyName, Facts } from './facts.ts'
import { dutiesOwed, type Owed } from './owed.ts'
import { type DutyState, type Standing, standingOf, stateOf } from './state.ts'
import { type DeskPeriod, regimesOf, type Timeline, timelineOf } from './timeline.ts'

export interface Duty {
  readonly duty: DutyName
  readonly key: string
  /** Null while an open interval puts it off, and for deadlines in hours. */
  readonly due_on: string | null
  /** Only for deadlines in hours. */
  readonly due_at?: string
  readonly state: DutyState
  /** The notice that met it. */
  readonly notice_id: string | null
  readonly law: string
  readonly status: Status
  /** First day in force of the pack that it is computed by; null: in force from the beginning. */
  readonly ruled_from: string | null
  readonly steps: readonly Step[]
}

export interface CaseResult {
  readonly case_id: string
  readonly registrable: Registrable
  /** Those not after the day asked, as given. */
  readonly convictions: readonly Eligibility[]
  readonly registration: Registration
  readonly duties: readonly Duty[]
  readonly standing: Standing
  /** Shown beside the standing. */
  readonly is_in_hospital: boolean
}

function dutyFrom(owed: Owed, state: DutyState): Duty {
  const { duty, key, due, due_at, notice, value, ruled_from, steps } = owed
  const law = { law: value.basis, status: value.status, ruled_from, steps }
  const met = { state, notice_id: notice?.notice_id ?? null }
  if (due_at !== undefined) return { duty, key, due_on: null, due_at: isoInstant(due_at), ...met, ...law }
  return { duty, key, due_on: due === null ? null : isoOf(due), ...met, ...law }
}

/** Orders texts by code point, which differs from code units where a key holds a character above U+FFFF. */
function byText(a: string, b: string): number {
  if (a === b) return 0
  let at = 0
  while (a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1)
}

/** By due date (null last), duty, the date before rolling, then key. */
const byDue = (a: Owed, b: Owed): number =>
  (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER) ||
  byText(a.duty, b.duty) ||
  a.unrolled - b.unrolled ||
  byText(a.key, b.key)

const dayOr = (iso: string | null, otherwise: Day): Day => (iso === null ? otherwise : dayOf(iso))

/**
 * Everything the register says of one person on one day.
 * @param facts checked (`decodeFacts`, or rows of the register)
 * @param pack in force on the day asked; it decides who is on the register, and from when to when
 * @param before the packs before it, oldest first: a duty is computed by the one in force on its unrolled date
 * @param desks whose desk the dates roll by, oldest first; left out: the closed desks and outages of the facts
 * @law RULES §2 to §5
 * @example evaluate(facts, defaultPack()).standing // 'compliant'
 */
export function evaluate(
  facts: Facts,
  pack: Pack,
  before: readonly Pack[] = [],
  desks: readonly DeskPeriod[] = [{ ...facts, from_on: null }],
): CaseResult {
  const decided: readonly DecidedConviction[] = facts.convictions
    .filter(({ convicted_on }) => convicted_on <= facts.on)
    .map((conviction) => [conviction, decideEligibility(conviction, facts.person, pack, facts.on)])
  const registrable = decided.flatMap(([conviction, { outcome }]) => (outcome === 'yes' ? [conviction] : []))
  const regimes = regimesOf([...before, pack], desks)
  const timelines = regimes.map((regime) => timelineOf(facts, registrable, regime)) as [
    ...Timeline[],
    Timeline,
  ]
  const timeline = timelines[timelines.length - 1] as Timeline
  const registration = decideRegistration(decided, timeline.custody, pack, facts.on)
  const released = dayOr(registration.released_on, open_end)
  const ends = dayOr(registration.ends_on, open_end)
  const { owed, abroad } = dutiesOwed(timelines, released === open_end ? null : { released, ends })
  const duties = owed.toSorted(byDue).flatMap((one) => {
    const state = stateOf(one, timeline, ends)
    return state === undefined ? [] : [dutyFrom(one, state)]
  })
  const states = duties.map(({ state }) => state)
  return {
    case_id: facts.case_id,
    registrable: registrableFrom(decided.map(([, eligibility]) => eligibility)),
    convictions: decided.map(([, eligibility]) => eligibility),
    registration,
    duties,
    standing: standingOf(registration.status, timeline, released, abroad, states),
    is_in_hospital: anyHolds(timeline.hospital, timeline.day),
  }
}
