import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'

const NEW_DAYS = 30

const startOfDay = (now: Temporal.Instant) =>
  Temporal.PlainDate.from(pakistanDay(now)).toZonedDateTime('Asia/Karachi').toInstant().toString()
const newSince = (now: Temporal.Instant) => now.subtract({ hours: 24 * NEW_DAYS }).toString()

/** Returns of the district that are not confirmed or cancelled, newest first; at most 50. */
export const listOpenImports = (tx: RegisterTx) =>
  tx
    .selectFrom('register.import')
    .select(['import_id', 'state', 'uploaded_at', 'rows_read', 'refused_count'])
    .where('state', 'in', ['reading', 'stopped', 'read', 'confirming', 'failed'])
    .orderBy('uploaded_at', 'desc')
    .orderBy('import_id')
    .limit(50)
    .execute()

/** People of the officer's place entered in the last 30 days, newest first. */
export const listNewPeople = (tx: RegisterTx, now: Temporal.Instant, most: number) =>
  tx
    .selectFrom('register.person')
    .select(['person_id', 'record_number', 'entered_at'])
    .where('entered_at', '>=', newSince(now))
    .orderBy('entered_at', 'desc')
    .orderBy('record_number')
    .limit(most)
    .execute()

export async function countNewPeople(tx: RegisterTx, now: Temporal.Instant): Promise<number> {
  const row = await tx
    .selectFrom('register.person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('entered_at', '>=', newSince(now))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Refused acts of today, for the auditor. */
export async function countRefusals(tx: RegisterTx, now: Temporal.Instant): Promise<number> {
  const row = await tx
    .selectFrom('audit.event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('outcome', '=', 'refused')
    .where('occurred_at', '>=', startOfDay(now))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
