/** Whose calendar: the place an officer asks about, held to his own, and its names for screens. */
import type { PlaceChoices, Where } from '../../contract/calendar.ts'
import { type Actor, NATION, type Place } from '../../domain/access/actor.ts'
import type { Places } from './places.ts'

/** A station, a district, or (both null) the whole country. */
export type PlaceAsked = { station_id: string | null; district_id: string | null }

/** What the officer asks about; his own place where he names none. */
export function placeAsked(actor: Actor, asked: Where): PlaceAsked {
  const station_id = asked.station_id ?? null
  if (station_id !== null) return { station_id, district_id: asked.district_id ?? null }
  if (actor.place.station !== null && !asked.district_id)
    return { station_id: actor.place.station, district_id: null }
  return { station_id: null, district_id: asked.district_id ?? actor.place.district }
}

/** The place in the tree; undefined where there is none such, or the station lies in another district. */
export function placeOf(places: Places, { station_id, district_id }: PlaceAsked): Place | undefined {
  if (station_id !== null) {
    const station = places.stations.get(station_id)
    if (!station || (district_id !== null && station.district_id !== district_id)) return undefined
    return places.ofStation(station_id)
  }
  if (district_id === null) return NATION
  return places.districts.has(district_id) ? places.ofDistrict(district_id) : undefined
}

/** The stations meant; null: every station. */
export function stationsOf(places: Places, { station_id, district_id }: PlaceAsked): string[] | null {
  if (station_id !== null) return [station_id]
  return district_id === null ? null : places.stationsOf(district_id).map((one) => one.station_id)
}

const named = (row: { name_en: string; name_ur: string }) => ({ en: row.name_en, ur: row.name_ur })

/** The name of the place; null: the whole country. */
export function placeName(places: Places, { station_id, district_id }: PlaceAsked) {
  const row =
    station_id !== null
      ? places.stations.get(station_id)
      : district_id !== null
        ? places.districts.get(district_id)
        : undefined
  return row ? named(row) : null
}

/** What this officer may choose among: the Bureau a district and its stations, a district its stations, a station nothing. */
export function choicesFor(places: Places, actor: Actor, asked: PlaceAsked): PlaceChoices {
  const { station_id } = asked
  const own = actor.place
  const of_station = station_id === null ? null : (places.stations.get(station_id)?.district_id ?? null)
  const district_id = asked.district_id ?? of_station
  const stations = own.station !== null || district_id === null ? [] : places.stationsOf(district_id)
  const districts = own.district !== null ? [] : [...places.districts.values()]
  return {
    ...{ district_id, station_id },
    districts: districts
      .filter(({ status }) => status === 'current')
      .sort((a, b) => (a.name_en < b.name_en ? -1 : 1))
      .map((one) => ({ id: one.district_id, name: named(one) })),
    stations: stations.map((one) => ({ id: one.station_id, name: named(one) })),
  }
}

/** The place asked about, where it lies within the officer's own; undefined otherwise, as if there were none. */
export function findWithin(places: Places, actor: Actor, asked: Where): PlaceAsked | undefined {
  const where = placeAsked(actor, asked)
  const place = placeOf(places, where)
  const { district, station } = actor.place
  if (!place || (district !== null && place.district !== district)) return undefined
  return station === null || place.station === station ? where : undefined
}
