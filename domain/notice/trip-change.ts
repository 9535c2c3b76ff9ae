// A trip that is called off, or from which the person came back. RULES §1.
import { instantTyped } from './instant.ts'

export type TripChangeTyped = {
  readonly change: 'cancelled' | 'returned'
  readonly on: string
  readonly time: string
  readonly back_dated_reason?: string | null
}
export type TripNow = { readonly departs_at: string; readonly cancelled_at: string | null }
export type TripFault =
  | 'in_future'
  | 'format_time'
  | 'notices.fault.already_cancelled'
  | 'notices.fault.already_left'
  | 'notices.fault.returns_before'
  | 'notices.fault.reason_needed'

/**
 * Whether a trip may still be called off, and whether a return can be told: not both.
 * @param now ISO UTC
 * @example tripMay({ departs_at: '2025-03-03T05:00:00.000Z', cancelled_at: null }, '2025-03-02T05:00:00.000Z') // { cancel: true, back: false }
 */
export const tripMay = ({ departs_at, cancelled_at }: TripNow, now: string) => ({
  cancel: cancelled_at === null,
  back: cancelled_at === null && departs_at <= now,
})

/**
 * The instant of the cancellation or return, or what is wrong with it. A cancellation counts from when it was told, and
 * only before departure; typed in on a later day it needs a reason. A return is a fact, whenever it is typed in.
 * @param now ISO UTC  @param today the Pakistan day of `now`
 * @law RULES §1
 * @example readTripChange({ change: 'returned', on: '2025-03-04', time: '10:00' }, { departs_at: '2025-03-03T05:00:00.000Z', cancelled_at: null }, '2025-03-05T05:00:00.000Z', '2025-03-05').at // '2025-03-04T05:00:00.000Z'
 */
export function readTripChange(
  typed: TripChangeTyped,
  trip: TripNow,
  now: string,
  today: string,
): { readonly at: string; readonly fault?: never } | { readonly fault: { field: string; code: TripFault } } {
  const at = instantTyped(typed.on, typed.time)
  const wrong = (field: string, code: TripFault) => ({ fault: { field, code } })
  if (at === undefined) return wrong('time', 'format_time')
  if (trip.cancelled_at !== null) return wrong('change', 'notices.fault.already_cancelled')
  if (typed.on > today) return wrong('on', 'in_future')
  if (at > now) return wrong('time', 'in_future')
  if (typed.change === 'returned')
    return at < trip.departs_at ? wrong('on', 'notices.fault.returns_before') : { at }
  if (at >= trip.departs_at) return wrong('on', 'notices.fault.already_left')
  if (typed.on < today && !typed.back_dated_reason)
    return wrong('back_dated_reason', 'notices.fault.reason_needed')
  return { at }
}
