// Opening the least of one person's record in danger to life: for which danger, on which paper, and where.
import { EMERGENCIES } from '../../law/emergencies.ts'
import type { Role } from '../access/actor.ts'
import { readQuery } from '../identifier/query.ts'

/** What threatens somebody's life now. Whatever is not one of these waits for a check request. */
export const DANGERS = ['attack_under_way', 'threat_to_kill', 'held_captive', 'missing_in_danger'] as const
export type Danger = (typeof DANGERS)[number]

/** The paper on which the officer acts: an FIR, or his entry in the daily diary. */
export const REFERENCE_KINDS = ['fir', 'diary'] as const
export type ReferenceKind = (typeof REFERENCE_KINDS)[number]

export type ExactNumber =
  | { readonly kind: 'cnic' | 'passport'; readonly number: string }
  | { readonly kind: 'record_number'; readonly number: string }

/**
 * The one number by which somebody is named: a CNIC, a passport or a record number, whole. A name, an FIR or a part of a
 * number is none: this is no search.
 * @param this_year of the day asked, to read the year of a record number
 * @law LAW 3 (nobody searches but for his task); decision 0056
 * @example readExactNumber('Muhammad Bashir', 2026) // undefined
 */
export function readExactNumber(typed: string, this_year: number): ExactNumber | undefined {
  const key = readQuery(undefined, typed, this_year)
  if (!key || key.kind === 'fir') return undefined
  if (key.kind !== 'record_number') return key
  const [number, ...others] = key.numbers
  return number === undefined || others.length > 0 ? undefined : { kind: 'record_number', number }
}

export type Reference = {
  readonly kind: ReferenceKind
  readonly station_id: string | null
  /** ISO day. */
  readonly on: string
}
export type Post = {
  readonly role: Role
  readonly district_id: string | null
  readonly station_id: string | null
}
export type ReferenceFault = { readonly field: string; readonly rule: ReferenceRule }
export type ReferenceRule = 'station_needed' | 'other_place' | 'diary_only' | 'in_future' | 'too_old'

const DAY_MS = 86_400_000

/**
 * Every reason why a paper gives no ground: it is of another place than the officer's, or of another day than the danger.
 * A station head acts on his own station's papers, an investigator on those of his district, the Bureau on its own diary.
 * @param station_district_id district of the station named; null where none is, or there is no such station
 * @param today Pakistan day, ISO
 * @law LAW 3; law/emergencies.json `diary_days`
 * @example referenceFaults({ kind: 'diary', station_id: null, on: '2026-01-05' }, null, { role: 'bureau_officer', district_id: null, station_id: null }, '2026-01-05') // []
 */
export function referenceFaults(
  { kind, station_id, on }: Reference,
  station_district_id: string | null,
  post: Post,
  today: string,
): readonly ReferenceFault[] {
  const days_ago = (Date.parse(today) - Date.parse(on)) / DAY_MS
  const faults: ReferenceFault[] = []
  const place = placeRule(station_id, station_district_id, post)
  if (place) faults.push({ field: 'reference_station_id', rule: place })
  if (post.role === 'bureau_officer' && kind !== 'diary')
    faults.push({ field: 'reference_kind', rule: 'diary_only' })
  if (days_ago < 0) faults.push({ field: 'reference_on', rule: 'in_future' })
  if (kind === 'diary' && days_ago > EMERGENCIES.diary_days.value)
    faults.push({ field: 'reference_on', rule: 'too_old' })
  return faults
}

function placeRule(
  station_id: string | null,
  station_district_id: string | null,
  post: Post,
): ReferenceRule | null {
  if (post.role === 'bureau_officer') return station_id === null ? null : 'other_place'
  if (station_id === null) return 'station_needed'
  if (post.role === 'station_head') return station_id === post.station_id ? null : 'other_place'
  return station_district_id !== null && station_district_id === post.district_id ? null : 'other_place'
}

/**
 * Whether what was opened can still be read: for half an hour, and not once it was found without reason.
 * @param until_at instant from which it cannot, ISO
 * @law law/emergencies.json `open_minutes`
 * @example isReadable({ until_at: '2026-01-05T10:30:00Z', finding: null }, '2026-01-05T10:29:59Z') // true
 */
export const isReadable = (
  { until_at, finding }: { until_at: string; finding: string | null },
  now: string,
): boolean => Date.parse(now) < Date.parse(until_at) && finding !== 'not_justified'
