// The least that an answer says of somebody: what policy grants for the offence asked about, to the one who asks.
import { DISCLOSED_FIELDS, DISCLOSURE, type DisclosedField, type DisclosureGrant } from '../../law/checks.ts'
import { findOffence } from '../../law/offences.ts'
import type { CardName } from '../person/card.ts'

/** What the register could say; an answer cuts it. */
export interface FullRecord {
  readonly record_number: string
  readonly name: CardName
  readonly father: CardName
  readonly born_year: number | null
  readonly cnic_tail: string | null
  /** District that owns the record. */
  readonly district_id: string
  /** Of the convictions that put him on the register, newest first. */
  readonly convictions: readonly {
    readonly offences: readonly string[]
    readonly convicted_on: string
    readonly court: string
  }[]
}

/** The same shape for every answer: what is not granted, or not known, is null. */
export interface CutRecord {
  readonly record_number: string | null
  readonly name: CardName | null
  readonly father: CardName | null
  readonly born_year: number | null
  readonly cnic_tail: string | null
  readonly district_id: string | null
  readonly convictions: readonly {
    readonly offences: readonly string[]
    readonly convicted_on: string | null
    readonly court: string | null
  }[]
}

/**
 * The fields granted to an asker for the sections of his FIR: those of every list that names one of them.
 * @law ARITA-2021 s.24(2); law/disclosure.json
 * @example grantedFields(['PPC-379'], 'investigator') // []
 */
export function grantedFields(
  offences: readonly string[],
  asker: DisclosureGrant['asker'],
  grants: readonly DisclosureGrant[] = DISCLOSURE.grants,
): readonly DisclosedField[] {
  const lists = new Set(offences.flatMap((key) => findOffence(key)?.lists ?? []))
  const granted = new Set(
    grants.filter((grant) => grant.asker === asker && lists.has(grant.list)).flatMap(({ fields }) => fields),
  )
  return DISCLOSED_FIELDS.filter((field) => granted.has(field))
}

/**
 * The record cut to the fields; nothing else of it is left.
 * @law ARITA-2021 s.24(2)
 * @example cutRecord(record, ['name']).record_number // null
 */
export function cutRecord(record: FullRecord, fields: readonly DisclosedField[]): CutRecord {
  const has = (field: DisclosedField) => fields.includes(field)
  return {
    record_number: has('record_number') ? record.record_number : null,
    name: has('name') ? record.name : null,
    father: has('father') ? record.father : null,
    born_year: has('born_year') ? record.born_year : null,
    cnic_tail: has('cnic_tail') ? record.cnic_tail : null,
    district_id: has('district') ? record.district_id : null,
    convictions: has('offences')
      ? record.convictions.map(({ offences, convicted_on, court }) => ({
          offences,
          convicted_on: has('convicted_on') ? convicted_on : null,
          court: has('court') ? court : null,
        }))
      : [],
  }
}
