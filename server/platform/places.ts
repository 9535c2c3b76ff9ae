/** Districts, stations and offices, read once at start: names for screens, and the place tree for decisions. */
import type { Place } from '../../domain/access/actor.ts'
import { asActor, type Database } from './database.ts'

export type District = {
  district_id: string
  name_en: string
  name_ur: string
  division_en: string | null
  province_iso: string
  province_en: string
  province_ur: string
  status: string
}
export type Station = { station_id: string; district_id: string; name_en: string; name_ur: string }
export type Unit = {
  unit_id: string
  kind: string
  name_en: string
  name_ur: string
  district_id: string | null
  station_id: string | null
}

export type Places = {
  districts: ReadonlyMap<string, District>
  stations: ReadonlyMap<string, Station>
  units: ReadonlyMap<string, Unit>
  stationsOf: (district_id: string) => Station[]
  /** The place of a district in the tree; throws for one that does not exist. */
  ofDistrict: (district_id: string) => Place
  ofStation: (station_id: string) => Place
}

/** Reads the reference tables; they change only by migration or by an operator, followed by a restart. */
export async function readPlaces(database: Database): Promise<Places> {
  const [districts, stations, units] = await asActor(database, '', (tx) =>
    Promise.all([
      tx.selectFrom('reference.district').selectAll().orderBy('district_id').execute(),
      tx
        .selectFrom('reference.station')
        .selectAll()
        .where('valid_to', 'is', null)
        .orderBy('station_id')
        .execute(),
      tx.selectFrom('reference.unit').selectAll().where('valid_to', 'is', null).orderBy('unit_id').execute(),
    ]),
  )
  const byDistrict = new Map(districts.map((d) => [d.district_id, d]))
  const byStation = new Map(stations.map((s) => [s.station_id, s]))
  const grouped = Map.groupBy(stations, (s) => s.district_id)
  const ofDistrict = (district_id: string): Place => {
    const d = byDistrict.get(district_id)
    if (!d) throw new Error(`no district ${district_id}`)
    return { province: d.province_iso, division: d.division_en, district: district_id, station: null }
  }
  return {
    districts: byDistrict,
    stations: byStation,
    units: new Map(units.map((u) => [u.unit_id, u])),
    stationsOf: (district_id) => grouped.get(district_id) ?? [],
    ofDistrict,
    ofStation: (station_id) => {
      const s = byStation.get(station_id)
      if (!s) throw new Error(`no station ${station_id}`)
      return { ...ofDistrict(s.district_id), station: station_id }
    },
  }
}
