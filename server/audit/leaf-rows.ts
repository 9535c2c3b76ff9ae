/** Events as rows: the one place where a row of `audit.event` becomes what its leaf is made of. */
import { LEAF_COLUMNS, type LeafEvent } from '../../domain/audit/commitment.ts'

const INSTANT = `to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as occurred_at`

/** The select list of an event `e` that enters the log. */
export const LEAF_SELECT: string = LEAF_COLUMNS.map((name) =>
  name === 'occurred_at' ? INSTANT : `e.${name}`,
).join(', ')

/** A row of LEAF_SELECT; bigint comes as text, because this room sets no type parsers. */
export type LeafRow = Omit<LeafEvent, 'event_no'> & { event_no: string }

/** A bigint of the log as a number; throws above 2^53. */
export function toCount(text: string): number {
  const count = Number(text)
  if (!Number.isSafeInteger(count)) throw new Error(`number out of range in the audit log: ${text}`)
  return count
}

export const toLeafEvent = (row: LeafRow): LeafEvent => ({ ...row, event_no: toCount(row.event_no) })
