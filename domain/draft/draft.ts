// What the rules read of an entry in the making: anything may still be missing.
import type { Disposal, Victim } from '../eligibility/conviction.ts'

export interface DraftName {
  readonly kind: 'name' | 'father' | 'alias'
  readonly script: 'Latn' | 'Arab'
  readonly text: string
}
export interface DraftDocument {
  readonly kind: 'cnic' | 'passport' | 'other'
  readonly number: string
}
export type Sex = 'male' | 'female' | 'x'

export interface DraftPerson {
  readonly names: readonly DraftName[]
  readonly documents: readonly DraftDocument[]
  readonly sex: Sex | null
  readonly born_on: string | null
  readonly born_year: number | null
  readonly address: string | null
}

export interface DraftConviction {
  readonly fir_station: string | null
  readonly fir_year: number | null
  readonly fir_number: number | null
  readonly court: string | null
  readonly case_number: string | null
  readonly offences: readonly string[]
  readonly offence_on: string | null
  readonly convicted_on: string | null
  readonly country: string
  readonly jurisdiction: string | null
  readonly victim: Victim | null
  readonly disposal: Disposal | null
  readonly juvenile: boolean
  readonly sentence: {
    readonly months: number | null
    readonly is_life: boolean
    readonly fine_pkr: number | null
  }
  readonly custody: readonly {
    readonly from_on: string
    readonly to_on: string | null
    readonly held_district_id?: string | null
  }[]
}

export interface Draft {
  readonly judgment_hash: string | null
  readonly person: DraftPerson
  readonly conviction: DraftConviction
  readonly station_id: string | null
}
