// The two statutory tests of who is a sex offender. RULES §2, LAW §2.
import type { Pack } from '../../law/packs.ts'
import { type Step, step } from '../law/step.ts'
import type { Conviction } from './conviction.ts'

export interface TestResult {
  readonly holds: boolean
  readonly step: Step
}

type Tested = Pick<Conviction, 'offence' | 'victim'>

/**
 * Whether s.2(1)(h) names the offence, whoever the victim is.
 * @law ARITA-2021 s.2(1)(h)
 * @example testS2h({ offence: 'PPC-376', victim: 'other' }, defaultPack()).holds // true
 */
export function testS2h({ offence }: Tested, { values }: Pack): TestResult {
  const holds = values.s2h_offences.value.includes(offence)
  const code = holds ? 's2h_named' : 's2h_not_named'
  return { holds, step: step('s2h', values.s2h_offences, null, null, code, { offence }) }
}

/**
 * Whether the offence is a scheduled one, which needs a woman or a child as its victim.
 * @law ARITA-2021 s.24, Explanation
 * @example testS24({ offence: 'PPC-376', victim: 'other' }, defaultPack()).holds // false
 */
export function testS24({ offence, victim }: Tested, { values }: Pack): TestResult {
  const { s2h_offences, s24_extra_offences, s24_victims } = values
  const is_listed = s2h_offences.value.includes(offence) || s24_extra_offences.value.includes(offence)
  if (!is_listed) {
    return {
      holds: false,
      step: step('s24', s24_extra_offences, null, null, 's24_not_scheduled', { offence }),
    }
  }
  const holds = s24_victims.value.includes(victim)
  const code = holds ? 's24_scheduled' : 's24_victim_outside'
  return { holds, step: step('s24', s24_victims, null, null, code, { offence, victim }) }
}
