import { sql } from 'kysely'
import type { AgencyEvents, AgencyLinks, AgencyRow, EventSent } from '../../contract/agencies.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Places } from '../platform/places.ts'

const MOST_EVENTS = 50
/** Minutes for which a passkey counts, lent or not. */
export const LENT_MINUTES = 5

/** The provinces of the country, by their code. */
export function provincesOf({ districts }: Places) {
  const found = new Map<string, { en: string; ur: string }>()
  for (const { province_iso, province_en, province_ur } of districts.values())
    found.set(province_iso, { en: province_en, ur: province_ur })
  return found
}

const today = sql<string>`(now() at time zone 'Asia/Karachi')::date`

/** A message that its agency has not taken since it was to be sent, and that is not given up. */
const waits = sql<boolean>`e.dead_at is null and (e.delivered_at is null or e.planned_at is null or e.delivered_at < e.planned_at)`
const isEnded = sql<boolean>`a.to_on is not null and a.to_on <= ${today}`

const rows = (tx: RegisterTx) =>
  tx
    .selectFrom('access.agency as a')
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('register.agency_event as e')
          .whereRef('e.agency_id', '=', 'a.agency_id')
          .select(sql<number>`count(*) filter (where ${waits})::int`.as('waiting_count'))
          .select(sql<number>`count(*) filter (where e.dead_at is not null)::int`.as('dead_count'))
          .as('told'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('access.agency_officer as l')
          .whereRef('l.agency_id', '=', 'a.agency_id')
          .where('l.ended_at', 'is', null)
          .select(sql<number>`count(*)::int`.as('officers_count'))
          .as('linked'),
      (join) => join.onTrue(),
    )
    .select(['a.agency_id', 'a.name_en', 'a.name_ur', 'a.province_iso', 'a.client_id'])
    .select(['a.from_on', 'a.to_on', 'a.webhook_url', isEnded.as('is_ended')])
    .select(['told.waiting_count', 'told.dead_count', 'linked.officers_count'])

type Found = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const shown = (row: Found, places: Places): AgencyRow => {
  const { name_en, name_ur, province_iso, ...rest } = row
  return {
    ...rest,
    name: { en: name_en, ur: name_ur },
    province: provincesOf(places).get(province_iso) ?? { en: province_iso, ur: province_iso },
    ...{ officers_count: row.officers_count ?? 0, waiting_count: row.waiting_count ?? 0 },
    dead_count: row.dead_count ?? 0,
  }
}

/** All agencies, those that ended last. */
export const listAgencies = async (tx: RegisterTx, places: Places): Promise<AgencyRow[]> =>
  (
    await rows(tx).orderBy(sql`a.to_on is not null`).orderBy('a.name_en').orderBy('a.agency_id').execute()
  ).map((row) => shown(row, places))

export async function findAgency(tx: RegisterTx, places: Places, agency_id: string) {
  const row = await rows(tx).where('a.agency_id', '=', agency_id).executeTakeFirst()
  return row && { ...shown(row, places), province_iso: row.province_iso }
}

/** Holds an agency until the transaction ends: of two changes at once, or two secrets, the second sees the first. */
export const lockAgency = (tx: RegisterTx, agency_id: string) =>
  tx
    .selectFrom('access.agency')
    .select('agency_id')
    .where('agency_id', '=', agency_id)
    .forNoKeyUpdate()
    .executeTakeFirst()

export const hasClient = async (tx: RegisterTx, client_id: string): Promise<boolean> =>
  (await tx
    .selectFrom('access.agency')
    .select('agency_id')
    .where('client_id', '=', client_id)
    .executeTakeFirst()) !== undefined

/** The newest events of an agency, those given up first. */
export const listSent = (tx: RegisterTx, agency_id: string): Promise<EventSent[]> =>
  tx
    .selectFrom('register.agency_event')
    .select(['event_id', 'kind', 'happened_at', 'delivered_at', 'dead_at', 'attempts_count', 'last_fault'])
    .where('agency_id', '=', agency_id)
    .orderBy(sql`dead_at is null`)
    .orderBy('event_number', 'desc')
    .limit(MOST_EVENTS)
    .execute() as Promise<EventSent[]>

/** The agency whose system acts in this transaction. */
export async function findOwnAgency(tx: RegisterTx): Promise<string | undefined> {
  const { rows: found } = await sql<{
    agency_id: string | null
  }>`select sec.agency_id() as agency_id`.execute(tx)
  return found[0]?.agency_id ?? undefined
}

/** Events of the agency of this transaction, in the order of their commits, after the one named. */
export async function listEvents(
  tx: RegisterTx,
  agency_id: string,
  after: string | undefined,
): Promise<AgencyEvents> {
  const last = tx
    .selectFrom('register.agency_event')
    .select('event_number')
    .where('agency_id', '=', agency_id)
    .where('event_id', '=', after ?? null)
  const events = (await tx
    .selectFrom('register.agency_event')
    .select(['event_id', 'kind', 'check_id', 'happened_at'])
    .where('agency_id', '=', agency_id)
    .$if(after !== undefined, (q) => q.where('event_number', '>', last))
    .orderBy('event_number')
    .limit(MOST_EVENTS)
    .execute()) as AgencyEvents['events']
  return { events, next: events.length === MOST_EVENTS ? (events.at(-1)?.event_id ?? null) : null }
}

/** An event that the officer, or the system that acts for him, may see. */
export const findEvent = (tx: RegisterTx, event_id: string) =>
  tx
    .selectFrom('register.agency_event')
    .select(['event_id', 'agency_id'])
    .where('event_id', '=', event_id)
    .executeTakeFirst()

/** Agencies whose systems could act for the officer: live today, of the province of his post. */
export async function listLinks(
  tx: RegisterTx,
  officer_id: string,
  province_iso: string | null,
  now: Temporal.Instant,
): Promise<AgencyLinks['agencies']> {
  const found = await tx
    .selectFrom('access.agency as a')
    .leftJoin('access.agency_officer as l', (join) =>
      join
        .onRef('l.agency_id', '=', 'a.agency_id')
        .on('l.officer_id', '=', officer_id)
        .on('l.ended_at', 'is', null),
    )
    .select(['a.agency_id', 'a.name_en', 'a.name_ur', 'l.link_id', 'l.consented_at', 'l.lent_at'])
    .where('a.province_iso', '=', province_iso)
    .where('a.from_on', '<=', today)
    .where((is) => is.or([is('a.to_on', 'is', null), is('a.to_on', '>', today)]))
    .orderBy('a.name_en')
    .orderBy('a.agency_id')
    .execute()
  return found.map(({ agency_id, name_en, name_ur, link_id, consented_at, lent_at }) => {
    const until = lent_at && Temporal.Instant.from(lent_at).add({ minutes: LENT_MINUTES })
    const is_lent = until && Temporal.Instant.compare(until, now) > 0
    return {
      ...{ agency_id, name: { en: name_en, ur: name_ur } },
      link:
        link_id && consented_at
          ? { link_id, consented_at, lent_until_at: is_lent ? until.toString() : null }
          : null,
    }
  })
}

/** A consent that holds, as the officer or an administrator sees it. */
export const findLink = (tx: RegisterTx, link_id: string) =>
  tx
    .selectFrom('access.agency_officer')
    .select(['link_id', 'officer_id', 'agency_id'])
    .where('link_id', '=', link_id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
