/** Transfers: a person offered by the station that owns him, and the one answer. */
import { type Static, Type } from 'typebox'
import { duty_names } from '../domain/duty/facts.ts'
import { PersonHead } from './people.ts'
import { NamePair } from './searches.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const TRANSFER_CAUSES = ['moved_house', 'area_changed', 'other_station'] as const
export const REFUSAL_REASONS = ['not_our_area', 'not_living_here', 'moved_on', 'details_wrong'] as const
export const ASSIGN_REASONS = ['not_answered', 'refused_wrongly'] as const
const ANSWERS = ['accepted', 'refused', 'withdrawn', 'assigned'] as const
const REASONS = [...REFUSAL_REASONS, 'offered_by_mistake', ...ASSIGN_REASONS] as const
const StationCode = Type.String({ pattern: '^[a-z0-9_]{3,60}$' })

/** All that the other station may see before it accepts. */
export const TransferSeen = Shape({
  record_number: Type.String(),
  name: NamePair,
  /** The next duty as it stood when the person was offered. */
  next_duty: Nullable(Shape({ duty: Code(duty_names), due_on: Day })),
})
export type TransferSeen = Static<typeof TransferSeen>

const Places = { from: Pair, from_district: Pair, to: Pair, to_district: Pair }
const Clock = Shape({
  stage: Code(['waiting', 'late', 'escalated']),
  answer_by_on: Day,
  assign_from_on: Day,
  days_left: Type.Integer(),
})
const Answer = {
  answer: Nullable(Code(ANSWERS)),
  answer_reason: Nullable(Code(REASONS)),
  answered_at: Nullable(Instant),
}

export const TransferId = Shape({ transfer_id: Id })
export const TransferRow = Shape({
  transfer_id: Id,
  ...Places,
  cause: Code(TRANSFER_CAUSES),
  offered_at: Instant,
  /** Null once answered. */
  clock: Nullable(Clock),
  ...Answer,
  is_receiver: Type.Boolean({ description: 'offered to the station of the caller' }),
})
export type TransferRow = Static<typeof TransferRow>

/** Somebody who lives in another district now, by his latest address. */
const Moved = Shape({ person_id: Id, record_number: Type.String(), district: Pair, since_on: Nullable(Day) })

export const TransferList = Shape({
  today: Day,
  open: Type.Array(TransferRow),
  answered: Type.Array(TransferRow),
  moved: Type.Array(Moved),
  may_offer: Type.Boolean(),
  /** People of the officer's place without a station that owns them; it is 0 or something is wrong. */
  unowned_count: Type.Integer(),
})
export type TransferList = Static<typeof TransferList>

export const TransferShown = Shape({
  today: Day,
  ...TransferRow.properties,
  offered_by: Pair,
  answered_by: Nullable(Pair),
  /** Null once it is answered: what was shown is destroyed. */
  seen: Nullable(TransferSeen),
  /** Given to who may see the person. */
  person_id: Nullable(Id),
  may: Shape({
    accept: Type.Boolean(),
    refuse: Type.Boolean(),
    withdraw: Type.Boolean(),
    assign: Type.Boolean(),
  }),
  /** Stations of the district offered, for an assignment; empty unless the caller may assign. */
  stations: Type.Array(Shape({ id: Type.String(), name: Pair })),
})
export type TransferShown = Static<typeof TransferShown>

const Choice = Shape({ id: Type.String(), name: Pair })
export const TransferForm = Shape({
  person: PersonHead,
  district_id: Nullable(Type.String()),
  /** District of the latest address, where it is not that of the station. */
  moved_to: Nullable(Pair),
  districts: Type.Array(Choice),
  stations: Type.Array(Choice),
  open_transfer_id: Nullable(Id),
})
export type TransferForm = Static<typeof TransferForm>
export const TransferFormQuery = Shape({ district_id: Type.Optional(StationCode) })

export const TransferAsked = Shape({ to_station_id: StationCode, cause: Code(TRANSFER_CAUSES) })
export type TransferAsked = Static<typeof TransferAsked>
export const TransferOffered = Shape({ transfer_id: Id })
export const TransferRefused = Shape({ reason: Code(REFUSAL_REASONS) })
export const TransferAssigned = Shape({ reason: Code(ASSIGN_REASONS), station_id: StationCode })
export const TransferAnswered = Shape({ transfer_id: Id, answer: Code(ANSWERS) })
