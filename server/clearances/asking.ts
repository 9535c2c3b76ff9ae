/** A man's own request for a slip, as it is typed from his card; the same at every desk that passes one on. */
import type { SlipForm } from '../../contract/clearances.ts'
import type { FieldProblem } from '../../contract/problems.ts'
import { canonicalCnic } from '../../domain/identifier/document.ts'
import { Problem } from '../platform/problem.ts'

/**
 * The CNIC of his card. Refused where he did not ask himself, and for a day that has not come.
 * @param today of Pakistan
 */
export function readSlipForm(form: SlipForm, today: string): string {
  const cnic = canonicalCnic(form.cnic)
  const faults: FieldProblem[] = []
  if (!cnic) faults.push({ field: 'cnic', code: 'not_a_cnic' })
  if (!form.asked_himself) faults.push({ field: 'asked_himself', code: 'clearances.fault.not_asked' })
  if (form.asked_on > today) faults.push({ field: 'asked_on', code: 'in_future' })
  if (faults.length > 0 || !cnic) throw new Problem('invalid', { fields: faults })
  return cnic
}
