/** Makes the running program from its addresses and keys: used by start, serve, tests and benchmarks alike. */
import { agencyApproval } from './agencies/approval.ts'
import { sweepAgencyCalls } from './agencies/sweep-job.ts'
import { sendAgencyEvent, tellAgencies } from './agencies/tell-job.ts'
import { appealApproval } from './appeals/approval.ts'
import { approvalNouns } from './approvals/nouns.ts'
import { breachApproval } from './breaches/approval.ts'
import { strikeOutApproval } from './calendar/strike-out.ts'
import { checkApproval } from './checks/answer-approval.ts'
import { eraseChecks } from './checks/erase-job.ts'
import { readCivilEvents } from './civil-events/job.ts'
import { clearanceApproval } from './clearances/withdrawing.ts'
import { conflictApproval } from './conflicts/approval.ts'
import { correctionApproval } from './corrections/approval.ts'
import { refreshStale } from './duties/refresh-job.ts'
import { entryApproval } from './entries/approval.ts'
import { verifyIdentity } from './identities/job.ts'
import { confirmReturn } from './imports/confirm-job.ts'
import { readImport } from './imports/read-job.ts'
import { verifyImport } from './imports/verify-job.ts'
import { instrumentApproval } from './instruments/instrument.ts'
import { applyLawChange } from './law-changes/job.ts'
import { mergeApproval } from './matches/merging.ts'
import { compareRegister } from './matches/run-job.ts'
import { strikeApproval } from './notices/strike.ts'
import { officerApproval } from './officers/approval.ts'
import { packApproval } from './packs/approval.ts'
import { loadAssets } from './platform/assets.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { openDatabase } from './platform/database.ts'
import { startHeartbeat } from './platform/heartbeat.ts'
import { type Job, openJobs } from './platform/jobs.ts'
import type { Keyring } from './platform/keys.ts'
import { NIGHT_WORK } from './platform/night-work.ts'
import { openPress } from './platform/paper.ts'
import { readPlaces } from './platform/places.ts'
import type { JobName, Program } from './platform/program.ts'
import type { PaperSigner } from './platform/signing.ts'
import { quotaApproval } from './quotas/raise.ts'
import { planReminders } from './reminders/plan-job.ts'
import { sendReminder } from './reminders/send-job.ts'
import { indexNames } from './searches/index-job.ts'
import { runSimulation } from './simulations/job.ts'
import { publishStatistics } from './statistics/publish-job.ts'
import { strikeoutApproval } from './strikeouts/approval.ts'

/** What runs in the background, by task name. */
const JOBS: Record<JobName, Job> = {
  'identity.verify': verifyIdentity,
  'civil_events.read': readCivilEvents,
  'import.read': readImport,
  'import.confirm': confirmReturn,
  'import.verify': verifyImport,
  'duties.refresh': refreshStale,
  'names.index': indexNames,
  'matches.compare': compareRegister,
  'reminders.plan': planReminders,
  'reminder.send': sendReminder,
  'checks.erase': eraseChecks,
  'statistics.publish': publishStatistics,
  'agencies.tell': tellAgencies,
  'agency_event.send': sendAgencyEvent,
  'agency_calls.sweep': sweepAgencyCalls,
  'simulation.run': runSimulation,
  'law_change.apply': applyLawChange,
}

/** What two people decide, one line a noun. */
const APPROVALS = approvalNouns([
  ...[officerApproval, entryApproval, correctionApproval, packApproval],
  ...[breachApproval, appealApproval, strikeoutApproval, strikeOutApproval, strikeApproval],
  conflictApproval,
  checkApproval,
  mergeApproval,
  clearanceApproval,
  quotaApproval,
  instrumentApproval,
  agencyApproval,
])

export type Opening = {
  urls: { app: string; gate: string; worker: string }
  keyring: Keyring
  paper_signer: PaperSigner
  origin: string
  is_demo: boolean
  identity: Program['identity']
  /** Left out: no gateway. */
  reminders?: Program['reminders'] | undefined
  oidc?: Program['oidc']
  agencies?: Program['agencies']
  clock?: Clock
  connections?: number
}

export type OpenProgram = { program: Program; startJobs: () => Promise<void>; close: () => Promise<void> }

/** Connects, loads what is read once, and hands over the program; `close` ends all it opened. */
export async function openProgram(opening: Opening): Promise<OpenProgram> {
  const database = openDatabase(opening.urls, opening.connections)
  const jobs = await openJobs(opening.urls.worker, database)
  const program: Program = {
    database,
    keyring: opening.keyring,
    press: openPress(),
    paper_signer: opening.paper_signer,
    clock: opening.clock ?? systemClock,
    places: await readPlaces(database),
    assets: loadAssets(),
    origin: opening.origin,
    is_demo: opening.is_demo,
    identity: opening.identity,
    reminders: opening.reminders ?? { gateway: null, daily_limit: 0 },
    approvals: APPROVALS,
    ...(opening.oidc ? { oidc: opening.oidc } : {}),
    ...(opening.agencies ? { agencies: opening.agencies } : {}),
    jobs: { add: jobs.add, addAll: jobs.addAll },
  }
  let heartbeat: { stop: () => void } | undefined
  return {
    program,
    async startJobs() {
      heartbeat = await startHeartbeat(database) // first of all: what follows may look at the calendar
      await jobs.start(program, JOBS)
      const { officer_id, posting_id } = NIGHT_WORK
      await jobs.add('duties.refresh', { id: officer_id, posting_id })
      await jobs.add('names.index', { id: officer_id, posting_id })
    },
    async close() {
      heartbeat?.stop()
      await jobs.stop()
      await database.end()
    },
  }
}
