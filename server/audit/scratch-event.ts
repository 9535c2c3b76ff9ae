/** For tests: an event written straight into the log. */
import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { commitBody } from '../../domain/audit/commitment.ts'

/** Writes an event as the application does. Returns its id. */
export async function writeEvent(client: pg.Client, action = 'person.seen', body?: Buffer): Promise<string> {
  const event_id = randomUUID()
  const salt = randomBytes(16)
  await client.query(
    `insert into audit.event (event_id, action, outcome, subject_kind, subject_id, body, body_salt, body_commitment)
     values ($1, $2, 'done', 'person', $3, $4, $5, $6)`,
    [event_id, action, randomUUID(), body ?? null, salt, commitBody(salt, body ?? Buffer.alloc(0))],
  )
  return event_id
}
