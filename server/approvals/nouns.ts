/** What a noun gives to be decided by two people: its name, its queue, and the one act that approval performs. */
import type { Static, TSchema } from 'typebox'
import type { About } from '../../domain/access/actions.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'

export type Proposal = {
  approval_id: string
  kind: About
  subject_id: string
  district_id: string | null
  proposed_by: string
  proposed_at: string
  expires_at: string
  shown_hash: string
}

export type Applying<Shown, Input> = {
  tx: RegisterTx
  program: Program
  session: Session
  now: Temporal.Instant
  proposal: Proposal
  /** What the approver was shown; its hash is the proposal's. */
  shown: Shown
  /** What the approver added, by the noun's own contract. */
  input: Input
}

export type ApprovalNoun<S extends TSchema = TSchema, I extends TSchema = TSchema> = {
  kind: About
  audience: 'bureau' | 'administration'
  expires_days: number
  /** The contract of what is shown, so that a proposal made under another version is refused. */
  shown: S
  input: I
  /** Runs in the approving transaction, after the decision row; throwing undoes both. */
  apply: (given: Applying<Static<S>, Static<I>>) => Promise<void>
  /** Runs when the proposal is returned, refused or withdrawn. */
  giveBack?: (
    given: Omit<Applying<Static<S>, unknown>, 'input'> & { decision: string; reason: string },
  ) => Promise<void>
}

export type ApprovalNouns = ReadonlyMap<About, ApprovalNoun>
