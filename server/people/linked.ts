/** Which other records are the person of a record: their owners are told a number and a station of each other, no more. */
import { sql } from 'kysely'
import type { LinkedRecord } from '../../contract/people.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Places } from '../platform/places.ts'

export type Member = {
  person_id: string
  record_number: string
  district_id: string
  station_id: string
  since_at: string | null
}

/** The records of the person whom a record in scope is of, that record among them, the oldest first. */
export const listGroup = async (tx: RegisterTx, person_id: string): Promise<Member[]> =>
  (await sql<Member>`select * from register.linked_records(${person_id})`.execute(tx)).rows

/** Those records as they are shown; none where the record stands alone. */
export async function listLinked(tx: RegisterTx, places: Places, person_id: string): Promise<LinkedRecord[]> {
  const group = await listGroup(tx, person_id)
  return group.length < 2 ? [] : group.map((member) => linkedShown(places, member))
}

export function linkedShown(
  { districts, stations }: Places,
  { record_number, district_id, station_id, since_at }: Member,
): LinkedRecord {
  const [district, station] = [districts.get(district_id), stations.get(station_id)]
  return {
    ...{ record_number, since_at },
    district: { en: district?.name_en ?? district_id, ur: district?.name_ur ?? district_id },
    station: { en: station?.name_en ?? station_id, ur: station?.name_ur ?? station_id },
  }
}
