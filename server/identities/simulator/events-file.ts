/** Writes the civil register's events for the demonstration, once: what happened to some of the citizens of its list. */
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import type { CivilEvent } from '../../../contract/identities.ts'
import type { InventedPerson } from '../../../domain/invented/invented-person.ts'
import { inventPeople } from '../../../domain/invented/person.ts'
import { worldOf } from '../../invented/world.ts'

/** The demonstration's station: whoever opens it finds the tasks there, and the Bureau too. */
const STATION = 'pb_multan_saddar'
const DAYS_AGO = { name_change: 40, new_cnic: 12, death: 9 } as const
const NEW_NAME = { latin: 'Ghulam Dastgir', urdu: 'غلام دستگیر' }
/** A new card keeps the person's last digit and takes a serial that no invented person has. */
const newCnic = (old: string) => `${old.slice(0, 5)}9999999${old.slice(-1)}`

const cnicOf = ({ documents }: InventedPerson) =>
  documents.find(({ kind }) => kind === 'cnic')?.number.replaceAll('-', '')

/**
 * One event of each kind, each of another person of the station, the last first so that no other part of the
 * demonstration has met them.
 */
export function inventEvents(people: Iterable<InventedPerson>, today: string): CivilEvent[] {
  const cnics = [...people].flatMap((person) => (person.station_id === STATION ? (cnicOf(person) ?? []) : []))
  const kinds = ['name_change', 'new_cnic', 'death'] as const
  return kinds.flatMap((kind, at): CivilEvent[] => {
    const cnic = cnics.at(-1 - at)
    if (cnic === undefined) return []
    const happened_on = Temporal.PlainDate.from(today).subtract({ days: DAYS_AGO[kind] }).toString()
    return [
      {
        ...{ event_no: at + 1, kind, cnic, happened_on },
        new_name: kind === 'name_change' ? NEW_NAME : null,
        new_cnic: kind === 'new_cnic' ? newCnic(cnic) : null,
      },
    ]
  })
}

/** Writes the events unless they are there; whole or not at all. */
export function writeEvents(
  file: string,
  { seed, people, today }: { seed: number; people: number; today: string },
): void {
  if (existsSync(file)) return
  const events = inventEvents(inventPeople(seed, 0, people, worldOf(today)), today)
  writeFileSync(`${file}.half`, events.map((event) => `${JSON.stringify(event)}\n`).join(''), { mode: 0o600 })
  renameSync(`${file}.half`, file)
}
