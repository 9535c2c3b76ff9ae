// Which exits of a person hold, as his registration stands, and by which orders he leaves. RULES §2, §3.
import type { Conviction } from '../eligibility/conviction.ts'
import type { Eligibility } from '../eligibility/decide.ts'
import { doesChangeRegister } from './events.ts'

/** An exit of one of his records that was not reversed. */
export type LiveExit = {
  readonly person_id: string
  readonly ground: string
  /** The decision by which it began; null where a law or the calendar did. */
  readonly approval_id: string | null
}

type Standing = {
  /** Every record of the person. */
  readonly record_ids: readonly string[]
  readonly eligibility: readonly Pick<Eligibility, 'conviction_id' | 'outcome'>[]
  /** Which convictions each of his records holds. */
  readonly held: ReadonlyMap<string, readonly string[]>
}

function isRight({ ground }: LiveExit, status: string): boolean {
  if (ground === 'law_change') return status === 'not_registrable'
  return status === 'void' ? ground !== 'ended' : status === ground
}

/**
 * Exits that no longer hold: of the records on whose convictions he is on the register again, and of those that left by
 * the same decision. A record that had left before they were one person stays away while none of its convictions counts.
 * @law RULES §2, §3
 * @example exitsToReverse([exit], 'active', { record_ids, eligibility, held }) // [exit]: its conviction was restored
 */
export function exitsToReverse<E extends LiveExit>(
  live: readonly E[],
  status: string,
  { record_ids, eligibility, held }: Standing,
): E[] {
  const wrong = live.filter((exit) => !isRight(exit, status))
  if (status === 'void') return wrong
  const counting = new Set(
    eligibility.flatMap(({ outcome, conviction_id }) =>
      outcome === 'no' || outcome === 'void' ? [] : [conviction_id],
    ),
  )
  const counts = ({ person_id }: E) =>
    record_ids.length === 1 || (held.get(person_id) ?? []).some((id) => counting.has(id))
  const decisions = new Set(wrong.filter(counts).flatMap(({ approval_id }) => approval_id ?? []))
  return wrong.filter((exit) => counts(exit) || decisions.has(exit.approval_id ?? ''))
}

export type Undoing = {
  readonly conviction: Conviction
  readonly event: 'acquitted' | 'set_aside'
  readonly on: string
}

/**
 * The orders that undid convictions and were not followed by their restoration, the latest first.
 * @law RULES §2.6: what comes after an order revives nothing but a restoration
 * @example undoingsOf(convictions)[0]?.on // '2026-03-01'
 */
export function undoingsOf(convictions: readonly Conviction[]): Undoing[] {
  const undone = convictions.flatMap((conviction): Undoing[] => {
    const last = conviction.appeal.findLast(({ event }) => doesChangeRegister(event))
    if (last?.event !== 'acquitted' && last?.event !== 'set_aside') return []
    return [{ conviction, event: last.event, on: last.on }]
  })
  return undone.sort((a, b) => (a.on < b.on ? 1 : -1))
}
