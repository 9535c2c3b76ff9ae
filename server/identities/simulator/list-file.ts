/** Writes the agency's list for the demonstration, once: the citizens behind the invented people of a seed. */
import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs'
import { inventPeople } from '../../../domain/invented/person.ts'
import { type InventedWorld, inventedWorld } from '../../../domain/invented/world.ts'
import { readReference } from '../../platform/reference.ts'
import { citizenLines } from './citizens.ts'

/** The world as `npm run seed` sees it, from the reference files. */
function referenceWorld(today: string): InventedWorld {
  const text = (value: string | null | undefined) => value ?? ''
  return inventedWorld({
    today,
    districts: readReference('districts.csv').map((d) => ({
      district_id: text(d['district_id']),
      name_en: text(d['name_en']),
      name_ur: text(d['name_ur']),
      division_en: text(d['division_en']),
      province_iso: text(d['province_iso']),
      pop_2023: d['pop_2023'] ? Number(d['pop_2023']) : null,
      status: text(d['status']),
    })),
    stations: readReference('stations.csv').map((s) => ({
      station_id: text(s['station_id']),
      district_id: text(s['district_id']),
      name_en: text(s['name_en']),
      name_ur: text(s['name_ur']),
    })),
  })
}

/** Writes the list unless it is there; whole or not at all. */
export function writeCitizens(
  file: string,
  { seed, people, today }: { seed: number; people: number; today: string },
): void {
  if (existsSync(file)) return
  const half = `${file}.half`
  const handle = openSync(half, 'w', 0o600)
  for (const line of citizenLines(inventPeople(seed, 0, people, referenceWorld(today))))
    writeSync(handle, line)
  closeSync(handle)
  renameSync(half, file)
}
