// The shapes of an invented person. Words and nulls of the history are those of the duty engine's facts.

export type Sex = 'male' | 'female'
export type Script = 'Latn' | 'Arab'
export type Victim = 'woman' | 'child' | 'other'
export type Disposal = 'imprisonment' | 'fine' | 'probation' | 'conditional_discharge'

export interface InventedName {
  readonly kind: 'name' | 'alias' | 'father' | 'husband'
  readonly script: Script
  readonly text: string
}

export interface InventedDocument {
  readonly kind: 'cnic' | 'passport'
  readonly number: string
}

/** Half-open: `to_on` does not belong, null is open. */
export interface InventedInterval {
  readonly from_on: string
  readonly to_on: string | null
}

export interface InventedAppealEvent {
  readonly event: 'filed' | 'dismissed' | 'withdrawn' | 'acquitted' | 'set_aside' | 'restored'
  readonly on: string
}

export interface InventedSentence {
  readonly kind: Disposal
  readonly years: number
  readonly months: number
  readonly life: boolean
  /** Pakistani rupees, 0 when no fine was set. */
  readonly fine_pkr: number
}

export interface InventedConviction {
  readonly conviction_id: string
  readonly offence: string
  readonly offence_on: string
  readonly convicted_on: string
  readonly country: string
  readonly jurisdiction: string
  readonly victim: Victim
  readonly disposal: Disposal
  readonly juvenile: boolean
  readonly appeal: readonly InventedAppealEvent[]
  readonly court: { readonly name_en: string; readonly name_ur: string }
  readonly case_number: string
  /** Null for a conviction abroad. */
  readonly fir: { readonly station_id: string; readonly year: number; readonly number: number } | null
  /** The scan itself is never held: its reference and a digest in the form of SHA-256, 64 hex digits. */
  readonly judgment: { readonly reference: string; readonly sha256: string }
  readonly sentence: InventedSentence
}

export interface InventedHistory {
  readonly convictions: readonly InventedConviction[]
  readonly custody: readonly InventedInterval[]
  readonly hospital: readonly InventedInterval[]
  readonly abroad: readonly InventedInterval[]
  readonly no_fixed_abode: readonly InventedInterval[]
}

export interface InventedPerson extends InventedHistory {
  readonly index: number
  /** The index of the person this is a second record of. */
  readonly duplicate_of: number | null
  /** What the history was made to show; a label for demonstrations, never an input of a rule. */
  readonly shows: string
  readonly sex: Sex
  /** The first `name` of each script is the one a return gives; further ones are other spellings of the same name. */
  readonly names: readonly InventedName[]
  readonly documents: readonly InventedDocument[]
  readonly born_on: string | null
  /** Completed years as somebody stated them on `age_on`, where no birth date is known. */
  readonly age_years: number | null
  readonly age_on: string | null
  readonly district_id: string
  readonly station_id: string
  readonly address: { readonly text_en: string; readonly text_ur: string }
  readonly phone: string | null
}
