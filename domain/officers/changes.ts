// What an administrator may propose about an officer, what each change must say, and who may be posted where.
import type { Role } from '../access/actor.ts'

export const CHANGES = [
  'add_posting',
  'end_posting',
  'set_standing',
  'suspend',
  'reinstate',
  'reissue_passkey',
] as const
export type Change = (typeof CHANGES)[number]

/** The fields of a change besides its reason; `may` can be left open. */
const FIELDS = {
  add_posting: { must: ['unit_id', 'role', 'from_on'], may: ['to_on'] },
  end_posting: { must: ['posting_id', 'to_on'], may: [] },
  set_standing: { must: ['vetted_until', 'trained_until'], may: [] },
  suspend: { must: [], may: [] },
  reinstate: { must: [], may: [] },
  reissue_passkey: { must: [], may: [] },
} as const satisfies Record<Change, { must: readonly string[]; may: readonly string[] }>

/**
 * The fields that a change lacks, and those that it does not have; a null counts as left open.
 * @example faultsOf('suspend', { reason: 'x', role: 'auditor' }) // [{ field: 'role', code: 'unknown_key' }]
 */
export function faultsOf(change: Change, given: object): { field: string; code: string }[] {
  const { must, may } = FIELDS[change] as { must: readonly string[]; may: readonly string[] }
  const filled = Object.entries(given).flatMap(([key, value]) => (value === null ? [] : [key]))
  const missing = must.filter((field) => !filled.includes(field))
  const odd = filled.filter((field) => field !== 'reason' && !must.includes(field) && !may.includes(field))
  return [
    ...missing.map((field) => ({ field, code: 'required' })),
    ...odd.map((field) => ({ field, code: 'unknown_key' })),
  ]
}

/** Roles that can be held at each kind of office; every role belongs to one kind. */
const ROLES_AT: ReadonlyMap<string, readonly Role[]> = new Map([
  ['prosecutor_office', ['prosecutor', 'deputy_prosecutor']],
  ['investigation_unit', ['investigator']],
  ['district_police_office', ['district_police_officer']],
  ['police_station', ['station_officer', 'station_head']],
  ['bureau', ['bureau_officer', 'bureau_supervisor', 'legal_officer']],
  ['committee', ['committee_analyst']],
  ['administration', ['administrator']],
  ['audit_office', ['auditor']],
])

/**
 * Whether a role can be held at an office of this kind.
 * @example mayHold('police_station', 'prosecutor') // false
 */
export const mayHold = (unit_kind: string, role: Role): boolean =>
  ROLES_AT.get(unit_kind)?.includes(role) ?? false
