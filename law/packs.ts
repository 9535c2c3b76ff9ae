// Rule packs: every value the arithmetic needs, dated, each with the text it rests on and how sure that is.
import draft from './packs/draft-invented.json' with { type: 'json' }
import assumed from './packs/pk-assumed.json' with { type: 'json' }
import bill2022 from './packs/pk-bill-2022.json' with { type: 'json' }

/** How a value came about. `assumed`: no text in hand gives it. */
export type Status = 'statute' | 'rule' | 'policy' | 'assumed'

export interface PackValue<T> {
  readonly value: T
  /** The law key of the text it rests on. */
  readonly basis: string
  readonly section: string | null
  readonly status: Status
  readonly reason_en: string
  readonly reason_ur: string
}

export type EligibilityPolicy = 'either' | 'both' | 's2h_only' | 's24_only'
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'

/** What the values of a pack hold; the unit is the last word of the name. */
export interface PackContent {
  readonly s2h_offences: readonly string[]
  readonly s24_extra_offences: readonly string[]
  readonly s24_victims: readonly string[]
  readonly eligibility_policy: EligibilityPolicy
  readonly disposals_not_convictions: readonly string[]
  readonly adult_from_years: number
  readonly countries: readonly string[]
  readonly review_jurisdictions: readonly string[]
  readonly entries_from: string
  readonly voiding_events: readonly string[]
  readonly surrender_days: number
  readonly period_years: number
  /** Whether each day in custody after release adds a day. */
  readonly custody_extends_period: boolean
  readonly review_every_years: number
  readonly confirm_every_months: number
  readonly confirm_no_fixed_abode_every_months: number
  readonly confirm_after_no_fixed_abode_months: number
  readonly notify_name_change_days: number
  readonly notify_address_change_days: number
  readonly notify_travel_abroad_days: number
  readonly notify_absence_hours: number
  /** Only an absence longer than this must be told. */
  readonly absence_over_hours: number
  readonly confirm_window_days: number
  readonly after_pause_days: number
  readonly abroad_cap_days: number
  readonly due_soon_days: number
  readonly appeal_effect: 'none' | 'suspend'
  readonly closed_weekdays: readonly Weekday[]
  /** Month and day, every year: `12-25`. */
  readonly holidays: readonly string[]
  /** Pakistan time, `08:00`. */
  readonly desk_hours: { readonly opens: string; readonly closes: string }
}

export type PackValues = { readonly [Name in keyof PackContent]: PackValue<PackContent[Name]> }

export interface Pack {
  readonly pack: string
  readonly title_en: string
  readonly title_ur: string
  /** First day it governs; null: from the beginning. */
  readonly in_force_from: string | null
  readonly values: PackValues
}

/** A pack as a lawyer writes it: whole, or only the values that differ from the pack it extends. */
interface PackFile extends Omit<Pack, 'values'> {
  readonly extends: string | null
  readonly values: Partial<PackValues>
}

// The JSON is checked value by value in law.test.ts; here it is only given its name.
const files = [assumed, bill2022, draft] as unknown as readonly PackFile[]
const fileOf = new Map(files.map((file) => [file.pack, file]))

function valuesOf(file: PackFile): PackValues {
  const base = file.extends === null ? undefined : fileOf.get(file.extends)
  return { ...(base && valuesOf(base)), ...file.values } as PackValues
}

const packFrom = (file: PackFile): Pack => ({
  pack: file.pack,
  title_en: file.title_en,
  title_ur: file.title_ur,
  in_force_from: file.in_force_from,
  values: valuesOf(file),
})
const packs = files.map(packFrom)
const byName = new Map(packs.map((pack) => [pack.pack, pack]))
const [first] = packs as [Pack, ...Pack[]]

/** Every pack that ships with the register, drafts included. */
export const listPacks = (): readonly Pack[] => packs

/** The pack of that name. */
export const findPack = (pack: string): Pack | undefined => byName.get(pack)

/** The pack the register starts with: `pk-assumed`. */
export const defaultPack = (): Pack => first
