import { type InventedWorld, inventedWorld } from '../../domain/invented/world.ts'
import { readReference } from '../platform/reference.ts'

/** The station of the demo's officers: some dozens of the first people belong to it. */
const FOCUS_STATION = 'pb_multan_saddar'

/** The places that invented people live in, from the reference files. */
export function worldOf(today: string): InventedWorld {
  const text = (row: Record<string, string | null>, key: string) => row[key] ?? ''
  return inventedWorld({
    ...{ today, focus_station_id: FOCUS_STATION },
    districts: readReference('districts.csv').map((d) => ({
      ...{ district_id: text(d, 'district_id'), name_en: text(d, 'name_en'), name_ur: text(d, 'name_ur') },
      ...{
        division_en: text(d, 'division_en'),
        province_iso: text(d, 'province_iso'),
        status: text(d, 'status'),
      },
      pop_2023: d['pop_2023'] ? Number(d['pop_2023']) : null,
    })),
    stations: readReference('stations.csv').map((s) => ({
      ...{ station_id: text(s, 'station_id'), district_id: text(s, 'district_id') },
      ...{ name_en: text(s, 'name_en'), name_ur: text(s, 'name_ur') },
    })),
  })
}
