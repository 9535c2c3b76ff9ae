/** Makes the running program from its addresses and keys: used by start, serve, tests and benchmarks alike. */
import { approvalNouns } from './approvals/nouns.ts'
import { correctionApproval } from './corrections/approval.ts'
import { entryApproval } from './entries/approval.ts'
import { verifyIdentity } from './identities/job.ts'
import { readImport } from './imports/read-job.ts'
import { verifyImport } from './imports/verify-job.ts'
import { officerApproval } from './officers/approval.ts'
import { packApproval } from './packs/approval.ts'
import { loadAssets } from './platform/assets.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { openDatabase } from './platform/database.ts'
import { type Job, openJobs } from './platform/jobs.ts'
import type { Keyring } from './platform/keys.ts'
import { readPlaces } from './platform/places.ts'
import type { JobName, Program } from './platform/program.ts'

/** What runs in the background, by task name. */
const JOBS: Record<JobName, Job> = {
  'identity.verify': verifyIdentity,
  'import.read': readImport,
  'import.verify': verifyImport,
}

/** What two people decide, one line a noun. */
const APPROVALS = approvalNouns([officerApproval, entryApproval, correctionApproval, packApproval])

export type Opening = {
  urls: { app: string; gate: string; worker: string }
  keyring: Keyring
  origin: string
  is_demo: boolean
  identity: Program['identity']
  oidc?: Program['oidc']
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
    clock: opening.clock ?? systemClock,
    places: await readPlaces(database),
    assets: loadAssets(),
    origin: opening.origin,
    is_demo: opening.is_demo,
    identity: opening.identity,
    approvals: APPROVALS,
    ...(opening.oidc ? { oidc: opening.oidc } : {}),
    jobs: { add: jobs.add, addAll: jobs.addAll },
  }
  return {
    program,
    startJobs: () => jobs.start(program, JOBS),
    async close() {
      await jobs.stop()
      await database.end()
    },
  }
}
