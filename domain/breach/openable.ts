// From when a lapse that the gate refuses may be opened after all; of most it is never, because its day is over. DESIGN §7.
import { dayOf, isoOf } from '../calendar/dates.ts'
import type { Check, Gate } from './gate.ts'

/** What must come first; the later in the list, the less stands in the way. */
export const openable_whens = [
  'never',
  'new_date',
  'reviewed',
  'custody_known',
  'calculators_agree',
  'now',
] as const
export type OpenableWhen = (typeof openable_whens)[number]

export interface Openable {
  readonly when: OpenableWhen
  /** The first day on which it may be, where that is known. */
  readonly on: string | null
}

const after = (on: string | number | undefined): string | null =>
  typeof on === 'string' ? isoOf(dayOf(on) + 1) : null

/** What one refusing check waits for. What was so on the day of the lapse does not change by waiting. */
function waitsFor({ check, code, values }: Check): Openable {
  if (check === 'custody_known') return { when: 'custody_known', on: null }
  if (check === 'calculators_agree') return { when: 'calculators_agree', on: null }
  if (code === 'review') return { when: 'reviewed', on: null }
  if (code === 'put_off' || code === 'date_moved') return { when: 'new_date', on: after(values['now']) }
  if (code === 'not_lapsed') return { when: 'new_date', on: after(values['due_on']) }
  return { when: 'never', on: null }
}

/**
 * From when the lapse may be opened and decided: now, once something is cleared up, from a day on, or never for this
 * date, since nothing may be held against the person that he could not know or do.
 * @law DESIGN §7 (every lapse has a decision or a reason why it has none)
 * @example openableFrom({ passes: true, checks: [] }).when // 'now'
 */
export function openableFrom({ checks }: Gate): Openable {
  const waits = checks.filter(({ passes }) => !passes).map(waitsFor)
  const rank = ({ when }: Openable) => openable_whens.indexOf(when)
  return waits.toSorted((a, b) => rank(a) - rank(b))[0] ?? { when: 'now', on: null }
}
