/** The audit console: events by opaque ids and codes, newest first, and the signed head of the log. */
import { type Static, Type } from 'typebox'
import { AUDIT_ACTIONS } from '../domain/audit/actions.ts'
import { Code, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const AuditQuery = Shape({
  /** Show events before this number. */
  before: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
  action: Type.Optional(Code(AUDIT_ACTIONS)),
  outcome: Type.Optional(Code(['done', 'refused', 'failed'])),
  officer_id: Type.Optional(Id),
  /** The acts to choose from, instead of events: the list of them is longer than a page of events. */
  choose: Type.Optional(Code(['acts'])),
})
export type AuditQuery = Static<typeof AuditQuery>

export const AuditEventRow = Shape({
  event_no: Type.Integer(),
  occurred_at: Instant,
  officer_id: Nullable(Id),
  officer_name_en: Nullable(Type.String()),
  officer_name_ur: Nullable(Type.String()),
  role: Nullable(Type.String()),
  action: Type.String(),
  outcome: Type.String(),
  subject_kind: Nullable(Type.String()),
  subject_id: Nullable(Id),
  purpose: Nullable(Type.String()),
  policy: Nullable(Type.String()),
  /** What the refusing policy says, where one did. */
  gloss: Nullable(Pair),
})

export const AuditReply = Shape({
  events: Type.Array(AuditEventRow, { maxItems: 50 }),
  /** The signed head; null before the first. */
  checkpoint: Nullable(
    Shape({ tree_size: Type.Integer(), root_hash: Type.String(), signed_at: Instant, note: Type.String() }),
  ),
  filter: AuditQuery,
  /** Number of the last event shown, when there may be more. */
  next_before: Nullable(Type.Integer()),
})
export type AuditReply = Static<typeof AuditReply>
