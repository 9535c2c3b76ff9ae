/** What becomes of a pack when a second officer approves: in force from its day, or undone. */
import { randomUUID } from 'node:crypto'
import { PackShown } from '../../contract/packs.ts'
import { None } from '../../contract/shape.ts'
import { canonicalHash } from '../../domain/approval/canonical.ts'
import { packProblems } from '../../law/pack-schema.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { beginLawChange, undoLawChange } from '../law-changes/begin.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { getValues, listInForce, lockPacks } from './queries.ts'
import { findSimulated } from './simulated.ts'

/** Days a change of the rules may wait for its second officer; assumed. */
const EXPIRES_DAYS = 30

export const packApproval = approvalNoun<typeof PackShown, typeof None>({
  ...{ kind: 'pack', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: PackShown, input: None, apply },
})

/** Refused when the draft or its simulation is no longer what was shown, or what is to be undone has been. */
async function apply(approving: Applying<PackShown, object>): Promise<void> {
  const { tx, shown, proposal, record, now } = approving
  await lockPacks(tx)
  const { approval_id } = proposal
  if (shown.act === 'reverse') {
    const found = (await listInForce(tx)).find((row) => row.in_force_id === shown.in_force_id)
    if (!found || found.is_reversed || found.from_on === null) throw new Problem('approval_changed')
    const row = { in_force_id: found.in_force_id, approval_id }
    await tx.insertInto('register.pack_reversal').values(row).execute()
    await undoLawChange(approving, found.in_force_id)
    return record({ second_id: shown.pack_id, row_after: rowHash(row) })
  }
  const values = await getValues(tx, shown.pack_id)
  const sha256 = canonicalHash(values)
  if (sha256.toString('hex') !== shown.content_hash || packProblems({ values }, true).length > 0)
    throw new Problem('approval_changed')
  const simulated = await getSimulated(tx, shown, now)
  const row = {
    ...{ in_force_id: randomUUID(), pack_id: shown.pack_id, from_on: shown.from_on },
    ...{ content: JSON.stringify(values), sha256, approval_id },
  }
  await tx.insertInto('register.pack_in_force').values(row).execute()
  await beginLawChange(approving, { ...simulated, in_force_id: row.in_force_id, approval_id })
  record({ second_id: shown.pack_id, row_after: rowHash(row) })
}

/** What is approved is that simulation: another since, a change of what it was of, or a day that has come, refuses it. */
async function getSimulated(tx: RegisterTx, shown: PackShown, now: Temporal.Instant) {
  const { pack_id, from_on, simulation_id } = shown
  if (from_on === null || simulation_id === null || from_on <= pakistanDay(now))
    throw new Problem('simulation_stale')
  const simulated = await findSimulated(tx, { pack_id, from_on, now })
  if ('why' in simulated || simulated.simulation_sha256 !== shown.simulation_sha256)
    throw new Problem('simulation_stale')
  return { simulation_id, from_on }
}
