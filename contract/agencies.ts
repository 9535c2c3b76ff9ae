/** Agencies whose own systems may ask: let in by two, acting for officers who consented, told by opaque ids. */
import { type Static, Type } from 'typebox'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

const ProvinceIso = Type.String({ pattern: '^[A-Z]{2}-[A-Z]{2,3}$' })
const ClientId = Type.String({ pattern: '^[A-Za-z0-9._~-]{3,80}$' })
const Address = Text(500)
export const AGENCY_CHANGES = ['address', 'end'] as const

export const AgencyId = Shape({ agency_id: Id })

// ---- proposing ----
export const NewAgency = Shape({
  name_en: Text(120),
  name_ur: Text(120),
  province_iso: ProvinceIso,
  client_id: ClientId,
  from_on: Day,
  webhook_url: Nullable(Address),
  reason: Text(2000),
})
export type NewAgency = Static<typeof NewAgency>
export const AddressChange = Shape({ webhook_url: Nullable(Address), reason: Text(2000) })
export const Ending = Shape({ to_on: Day, reason: Text(2000) })

const State = Shape({
  /** As the identity provider names it. */
  client: Type.Optional(Type.String()),
  from_on: Type.Optional(Day),
  to_on: Type.Optional(Nullable(Day)),
  webhook_url: Type.Optional(Nullable(Type.String())),
})
/** What the second administrator is shown and decides on. */
export const AgencyShown = Shape({
  change: Code(['add', ...AGENCY_CHANGES]),
  agency_id: Id,
  province_id: ProvinceIso,
  name_en: Type.String(),
  name_ur: Type.String(),
  province_en: Type.String(),
  province_ur: Type.String(),
  before: Nullable(State),
  after: State,
  reason: Type.String(),
})
export type AgencyShown = Static<typeof AgencyShown>
export const AgencyProposed = Shape({ approval_id: Id })

const Province = Shape({ province_iso: ProvinceIso, name: Pair })
export const AgencyForm = Shape({ provinces: Type.Array(Province), today: Day })
export type AgencyForm = Static<typeof AgencyForm>

export const AgencyAndChange = Shape({ agency_id: Id, change: Code(AGENCY_CHANGES) })
export const AgencyChangeForm = Shape({
  ...AgencyAndChange.properties,
  name: Pair,
  webhook_url: Nullable(Type.String()),
})
export type AgencyChangeForm = Static<typeof AgencyChangeForm>

// ---- seeing ----
export const AgencyRow = Shape({
  agency_id: Id,
  name: Pair,
  province: Pair,
  client_id: Type.String(),
  from_on: Day,
  to_on: Nullable(Day),
  /** Its last day is over: it acts for nobody, and nothing is sent to it. */
  is_ended: Type.Boolean(),
  webhook_url: Nullable(Type.String()),
  /** Officers for whom it may act today, so far as they consented. */
  officers_count: Type.Integer(),
  /** Events that it has not taken yet, and those given up. */
  waiting_count: Type.Integer(),
  dead_count: Type.Integer(),
})
export type AgencyRow = Static<typeof AgencyRow>
export const AgencyList = Shape({ agencies: Type.Array(AgencyRow) })
export type AgencyList = Static<typeof AgencyList>

export const AGENCY_EVENTS = ['answered', 'corrected', 'withdrawn'] as const
/** Exactly what is sent: nothing here says whom a request is about, or what was answered. */
export const AgencyEvent = Shape({
  event_id: Id,
  kind: Code(AGENCY_EVENTS),
  check_id: Id,
  happened_at: Instant,
})
export type AgencyEvent = Static<typeof AgencyEvent>

const EventSent = Shape({
  event_id: Id,
  kind: Code(AGENCY_EVENTS),
  happened_at: Instant,
  delivered_at: Nullable(Instant),
  dead_at: Nullable(Instant),
  attempts_count: Type.Integer(),
  last_fault: Nullable(Type.String()),
})
export type EventSent = Static<typeof EventSent>

export const Agency = Shape({
  ...AgencyRow.properties,
  /** Valid ones, the newest first; never more than two. */
  secrets: Type.Array(Shape({ secret_id: Id, made_at: Instant, ends_at: Nullable(Instant) })),
  /** The newest 50, those given up first. */
  events: Type.Array(EventSent),
  /** Hours for which the secret before stays valid. */
  both_hours: Type.Integer(),
  may: Shape({ propose: Type.Boolean(), rotate: Type.Boolean() }),
})
export type Agency = Static<typeof Agency>

export const SecretMade = Shape({ agency_id: Id, secret_id: Id })
export const SecretId = Shape({ agency_id: Id, secret_id: Id })
export const SecretShown = Shape({ agency_id: Id, secret: Type.String(), both_hours: Type.Integer() })
export type SecretShown = Static<typeof SecretShown>

// ---- for the agency's system ----
export const EventsAfter = Shape({ after: Type.Optional(Id) })
/** In the order in which they were committed; `next` is null when there is no more now. */
export const AgencyEvents = Shape({ events: Type.Array(AgencyEvent), next: Nullable(Id) })
export type AgencyEvents = Static<typeof AgencyEvents>
export const EventId = Shape({ event_id: Id })
export const EventReplayed = Shape({ event_id: Id, agency_id: Id })

// ---- for the officer ----
export const AgencyLinks = Shape({
  lent_minutes: Type.Integer(),
  agencies: Type.Array(
    Shape({
      agency_id: Id,
      name: Pair,
      link: Nullable(
        Shape({
          link_id: Id,
          consented_at: Instant,
          /** Until when it may open answers in his name; null: not now. */
          lent_until_at: Nullable(Instant),
        }),
      ),
    }),
  ),
})
export type AgencyLinks = Static<typeof AgencyLinks>
export const Consent = Shape({ agency_id: Id })
export const LinkId = Shape({ link_id: Id })
export const LinkChanged = Shape({ link_id: Id })
