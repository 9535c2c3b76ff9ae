// What a person is told he owes: each duty with the values of the pack in force and the text each rests on. RULES §4.
import type { Pack, PackContent, PackValue, Status } from '../../law/packs.ts'
import { type DutyName, duty_names } from './facts.ts'

/** One value of the notice of duties, by its name in the pack, so that either language can say it. */
export interface ToldRule {
  readonly rule: ToldName
  /** In the unit that the name ends with. */
  readonly count: number
  readonly law: string
  readonly section: string | null
  readonly status: Status
}
export interface ToldDuty {
  readonly duty: DutyName
  readonly rules: readonly ToldRule[]
}

const told_names = {
  confirm_in_person: ['confirm_every_months', 'confirm_no_fixed_abode_every_months', 'confirm_window_days'],
  notify_name_change: ['notify_name_change_days'],
  notify_address_change: ['notify_address_change_days'],
  notify_travel_abroad: ['notify_travel_abroad_days'],
  notify_absence: ['absence_over_hours', 'notify_absence_hours'],
} as const satisfies Record<DutyName, readonly (keyof PackContent)[]>
export type ToldName = (typeof told_names)[DutyName][number]

/** Every value that a notice of duties tells. */
export const told_rules: readonly ToldName[] = Object.values(told_names).flat()

/**
 * The duties as a notice of duties tells them.
 * @law as the pack's `basis`
 * @example dutiesTold(pack)[1].rules[0].count // 7
 */
export const dutiesTold = ({ values }: Pack): readonly ToldDuty[] =>
  duty_names.map((duty) => ({
    duty,
    rules: told_names[duty].map((rule) => {
      const { value, basis, section, status }: PackValue<number> = values[rule]
      return { rule, count: value, law: basis, section, status }
    }),
  }))
