import { sql } from 'kysely'
import type { RegisterTx } from '../platform/database.ts'
import { send } from '../platform/database.ts'

const MOST_LISTED = 50

const uses = (tx: RegisterTx) =>
  tx
    .selectFrom('register.emergency as e')
    .innerJoin('access.officer as o', 'o.officer_id', 'e.used_by')
    .leftJoin('register.emergency_review as r', 'r.emergency_id', 'e.emergency_id')
    .leftJoin('access.officer as s', 's.officer_id', 'r.reviewed_by')
    .select(['e.emergency_id', 'e.used_by', 'e.role', 'e.unit_id', 'e.district_id', 'e.danger', 'e.outcome'])
    .select(['e.person_id', 'e.fields', 'e.print_number', 'e.used_at', 'e.until_at', 'e.posting_id'])
    .select(['e.reference_kind', 'e.reference_station_id', 'e.reference_number', 'e.reference_on'])
    .select(['e.words_enc', 'e.wrapped_key', 'e.kek_id', 'o.name_en', 'o.name_ur', 'o.badge'])
    .select(['r.finding', 'r.reviewed_at', 'r.reasons_enc', 's.name_en as by_en', 's.name_ur as by_ur'])
    .select(['r.wrapped_key as review_wrapped_key', 'r.kek_id as review_kek_id'])

/** One use of those the officer may see; undefined when there is none. */
export const findUse = (tx: RegisterTx, emergency_id: string) =>
  uses(tx).where('e.emergency_id', '=', emergency_id).executeTakeFirst()
export type Use = NonNullable<Awaited<ReturnType<typeof findUse>>>

/** Uses that the officer may see: those not reviewed, the oldest first, then the others, newest first; at most 50. */
export const listUses = (tx: RegisterTx) =>
  uses(tx)
    .orderBy(sql`r.reviewed_at desc nulls first`)
    .orderBy('e.used_at')
    .orderBy('e.emergency_id')
    .limit(MOST_LISTED)
    .execute()

/** Whether a use of the officer's own was found not justified, and nobody has followed that up. */
export async function isBarred(tx: RegisterTx, officer_id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('register.emergency_review as r')
    .leftJoin('register.emergency_follow_up as f', 'f.emergency_id', 'r.emergency_id')
    .select('r.emergency_id')
    .where('r.used_by', '=', officer_id)
    .where('r.finding', '=', 'not_justified')
    .where('f.emergency_id', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

const REVIEWER = { name: 'district_reviewer', text: 'select sec.has_district_reviewer($1) as has_one' }

/** Whether the district of a use has a District Police Officer who may review it; undefined for who reviews none himself. */
export async function hasDistrictReviewer(
  tx: RegisterTx,
  emergency_id: string,
): Promise<boolean | undefined> {
  const [row] = await send<{ has_one: boolean | null }>(tx, REVIEWER, [emergency_id])
  return row?.has_one ?? undefined
}

/** Uses found not justified, those that nobody followed up first, the oldest first; at most 50. */
export const listFindings = (tx: RegisterTx) =>
  tx
    .selectFrom('register.emergency_review as r')
    .innerJoin('access.officer as o', 'o.officer_id', 'r.used_by')
    .innerJoin('access.officer as s', 's.officer_id', 'r.reviewed_by')
    .leftJoin('register.emergency_follow_up as f', 'f.emergency_id', 'r.emergency_id')
    .select(['r.emergency_id', 'r.used_by as officer_id', 'r.reviewed_at', 'r.reasons_enc'])
    .select(['r.wrapped_key', 'r.kek_id', 'o.name_en', 'o.name_ur', 'o.badge', 'f.did', 'f.done_at'])
    .select(['s.name_en as by_en', 's.name_ur as by_ur'])
    .where('r.finding', '=', 'not_justified')
    .orderBy(sql`f.done_at desc nulls first`)
    .orderBy('r.reviewed_at')
    .orderBy('r.emergency_id')
    .limit(MOST_LISTED)
    .execute()

/** One finding that an administrator may follow up; undefined when there is none. */
export const findFinding = (tx: RegisterTx, emergency_id: string) =>
  tx
    .selectFrom('register.emergency_review as r')
    .innerJoin('access.officer as o', 'o.officer_id', 'r.used_by')
    .leftJoin('register.emergency_follow_up as f', 'f.emergency_id', 'r.emergency_id')
    .select(['r.used_by', 'o.suspended_at', 'f.did'])
    .where('r.emergency_id', '=', emergency_id)
    .where('r.finding', '=', 'not_justified')
    .executeTakeFirst()

/** Whether the officer holds any posting on this day. */
export async function hasPosting(tx: RegisterTx, officer_id: string, on: string): Promise<boolean> {
  const row = await tx
    .selectFrom('access.posting')
    .select('posting_id')
    .where('officer_id', '=', officer_id)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', on)]))
    .executeTakeFirst()
  return row !== undefined
}

export type Opening = {
  emergency_id: string
  kind: string
  number_index: Buffer | null
  record_number: string | null
  danger: string
  reference_kind: string
  reference_station_id: string | null
  reference_number: number
  reference_on: string
  words_enc: Buffer
  wrapped_key: Buffer
  kek_id: string
  fields: readonly string[]
  basis: string
  print_number: string
}
export type Opened = 'record' | 'no_record' | 'out_of_quota' | 'refused'

const OPEN = {
  name: 'open_emergency',
  text: `select sec.open_emergency($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as opened`,
}

/** Opens one person by an exact number: counted, kept and disclosed by the database itself. */
export async function openPerson(tx: RegisterTx, o: Opening): Promise<Opened> {
  const [row] = await send<{ opened: Opened }>(tx, OPEN, [
    ...[o.emergency_id, o.kind, o.number_index, o.record_number, o.danger],
    ...[o.reference_kind, o.reference_station_id, o.reference_number, o.reference_on],
    ...[o.words_enc, o.wrapped_key, o.kek_id, o.fields, o.basis, o.print_number],
  ])
  return row?.opened ?? 'refused'
}

type Sealed = {
  person_id: string
  record_number: string
  wrapped_key: Buffer
  kek_id: string
  card_enc: Buffer
}
const READ = { name: 'read_emergency', text: 'select * from sec.read_emergency($1)' }
const NAME = { name: 'emergency_name', text: 'select * from sec.emergency_name($1)' }

/** What the database gives of the person to who used it, for half an hour; undefined otherwise. */
export const readPerson = async (tx: RegisterTx, emergency_id: string) =>
  (await send<Sealed & { district_id: string; offences: string[] }>(tx, READ, [emergency_id]))[0]

/** What it gives to a second officer until he has said his word; undefined otherwise. */
export const readName = async (tx: RegisterTx, emergency_id: string) =>
  (await send<Sealed>(tx, NAME, [emergency_id]))[0]
