/** The audit event: written in the transaction of its effect, so neither exists without the other. DESIGN 6. */
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import type { AuditAction } from '../../domain/audit/actions.ts'
import { commitBody } from '../../domain/audit/commitment.ts'
import { type GateTx, type RegisterTx, send } from './database.ts'
import { type DataKey, type Keyring, newDataKey, seal } from './keys.ts'

/** What happened, in codes and opaque ids; `detail` may carry more and is encrypted. */
export type AuditEvent = {
  action: AuditAction
  outcome: 'done' | 'refused' | 'failed'
  subject_kind?: string | undefined
  subject_id?: string | undefined
  second_id?: string | undefined
  purpose?: string | undefined
  policy?: string | undefined
  place_district?: string | undefined
  row_before?: Buffer | undefined
  row_after?: Buffer | undefined
  detail?: Record<string, unknown> | undefined
}

export type AuditActor = {
  officer_id: string | null
  session_id: string | null
  posting_id: string | null
  role: string | null
  request_id: string
}

export const AUDIT_EVENT = {
  name: 'audit_event',
  text: `insert into audit.event (event_id, officer_id, session_id, posting_id, role, action, outcome, subject_kind, subject_id, second_id, purpose, request_id, policy, row_before, row_after, place_district, body, body_salt, body_commitment)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
}

/** The program's own key for event bodies: one a process, wrapped into every body it writes. */
let bodyKey: { keyring: Keyring; key: DataKey } | undefined

function bodyKeyOf(keyring: Keyring): DataKey {
  if (bodyKey?.keyring !== keyring) bodyKey = { keyring, key: newDataKey(keyring, 'audit') }
  return bodyKey.key
}

/** An event body on disk: length of the wrapped key (2 bytes), the wrapped key, then the sealed JSON. */
function sealBody(keyring: Keyring, event_id: string, detail: Record<string, unknown>): Buffer {
  const key = bodyKeyOf(keyring)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(key.wrapped_key.length)
  const sealed = seal(key, { table: 'audit.event', row: event_id, column: 'body' }, JSON.stringify(detail))
  return Buffer.concat([length, key.wrapped_key, sealed])
}

/** Inserts one event in this transaction; rejects (and so undoes the act) when it cannot be written. Returns its id. */
export async function recordEvent(
  tx: RegisterTx | GateTx,
  keyring: Keyring,
  actor: AuditActor,
  event: AuditEvent,
): Promise<string> {
  const event_id = randomUUIDv7() // in order of time: new rows fall on the same pages of the index
  const body = event.detail ? sealBody(keyring, event_id, event.detail) : null
  const salt = randomBytes(16)
  const commitment = commitBody(salt, body ?? Buffer.alloc(0))
  await send(tx, AUDIT_EVENT, [
    ...[
      event_id,
      actor.officer_id,
      actor.session_id,
      actor.posting_id,
      actor.role,
      event.action,
      event.outcome,
    ],
    ...[event.subject_kind ?? null, event.subject_id ?? null, event.second_id ?? null, event.purpose ?? null],
    ...[actor.request_id, event.policy ?? null, event.row_before ?? null, event.row_after ?? null],
    ...[event.place_district ?? null, body, salt, commitment],
  ])
  return event_id
}

/** A row as stored, for hashing: its columns in order, bytes as hex. */
export const canonicalRow = (row: Record<string, unknown>) =>
  Object.keys(row)
    .sort()
    .map((k) => [k, Buffer.isBuffer(row[k]) ? row[k].toString('hex') : (row[k] ?? null)])

/** Hash of one row as stored, for the event of an act that writes several records: its columns in order. */
export const rowHash = (row: Record<string, unknown>): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(canonicalRow(row)))
    .digest()
