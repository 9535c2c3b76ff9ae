// The gate before a missed duty may be opened: every check with its evidence and its reason. DESIGN §7.
// It asks what the register must be sure of before a lapse is held against anybody; where in doubt, it refuses.
import type { Status } from '../../law/packs.ts'
import { dayOf } from '../calendar/dates.ts'
import type { Duty } from '../duty/evaluate.ts'
import { abroadOn, heldOn } from './away.ts'
import { type Found, fail, type GateFacts, pass } from './check.ts'
import { deskChecked, systemChecked } from './desk-check.ts'
import { dateOfDuty, findDuty, isLapsed, type Lapse } from './lapse.ts'
import { languageChecked, servedChecked } from './served-check.ts'

export const check_names = [
  'owed',
  'lapsed',
  'registered',
  'custody_known',
  'calculators_agree',
  'served',
  'language',
  'desk_open',
  'system_up',
  'at_liberty',
  'out_of_hospital',
  'in_the_country',
] as const
export type CheckName = (typeof check_names)[number]

export interface Check extends Found {
  readonly check: CheckName
  /** The law key, to be found in law/sources.json. */
  readonly law: string
  readonly status: Status
}

export interface Gate {
  readonly passes: boolean
  readonly checks: readonly Check[]
}

/** What each check rests on. */
const LAW: Readonly<Record<CheckName, readonly [law: string, status: Status]>> = {
  owed: ['SOR-RULES-2023', 'assumed'],
  lapsed: ['SOR-RULES-2023', 'assumed'],
  registered: ['ARITA-2021', 'statute'],
  custody_known: ['REGISTER-ASSUMPTIONS', 'policy'],
  calculators_agree: ['REGISTER-ASSUMPTIONS', 'policy'],
  served: ['SOR-RULES-2023', 'assumed'],
  language: ['SOR-RULES-2023', 'assumed'],
  desk_open: ['REGISTER-ASSUMPTIONS', 'policy'],
  system_up: ['REGISTER-ASSUMPTIONS', 'policy'],
  at_liberty: ['REGISTER-ASSUMPTIONS', 'policy'],
  out_of_hospital: ['REGISTER-ASSUMPTIONS', 'policy'],
  in_the_country: ['REGISTER-ASSUMPTIONS', 'policy'],
}

const checked = (check: CheckName, found: Found): Check => ({
  ...{ check, ...found },
  ...{ law: LAW[check][0], status: LAW[check][1] },
})

function owedChecked(duty: Duty | undefined, { due_on, ...lapse }: Lapse, given: GateFacts): Found {
  if (given.is_kept_elsewhere) return fail('kept_elsewhere', { due_on })
  if (given.decided_elsewhere.some((one) => one.duty === lapse.duty && one.due_on === due_on))
    return fail('decided_elsewhere', { due_on })
  if (duty === undefined) return fail('not_owed', { due_on })
  const now = dateOfDuty(duty)
  if (now === due_on) return pass('owed', { due_on })
  return now === null ? fail('put_off', { due_on }) : fail('date_moved', { due_on, now })
}

function lapsedChecked({ state, notice_id }: Duty, { due_on }: Lapse, { facts }: GateFacts): Found {
  const received = facts.notices.find((notice) => notice.notice_id === notice_id)?.received_at
  if (isLapsed(state))
    return received ? pass('came_late', { due_on, received }) : pass('nothing_received', { due_on })
  return received ? fail('met_in_time', { due_on, received }) : fail('not_lapsed', { due_on })
}

/** On the register, released, and neither ended nor void, on the very day. */
function registeredChecked({ due_on }: Lapse, { result: { registration } }: GateFacts): Found {
  const { status, released_on, ends_on } = registration
  if (status !== 'active' && status !== 'ended') return fail(status)
  if (released_on === null || due_on < released_on) return fail('not_released', { due_on })
  if (ends_on !== null && due_on >= ends_on) return fail('ended_before', { due_on, ends_on })
  return pass('registered', { due_on, released_on })
}

function knownChecks({ exceptions, is_disputed }: GateFacts): Check[] {
  const is_unknown = exceptions.includes('custody_unknown')
  return [
    checked('custody_known', is_unknown ? fail('custody_unknown') : pass('custody_known')),
    checked('calculators_agree', is_disputed ? fail('calculators_differ') : pass('agree')),
  ]
}

function whereaboutsChecks({ due_on }: Lapse, given: GateFacts): Check[] {
  const day = dayOf(due_on)
  const { custody, hospital } = given.facts
  const is_abroad = abroadOn(day, given)
  return [
    checked(
      'at_liberty',
      heldOn(day, custody) ? fail('in_custody', { due_on }) : pass('at_liberty', { due_on }),
    ),
    checked(
      'out_of_hospital',
      heldOn(day, hospital) ? fail('in_hospital', { due_on }) : pass('not_in_hospital', { due_on }),
    ),
    checked('in_the_country', is_abroad ? fail('abroad', { due_on }) : pass('not_abroad', { due_on })),
  ]
}

/**
 * The facts by which a decision that was signed is judged: it stands with the record it was signed of, whichever record
 * keeps the person's duties now.
 * @example asSigned({ ...given, is_kept_elsewhere: true }).is_kept_elsewhere // false
 */
export const asSigned = (given: GateFacts): GateFacts => ({
  ...{ ...given, is_kept_elsewhere: false, decided_elsewhere: [] },
})

/**
 * Every check of one lapse, on the facts as they are now.
 * @param lapse the duty and the date that it is about
 * @law DESIGN §7: no missed duty is opened unless every check passes
 * @example decideGate({ duty: 'confirm_in_person', key: '9.9', due_on: '2025-09-04' }, given).passes // false
 */
export function decideGate(lapse: Lapse, given: GateFacts): Gate {
  const duty = findDuty(given.result.duties, lapse)
  const owed = owedChecked(duty, lapse, given)
  const checks = [checked('owed', owed)]
  if (duty !== undefined) checks.push(checked('lapsed', lapsedChecked(duty, lapse, given)))
  checks.push(checked('registered', registeredChecked(lapse, given)), ...knownChecks(given))
  // Without the duty and its date there is nothing that the rest could be asked about.
  if (duty !== undefined && owed.passes) {
    checks.push(
      checked('served', servedChecked(duty, lapse, given)),
      checked('language', languageChecked(duty, given)),
      checked('desk_open', deskChecked(duty, lapse, given)),
      checked('system_up', systemChecked(duty, lapse, given)),
      ...whereaboutsChecks(lapse, given),
    )
  }
  return { passes: checks.every(({ passes }) => passes), checks }
}
