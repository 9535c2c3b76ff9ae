// When duties were served, read and judged: nothing is owed that was not told, and nobody is told before his release
// but in prison. RULES §4.
import type { DatedInterval } from '../calendar/intervals.ts'
import { instantTyped } from '../notice/instant.ts'

export const PROOFS = ['signature', 'thumb_mark', 'refused_before_witnesses'] as const
export type Proof = (typeof PROOFS)[number]

export type ServingTyped = {
  readonly served_on: string
  readonly served_time: string
  readonly proof: Proof
  readonly witness?: string | null
  readonly back_dated_reason?: string | null
}

export type ServingFault =
  | 'required'
  | 'in_future'
  | 'format_time'
  | 'servings.fault.before_release'
  | 'servings.fault.before_registration'
  | 'servings.fault.reason_needed'
export type FaultyServing = { readonly field: string; readonly code: ServingFault }

/** The person as the rules see him today. */
export type Served = {
  readonly starts_on: string | null
  readonly released_on: string | null
  readonly custody: readonly DatedInterval[]
}

export type ReadServing = {
  readonly served_at: string
  readonly witness: string | null
  /** Null where it is typed in on the day of serving. */
  readonly back_dated_reason: string | null
}

const wasInside = (day: string, custody: Served['custody']): boolean =>
  custody.some(({ from_on, to_on }) => from_on <= day && (to_on === null || day < to_on))

/**
 * A serving as it will be kept, or its faults, a field each. Before release it is allowed in custody alone: told on the
 * eve of release, the duties count from release by the arithmetic.
 * @param now ISO UTC  @param today the Pakistan day of `now`
 * @law RULES §4 (nothing is owed that was not told)
 * @example readServing({ served_on: '2025-03-04', served_time: '10:00', proof: 'signature' }, { starts_on: null, released_on: null, custody: [] }, '2025-03-03T10:00:00.000Z', '2025-03-03').faults[0].code // 'in_future'
 */
export function readServing(
  typed: ServingTyped,
  person: Served,
  now: string,
  today: string,
):
  | { readonly serving: ReadServing; readonly faults: readonly [] }
  | { readonly serving?: never; readonly faults: readonly FaultyServing[] } {
  const faults: FaultyServing[] = []
  const at = instantTyped(typed.served_on, typed.served_time)
  const when =
    at === undefined
      ? { field: 'served_time', code: 'format_time' as const }
      : whenFault(at, typed, person, now, today)
  if (when) faults.push(when)
  const is_back_dated = typed.served_on < today
  if (is_back_dated && !typed.back_dated_reason)
    faults.push({ field: 'back_dated_reason', code: 'servings.fault.reason_needed' })
  if (typed.proof === 'refused_before_witnesses' && !typed.witness)
    faults.push({ field: 'witness', code: 'required' })
  if (faults.length > 0 || at === undefined) return { faults }
  const back_dated_reason = is_back_dated ? (typed.back_dated_reason ?? null) : null
  return { serving: { served_at: at, witness: typed.witness ?? null, back_dated_reason }, faults: [] }
}

function whenFault(
  at: string,
  { served_on }: ServingTyped,
  { starts_on, released_on, custody }: Served,
  now: string,
  today: string,
): FaultyServing | undefined {
  const field = 'served_on'
  if (served_on > today) return { field, code: 'in_future' }
  if (at > now) return { field: 'served_time', code: 'in_future' }
  if (starts_on !== null && served_on < starts_on)
    return { field, code: 'servings.fault.before_registration' }
  const is_out = released_on !== null && served_on >= released_on
  return is_out || wasInside(served_on, custody)
    ? undefined
    : { field, code: 'servings.fault.before_release' }
}
