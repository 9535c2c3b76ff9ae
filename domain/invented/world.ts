// The places invented people live in, prepared once: a million people are drawn from them.
import { dayOf } from './days.ts'
import { type Weighted, weigh } from './draw.ts'

export interface InventedDistrict {
  readonly district_id: string
  readonly name_en: string
  readonly name_ur: string
  readonly division_en: string
  readonly province_iso: string
  /** Null where the census gives none: the two territories, and districts made after it. */
  readonly pop_2023: number | null
  readonly status: string
}

export interface InventedStation {
  readonly station_id: string
  readonly district_id: string
  readonly name_en: string
  readonly name_ur: string
}

export interface InventedPlaces {
  readonly districts: readonly InventedDistrict[]
  readonly stations: readonly InventedStation[]
  /** ISO date; nothing but open-ended plans lies after it. */
  readonly today: string
  /** A station to which more of the first people belong than chance would bring there. */
  readonly focus_station_id?: string
}

/** A current district that has stations. */
export interface HomeDistrict extends InventedDistrict {
  readonly stations: readonly InventedStation[]
}

export interface InventedWorld {
  readonly today: number
  readonly homes: readonly HomeDistrict[]
  readonly homes_by_population: Weighted<HomeDistrict>
  readonly home_of: ReadonlyMap<string, HomeDistrict>
  readonly station_of: ReadonlyMap<string, InventedStation>
  /** The district of the station looked at more closely, with that station only. */
  readonly focus: HomeDistrict | null
}

/** Stands in where the census gives no figure: about a small district. */
const UNKNOWN_POPULATION = 350_000

/** Appeals against judgments of 2024 need this long to have been decided and restored. */
const EARLIEST_TODAY = '2025-07-01'

/**
 * Prepares places for `inventPerson`; only current districts with a station are lived in.
 * @example inventedWorld({ districts, stations, today: '2026-11-23' }).homes.length // 168
 */
export function inventedWorld(places: InventedPlaces): InventedWorld {
  const { districts, stations, today } = places
  if (today < EARLIEST_TODAY) throw new RangeError(`today must be ${EARLIEST_TODAY} or later, not ${today}`)
  const stations_of = Map.groupBy(stations, (station) => station.district_id)
  const homes = districts
    .filter((district) => district.status === 'current')
    .map((district) => ({ ...district, stations: stations_of.get(district.district_id) ?? [] }))
    .filter((home) => home.stations.length > 0)
  return {
    today: dayOf(today),
    homes,
    homes_by_population: weigh(homes, (home) => home.pop_2023 ?? UNKNOWN_POPULATION),
    home_of: new Map(homes.map((home) => [home.district_id, home])),
    station_of: new Map(stations.map((station) => [station.station_id, station])),
    focus: focusOf(homes, places.focus_station_id),
  }
}

function focusOf(homes: readonly HomeDistrict[], station_id: string | undefined): HomeDistrict | null {
  for (const home of homes) {
    const stations = home.stations.filter((station) => station.station_id === station_id)
    if (stations.length > 0) return { ...home, stations }
  }
  return null
}
