/** What the policies must know of a check request, and of requests as a whole. */
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { mayCover } from '../../domain/check/screen.ts'
import { hasConflict } from '../approvals/queries.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { isNamedDeputy, isProsecutorPartial } from './queries.ts'
import { type CheckRowStored, findRow } from './row.ts'
import { clockOf } from './view.ts'

type Given = { params: { check_id: string }; actor: Actor; tx: RegisterTx }

/** Requests as a whole, at the officer's own place; the rows are row-level security's work. */
export const factsOfList = ({ actor }: { actor: Actor }): FactsOf<'check'> => ({
  ...{ kind: 'check', place: actor.place, is_own: true, is_covering: false },
  ...{ is_forwarded: true, is_own_proposal: false, has_conflict: false },
})

/** One request, as the policies read it. */
export const factsOfCheck =
  ({ places, clock }: Program) =>
  async ({ params, actor, tx }: Given): Promise<CheckFacts | undefined> => {
    const row = await findRow(tx, params.check_id)
    if (!row) return undefined
    const is_asker = row.asked_by === actor.officer_id
    const now = clock.now()
    return {
      ...{ kind: 'check', place: places.ofDistrict(row.district_id), district_id: row.district_id },
      is_own: is_asker && actor.role === 'investigator',
      is_covering:
        actor.role === 'deputy_prosecutor' &&
        mayCover({
          is_named: await isNamedDeputy(tx, actor.officer_id, pakistanDay(now)),
          is_late: row.stage === 'asked' && (clockOf(row, now)?.is_late ?? false),
          is_partial: await isProsecutorPartial(tx, row.check_id),
        }),
      is_forwarded: ['forwarded', 'proposed', 'released'].includes(row.stage),
      is_own_proposal: await isProposer(tx, row.approval_id, actor.officer_id),
      has_conflict:
        hadAnotherDesk(row, actor) || (await hasConflict(tx, actor.officer_id, [params.check_id])),
    }
  }

/** Whoever asked or screened, in whichever posting, keeps away from the desks that come after. */
const hadAnotherDesk = (row: CheckRowStored, { officer_id, role }: Actor) =>
  (row.asked_by === officer_id && role !== 'investigator') ||
  (row.screened_by === officer_id && (role === 'bureau_officer' || role === 'bureau_supervisor'))

/** Whether the officer proposed the answer that waits. */
async function isProposer(tx: RegisterTx, approval_id: string | null, officer_id: string) {
  if (approval_id === null) return false
  const row = await tx
    .selectFrom('register.approval')
    .select('proposed_by')
    .where('approval_id', '=', approval_id)
    .executeTakeFirst()
  return row?.proposed_by === officer_id
}

export type CheckFacts = FactsOf<'check'> & { district_id: string }

/** The subject of an event about a request. Every one has the purpose of a check. */
export const aboutCheck = ({
  params,
  facts,
}: {
  params: { check_id: string }
  facts: { district_id?: unknown } | undefined
}) => ({
  ...{ subject_kind: 'check', subject_id: params.check_id, purpose: 'check' },
  place_district: facts?.district_id as string | undefined,
})
