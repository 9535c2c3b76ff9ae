/** Writes the agency's list for the demonstration, once: the citizens behind the invented people of a seed. */
import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs'
import { inventPeople } from '../../../domain/invented/person.ts'
import { worldOf } from '../../invented/world.ts'
import { citizenLines } from './citizens.ts'

/** Writes the list unless it is there; whole or not at all. */
export function writeCitizens(
  file: string,
  { seed, people, today }: { seed: number; people: number; today: string },
): void {
  if (existsSync(file)) return
  const half = `${file}.half`
  const handle = openSync(half, 'w', 0o600)
  for (const line of citizenLines(inventPeople(seed, 0, people, worldOf(today)))) writeSync(handle, line)
  closeSync(handle)
  renameSync(half, file)
}
