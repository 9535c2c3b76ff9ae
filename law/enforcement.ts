// What happens after a date has passed, and while a person is handed over: limits and clocks. No text in hand gives any
// of them, so each is configuration with its reason. They move no date of a duty, so they stand beside the packs.
import values from './enforcement.json' with { type: 'json' }
import type { PackValue } from './packs.ts'

export interface EnforcementContent {
  /** Days after a due date within which a decision is made. */
  readonly decide_within_days: number
  /** Days after opening within which contact is tried. */
  readonly contact_within_days: number
  readonly contact_attempts_count: number
  /** Minutes of one day's desk hours from which an outage counts. */
  readonly outage_minutes: number
  /** Hours before a deadline in hours in which the desk must have been open. */
  readonly advance_window_hours: number
  readonly answer_transfer_days: number
}

export type EnforcementValues = {
  readonly [Name in keyof EnforcementContent]: PackValue<EnforcementContent[Name]>
}

// The JSON is checked value by value in enforcement.test.ts; here it is only given its name.
export const ENFORCEMENT = values as unknown as EnforcementValues
