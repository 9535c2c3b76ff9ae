// A step: one thing that set or moved a date, or one test that decided, with the text it rests on.
import type { PackValue, Status } from '../../law/packs.ts'
import type { BecauseCode } from './english.ts'

/** A reason as a code with its values, so that it can be said in either language. */
export interface Because {
  readonly code: BecauseCode
  readonly values: Readonly<Record<string, string | number>>
}

export interface Step {
  readonly rule: string
  /** The law key, to be found in law/sources.json. */
  readonly law: string
  readonly status: Status
  /** The date before and after; an instant for deadlines in hours; null where there is none. */
  readonly from: string | null
  readonly to: string | null
  readonly because: Because
}

/**
 * A step that rests on one value of a pack.
 * @example step('period', pack.values.period_years, '2025-03-03', '2035-03-03', 'period', { years: 10 }).law // 'SOR-RULES-2023'
 */
export function step(
  rule: string,
  { basis, status }: PackValue<unknown>,
  from: string | null,
  to: string | null,
  code: BecauseCode,
  values: Because['values'] = {},
): Step {
  return { rule, law: basis, status, from, to, because: { code, values } }
}
