/** What the log says of an event: opaque ids, codes and a commitment. Format: docs/decisions/0012-audit-log.md. */
import { createHash } from 'node:crypto'

/** The columns of `audit.event` that enter the log; the body enters only as its commitment. */
export type LeafEvent = {
  event_id: string
  event_no: number
  /** ISO UTC with six decimals of a second, as PostgreSQL keeps it: '2026-11-23T09:15:02.000481Z'. */
  occurred_at: string
  officer_id: string | null
  session_id: string | null
  posting_id: string | null
  role: string | null
  action: string
  outcome: 'done' | 'refused' | 'failed'
  subject_kind: string | null
  subject_id: string | null
  second_id: string | null
  purpose: string | null
  request_id: string | null
  policy: string | null
  row_before: Buffer | null
  row_after: Buffer | null
  place_district: string | null
  body_commitment: Buffer
}

/** The columns in the order of the leaf, which is the order of their names. */
export const LEAF_COLUMNS = [
  'action',
  'body_commitment',
  'event_id',
  'event_no',
  'occurred_at',
  'officer_id',
  'outcome',
  'place_district',
  'policy',
  'posting_id',
  'purpose',
  'request_id',
  'role',
  'row_after',
  'row_before',
  'second_id',
  'session_id',
  'subject_id',
  'subject_kind',
] as const satisfies readonly (keyof LeafEvent)[]

/**
 * Binds an event to its encrypted body without showing it: SHA-256(salt || body), 32 bytes. The salt stays out of
 * the log, so nobody can guess a body from its commitment once key and salt are gone.
 * @example commitBody(Buffer.alloc(16), Buffer.alloc(0)).length // 32
 */
export const commitBody = (salt: Buffer, body: Buffer): Buffer =>
  createHash('sha256').update(salt).update(body).digest()

/**
 * The leaf of an event: one line of JSON in UTF-8, keys sorted, no spaces, nulls kept, bytes in lower-case hex
 * (RFC 8785 for these types, so any language can rebuild it).
 * @example leafBytes(event).toString() // '{"action":"person.seen","body_commitment":"5f…","event_id":…}'
 */
export const leafBytes = (event: LeafEvent): Buffer =>
  Buffer.from(
    JSON.stringify(
      Object.fromEntries(
        LEAF_COLUMNS.map((name) => {
          const value = event[name]
          return [name, Buffer.isBuffer(value) ? value.toString('hex') : value]
        }),
      ),
    ),
  )
