/** A transfer as the screens show it. */
import type { TransferRow as Row, TransferSeen, TransferShown } from '../../contract/transfers.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { dayOf } from '../../domain/calendar/dates.ts'
import { transferClock } from '../../domain/transfer/clock.ts'
import { ENFORCEMENT } from '../../law/enforcement.ts'
import { pakistanDay } from '../platform/clock.ts'
import { type Keyring, open, openDataKey } from '../platform/keys.ts'
import type { Places } from '../platform/places.ts'
import type { TransferRow } from './queries.ts'

export const seenPlace = (row: string) => ({ table: 'transfer', row, column: 'shown_enc' })

const stationName = ({ stations }: Places, id: string) => {
  const s = stations.get(id)
  return { en: s?.name_en ?? id, ur: s?.name_ur ?? id }
}
export const districtName = ({ districts }: Places, id: string) => {
  const d = districts.get(id)
  return { en: d?.name_en ?? id, ur: d?.name_ur ?? id }
}

/** How far the clock of an open transfer has run. */
export function clockOf({ offered_at }: Pick<TransferRow, 'offered_at'>, today: string) {
  const clock = transferClock(pakistanDay(Temporal.Instant.from(offered_at)), today, ENFORCEMENT)
  return { ...clock, days_left: dayOf(clock.answer_by_on) - dayOf(today) }
}

export function rowShown(row: TransferRow, places: Places, actor: Actor, today: string): Row {
  return {
    transfer_id: row.transfer_id,
    from: stationName(places, row.from_station_id),
    from_district: districtName(places, row.from_district_id),
    to: stationName(places, row.to_station_id),
    to_district: districtName(places, row.to_district_id),
    ...{ cause: row.cause as Row['cause'], offered_at: row.offered_at },
    clock: row.answered_at === null ? clockOf(row, today) : null,
    ...{ answer: row.answer as Row['answer'], answer_reason: row.answer_reason as Row['answer_reason'] },
    ...{ answered_at: row.answered_at, is_receiver: isReceiver(row, actor) },
  }
}

export const isReceiver = (row: Pick<TransferRow, 'to_station_id'>, { place }: Actor): boolean =>
  place.station === row.to_station_id
export const isOwner = (row: Pick<TransferRow, 'from_station_id'>, { place }: Actor): boolean =>
  place.station === row.from_station_id

/** What the other station may see; null once it is answered, when its key is gone. */
export function seenOf(keyring: Keyring, row: TransferRow): TransferSeen | null {
  const key = openDataKey(keyring, row.transfer_id, row)
  return key ? JSON.parse(open(key, seenPlace(row.transfer_id), row.shown_enc)) : null
}

export const answeredBy = ({ answered_en, answered_ur }: TransferRow): TransferShown['answered_by'] =>
  answered_en === null || answered_ur === null ? null : { en: answered_en, ur: answered_ur }
