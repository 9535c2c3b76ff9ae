/** A person's timeline, and who has looked: both newest first, by pages of fifty. */
import { sql } from 'kysely'
import { EVENT_KINDS, type EventKind, type PersonEvent, type PersonLookers } from '../../contract/people.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Places } from '../platform/places.ts'

export const PAGE_SIZE = 50

type EventRow = {
  event_key: string
  kind: EventKind
  at: string
  on: string | null
  name_en: string
  name_ur: string
}

/** What the desk recorded of his life; what was struck out or replaced is left out. */
const deedsOf = (person_id: string) => sql`
  select 'served', serving_id, served_at, null::date, recorded_by
    from register.serving where person_id = ${person_id} and superseded_at is null
  union all
  select 'notice_received', notice_id, received_at, null, recorded_by
    from register.notice where person_id = ${person_id} and superseded_at is null
  union all
  select 'visit_' || result, visit_id, null, visited_on, recorded_by
    from register.visit where person_id = ${person_id} and superseded_at is null
  union all
  select kind || '_changed', change_id, null, changed_on, recorded_by
    from register.change where person_id = ${person_id} and superseded_at is null
  union all
  select kind || '_began', stay_id, null, from_on, recorded_by
    from register.stay where person_id = ${person_id} and superseded_at is null
  union all
  select kind || '_ended', stay_id, null, to_on, recorded_by
    from register.stay where person_id = ${person_id} and to_on > from_on and superseded_at is null
  union all
  select 'departed', trip_id, departs_at, null, recorded_by
    from register.trip where person_id = ${person_id} and superseded_at is null and cancelled_at is null
  union all
  select 'returned', trip_id, returns_at, null, recorded_by
    from register.trip where person_id = ${person_id} and superseded_at is null and cancelled_at is null and returns_at is not null
  union all
  select 'trip_cancelled', trip_id, cancelled_at, null, recorded_by
    from register.trip where person_id = ${person_id} and superseded_at is null and cancelled_at is not null`

/** What was proposed to be struck out, and how he left the register. */
const leavingOf = (person_id: string) => sql`
  select 'struck_out', strikeout_id, proposed_at, null::date, proposed_by
    from register.strikeout where person_id = ${person_id}
  union all
  select 'exit_began', exit_id, begun_at, null, begun_by from register.exit where person_id = ${person_id}
  union all
  select 'exit_handed_over', exit_id, handed_at, null, handed_by
    from register.exit where person_id = ${person_id} and handed_at is not null
  union all
  select 'exit_reversed', exit_id, reversed_at, null, begun_by
    from register.exit where person_id = ${person_id} and reversed_at is not null`

/** Everything that happened: one line for each dated fact and each act on the record. A day counts from its midnight. */
const eventsOf = (person_id: string) => sql`
  select 'convicted' as kind, conviction_id as id, null::timestamptz as at, convicted_on as on, added_by
    from register.conviction where person_id = ${person_id}
  union all
  select 'appeal_' || a.event, a.appeal_event_id, null, a.happened_on, a.added_by
    from register.appeal_event a join register.conviction c using (conviction_id)
   where c.person_id = ${person_id} and a.superseded_at is null
  union all
  select 'custody_began', custody_id, null, from_on, added_by
    from register.custody where person_id = ${person_id} and superseded_at is null
  union all
  select 'custody_ended', custody_id, null, to_on, added_by
    from register.custody where person_id = ${person_id} and to_on > from_on and superseded_at is null
  union all
  select 'entered', registration_id, entered_at, null, entered_by
    from register.registration where person_id = ${person_id}
  union all
  select 'photo_added', photo_id, added_at, null, added_by
    from register.person_photo where person_id = ${person_id}
  union all
  select 'correction_proposed', correction_id, proposed_at, null, proposed_by
    from register.correction where person_id = ${person_id}
  union all
  select 'name_corrected', name_id, added_at, null, added_by
    from register.person_name where person_id = ${person_id} and source_kind = 'correction'
  union all
  select 'document_corrected', document_id, added_at, null, added_by
    from register.person_document where person_id = ${person_id} and source_kind = 'correction'
  union all
  select 'detail_corrected', detail_id, added_at, null, added_by
    from register.person_detail where person_id = ${person_id} and source_kind = 'correction'
  union all
  select 'address_corrected', address_id, added_at, null, added_by
    from register.person_address where person_id = ${person_id} and source_kind = 'correction'
  union all ${deedsOf(person_id)}
  union all ${leavingOf(person_id)}`

/** What happened until now, newest first, after the event of that key. */
export async function listEvents(
  tx: RegisterTx,
  person_id: string,
  page: { now: Temporal.Instant; limit: number; after?: string | undefined },
): Promise<PersonEvent[]> {
  const after = page.after ?? null
  const { rows } = await sql<EventRow & { is_instant: boolean }>`
    with event as materialized (
      select kind || ':' || id as event_key, kind, "on", added_by, at is not null as is_instant,
             coalesce(at, "on"::timestamp at time zone 'Asia/Karachi') as at
        from (${eventsOf(person_id)}) as told)
    select e.event_key, e.kind, e."on", e.at, e.is_instant, o.name_en, o.name_ur
      from event e join access.officer o on o.officer_id = e.added_by
     where e.at <= ${page.now.toString()}
       and (${after}::text is null or (e.at, e.event_key) < (select at, event_key from event where event_key = ${after}))
     order by e.at desc, e.event_key desc limit ${page.limit}`.execute(tx)
  return rows
    .filter(({ kind }) => EVENT_KINDS.includes(kind))
    .map(({ event_key, kind, on, at, is_instant, name_en, name_ur }) => ({
      ...{ event_key, kind, on, by: { en: name_en, ur: name_ur } },
      at: is_instant ? at : null,
    }))
}

/** Acts that show something of a person to someone. */
export const LOOKS = [
  ...['search.made', 'search.opened', 'person.seen', 'person.convictions_seen', 'person.identity_seen'],
  ...['person.timeline_seen', 'person.lookers_seen', 'person.number_shown', 'person.photo_shown'],
  ...['correction.seen', 'person.duties_seen', 'person.addresses_seen', 'person.travel_seen'],
  ...['exit.seen', 'emergency.opened', 'emergency.read', 'emergency.review_seen'],
] as const

/** Who has looked, newest first, after the look of that event. Row security shows them to whoever sees the person. */
export async function listLooks(
  tx: RegisterTx,
  places: Places,
  person_id: string,
  after: string | undefined,
): Promise<PersonLookers['looks']> {
  const before = tx
    .selectFrom('audit.event')
    .select('event_no')
    .where('event_id', '=', after ?? null)
  const rows = await tx
    .selectFrom('audit.event as e')
    .innerJoin('access.officer as o', 'o.officer_id', 'e.officer_id')
    .leftJoin('access.posting as p', 'p.posting_id', 'e.posting_id')
    .select(['e.event_id', 'e.occurred_at', 'e.action', 'e.purpose', 'e.role', 'p.unit_id'])
    .select(['o.name_en', 'o.name_ur'])
    .where('e.subject_kind', '=', 'person')
    .where('e.subject_id', '=', person_id)
    .where('e.outcome', '=', 'done')
    .where('e.action', 'in', LOOKS)
    .$if(after !== undefined, (q) => q.where('e.event_no', '<', before))
    .orderBy('e.event_no', 'desc')
    .limit(PAGE_SIZE)
    .execute()
  return rows.map(({ name_en, name_ur, unit_id, role, purpose, ...look }) => {
    const unit = unit_id ? places.units.get(unit_id) : undefined
    return {
      ...look,
      purpose: purpose as PersonLookers['looks'][number]['purpose'],
      role: role as PersonLookers['looks'][number]['role'],
      officer: { en: name_en, ur: name_ur },
      unit: unit ? { en: unit.name_en, ur: unit.name_ur } : null,
    }
  })
}
