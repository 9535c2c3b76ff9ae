/** What the policies must know of a check request, and of requests as a whole. */
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { mayCover } from '../../domain/check/screen.ts'
import { hasConflict } from '../approvals/queries.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { isNamedDeputy } from './queries.ts'
import { findRow } from './row.ts'
import { clockOf } from './view.ts'

type Given = { params: { check_id: string }; actor: Actor; tx: RegisterTx }

/** Requests as a whole, at the officer's own place; the rows are row-level security's work. */
export const factsOfList = ({ actor }: { actor: Actor }): FactsOf<'check'> => ({
  ...{ kind: 'check', place: actor.place, is_own: true, is_covering: false, has_conflict: false },
})

/** One request. Whoever asked decides nothing about it in another posting of his. */
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
        }),
      has_conflict:
        (is_asker && actor.role !== 'investigator') ||
        (await hasConflict(tx, actor.officer_id, [params.check_id])),
    }
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
