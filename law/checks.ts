// Clocks and limits of a check request, and what an answer may say to whom. No text in hand gives them: each is
// configuration with its reason, beside the packs, since none of them moves a date of a duty.
import clocks from './checks.json' with { type: 'json' }
import disclosure from './disclosure.json' with { type: 'json' }
import type { OffenceList } from './offences.ts'
import type { PackValue } from './packs.ts'

export interface CheckContent {
  /** Hours in which the prosecutor screens a request. */
  readonly screen_hours: number
  /** Hours in which the Bureau answers what was forwarded. */
  readonly answer_hours: number
  /** How often an answer is opened, at most. */
  readonly opens_count: number
  /** Days in which it can be opened. */
  readonly opens_days: number
  /** Days after which the identifiers of somebody who is not on the register are destroyed. */
  readonly erase_days: number
  /** Days in which the holder of a copy that is called back says that it is gone. */
  readonly recall_days: number
}

export type CheckValues = { readonly [Name in keyof CheckContent]: PackValue<CheckContent[Name]> }

// The JSON is checked value by value in checks.test.ts; here it is only given its name.
export const CHECKS = clocks as unknown as CheckValues

/** What an answer may hold of a person; nothing else of him ever leaves in one. */
export const DISCLOSED_FIELDS = [
  'record_number',
  'name',
  'father',
  'born_year',
  'cnic_tail',
  'district',
  'offences',
  'convicted_on',
  'court',
] as const
export type DisclosedField = (typeof DISCLOSED_FIELDS)[number]

/** What one kind of asker is given where the offence he investigates stands in a list of the statute. */
export interface DisclosureGrant {
  readonly asker: 'investigator'
  readonly list: OffenceList
  readonly fields: readonly DisclosedField[]
}

export interface Disclosure {
  readonly basis: string
  readonly section: string
  readonly status: 'statute' | 'rule' | 'policy' | 'assumed'
  readonly reason_en: string
  readonly reason_ur: string
  readonly grants: readonly DisclosureGrant[]
}

export const DISCLOSURE = disclosure as unknown as Disclosure
