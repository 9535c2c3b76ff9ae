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

/** Days for which a closure stands on the day of whoever oversees it. */
const CLOSURE_DAYS = 7

/** Closed desks and outages recorded of late for these stations (null: all), newest first, one an act. */
export async function listNewClosures(
  tx: RegisterTx,
  now: Temporal.Instant,
  stations: readonly string[] | null,
) {
  const since = now.subtract({ hours: 24 * CLOSURE_DAYS }).toString()
  const of = [...(stations ?? []), '']
  const [closed, down] = await Promise.all([
    tx
      .selectFrom('register.closed_desk')
      .select(['act_id', 'station_id', 'from_on as on', 'recorded_at'])
      .where('superseded_at', 'is', null)
      .where('recorded_at', '>=', since)
      .$if(stations !== null, (q) => q.where('station_id', 'in', of))
      .orderBy('recorded_at', 'desc')
      .orderBy('closed_desk_id')
      .limit(500)
      .execute(),
    tx
      .selectFrom('register.outage')
      .select(['act_id', 'station_id', 'from_at', 'recorded_at'])
      .where('superseded_at', 'is', null)
      .where('recorded_at', '>=', since)
      .$if(stations !== null, (q) => q.where('station_id', 'in', of))
      .orderBy('recorded_at', 'desc')
      .orderBy('outage_id')
      .limit(500)
      .execute(),
  ])
  const all = [
    ...closed.map((row) => ({ ...row, kind: 'closed_desk' as const })),
    ...down.map(({ from_at, ...row }) => ({
      ...{ ...row, on: pakistanDay(Temporal.Instant.from(from_at)), kind: 'outage' as const },
    })),
  ]
  const by_act = new Map(all.map((row) => [row.act_id, row]))
  return [...by_act.values()].sort((a, b) => (a.recorded_at > b.recorded_at ? -1 : 1))
}
