/** An agency let in, changed or shut out: proposed by one administrator, done when a second one approves. */
import { randomUUID } from 'node:crypto'
import { AgencyShown, type NewAgency } from '../../contract/agencies.ts'
import { None } from '../../contract/shape.ts'
import { addressFault, calledAddress } from '../../domain/agency/webhook-address.ts'
import { canonicalJson } from '../../domain/approval/canonical.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { propose } from '../approvals/queries.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { findAgency, hasClient, lockAgency, provincesOf } from './queries.ts'

/** Days a proposal about an agency may wait; assumed. */
const EXPIRES_DAYS = 14

export const agencyApproval = approvalNoun<typeof AgencyShown, typeof None>({
  ...{ kind: 'agency', audience: 'administration', expires_days: EXPIRES_DAYS },
  ...{ shown: AgencyShown, input: None, apply },
})

type Proposing = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }

/** Where messages may go, as this program is set. */
export const allowedBy = ({ agencies, is_demo }: Program) => ({
  ...{ allows_private: agencies?.allows_private ?? false, allows_loopback_http: is_demo },
})

/** The address as it will be called; throws where it may not be. */
function demandAddress(program: Program, typed: string | null): string | null {
  if (typed === null) return null
  const fault = addressFault(typed, allowedBy(program))
  if (fault) throw invalid('webhook_url', `agencies.fault.${fault}`)
  return calledAddress(typed)
}

const proposeShown = ({ tx, program, session, now }: Proposing, shown: AgencyShown) =>
  propose(tx, program.keyring, session, agencyApproval, {
    ...{ subject_id: shown.agency_id, district_id: null, shown, now },
  })

/** Proposes an agency; refused where its client is known already, or its address may not be called. */
export async function proposeAgency(proposing: Proposing, asked: NewAgency): Promise<string> {
  const { tx, program } = proposing
  const { name_en, name_ur, province_iso, client_id, from_on, reason } = asked
  const province = provincesOf(program.places).get(province_iso)
  if (!province) throw invalid('province_iso', 'not_a_choice')
  const webhook_url = demandAddress(program, asked.webhook_url)
  if (await hasClient(tx, client_id)) throw invalid('client_id', 'agencies.fault.client_known')
  return proposeShown(proposing, {
    ...{ change: 'add', agency_id: randomUUID(), province_id: province_iso, name_en, name_ur, reason },
    ...{ province_en: province.en, province_ur: province.ur, before: null },
    after: { client: client_id, from_on, webhook_url },
  })
}

type Changed =
  | { change: 'address'; webhook_url: string | null; reason: string }
  | { change: 'end'; to_on: string; reason: string }

/** What a change is about, as it stands: compared again when it is approved. */
async function standing(tx: RegisterTx, program: Program, agency_id: string, change: Changed['change']) {
  const found = await findAgency(tx, program.places, agency_id)
  if (!found) throw new Problem('not_found')
  const state = change === 'address' ? { webhook_url: found.webhook_url } : { to_on: found.to_on }
  return { found, state }
}

/** Proposes another address for an agency's messages, or its last day. */
export async function proposeChange(
  proposing: Proposing,
  agency_id: string,
  asked: Changed,
): Promise<string> {
  const { tx, program } = proposing
  const { found, state } = await standing(tx, program, agency_id, asked.change)
  if (asked.change === 'end' && asked.to_on < found.from_on)
    throw invalid('to_on', 'agencies.fault.ends_before')
  const { name, province, province_iso } = found
  return proposeShown(proposing, {
    ...{ change: asked.change, agency_id, province_id: province_iso, name_en: name.en, name_ur: name.ur },
    ...{ province_en: province.en, province_ur: province.ur, before: state, reason: asked.reason },
    after:
      asked.change === 'address'
        ? { webhook_url: demandAddress(program, asked.webhook_url) }
        : { to_on: asked.to_on },
  })
}

async function apply({ tx, program, shown, proposal, also }: Applying<AgencyShown, object>): Promise<void> {
  const { change, agency_id, after } = shown
  const row_before = await recordHash(tx, 'agency', agency_id)
  also({ subject_kind: 'agency', subject_id: agency_id, row_before })
  const { approval_id } = proposal
  if (change === 'add') return addAgency(tx, shown, approval_id)
  await lockAgency(tx, agency_id)
  const { state } = await standing(tx, program, agency_id, change)
  if (canonicalJson(state) !== canonicalJson(shown.before)) throw new Problem('approval_changed')
  const { webhook_url = null, to_on = null } = after
  await tx
    .updateTable('access.agency')
    .set(change === 'address' ? { webhook_url, approval_id } : { to_on, approval_id })
    .where('agency_id', '=', agency_id)
    .execute()
}

async function addAgency(tx: RegisterTx, shown: AgencyShown, approval_id: string) {
  const { agency_id, name_en, name_ur, province_id: province_iso, after } = shown
  const { client: client_id = '', from_on = '', webhook_url = null } = after
  if (await hasClient(tx, client_id)) throw new Problem('approval_changed')
  await tx
    .insertInto('access.agency')
    .values({ agency_id, name_en, name_ur, province_iso, client_id, from_on, webhook_url, approval_id })
    .execute()
}
