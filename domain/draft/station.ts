// Which station is proposed to supervise: the one of the FIR where the district has it, by its name with or without that
// of the district ("Saddar" for "Saddar Multan"), else the first.
import { stationSpellings } from '../identifier/fir-key.ts'

type Station = { readonly station_id: string; readonly name_en: string; readonly name_ur: string }

/**
 * The station to propose; undefined only for a district without stations.
 * @param fir_station the station of the FIR as typed; null: not known
 * @example proposeStation([city, saddar], 'PS Saddar Multan')?.station_id // 'pb_multan_saddar'
 */
export function proposeStation<S extends Station>(
  stations: readonly S[],
  fir_station: string | null,
): S | undefined {
  const typed = fir_station === null ? [] : stationSpellings(fir_station, stations)
  const named = (station: S) =>
    [station.name_en, station.name_ur].some((name) => typed.includes(name.toLowerCase()))
  const namedShort = (station: S) =>
    [station.name_en, station.name_ur].some((name) =>
      typed.some((one) => name.toLowerCase().startsWith(`${one} `)),
    )
  const short = stations.filter(namedShort)
  return stations.find(named) ?? (short.length === 1 ? short[0] : undefined) ?? stations[0]
}
