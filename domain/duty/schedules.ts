// When a person confirms in person: the usual schedule, and the denser one of no fixed abode. RULES §4.
import type { PackValue } from '../../law/packs.ts'
import { addMonths, type Day, dayOfInstant, isoOf } from '../calendar/dates.ts'
import { merged, open_end } from '../calendar/intervals.ts'
import { type Step, step } from '../law/step.ts'
import type { Timeline } from './timeline.ts'

/** The days between which duties arise. */
export interface OnRegister {
  readonly released: Day
  /** The first day no longer on the register; Infinity while open. */
  readonly ends: Day
}

export interface Schedule {
  readonly kind: 'usual' | 'no_fixed_abode' | 'after_no_fixed_abode'
  readonly opens: Day
  /** The opening of the next schedule; dates from that day on are dropped. */
  readonly closes: Day
}

export interface Occurrence {
  /** Schedule and occurrence: `2.3`. */
  readonly key: string
  readonly unrolled: Day
  readonly value: PackValue<number>
  readonly step: Step
}

/**
 * The schedules in the order they open: the first at release, another with each spell without a fixed abode,
 * another with its end.
 * @law RULES §4
 * @example schedulesOf(timeline, on_register).length // 1
 */
export function schedulesOf(
  { no_fixed_abode, pack }: Timeline,
  { released }: OnRegister,
): readonly Schedule[] {
  if (no_fixed_abode.length === 0) return [{ kind: 'usual', opens: released, closes: open_end }]
  const gap_months = pack.values.confirm_no_fixed_abode_every_months.value
  // A home kept for less than one interval does not end the spell.
  const spells = merged(no_fixed_abode, (to) => addMonths(to, gap_months))
  const opened: Omit<Schedule, 'closes'>[] = [{ kind: 'usual', opens: released }]
  for (const { from, to } of spells) {
    if (to <= released) continue
    opened.push({ kind: 'no_fixed_abode', opens: Math.max(from, released) })
    if (to !== open_end) opened.push({ kind: 'after_no_fixed_abode', opens: to })
  }
  return opened.map((schedule, at) => ({ ...schedule, closes: opened[at + 1]?.opens ?? open_end }))
}

/** The value that sets an occurrence, and its distance from the opening in months. */
function monthsOf(
  kind: Schedule['kind'],
  k: number,
  { pack }: Timeline,
): readonly [PackValue<number>, number] {
  const {
    confirm_every_months: usual,
    confirm_no_fixed_abode_every_months: dense,
    confirm_after_no_fixed_abode_months: first,
  } = pack.values
  if (kind === 'usual') return [usual, k * usual.value]
  if (kind === 'no_fixed_abode') return [dense, k * dense.value]
  return [k === 1 ? first : usual, first.value + (k - 1) * usual.value]
}

/** The day from which the dates of a schedule are not listed: one interval ahead of the day asked at most. */
function limitOf({ kind, closes }: Schedule, { day, pack }: Timeline, { ends }: OnRegister): Day {
  const { confirm_every_months: usual, confirm_no_fixed_abode_every_months: dense } = pack.values
  const horizon = addMonths(day, kind === 'no_fixed_abode' ? dense.value : usual.value)
  return Math.min(closes, ends, horizon + 1)
}

function occurrencesOf(
  schedule: Schedule,
  number: number,
  timeline: Timeline,
  from: Day,
  limit: Day,
): Occurrence[] {
  const { kind, opens } = schedule
  const dateOf = (k: number) => addMonths(opens, monthsOf(kind, k, timeline)[1])
  const found: Occurrence[] = []
  for (let k = 1, unrolled = dateOf(1); unrolled < limit; k += 1, unrolled = dateOf(k)) {
    if (unrolled < from) continue
    const [value, months] = monthsOf(kind, k, timeline)
    const because = { months, opens_on: isoOf(opens) }
    const set = step('confirm_in_person', value, isoOf(opens), isoOf(unrolled), `confirm_${kind}`, because)
    found.push({ key: `${number}.${k}`, unrolled, value, step: set })
  }
  return found
}

/**
 * The confirmations listed on the day asked, by the dates the rule gives, unrolled.
 * @law RULES §4
 * @example confirmationsOf(timeline, on_register).map(({ key }) => key) // ['1.1', '1.2']
 */
export function confirmationsOf(timeline: Timeline, on_register: OnRegister): readonly Occurrence[] {
  const served = timeline.served.get('confirm_in_person')
  if (served === undefined) return []
  return schedulesOf(timeline, on_register).flatMap((schedule, at) =>
    occurrencesOf(schedule, at + 1, timeline, dayOfInstant(served), limitOf(schedule, timeline, on_register)),
  )
}
