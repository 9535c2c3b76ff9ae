import type { AuditQuery } from '../../contract/audit.ts'
import type { RegisterTx } from '../platform/database.ts'

/** Of an Urdu page of the log on a slow line no more than 6 KB. */
const PAGE_ROWS = 40

/** Events the officer may see, newest first, a page of them, with the names of who acted. */
export const listEvents = (tx: RegisterTx, { before, action, outcome, officer_id }: AuditQuery) =>
  tx
    .selectFrom('audit.event as e')
    .leftJoin('access.officer as o', 'o.officer_id', 'e.officer_id')
    .select(['e.event_no', 'e.occurred_at', 'e.officer_id', 'e.role', 'e.action', 'e.outcome'])
    .select(['e.subject_kind', 'e.subject_id', 'e.purpose', 'e.policy'])
    .select(['o.name_en as officer_name_en', 'o.name_ur as officer_name_ur'])
    .$if(before !== undefined, (q) => q.where('e.event_no', '<', Number(before)))
    .$if(action !== undefined, (q) => q.where('e.action', '=', action ?? ''))
    .$if(outcome !== undefined, (q) => q.where('e.outcome', '=', outcome ?? 'done'))
    .$if(officer_id !== undefined, (q) => q.where('e.officer_id', '=', officer_id ?? ''))
    .orderBy('e.event_no', 'desc')
    .limit(PAGE_ROWS)
    .execute()

/** The newest signed head of the log; undefined before the first. */
export const findCheckpoint = (tx: RegisterTx) =>
  tx.selectFrom('audit.checkpoint').selectAll().orderBy('tree_size', 'desc').limit(1).executeTakeFirst()

export const isFullPage = (rows: readonly unknown[]) => rows.length === PAGE_ROWS
