/** What a running program holds; made once at start and passed on. */
import type { Asset } from './assets.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import type { Keyring } from './keys.ts'
import type { Places } from './places.ts'

export type Program = {
  database: Database
  keyring: Keyring
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
  oidc?: { issuer: string; client_id: string; client_secret: string }
  /** Wakes background work; see server/platform/jobs.ts. */
  jobs: { add: (task: JobName, payload: JobPayload, delay_seconds?: number) => Promise<void> }
}

/** Background tasks; a payload is opaque ids only. */
export type JobName = 'identity.verify' | 'import.read'
export type JobPayload = { id: string; posting_id: string }
