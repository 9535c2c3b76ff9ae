// What the duty engine reads of one person, as stored: dates and instants are ISO texts. RULES §5.
import type { DatedInterval } from '../calendar/intervals.ts'
import type { Conviction, PersonFacts } from '../eligibility/conviction.ts'

export const duty_names = [
  'confirm_in_person',
  'notify_name_change',
  'notify_address_change',
  'notify_travel_abroad',
  'notify_absence',
] as const
export type DutyName = (typeof duty_names)[number]

/** The day a duty was explained to the person and proof of it taken. */
export interface ServedFact {
  readonly duty: DutyName
  readonly at: string
  readonly language: string
}

export interface ChangeFact {
  readonly change_id: string
  readonly kind: 'name' | 'address'
  readonly on: string
}

export interface TripFact {
  readonly trip_id: string
  /** Out of Pakistan, or away from home inside it. */
  readonly kind: 'abroad' | 'inside'
  readonly departs_at: string
  readonly returns_at: string | null
  readonly cancelled_at: string | null
}

export interface NoticeFact {
  readonly notice_id: string
  readonly duty: DutyName
  /** The change or trip it tells of; null only for a confirmation. */
  readonly about: string | null
  /** When it was received, whenever it was typed in. */
  readonly received_at: string
}

export interface VisitFact {
  readonly on: string
  readonly result: 'found' | 'not_at_address'
}

export interface OutageFact {
  readonly from_at: string
  readonly to_at: string | null
}

export interface Facts {
  readonly case_id: string
  /** The day asked. */
  readonly on: string
  readonly pack: string
  readonly person: PersonFacts
  readonly convictions: readonly Conviction[]
  readonly custody: readonly DatedInterval[]
  readonly hospital: readonly DatedInterval[]
  readonly abroad: readonly DatedInterval[]
  readonly no_fixed_abode: readonly DatedInterval[]
  readonly served: readonly ServedFact[]
  readonly changes: readonly ChangeFact[]
  readonly trips: readonly TripFact[]
  readonly notices: readonly NoticeFact[]
  readonly visits: readonly VisitFact[]
  readonly closed_desks: readonly DatedInterval[]
  readonly outages: readonly OutageFact[]
}
