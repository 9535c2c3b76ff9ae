/** The simulation that a change of the rules is proposed and decided on: the newest of the draft from its day. */
import type { PackShown } from '../../contract/packs.ts'
import { type Staleness, stalenessOf } from '../../domain/simulation/freshness.ts'
import { totalOf } from '../../domain/simulation/tally.ts'
import type { RegisterTx } from '../platform/database.ts'
import { findNewestDone, hashesNow, readTally } from '../simulations/queries.ts'

type Shown = Pick<
  PackShown,
  | 'simulation_id'
  | 'simulation_sha256'
  | 'simulated_at'
  | 'enters_count'
  | 'leaves_count'
  | 'lengthens_count'
  | 'shortens_count'
  | 'duties_change_count'
  | 'unchanged_count'
>

/** Where nothing is simulated: undoing goes back to what was. */
export const NOT_SIMULATED: Shown = {
  ...{ simulation_id: null, simulation_sha256: null, simulated_at: null },
  ...{ enters_count: null, leaves_count: null, lengthens_count: null },
  ...{ shortens_count: null, duties_change_count: null, unchanged_count: null },
}

/** What a proposal shows of the newest simulation; or why there is none to decide on. */
export async function findSimulated(
  tx: RegisterTx,
  { pack_id, from_on, now }: { pack_id: string; from_on: string; now: Temporal.Instant },
): Promise<Shown | { why: 'not_simulated' | Staleness }> {
  const newest = await findNewestDone(tx, pack_id, from_on)
  if (!newest?.ended_at || !newest.result_hash) return { why: 'not_simulated' }
  const { simulation_id, ended_at, content_hash, base_hash, result_hash } = newest
  const hashes = { content_hash: content_hash.toString('hex'), base_hash: base_hash.toString('hex') }
  const stale = stalenessOf({ ...hashes, ended_at }, await hashesNow(tx, pack_id, from_on), now.toString())
  if (stale !== null) return { why: stale }
  const counts = totalOf(await readTally(tx, simulation_id))
  return {
    ...{ simulation_id, simulation_sha256: result_hash.toString('hex'), simulated_at: ended_at },
    ...{ enters_count: counts.enters, leaves_count: counts.leaves, lengthens_count: counts.lengthens },
    ...{ shortens_count: counts.shortens, duties_change_count: counts.duties_change },
    unchanged_count: counts.unchanged,
  }
}
