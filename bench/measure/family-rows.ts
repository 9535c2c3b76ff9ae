/** Rows of invented families: brothers share address, father and often the telephone, and some of them come twice. */
import { drawFor } from '../../domain/invented/draw.ts'
import { inventPerson, recordAgain } from '../../domain/invented/person.ts'
import type { InventedWorld } from '../../domain/invented/world.ts'
import { worldOf } from '../../server/invented/world.ts'
import { lineOf, namedIn, writeRows } from './invented-rows.ts'

export const family_columns = {
  ...{ name: 'person_name', father_name: 'person_name', born_on: 'date', sex: 'category' },
  ...{ phone: 'id', address: 'text' },
}
/** Second records are made under indexes that no first record has. */
const AGAIN_FROM = 30_000_000
/** The generator's people of even numbers are nobody's second record. */
const PLACES_A_FAMILY = 10
const STREAM = 11
const SHARES = { twice: 0.35, moved: 0.15, own_phone: 0.6, no_phone: 0.45, no_father: 0.15, no_birth: 0.15 }

/** The lines of one family: `p12` and `d12-12` are of one person. */
function* linesOf(family: number, seed: number, world: InventedWorld): Generator<string> {
  const draw = drawFor(seed, family, STREAM)
  const at = family * PLACES_A_FAMILY
  const father = inventPerson(seed, at, world)
  const home = `House ${draw.between(1, 900)}, ${father.address.text_en}`
  const children = draw.between(1, 4)
  for (let child = 1; child <= children; child += 1) {
    const index = at + 2 * child
    const first = inventPerson(seed, index, world)
    const phone = draw.chance(SHARES.own_phone) ? first.phone : father.phone
    const told = (person: typeof first, of_father: typeof first, address: string) => [
      namedIn(person, 'name'),
      draw.chance(SHARES.no_father) ? '' : namedIn(of_father, 'name'),
      draw.chance(SHARES.no_birth) ? '' : (person.born_on ?? ''),
      person.sex,
      draw.chance(SHARES.no_phone) ? '' : (phone ?? ''),
      address,
    ]
    yield lineOf([`p${index}`, ...told(first, father, home)])
    if (!draw.chance(SHARES.twice)) continue
    const again = recordAgain(seed, AGAIN_FROM + index, index, world)
    const heard = recordAgain(seed, AGAIN_FROM + index + 1, at, world)
    const address = draw.chance(SHARES.moved) ? again.address.text_en : home
    yield lineOf([`d${index}-${index}`, ...told(again, heard, address)])
  }
}

/** Writes about so many rows as CSV; returns how many are second records, each one of one person. */
export async function writeFamilyRows(file: string, rows: number, seed: number): Promise<number> {
  const [lines, world]: [string[], InventedWorld] = [[], worldOf('2026-11-26')]
  for (let family = 0; lines.length < rows; family += 1) lines.push(...linesOf(family, seed, world))
  await writeRows(file, Object.keys(family_columns), lines)
  return lines.filter((line) => line.startsWith('d')).length
}
