/** An answer put beside whoever may be meant: when it is proposed, and once more when it is released. */
import type { Candidate } from '../../contract/check-answers.ts'
import type { Suspect } from '../../contract/checks.ts'
import { type AnswerFault, answerFault, type CheckOutcome, type Need } from '../../domain/check/answer.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { listCandidates, type Opened, openCandidate } from './candidates.ts'

type Answer = { outcome: CheckOutcome; person_id: string | null; needs: readonly Need[] }
type Judged = { fault: AnswerFault | null; opened: Opened | undefined; candidates: Candidate[] }

/** Why the answer may not be given now, with whom it names and who was considered. */
export async function judgeAnswer(
  tx: RegisterTx,
  program: Program,
  suspect: Suspect,
  { answer, now }: { answer: Answer; now: Temporal.Instant },
): Promise<Judged> {
  const { person_id } = answer
  const opened = person_id === null ? undefined : await openCandidate(tx, program, person_id, now)
  const record = opened?.row.record_number
  const candidates = await listCandidates(tx, program, suspect, { now, record })
  // Slips and numbers are the person's, whichever of his records tells of them.
  const considered = candidates.flatMap((person) => {
    const { is_cleared, found_by } = person
    return [person, ...person.records].map((one) => ({
      ...{
        person_id: one.person_id,
        is_active: one.is_active,
        is_cleared,
        has_same_cnic: found_by === 'cnic',
      },
    }))
  })
  return { fault: answerFault(answer, considered), opened, candidates }
}
