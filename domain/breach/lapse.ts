// A lapsed duty: which one it is, and whether the register still says so. DESIGN §7.
import { dayOfInstant, instantAt, isoOf } from '../calendar/dates.ts'
import type { Duty } from '../duty/evaluate.ts'
import type { DutyName } from '../duty/facts.ts'
import type { DutyState } from '../duty/state.ts'

/** One duty on one date: when facts move the date, it is another lapse. */
export interface Lapse {
  readonly duty: DutyName
  readonly key: string
  /** Of a deadline in hours, the date of its instant. */
  readonly due_on: string
}

/** States in which the date has passed without the notice that would have met it in time. */
const LAPSED: readonly DutyState[] = ['overdue', 'unmet', 'met_late']

/**
 * Whether the date passed unmet.
 * @example isLapsed('met_late') // true
 */
export const isLapsed = (state: DutyState): boolean => LAPSED.includes(state)

/**
 * The date of a duty: its due date, or that of its instant; null while it is put off openly.
 * @example dateOfDuty({ due_on: null, due_at: '2025-12-19T11:00:00Z' }) // '2025-12-19'
 */
export const dateOfDuty = ({ due_on, due_at }: Pick<Duty, 'due_on' | 'due_at'>): string | null =>
  due_at === undefined ? due_on : isoOf(dayOfInstant(instantAt(due_at)))

/**
 * Every lapse among the duties of a person on the day asked, oldest first as they come.
 * @example lapsesOf([]) // []
 */
export const lapsesOf = (duties: readonly Duty[]): readonly (Lapse & { readonly found: Duty })[] =>
  duties.flatMap((found) => {
    const due_on = dateOfDuty(found)
    return due_on !== null && isLapsed(found.state)
      ? [{ duty: found.duty, key: found.key, due_on, found }]
      : []
  })

/**
 * The duty that a lapse names, whatever its date is now.
 * @example findDuty([], { duty: 'confirm_in_person', key: '1.1' }) // undefined
 */
export const findDuty = (
  duties: readonly Duty[],
  { duty, key }: Pick<Lapse, 'duty' | 'key'>,
): Duty | undefined => duties.find((one) => one.duty === duty && one.key === key)
