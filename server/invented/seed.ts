/** The whole act of seeding: demo officers, the approval that stands for the batch, the people, one audit event. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { canonicalHash, canonicalJson } from '../../domain/approval/canonical.ts'
import type { Pack } from '../../law/packs.ts'
import { appointDemoOfficers, demoOfficer } from '../demo/officers.ts'
import { listPacksAsOperator } from '../duties/packs.ts'
import { type Keyring, newDataKey, seal } from '../platform/keys.ts'
import { type Progress, writeInvented } from './write.ts'

export type Seeding = {
  owner_url: string
  keyring: Keyring
  seed: number
  people: number
  today: string
  progress: Progress
  signal?: AbortSignal
}

/** Writes invented people into an empty register. Rejects when people are there already. */
export async function seedRegister(seeding: Seeding): Promise<{ next_index: number; people: number }> {
  await appointDemoOfficers(seeding.owner_url)
  const { author_id, approver_id, approval_id } = await approveBatch(seeding)
  const { seed, keyring, today } = seeding
  const desk_id = demoOfficer('station_officer').officer_id
  const packs_before = await listPacksAsOperator(seeding.owner_url, today)
  const pack = packs_before.pop() as Pack
  const by = { author_id, approver_id, approval_id, desk_id }
  const invention = { seed, keyring, today, pack, packs_before, ...by }
  return writeInvented(seeding.owner_url, invention, seeding.people, seeding.progress, seeding.signal)
}

async function approveBatch({ owner_url, keyring, seed, people }: Seeding) {
  const author_id = demoOfficer('prosecutor').officer_id
  const approver_id = demoOfficer('bureau_officer').officer_id
  const approval_id = randomUUID()
  const shown = { invented_people: people, seed }
  const key = newDataKey(keyring, approval_id)
  const sealed = seal(key, { table: 'approval', row: approval_id, column: 'shown_enc' }, canonicalJson(shown))
  const client = new pg.Client({ connectionString: owner_url })
  client.on('error', () => undefined) // the statement under way says so
  await client.connect()
  try {
    const { rows } = await client.query('select 1 from register.person limit 1')
    if (rows.length > 0) throw new Error('the register already holds people: seed an empty one')
    await client.query("set session_replication_role = 'replica'")
    await client.query(
      `insert into register.approval (approval_id, kind, subject_id, audience, proposed_by, expires_at, shown_hash, shown_enc, wrapped_key, kek_id)
       values ($1, 'entry', $1, 'bureau', $2, now() + interval '1 hour', $3, $4, $5, $6)`,
      [approval_id, author_id, canonicalHash(shown), sealed, key.wrapped_key, key.kek_id],
    )
    await client.query(
      `insert into register.approval_decision (approval_id, proposed_by, decision, decided_by, shown_hash) values ($1, $2, 'approved', $3, $4)`,
      [approval_id, author_id, approver_id, canonicalHash(shown)],
    )
  } finally {
    await client.end()
  }
  return { author_id, approver_id, approval_id }
}
