/** The whole act of seeding: demo officers, the approval that stands for the batch, the people, one audit event. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { canonicalHash, canonicalJson } from '../../domain/approval/canonical.ts'
import { type InventedWorld, inventedWorld } from '../../domain/invented/world.ts'
import type { Pack } from '../../law/packs.ts'
import { appointDemoOfficers, demoOfficer } from '../demo/officers.ts'
import { listPacksAsOperator } from '../duties/packs.ts'
import { type Keyring, newDataKey, seal } from '../platform/keys.ts'
import { readReference } from '../platform/reference.ts'
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

/** The station of the demo's officers: some dozens of the first people belong to it. */
const FOCUS_STATION = 'pb_multan_saddar'

/** The places that invented people live in, from the reference files. */
export function worldOf(today: string): InventedWorld {
  const text = (row: Record<string, string | null>, key: string) => row[key] ?? ''
  return inventedWorld({
    ...{ today, focus_station_id: FOCUS_STATION },
    districts: readReference('districts.csv').map((d) => ({
      ...{ district_id: text(d, 'district_id'), name_en: text(d, 'name_en'), name_ur: text(d, 'name_ur') },
      ...{
        division_en: text(d, 'division_en'),
        province_iso: text(d, 'province_iso'),
        status: text(d, 'status'),
      },
      pop_2023: d['pop_2023'] ? Number(d['pop_2023']) : null,
    })),
    stations: readReference('stations.csv').map((s) => ({
      ...{ station_id: text(s, 'station_id'), district_id: text(s, 'district_id') },
      ...{ name_en: text(s, 'name_en'), name_ur: text(s, 'name_ur') },
    })),
  })
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
  const making = {
    seed,
    keyring,
    today,
    pack,
    packs_before,
    ...by,
    world: worldOf(today),
    ...{ singles: new Map(), counts: new Map() },
  }
  return writeInvented(seeding.owner_url, making, seeding.people, seeding.progress, seeding.signal)
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
