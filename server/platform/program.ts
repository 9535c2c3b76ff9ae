/** What a running program holds; made once at start and passed on. */
import type { Static, TSchema } from 'typebox'
import type { About } from '../../domain/access/actions.ts'
import type { AgencyDoor } from './agency-token.ts'
import type { Asset } from './assets.ts'
import type { AuditEvent } from './audit.ts'
import type { Clock } from './clock.ts'
import type { Database, RegisterTx, Session } from './database.ts'
import type { Keyring } from './keys.ts'
import type { Press } from './paper.ts'
import type { Places } from './places.ts'
import type { PaperSigner } from './signing.ts'

export type Program = {
  database: Database
  keyring: Keyring
  /** Prints papers, and signs the code on each. */
  press: Press
  paper_signer: PaperSigner
  clock: Clock
  places: Places
  /** Styles, fonts and islands by their hashed address, and the address by plain name. */
  assets: { files: ReadonlyMap<string, Asset>; href: (name: string) => string }
  /** Origin of this site, e.g. http://localhost:8080; writes must come from it. */
  origin: string
  /** Demo acts exist: embedded database, loopback, invented people. */
  is_demo: boolean
  /** The identity service's address and shared secret. */
  identity: { url: string; secret: string }
  /** Where reminders go; null: nowhere, and the printed list is the channel. `daily_limit`: messages a day, at most. */
  reminders: { gateway: { url: string; secret: string } | null; daily_limit: number }
  /** What each kind of proposal does when a second officer approves it. */
  approvals: ApprovalNouns
  oidc?: { issuer: string; client_id: string; client_secret: string }
  /** Left out: agencies' systems are not let in. */
  agencies?: AgencyDoor
  /** Wakes background work; see server/platform/jobs.ts. */
  jobs: {
    add: (task: JobName, payload: JobPayload, delay_seconds?: number) => Promise<void>
    /** Many of one task in one statement. */
    addAll: (task: JobName, payloads: readonly JobPayload[]) => Promise<void>
  }
}

/** Background tasks; a payload is opaque ids only. */
export type JobName =
  | 'identity.verify'
  | 'civil_events.read'
  | 'import.read'
  | 'import.confirm'
  | 'import.verify'
  | 'duties.refresh'
  | 'names.index'
  | 'matches.compare'
  | 'reminders.plan'
  | 'reminder.send'
  | 'checks.erase'
  | 'statistics.publish'
  | 'agencies.tell'
  | 'agency_event.send'
  | 'agency_calls.sweep'
  | 'simulation.run'
  | 'law_change.apply'
export type JobPayload = { id: string; posting_id: string }

/** A proposal that a second officer decides. */
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
  /** Adds to the decision's event what only the act can know: whom it concerned, and rows before and after. */
  record: (more: Pick<AuditEvent, 'second_id' | 'row_before' | 'row_after'>) => void
  /** Adds an event for another record that the decision changes, with its hash from before. */
  also: (more: Pick<AuditEvent, 'subject_kind' | 'subject_id' | 'second_id' | 'row_before'>) => void
}

/** What a noun gives to be decided by two people: its name, its queue, and the one act that approval performs. */
export type ApprovalNoun<S extends TSchema = TSchema, I extends TSchema = TSchema> = {
  kind: About
  audience: 'bureau' | 'administration' | 'supervision'
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
