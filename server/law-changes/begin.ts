/** The batch of a change of the rules, as its approval begins it and the approval of its undoing turns it round. */
import type { RegisterTx, Session } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { secondsUntil } from './job.ts'
import { insertLawChange, reverseLawChange } from './queries.ts'

type Approving = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }
type ComingIntoForce = { in_force_id: string; simulation_id: string; approval_id: string; from_on: string }

/** Writes the batch, which waits for its day. */
export async function beginLawChange(
  { tx, program, session, now }: Approving,
  what: ComingIntoForce,
): Promise<void> {
  const id = await insertLawChange(tx, what)
  const payload = { id, posting_id: session.posting_id }
  await program.jobs.add('law_change.apply', payload, secondsUntil(what.from_on, now))
}

/** Has all that the batch did taken back; a pack from before there were batches has none. */
export async function undoLawChange(
  { tx, program, session, now }: Approving,
  in_force_id: string,
): Promise<void> {
  const id = await reverseLawChange(tx, in_force_id, now)
  if (id !== undefined) await program.jobs.add('law_change.apply', { id, posting_id: session.posting_id })
}
