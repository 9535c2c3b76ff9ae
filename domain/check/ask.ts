// Who may be asked about, and by whom: the rules that refuse a request before anybody reads it.
import { findOffence } from '../../law/offences.ts'

/** How the man stands in the case. `unrelated` is offered so that the rule can answer it. */
export const RELEVANCES = ['named_in_fir', 'arrested', 'identified', 'unrelated'] as const
export type Relevance = (typeof RELEVANCES)[number]

export type AskFacts = {
  /** District of the police station of the FIR; null while none is named. */
  readonly fir_district_id: string | null
  /** District of the investigator's unit. */
  readonly own_district_id: string
  readonly fir_year: number | null
  /** Keys of the catalogue, or sections as typed. */
  readonly offences: readonly string[]
  readonly relevance: Relevance | null
  /** Another officer has asked in this FIR. */
  readonly is_anothers_fir: boolean
  /** Number of the order that transferred the investigation. */
  readonly transfer_order: string | null
}

export type AskRule = 'other_station' | 'outside_act' | 'unrelated' | 'anothers_fir'

export interface AskRefusal {
  readonly rule: AskRule
  /** Field of the form at which it is said. */
  readonly field: string
  /** The text that the rule rests on. */
  readonly law: string
}

/**
 * Whether an offence is one of the Act, for an FIR of that year: named by section 2(1)(h) or scheduled, and in force on
 * some day of the year.
 * @law ARITA-2021 s.2(1)(g), (h), (k)
 * @example isOfTheAct('PPC-292B', 2024) // false
 */
export function isOfTheAct(key: string, fir_year: number): boolean {
  const offence = findOffence(key)
  if (!offence || offence.lists.length === 0) return false
  const { in_force_from, in_force_until } = offence
  return (
    (in_force_from === null || in_force_from <= `${fir_year}-12-31`) &&
    (in_force_until === null || in_force_until > `${fir_year}-01-01`)
  )
}

/**
 * Every rule that refuses a request, each at its field; what is not filled in yet refuses nothing.
 * @law SOR-SOP-2024 (a named suspect in the officer's own FIR under the Act; nobody unrelated)
 * @example refusalsOf({ ...facts, relevance: 'unrelated' })[0]?.rule // 'unrelated'
 */
export function refusalsOf(facts: AskFacts): readonly AskRefusal[] {
  const { fir_district_id, own_district_id, fir_year, offences, relevance } = facts
  const refusals: AskRefusal[] = []
  if (fir_district_id !== null && fir_district_id !== own_district_id)
    refusals.push({ rule: 'other_station', field: 'station_id', law: 'SOR-SOP-2024' })
  if (facts.is_anothers_fir && facts.transfer_order === null)
    refusals.push({ rule: 'anothers_fir', field: 'transfer_order', law: 'SOR-SOP-2024' })
  if (fir_year !== null && offences.length > 0 && !offences.some((key) => isOfTheAct(key, fir_year)))
    refusals.push({ rule: 'outside_act', field: 'offences', law: 'ARITA-2021' })
  if (relevance === 'unrelated') refusals.push({ rule: 'unrelated', field: 'relevance', law: 'SOR-SOP-2024' })
  return refusals
}
