// What follows for a person when the simulated change is in force: by what was decided on, and by how he stands now.
import type { RegistrationStatus } from '../registration/registration.ts'
import type { ChangeClass } from './compare.ts'

/** exit: left by the change. entry: the Bureau takes it up. review: a legal officer decides. */
export type AppliedEffect = 'exit' | 'entry' | 'review'

/**
 * The effect on a person; null where nothing follows: his dates alone move, or facts recorded since decide otherwise.
 * Whose period is over by a shorter period leaves as everybody does whose period ends. Nobody is entered by a change:
 * what was never served is not owed.
 * @param simulated the class in the simulation; null for somebody entered after it
 * @param status by the packs in force now
 * @law DESIGN §7; RULES §3
 * @example appliedEffect('leaves', 'not_registrable') // 'exit'
 */
export function appliedEffect(
  simulated: ChangeClass | null,
  status: RegistrationStatus,
): AppliedEffect | null {
  const has_left = simulated === 'leaves' || simulated === null
  if (has_left && status === 'not_registrable') return 'exit'
  if (simulated === 'leaves') return status === 'review' ? 'review' : null
  if (simulated !== 'enters') return null
  if (status === 'active') return 'entry'
  return status === 'review' ? 'review' : null
}
