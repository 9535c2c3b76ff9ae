// What each history is made to show, and how many of every 200 people show it.
// Rare states have few slots but never none: in each round of people every slot is used exactly once.
import { mix } from './draw.ts'
import type { Disposal, Victim } from './invented-person.ts'

/** How the dates run: see timelines.ts. */
export type Course = 'served_out' | 'in_prison' | 'bailed' | 'surrendered' | 'repealed'

export type AppealCourse = 'pending' | 'dismissed' | 'withdrawn' | 'acquitted' | 'set_aside' | 'restored'

export type Extra = 'custody_again' | 'second_conviction' | 'hospital' | 'abroad' | 'no_fixed_abode'

export interface Scenario {
  readonly shows: string
  readonly slots: number
  /** Taken in turn; one written twice comes twice as often. */
  readonly offences: readonly string[]
  readonly course: Course
  readonly disposal?: Disposal
  readonly victim?: Victim
  /** `before_start`: judged before entries begin (assumed 2024-01-01). */
  readonly judged?: 'before_start'
  readonly appeal?: AppealCourse
  readonly extra?: Extra
  readonly foreign?: true
  /** Under 18 at the time: seen from the birth date, or known only by a flag. */
  readonly juvenile?: 'by_birth' | 'by_flag'
  /** 292B and 292C left the Code at the start of 2023 (the day is assumed). */
  readonly offended?: 'before_2023' | 'since_2023'
}

const both = [
  ...['PPC-376', 'PPC-377B', 'PPC-376', 'PPC-377', 'PECA-21', 'PPC-376', 'PPC-371A', 'PPC-376', 'PPC-375A'],
  ...['PPC-376', 'PPC-292A', 'PPC-377A', 'PPC-376', 'PECA-22', 'PPC-371B', 'PPC-376', 'PPC-375', 'PPC-376'],
]
const short = ['PPC-377', 'PECA-21', 'PPC-292A', 'PPC-371A', 'PPC-377']
const rape = ['PPC-376', 'PPC-376', 'PPC-377B', 'PPC-375A']
const only_s24 = [
  ...['PPC-354', 'PPC-336B', 'PPC-354A', 'PPC-365B', 'PPC-354', 'PPC-366A', 'PPC-366B', 'PPC-367A'],
  ...['PPC-336A', 'PPC-354'],
]
const any_victim = ['PPC-376', 'PPC-377', 'PPC-375A', 'PECA-21']
const uncatalogued = ['PPC-379', 'PPC-420', 'PPC-302', 'PECA-22A']

export const SCENARIOS: readonly Scenario[] = [
  { shows: 'released', slots: 44, offences: both, course: 'served_out' },
  { shows: 'not_released', slots: 44, offences: both, course: 'in_prison' },
  { shows: 'only_s24', slots: 20, offences: only_s24, course: 'served_out' },
  { shows: 'only_s2h', slots: 8, offences: any_victim, course: 'served_out', victim: 'other' },
  { shows: 'outside_catalogue', slots: 6, offences: uncatalogued, course: 'served_out', victim: 'other' },
  { shows: 'juvenile_by_birth', slots: 6, offences: short, course: 'served_out', juvenile: 'by_birth' },
  { shows: 'juvenile_by_flag', slots: 2, offences: short, course: 'served_out', juvenile: 'by_flag' },
  { shows: 'foreign', slots: 4, offences: rape, course: 'served_out', foreign: true },
  { shows: 'probation', slots: 4, offences: short, course: 'bailed', disposal: 'probation' },
  {
    shows: 'conditional_discharge',
    slots: 2,
    offences: ['PPC-354', 'PECA-21'],
    course: 'bailed',
    disposal: 'conditional_discharge',
  },
  { shows: 'fine', slots: 3, offences: ['PECA-21', 'PPC-292A'], course: 'bailed', disposal: 'fine' },
  { shows: 'before_start', slots: 8, offences: both, course: 'served_out', judged: 'before_start' },
  { shows: 'acquitted_on_appeal', slots: 4, offences: rape, course: 'in_prison', appeal: 'acquitted' },
  { shows: 'set_aside', slots: 2, offences: rape, course: 'in_prison', appeal: 'set_aside' },
  { shows: 'restored', slots: 2, offences: rape, course: 'in_prison', appeal: 'restored' },
  { shows: 'appeal_pending', slots: 6, offences: rape, course: 'in_prison', appeal: 'pending' },
  { shows: 'appeal_dismissed', slots: 4, offences: rape, course: 'in_prison', appeal: 'dismissed' },
  { shows: 'appeal_withdrawn', slots: 2, offences: short, course: 'served_out', appeal: 'withdrawn' },
  {
    shows: 'repealed_later',
    slots: 3,
    offences: ['PPC-292B', 'PPC-292C'],
    course: 'repealed',
    offended: 'before_2023',
  },
  {
    shows: 'repealed_before',
    slots: 2,
    offences: ['PPC-292B', 'PPC-292C'],
    course: 'repealed',
    offended: 'since_2023',
  },
  { shows: 'custody_again', slots: 4, offences: short, course: 'served_out', extra: 'custody_again' },
  { shows: 'second_conviction', slots: 6, offences: short, course: 'served_out', extra: 'second_conviction' },
  { shows: 'in_hospital', slots: 2, offences: both, course: 'served_out', extra: 'hospital' },
  { shows: 'gone_abroad', slots: 4, offences: short, course: 'served_out', extra: 'abroad' },
  { shows: 'no_fixed_abode', slots: 6, offences: short, course: 'served_out', extra: 'no_fixed_abode' },
  {
    shows: 'surrendered_later',
    slots: 2,
    offences: ['PPC-354', 'PECA-21'],
    course: 'surrendered',
  },
]

/** Slots of one round, each holding its scenario and its place within it. */
const ROUND = SCENARIOS.flatMap((scenario) =>
  Array.from({ length: scenario.slots }, (_, place) => ({ scenario, place })),
)

export const ROUND_LENGTH = ROUND.length

/** A prime that does not divide the round's length, so that steps of it visit every slot. */
const STEP = 73

/**
 * The scenario of an index and its offence; each round of people visits all slots in another order.
 * @example scenarioOf(1, 0).offence === scenarioOf(1, 0).offence // true
 */
export function scenarioOf(seed: number, index: number): { scenario: Scenario; offence: string } {
  const round = Math.floor(index / ROUND_LENGTH)
  const turn = (index % ROUND_LENGTH) * STEP + mix(seed, round)
  const slot = ROUND[turn % ROUND_LENGTH] as (typeof ROUND)[number]
  const { scenario, place } = slot
  return { scenario, offence: scenario.offences[(place + round) % scenario.offences.length] as string }
}
