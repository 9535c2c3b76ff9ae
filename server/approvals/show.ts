/** One proposal as the screen shows it. */
import type { Approval } from '../../contract/approvals.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { shownRows } from '../../domain/approval/shown-rows.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Places } from '../platform/places.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { findApproval, hasWaitingLink, listNames } from './queries.ts'

export function districtName(places: Places, district_id: string | null) {
  const district = district_id === null ? undefined : places.districts.get(district_id)
  return district ? { en: district.name_en, ur: district.name_ur } : null
}

/** What is proposed, by whom, until when, and what became of it. An entry and an answer to a check have screens of their own. */
export async function describeApproval(
  tx: RegisterTx,
  program: Program,
  approval_id: string,
  actor: Actor,
  now: Temporal.Instant,
): Promise<Approval> {
  const found = await findApproval(tx, program.keyring, approval_id)
  if (!found) throw new Problem('not_found')
  const { kind, subject_id, proposed_at, expires_at, shown_hash, proposed_by, decided_by, reason } = found
  const names = await listNames(tx, decided_by ? [proposed_by, decided_by] : [proposed_by])
  return {
    ...{ approval_id, kind, subject_id, proposed_at, expires_at, shown_hash, reason },
    district: districtName(program.places, found.district_id),
    proposed_by: names.get(proposed_by) ?? { en: '', ur: '' },
    is_own: proposed_by === actor.officer_id,
    rows: kind === 'entry' || kind === 'check' ? [] : shownRows(found.shown),
    decision: found.decision as Approval['decision'],
    decided_at: found.decided_at,
    decided_by: decided_by ? (names.get(decided_by) ?? null) : null,
    is_expired: Temporal.Instant.compare(expires_at, now) <= 0,
    has_link: decided_by === actor.officer_id && (await hasWaitingLink(tx, approval_id)),
  }
}
