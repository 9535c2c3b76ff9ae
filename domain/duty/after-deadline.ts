// When a duty that follows an event falls due: rolled to a working day, put off while the person cannot come.
// RULES §1 (rolling), §4 (pause).
import type { PackValues } from '../../law/packs.ts'
import { type Day, isoOf } from '../calendar/dates.ts'
import { type Closure, type Desk, rollForward } from '../calendar/desk.ts'
import { holds, type Interval, open_end } from '../calendar/intervals.ts'
import { type Step, step } from '../law/step.ts'
import type { Timeline } from './timeline.ts'

export type PauseKind = 'custody' | 'hospital' | 'abroad' | 'appeal'
export interface Pause extends Interval {
  readonly kind: PauseKind
}

export interface AfterDeadline {
  /** The working day before any pause; null: none within the limit. */
  readonly rolled: Day | null
  /** Null while an open interval, or the lack of a working day, puts it off. */
  readonly due: Day | null
  /** Whether an interval that put it off holds the day asked. */
  readonly is_paused: boolean
  readonly steps: readonly Step[]
}

/** The value each closure rests on. */
const closure_value: Readonly<Record<Closure, keyof PackValues>> = {
  closed_weekday: 'closed_weekdays',
  holiday: 'holidays',
  closed_desk: 'desk_hours',
  outage: 'desk_hours',
}

/**
 * The step of a date that could not stay on a closed day.
 * @example rolledStep(pack.values, 3, 3, undefined) // []
 */
export function rolledStep(
  values: PackValues,
  from: Day,
  to: Day | null,
  closure: Closure | undefined,
): Step[] {
  if (closure === undefined || to === from) return []
  const code = to === null ? 'no_working_day' : closure
  return [step('roll', values[closure_value[closure]], isoOf(from), to === null ? null : isoOf(to), code)]
}

function roll(day: Day, desk: Desk, values: PackValues, steps: Step[]): Day | null {
  const { to, closure } = rollForward(day, desk)
  if (closure !== undefined) steps.push(...rolledStep(values, day, to, closure))
  return to
}

/** The interval that ends last among those that reach the date; they reach on for `after` days. */
function lastReaching(
  date: Day,
  pauses: readonly Pause[],
  after: number,
  reached: Set<Pause>,
): Pause | undefined {
  let last: Pause | undefined
  for (const pause of pauses) {
    if (date < pause.from || date >= pause.to + after) continue
    reached.add(pause)
    if (last === undefined || pause.to > last.to) last = pause
  }
  return last
}

/**
 * The due date of a duty that follows an event, and every step that moved it.
 * @param unrolled the date the rule gives  @param pauses each kind joined by itself
 * @law RULES §1, §4; the pack's `after_pause_days`
 * @example afterDeadline(dayOf('2025-09-03'), timeline, []).due // dayOf('2025-09-04')
 */
export function afterDeadline(
  unrolled: Day,
  { day, desk, pack }: Timeline,
  pauses: readonly Pause[],
): AfterDeadline {
  const { values } = pack
  const after = values.after_pause_days
  const steps: Step[] = []
  const reached = new Set<Pause>()
  const rolled = roll(unrolled, desk, values, steps)
  let due = rolled
  while (due !== null) {
    const pause = lastReaching(due, pauses, after.value, reached)
    if (pause === undefined) break
    const is_open = pause.to === open_end
    const because = { kind: pause.kind, days: after.value, to_on: is_open ? '' : isoOf(pause.to) }
    const moved = pause.to + after.value
    const code = is_open ? 'paused_open' : 'paused'
    steps.push(step('pause', after, isoOf(due), is_open ? null : isoOf(moved), code, because))
    due = is_open ? null : roll(moved, desk, values, steps)
  }
  const is_paused = due === null || [...reached].some((pause) => holds(pause, day))
  return { rolled, due, is_paused, steps }
}
