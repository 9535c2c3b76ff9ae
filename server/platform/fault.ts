/** Database refusals that are expected, as problems of the catalogue; anything else stays a fault. */

import type { ProblemCode } from '../../contract/problems.ts'
import { Problem } from './problem.ts'

const BY_STATE: Record<string, ProblemCode> = {
  AM001: 'approval_changed',
  AM002: 'approval_expired',
  AM004: 'approval_conflict',
  AM005: 'not_found',
}

const BY_CONSTRAINT: Record<string, ProblemCode> = {
  approval_decision_pkey: 'already_decided',
  nobody_approves_his_own: 'own_approval',
  only_the_author_withdraws: 'own_approval',
  import_district_id_file_hash_key: 'import_known',
  expectation_key_pkey: 'conflict',
  breach_person_id_duty_key_due_on_key: 'breach_known',
  transfer_open: 'transfer_open',
  emergency_review_pkey: 'already_decided',
  nobody_reviews_his_own: 'own_approval',
  emergency_follow_up_pkey: 'already_decided',
}

type DatabaseFault = { code?: string; constraint?: string }

/** The problem a fault stands for; undefined when it is unknown. */
export function problemOf(fault: unknown): Problem | undefined {
  if (fault instanceof Problem) return fault
  if (!(fault instanceof Error)) return undefined
  const { code, constraint } = fault as Error & DatabaseFault
  const found = (code && BY_STATE[code]) || (constraint && BY_CONSTRAINT[constraint])
  return found ? new Problem(found) : undefined
}
