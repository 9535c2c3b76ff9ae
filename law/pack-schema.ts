// What a rule pack must look like: a pack with a problem is refused, whoever drafted it.
import { findOffence } from './offences.ts'
import type { PackContent, Status } from './packs.ts'
import { findSource } from './sources.ts'

type Check = (value: unknown) => boolean

const statuses: readonly Status[] = ['statute', 'rule', 'policy', 'assumed']
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const time = /^([01]\d|2[0-3]):[0-5]\d$/

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isOneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value)
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check) && new Set(value).size === value.length
const isWhole =
  (from: number, to: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= from && Number(value) <= to
const isDate: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  new Date(`${value}T00:00:00Z`).getUTCDate() === Number(value.slice(8))
const isOffence: Check = (value) => typeof value === 'string' && findOffence(value) !== undefined
const isDeskHours: Check = (value) =>
  isRecord(value) &&
  isText(value.opens) &&
  isText(value.closes) &&
  time.test(value.opens) &&
  time.test(value.closes) &&
  value.opens < value.closes

/** The bounds keep every computed date within four-digit years and every loop short. */
const checks: { readonly [Name in keyof PackContent]: Check } = {
  s2h_offences: isListOf(isOffence),
  s24_extra_offences: isListOf(isOffence),
  s24_victims: isListOf(isOneOf('woman', 'child', 'other')),
  eligibility_policy: isOneOf('either', 'both', 's2h_only', 's24_only'),
  disposals_not_convictions: isListOf(isOneOf('imprisonment', 'fine', 'probation', 'conditional_discharge')),
  adult_from_years: isWhole(1, 30),
  countries: isListOf((value) => isText(value) && /^[A-Z]{2}$/.test(value)),
  review_jurisdictions: isListOf((value) => isText(value) && /^[A-Z]{2}-[A-Z]{2,3}$/.test(value)),
  entries_from: isDate,
  voiding_events: isListOf(isOneOf('acquitted', 'set_aside')),
  surrender_days: isWhole(0, 366),
  period_years: isWhole(1, 100),
  custody_extends_period: (value) => typeof value === 'boolean',
  review_every_years: isWhole(1, 100),
  confirm_every_months: isWhole(1, 60),
  confirm_no_fixed_abode_every_months: isWhole(1, 60),
  confirm_after_no_fixed_abode_months: isWhole(1, 60),
  notify_name_change_days: isWhole(0, 366),
  notify_address_change_days: isWhole(0, 366),
  notify_travel_abroad_days: isWhole(0, 366),
  notify_absence_hours: isWhole(0, 8784),
  absence_over_hours: isWhole(0, 8784),
  confirm_window_days: isWhole(0, 366),
  after_pause_days: isWhole(0, 366),
  abroad_cap_days: isWhole(1, 3660),
  due_soon_days: isWhole(0, 366),
  appeal_effect: isOneOf('none', 'suspend'),
  closed_weekdays: isListOf(isOneOf(...weekdays)),
  holidays: isListOf((value) => isText(value) && isDate(`2024-${value}`)),
  desk_hours: isDeskHours,
}
const isName = (name: string): name is keyof PackContent => Object.hasOwn(checks, name)
const value_keys = ['basis', 'reason_en', 'reason_ur', 'section', 'status', 'value']

function valueProblems(name: string, given: unknown): string[] {
  if (!isName(name)) return [`${name}: no value of this name`]
  if (!isRecord(given)) return [`${name}: must be an object with value, basis and status`]
  const problems: string[] = []
  for (const key of Object.keys(given))
    if (!value_keys.includes(key)) problems.push(`${name}.${key}: unknown`)
  if (!checks[name](given.value)) problems.push(`${name}.value: not allowed`)
  if (!isText(given.basis) || !findSource(given.basis)) problems.push(`${name}.basis: no such text`)
  if (given.section !== null && !isText(given.section)) problems.push(`${name}.section: not allowed`)
  if (!isOneOf(...statuses)(given.status)) problems.push(`${name}.status: not allowed`)
  if (!isText(given.reason_en) || !isText(given.reason_ur))
    problems.push(`${name}: a reason in both languages is due`)
  return problems
}

/**
 * Everything that is wrong with the values of a pack; a whole pack also names every value.
 * @example packProblems({ values: {} }, true)[0] // 's2h_offences: missing'
 */
export function packProblems(pack: unknown, is_whole: boolean): string[] {
  if (!isRecord(pack) || !isRecord(pack.values)) return ['values: missing']
  const { values } = pack
  const missing = is_whole ? Object.keys(checks).filter((name) => !Object.hasOwn(values, name)) : []
  return [
    ...missing.map((name) => `${name}: missing`),
    ...Object.entries(values).flatMap(([name, given]) => valueProblems(name, given)),
  ]
}
