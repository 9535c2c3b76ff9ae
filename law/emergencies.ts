// Clocks and limits of the emergency access, and the least that it shows. No text in hand gives them: each is
// configuration with its reason, beside those of check requests.
import type { DisclosedField } from './checks.ts'
import file from './emergencies.json' with { type: 'json' }
import type { PackValue } from './packs.ts'

export interface EmergencyContent {
  /** Minutes in which what was opened can be read. */
  readonly open_minutes: number
  /** Hours in which a second officer reviews a use. */
  readonly review_hours: number
  /** Hours before the end of that time from which the clock is shown as near. */
  readonly near_hours: number
  /** Days back from today that an entry in the daily diary may be of. */
  readonly diary_days: number
}

export interface EmergencyDisclosure {
  readonly basis: string
  readonly section: string
  readonly status: 'statute' | 'rule' | 'policy' | 'assumed'
  readonly fields: readonly DisclosedField[]
  readonly reason_en: string
  readonly reason_ur: string
}

type EmergencyValues = {
  readonly [Name in keyof EmergencyContent]: PackValue<EmergencyContent[Name]>
} & { readonly disclosure: EmergencyDisclosure }

// The JSON is checked value by value in domain/emergency/emergency.test.ts; here it is only given its name.
export const EMERGENCIES = file as unknown as EmergencyValues
