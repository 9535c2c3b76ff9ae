// The second officer's word on a use of the emergency access, its clock, and what follows.
import { EMERGENCIES } from '../../law/emergencies.ts'
import { type CheckClock, checkClock } from '../check/clock.ts'

export const FINDINGS = ['justified', 'not_justified'] as const
export type Finding = (typeof FINDINGS)[number]

/** What an administrator did about an officer whose use was not justified. */
export const FOLLOW_UPS = ['suspended', 'posting_ended', 'kept'] as const
export type FollowUp = (typeof FOLLOW_UPS)[number]

export type ReviewClock = CheckClock & { readonly is_near: boolean }

/**
 * How far the time for a review has run; null once it was reviewed.
 * @param used_at instant of the use, ISO
 * @law law/emergencies.json `review_hours`, `near_hours`
 * @example reviewClock({ used_at: '2026-01-05T10:00:00Z', is_reviewed: false }, '2026-01-08T09:30:00Z')?.is_near // true
 */
export function reviewClock(
  { used_at, is_reviewed }: { used_at: string; is_reviewed: boolean },
  now: string,
): ReviewClock | null {
  if (is_reviewed) return null
  const clock = checkClock(used_at, EMERGENCIES.review_hours.value, now)
  return { ...clock, is_near: !clock.is_late && clock.hours_left < EMERGENCIES.near_hours.value }
}

/**
 * Whether a review has passed from the district to the Bureau's supervisor: of the Bureau's own officer at once, where no
 * District Police Officer is posted at once, otherwise when it is late.
 * @law LAW 3; that a late review goes up is assumed
 * @example isEscalated({ is_of_bureau: false, has_district_officer: true, is_late: false }) // false
 */
export const isEscalated = (facts: {
  is_of_bureau: boolean
  has_district_officer: boolean
  is_late: boolean
}): boolean => facts.is_of_bureau || !facts.has_district_officer || facts.is_late

export type FollowUpFault = 'not_suspended' | 'posting_goes_on'

/**
 * Why an administrator's word does not hold; null when it does. What he says was done must have been done: suspending
 * and ending a posting are acts of two people of their own.
 * @law assumed; decision 0056
 * @example followUpFault('suspended', { is_suspended: false, has_posting: true }) // 'not_suspended'
 */
export function followUpFault(
  did: FollowUp,
  officer: { is_suspended: boolean; has_posting: boolean },
): FollowUpFault | null {
  switch (did) {
    case 'suspended':
      return officer.is_suspended ? null : 'not_suspended'
    case 'posting_ended':
      return officer.has_posting ? 'posting_goes_on' : null
    case 'kept':
      return null
  }
}
