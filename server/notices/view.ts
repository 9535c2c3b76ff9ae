/** One notice as its page shows it: what was told, what it met, and what this officer may still do about it. */
import type { NoticeShown } from '../../contract/notices.ts'
import type { NoticeFacts } from '../../domain/notice/read-notice.ts'
import { computeDuties } from '../duties/compute.ts'
import { districtName, type Looking, openPerson } from '../people/head.ts'
import type { PaperFacts } from '../people/papers.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, open } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import { listPrintsAbout } from '../prints/queries.ts'
import { findNotice, findStrike, officerName } from './queries.ts'

type Viewing = Omit<Looking, 'params' | 'facts'> & { facts: PaperFacts; notice_id: string }
type NoticeRow = NonNullable<Awaited<ReturnType<typeof findNotice>>>

export async function viewNotice(viewing: Viewing): Promise<NoticeShown> {
  const { tx, facts, now, actor, notice_id } = viewing
  const { person_id } = facts
  const [{ head, key }, row, strike] = await Promise.all([
    openPerson({ ...viewing, params: { person_id } }),
    findNotice(tx, notice_id),
    findStrike(tx, notice_id),
  ])
  if (!row || !key) throw new Problem('not_found')
  const told = JSON.parse(opened(key, row, 'facts_enc', row.facts_enc)) as NoticeFacts
  const { duty, about_id, received_at, received_how, document_seen, recorded_at } = row
  return {
    ...{ person: head, notice_id, duty, about_id, received_at, received_how, document_seen, recorded_at },
    ...placesOf(viewing, row, told),
    back_dated_reason: row.back_dated_enc && opened(key, row, 'back_dated_enc', row.back_dated_enc),
    recorded_by: await officerName(tx, row.recorded_by),
    met: await metBy(tx, person_id, notice_id, now),
    strike: strike
      ? {
          reason: open(
            key,
            { table: 'notice_strike', row: notice_id, column: 'reason_enc' },
            strike.reason_enc,
          ),
          ...{ struck_at: strike.struck_at, struck_by: { en: strike.name_en, ur: strike.name_ur } },
          is_by_two: strike.approval_id !== null,
        }
      : null,
    may_strike:
      row.superseded_at === null && may(viewing, 'notice.strike') ? strikeOf(row, actor, now) : null,
    may_record: may(viewing, 'notice.record'),
    prints: await listPrintsAbout(tx, notice_id),
    notice_number: numberOf(row),
  }
}

/** The number on the receipt: the year it was received in, and its serial. */
const numberOf = ({ received_at, notice_serial }: NoticeRow) =>
  `N-${pakistanDay(Temporal.Instant.from(received_at)).slice(0, 4)}-${String(notice_serial).padStart(6, '0')}`

const opened = (key: DataKey, { notice_id }: NoticeRow, column: string, sealed: Buffer) =>
  open(key, { table: 'notice', row: notice_id, column }, sealed)

const may = ({ actor, facts }: Viewing, action: 'notice.strike' | 'notice.record') =>
  decide(actor, action, facts).allowed

/** On the day it was typed in its author strikes a notice out alone; otherwise a second officer decides. */
export const strikeOf = (
  { recorded_by, recorded_at }: Pick<NoticeRow, 'recorded_by' | 'recorded_at'>,
  { officer_id }: { officer_id: string },
  now: Temporal.Instant,
): 'alone' | 'by_two' =>
  recorded_by === officer_id && pakistanDay(Temporal.Instant.from(recorded_at)) === pakistanDay(now)
    ? 'alone'
    : 'by_two'

/** The names of the station and of the new district; whether the new address is another district's. */
function placesOf({ program, facts }: Viewing, { station_id }: NoticeRow, told: NoticeFacts) {
  const station = station_id === null ? undefined : program.places.stations.get(station_id)
  const district_id = told.kind === 'address' ? told.district_id : null
  const { text, latin, ur, changed_on, trip, country, destination, departs_at, returns_at } = {
    ...EMPTY,
    ...told,
  }
  return {
    station: station ? { en: station.name_en, ur: station.name_ur } : null,
    told: {
      ...{ kind: told.kind, text, latin, ur, changed_on, trip, country, destination, departs_at, returns_at },
      district: district_id === null ? null : districtName(program.places, district_id),
    },
    offers_transfer: district_id !== null && district_id !== facts.district_id,
  }
}

const EMPTY = {
  ...{ text: null, latin: null, ur: null, changed_on: null, trip: null, country: null, destination: null },
  ...{ departs_at: null, returns_at: null },
}

/** The duties it meets, as computed now. */
async function metBy(tx: RegisterTx, person_id: string, notice_id: string, now: Temporal.Instant) {
  const computed = (await computeDuties(tx, [person_id], pakistanDay(now))).get(person_id)
  const duties = computed?.result.duties.filter((duty) => duty.notice_id === notice_id) ?? []
  return duties.map(({ duty, due_on, due_at, state }) => ({
    ...{ duty, due_on, due_at: due_at ?? null },
    state: state === 'met_late' ? ('met_late' as const) : ('met' as const),
  }))
}
