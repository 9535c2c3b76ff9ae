// What somebody must look at before any date can be relied on. DESIGN §7, LAW §4.

import type { Pack } from '../../law/packs.ts'
import { dayOf, dayOfInstant, instantAt } from '../calendar/dates.ts'
import { intervalsOf } from '../calendar/intervals.ts'
import type { RegistrationStatus } from '../registration/registration.ts'
import type { CaseResult } from './evaluate.ts'
import { duty_names, type Facts } from './facts.ts'

export const exception_names = ['custody_unknown', 'not_served'] as const
export type DutyException = (typeof exception_names)[number]
type Held = { readonly result: CaseResult; readonly exceptions: readonly DutyException[] }

/**
 * The exceptions of a person: imprisonment without the custody that serves it (its release is not known, whatever the
 * arithmetic gives, so neither is the end that it gives), and a released person to whom a duty was never explained,
 * from the day of release.
 * @law RULES §3 (release), §4 (nothing is owed that was not told)
 * @example exceptionsOf({ ...facts, served: [] }, evaluate(facts, pack), pack) // ['not_served']
 */
export function exceptionsOf(facts: Facts, result: CaseResult, pack: Pack): readonly DutyException[] {
  const { status, released_on } = result.registration
  if (status !== 'active' && status !== 'ended') return []
  const found: DutyException[] = []
  if (isCustodyUnknown(facts, result, pack)) found.push('custody_unknown')
  if (status === 'ended') return found
  const today = dayOf(facts.on)
  const told = facts.served.filter(({ at }) => dayOfInstant(instantAt(at)) <= today)
  const served = new Set(told.map(({ duty }) => duty))
  const is_out = released_on !== null && released_on <= facts.on && result.standing !== 'in_custody'
  if (is_out && duty_names.some((duty) => !served.has(duty))) found.push('not_served')
  return found
}

/**
 * The first day no longer on the register as the desk may act on it: null while it is open, and while the custody is
 * unknown, since an end that was counted from no release lets nobody leave.
 * @law RULES §3 (end); DESIGN §7
 * @example endOf({ result: { registration: { ends_on: '2026-01-01' } }, exceptions: ['custody_unknown'] }) // null
 */
export const endOf = ({ result, exceptions }: Held): string | null =>
  exceptions.includes('custody_unknown') ? null : result.registration.ends_on

/**
 * The status as the desk may act on it: whose custody is unknown stays on the register though the arithmetic has ended.
 * @law RULES §3; DESIGN §7
 * @example statusOf({ result: { registration: { status: 'ended' } }, exceptions: ['custody_unknown'] }) // 'active'
 */
export const statusOf = ({ result, exceptions }: Held): RegistrationStatus => {
  const { status } = result.registration
  return status === 'ended' && exceptions.includes('custody_unknown') ? 'active' : status
}

/** Whether a registrable conviction to imprisonment has no custody interval that serves it. */
function isCustodyUnknown(facts: Facts, { convictions }: CaseResult, { values }: Pack): boolean {
  const custody = intervalsOf(facts.custody)
  return facts.convictions.some(({ conviction_id, disposal, convicted_on }) => {
    const is_registrable = convictions.some((c) => c.conviction_id === conviction_id && c.outcome === 'yes')
    if (disposal !== 'imprisonment' || !is_registrable) return false
    const convicted = dayOf(convicted_on)
    return !custody.some(({ from, to }) => to >= convicted && from <= convicted + values.surrender_days.value)
  })
}
