/** The journeys of a person, each with its notices, the duty to tell of it, and the dates it moved. */
import type { DutyShown } from '../../contract/duties.ts'
import type { TripShown } from '../../contract/travel.ts'
import { dayOfInstant, instantAt, isoOf } from '../../domain/calendar/dates.ts'
import type { Computed } from '../duties/compute.ts'
import { shownDuties } from '../duties/shown.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, open } from '../platform/keys.ts'

const listRows = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.trip as v')
    .innerJoin('access.officer as o', 'o.officer_id', 'v.recorded_by')
    .selectAll('v')
    .select(['o.name_en', 'o.name_ur'])
    .where('v.person_id', '=', person_id)
    .orderBy('v.departs_at', 'desc')
    .orderBy('v.recorded_at', 'desc')
    .orderBy('v.trip_version_id')
    .execute()
type TripRow = Awaited<ReturnType<typeof listRows>>[number]

const place = (row: string) => ({ table: 'trip', row, column: 'destination_enc' })

/** Live versions, the latest departure first. */
export async function listTrips(
  tx: RegisterTx,
  key: DataKey | undefined,
  computed: Computed,
): Promise<TripShown[]> {
  const rows = await listRows(tx, computed.person_id)
  const duties = computed.result.registration.status === 'void' ? [] : shownDuties(computed)
  return rows
    .filter(({ superseded_at }) => superseded_at === null)
    .map((row) => {
      const versions = rows.filter(({ trip_id }) => trip_id === row.trip_id)
      return tripOf(row, versions.length, { key, computed, duties })
    })
}

type Given = { key: DataKey | undefined; computed: Computed; duties: DutyShown[] }

function tripOf(row: TripRow, version_count: number, { key, computed, duties }: Given): TripShown {
  const { trip_id, departs_at, returns_at, cancelled_at, country, source_kind, recorded_at } = row
  const notices = computed.facts.notices.filter(({ about }) => about === trip_id)
  return {
    ...{ trip_id, departs_at, returns_at, cancelled_at, country, source_kind, recorded_at, version_count },
    kind: row.kind as TripShown['kind'],
    destination:
      key && row.destination_enc ? open(key, place(row.trip_version_id), row.destination_enc) : null,
    by: { en: row.name_en, ur: row.name_ur },
    duty: duties.find((one) => one.key === trip_id) ?? null,
    notices: notices.map(({ notice_id, received_at }) => ({ notice_id, received_at })),
    moved: row.kind === 'abroad' && cancelled_at === null ? movedBy(row, duties) : [],
  }
}

const dayOfIso = (at: string) => isoOf(dayOfInstant(instantAt(at)))

/** The steps by which time abroad moved a date that lay on or after this departure and not after the return. */
function movedBy({ departs_at, returns_at }: TripRow, duties: DutyShown[]): TripShown['moved'] {
  const from = dayOfIso(departs_at)
  const until = returns_at === null ? '9999' : dayOfIso(returns_at)
  return duties.flatMap(({ duty, key, steps }) =>
    steps
      .filter(({ because, from: was }) => {
        const is_abroad = because.code.startsWith('paused') && because.values['kind'] === 'abroad'
        const ends = String(because.values['to_on'] ?? until)
        return is_abroad && was !== null && was >= from && ends <= until
      })
      .map((step) => ({ duty, key, step })),
  )
}
