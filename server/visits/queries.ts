/** Visits of a person, and the grade that they give his addresses. */
import type { AddressGraded } from '../../contract/people.ts'
import type { VisitShown } from '../../contract/visits.ts'
import { gradeAddress } from '../../domain/address/freshness.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, open } from '../platform/keys.ts'
import type { Places } from '../platform/places.ts'

const listRows = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.visit as v')
    .innerJoin('access.officer as o', 'o.officer_id', 'v.recorded_by')
    .select(['v.visit_id', 'v.visited_on', 'v.result', 'v.address_id', 'v.station_id', 'v.note_enc'])
    .select(['v.recorded_at', 'v.superseded_at', 'o.name_en', 'o.name_ur'])
    .where('v.person_id', '=', person_id)
    .orderBy('v.visited_on', 'desc')
    .orderBy('v.recorded_at', 'desc')
    .orderBy('v.visit_id')
    .execute()
type VisitRow = Awaited<ReturnType<typeof listRows>>[number]

export const notePlace = (row: string) => ({ table: 'visit', row, column: 'note_enc' })

type Address = Omit<AddressGraded, 'grade' | 'verified_on' | 'verified_by' | 'not_found_on'>

/** Each address with its grade on a day, by the visits made to it that were not struck out. */
function graded(addresses: readonly Address[], rows: readonly VisitRow[], on: string): AddressGraded[] {
  return addresses.map((address) => {
    const own = rows.filter((v) => v.address_id === address.address_id && v.superseded_at === null)
    const visits = own.map((v) => ({ on: v.visited_on, result: v.result as VisitShown['result'] }))
    const { grade, verified_on, not_found_on } = gradeAddress(visits, on)
    const by = own.find((v) => v.visited_on === verified_on && v.result === 'found')
    const verified_by = by ? { en: by.name_en, ur: by.name_ur } : null
    return { ...address, grade, verified_on, verified_by, not_found_on }
  })
}

/** The addresses with their grades. */
export const gradeAddresses = async (
  tx: RegisterTx,
  person_id: string,
  addresses: readonly Address[],
  on: string,
): Promise<AddressGraded[]> => graded(addresses, await listRows(tx, person_id), on)

/** Addresses with grades, and every visit, those struck out too. */
export async function listVisits(
  { tx, places, key }: { tx: RegisterTx; places: Places; key: DataKey | undefined },
  person_id: string,
  addresses: readonly Address[],
  on: string,
): Promise<{ addresses: AddressGraded[]; visits: VisitShown[] }> {
  const rows = await listRows(tx, person_id)
  const visits = rows.map((row): VisitShown => {
    const { visit_id, visited_on, recorded_at, station_id, note_enc } = row
    const station = station_id === null ? undefined : places.stations.get(station_id)
    return {
      ...{ visit_id, visited_on, recorded_at, result: row.result as VisitShown['result'] },
      address: addresses.find(({ address_id }) => address_id === row.address_id)?.text ?? null,
      note: key && note_enc ? open(key, notePlace(visit_id), note_enc) : null,
      station: station ? { en: station.name_en, ur: station.name_ur } : null,
      by: { en: row.name_en, ur: row.name_ur },
      is_struck_out: row.superseded_at !== null,
    }
  })
  return { addresses: graded(addresses, rows, on), visits }
}
