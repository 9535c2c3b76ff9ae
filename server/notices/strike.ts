/** Striking out a notice typed in wrongly: what it wrote goes with it, and what it replaced stands again. */
import { randomUUID } from 'node:crypto'
import { StrikeShown } from '../../contract/notices.ts'
import { None } from '../../contract/shape.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { propose } from '../approvals/queries.ts'
import { refreshDuties } from '../duties/project.ts'
import { refreshCard } from '../people/card.ts'
import { keyOfPerson } from '../people/head.ts'
import { rowHash } from '../platform/audit.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, type Keyring, open, seal } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import { findNotice } from './queries.ts'
import { type RowTable, supersede, type Touched } from './write.ts'

/** Days a proposal to strike out may wait for its second officer; assumed. */
const EXPIRES_DAYS = 30

export const strikeApproval = approvalNoun<typeof StrikeShown, typeof None>({
  ...{ kind: 'notice', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: StrikeShown, input: None, apply },
})

type Proposing = Pick<Applying<unknown, unknown>, 'tx' | 'program' | 'session' | 'now'>
type Proposed = {
  notice: NonNullable<Awaited<ReturnType<typeof findNotice>>>
  facts: { district_id: string }
  reason: string
}

/** Asks a second officer to strike the notice out; nothing changes yet. Returns the approval's id. */
export async function proposeStrike(
  { tx, program, session, now }: Proposing,
  { notice, facts: { district_id }, reason }: Proposed,
): Promise<string> {
  const { notice_id, person_id, duty, received_at, recorded_at } = notice
  const { record_number } = await tx
    .selectFrom('register.person')
    .select('record_number')
    .where('person_id', '=', person_id)
    .executeTakeFirstOrThrow()
  const shown = { notice_id, person_id, record_number, duty, received_at, recorded_at, reason }
  const about = { subject_id: person_id, district_id, shown, now }
  return propose(tx, program.keyring, session, strikeApproval, about)
}

async function apply({ tx, program, session, now, proposal, shown, record }: Applying<StrikeShown, object>) {
  const { notice_id, person_id, reason } = shown
  const key = await keyOfPerson(tx, program, person_id)
  const by = { officer_id: session.officer_id, approval_id: proposal.approval_id }
  const hashes = await strikeOut(tx, program.keyring, key, notice_id, { ...by, reason, now })
  record({ second_id: person_id, ...hashes })
}

type Striking = { officer_id: string; approval_id: string | null; reason: string; now: Temporal.Instant }

/** Strikes the notice out; refused where that was done before. Returns the hashes for the event. */
export async function strikeOut(
  tx: RegisterTx,
  keyring: Keyring,
  key: DataKey,
  notice_id: string,
  by: Striking,
) {
  const notice = await findNotice(tx, notice_id)
  if (!notice || notice.superseded_at !== null) throw new Problem('already_decided')
  const { now } = by
  const place = { table: 'notice_strike', row: notice_id, column: 'reason_enc' }
  const row = {
    ...{ notice_id, reason_enc: seal(key, place, by.reason), approval_id: by.approval_id },
    ...{ struck_by: by.officer_id, struck_at: now.toString() },
  }
  await tx.insertInto('register.notice_strike').values(row).execute()
  await tx
    .updateTable('register.notice')
    .set({ superseded_at: now.toString() })
    .where('notice_id', '=', notice_id)
    .execute()
  await undo(tx, key, notice_id, now)
  await refreshCard(tx, keyring, key, notice.person_id)
  await refreshDuties(tx, [notice.person_id], now)
  return { row_before: rowHash(notice), row_after: rowHash(row) }
}

/** Takes back each row the notice added, and lets stand again what it replaced, unless something newer stands there. */
async function undo(tx: RegisterTx, key: DataKey, notice_id: string, now: Temporal.Instant): Promise<void> {
  const rows = await tx
    .selectFrom('register.notice_row')
    .select(['row_table', 'row_id', 'act'])
    .where('notice_id', '=', notice_id)
    .orderBy('row_table')
    .orderBy('row_id')
    .execute()
  const touched = rows as Touched[]
  const was_live = new Map<RowTable, boolean>()
  for (const { row_table, row_id, act } of touched) {
    if (act !== 'added') continue
    const done = await supersede(tx, row_table, row_id, now)
    was_live.set(row_table, (was_live.get(row_table) ?? true) && done)
    if (row_table === 'trip' && !done) await supersedeTrip(tx, row_id, now)
  }
  for (const { row_table, row_id, act } of touched) {
    if (act !== 'replaced' || !was_live.get(row_table)) continue
    if (row_table === 'person_address') await restoreAddress(tx, key, row_id, now)
    if (row_table === 'person_name') await restoreName(tx, key, row_id, now)
  }
}

/** The newest version of a trip whose first version was the notice's. */
async function supersedeTrip(tx: RegisterTx, version_id: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('register.trip')
    .set({ superseded_at: now.toString() })
    .where('superseded_at', 'is', null)
    .where('trip_id', 'in', (eb) =>
      eb.selectFrom('register.trip').select('trip_id').where('trip_version_id', '=', version_id),
    )
    .execute()
}

const textPlace = (table: RowTable, row: string) => ({ table, row, column: 'text_enc' })

/** A copy of the row that was replaced, live again; the old one keeps the time in which it was not. */
async function restoreAddress(tx: RegisterTx, key: DataKey, address_id: string, now: Temporal.Instant) {
  const old = await tx
    .selectFrom('register.person_address')
    .selectAll()
    .where('address_id', '=', address_id)
    .executeTakeFirstOrThrow()
  const new_id = randomUUID()
  const text = open(key, textPlace('person_address', address_id), old.text_enc)
  const text_enc = seal(key, textPlace('person_address', new_id), text)
  const again = { address_id: new_id, text_enc, superseded_at: null, added_at: now.toString() }
  await tx
    .insertInto('register.person_address')
    .values({ ...old, ...again })
    .execute()
}

async function restoreName(tx: RegisterTx, key: DataKey, name_id: string, now: Temporal.Instant) {
  const old = await tx
    .selectFrom('register.person_name')
    .selectAll()
    .where('name_id', '=', name_id)
    .executeTakeFirstOrThrow()
  const new_id = randomUUID()
  const text = open(key, textPlace('person_name', name_id), old.text_enc)
  const text_enc = seal(key, textPlace('person_name', new_id), text)
  const again = { name_id: new_id, text_enc, superseded_at: null, added_at: now.toString() }
  await tx
    .insertInto('register.person_name')
    .values({ ...old, ...again })
    .execute()
}
