// What may happen to a conviction on appeal, in which order, and what needs two officers. RULES §2.6.
import type { AppealEventKind } from '../eligibility/conviction.ts'

export const appeal_events = [
  'filed',
  'dismissed',
  'withdrawn',
  'acquitted',
  'set_aside',
  'restored',
] as const

/** An event that undoes a conviction or brings it back changes who is on the register. */
export const changing_events = ['acquitted', 'set_aside', 'restored'] as const
export type ChangingEvent = (typeof changing_events)[number]

/**
 * Whether an event changes who is on the register, so that two officers decide it.
 * @law RULES §2.6; DESIGN §5, wall 4
 * @example doesChangeRegister('filed') // false
 */
export const doesChangeRegister = (event: AppealEventKind): event is ChangingEvent =>
  changing_events.some((one) => one === event)

export interface KnownAppeal {
  readonly event: AppealEventKind
  readonly on: string
}

export type AppealFault =
  | 'before_conviction'
  | 'before_last'
  | 'nothing_pending'
  | 'undone_already'
  | 'not_undone'

const isVoid = (events: readonly KnownAppeal[]) =>
  events.reduce((is_void, { event }) => {
    if (event === 'restored') return false
    return is_void || event === 'acquitted' || event === 'set_aside'
  }, false)

const isPending = (events: readonly KnownAppeal[]) => {
  const last = events.at(-1)?.event
  return last === 'filed'
}

/**
 * Why an event cannot follow those known; null when it can. A court may acquit without a filing that was told of, so
 * only a dismissal and a withdrawal ask for one.
 * @param known in order  @param convicted_on day of the judgment
 * @law RULES §2.6
 * @example faultOfAppeal([], 'restored', '2025-09-01', '2025-02-11') // 'not_undone'
 */
export function faultOfAppeal(
  known: readonly KnownAppeal[],
  event: AppealEventKind,
  on: string,
  convicted_on: string,
): AppealFault | null {
  if (on < convicted_on) return 'before_conviction'
  if (on < (known.at(-1)?.on ?? on)) return 'before_last'
  switch (event) {
    case 'filed':
      return null
    case 'dismissed':
    case 'withdrawn':
      return isPending(known) ? null : 'nothing_pending'
    case 'acquitted':
    case 'set_aside':
      return isVoid(known) ? 'undone_already' : null
    case 'restored':
      return isVoid(known) ? null : 'not_undone'
  }
}

/**
 * The ground on which a person leaves the register by an event.
 * @law RULES §2.6
 * @example groundOf('acquitted') // 'acquittal'
 */
export const groundOf = (event: 'acquitted' | 'set_aside'): 'acquittal' | 'set_aside' =>
  event === 'acquitted' ? 'acquittal' : event
