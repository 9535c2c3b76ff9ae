// One invented person by seed and index: the entrance to this folder.
import { isoOf, partsOf } from './days.ts'
import { documentsAgain, drawPhone } from './documents.ts'
import { type Draw, drawFor, drawWeighted, mix } from './draw.ts'
import { type DatedHistory, inventHistory } from './history.ts'
import {
  aliasNames,
  bornOrAged,
  factsOf,
  firstRecord,
  type Identity,
  identityOf,
  STREAM,
  whereabouts,
} from './identity.ts'
import type { InventedName, InventedPerson } from './invented-person.ts'
import { heardAgain, inRoman, inUrdu, misheard, rekeyed } from './spelling.ts'
import type { HomeDistrict, InventedWorld } from './world.ts'

/** Which of every hundred indexes are second records: three, always odd, elsewhere in each hundred. */
const SECOND_RECORDS = [0, 17, 33] as const

/**
 * The index of the person whom this index records a second time, or null: told by seed and index alone.
 * @example originalOf(1, 0) // null
 */
export function originalOf(seed: number, index: number): number | null {
  if (!isSecondRecord(seed, index)) return null
  const earlier = mix(seed ^ 0x0d09, index) % index
  return isSecondRecord(seed, earlier) ? earlier - 1 : earlier
}

function isSecondRecord(seed: number, index: number): boolean {
  if (index % 2 === 0) return false
  const start = mix(seed ^ 0x2ec0, Math.floor(index / 100)) % 50
  const place = ((index % 100) - 1) / 2
  return SECOND_RECORDS.some((offset) => (start + offset) % 50 === place)
}

/**
 * The invented person of an index: depends on seed, index and world only, so people can be made in any order
 * and in parallel. In every 2,000, each current district is lived in and each state of the law appears.
 * @param seed any whole number  @param index 0 to 10^8
 * @example inventPerson(1, 7, world).names[0]?.script // 'Latn'
 */
export function inventPerson(seed: number, index: number, world: InventedWorld): InventedPerson {
  const original = originalOf(seed, index)
  return original === null ? firstRecord(seed, index, world) : recordAgain(seed, index, original, world)
}

/** People `from` to `to` - 1, one after another. */
export function* inventPeople(
  seed: number,
  from: number,
  to: number,
  world: InventedWorld,
): Generator<InventedPerson> {
  for (let index = from; index < to; index += 1) yield inventPerson(seed, index, world)
}

/**
 * Another office's record of the person `original`, who may have moved, with its own spelling and its own mistakes.
 * An index beyond the people made gives a further noisy record of anybody: a query whose answer is known.
 * @example recordAgain(1, 2_000_000 + 7, 7, world).duplicate_of // 7
 */
export function recordAgain(
  seed: number,
  index: number,
  original: number,
  world: InventedWorld,
): InventedPerson {
  const identity = identityOf(seed, original, world)
  const draw = drawFor(seed, index, STREAM.second_record)
  const home = draw.chance(0.88) ? identity.home : drawWeighted(draw, world.homes_by_population)
  const history = historyAgain(seed, index, identity, home, world)
  return {
    index,
    duplicate_of: original,
    sex: identity.sex,
    names: namesAgain(draw, identity),
    documents: documentsAgain(draw, identity.documents),
    ...birthAgain(draw, identity, history.first_convicted_on),
    ...whereabouts(draw, home, history),
    phone: draw.chance(0.5) ? null : drawPhone(draw),
    ...factsOf(history),
  }
}

/** Another conviction, or, where he was a child then, the same one entered twice. */
function historyAgain(
  seed: number,
  index: number,
  { born, history }: Identity,
  home: HomeDistrict,
  world: InventedWorld,
): DatedHistory {
  const again = inventHistory(drawFor(seed, index, STREAM.history), seed, index, home, world)
  const was_child = isoOf(again.first_offended) < eighteenthBirthday(born)
  return was_child || again.scenario.juvenile || history.scenario.juvenile ? history : again
}

function eighteenthBirthday(born: number): string {
  const birth = isoOf(born)
  return `${Number(birth.slice(0, 4)) + 18}${birth.slice(4)}`
}

function namesAgain(draw: Draw, { community, name, kin, kin_kind, alias }: Identity): InventedName[] {
  const heard = heardAgain(draw, community, name)
  const heard_kin = heardAgain(draw, community, kin)
  const slips = draw.below(3)
  return [
    { kind: 'name', script: 'Latn', text: misheard(draw, inRoman(draw, heard, 0.3), slips) },
    { kind: 'name', script: 'Arab', text: rekeyed(draw, inUrdu(heard), slips) },
    ...(draw.chance(0.05)
      ? []
      : ([
          { kind: kin_kind, script: 'Latn', text: misheard(draw, inRoman(draw, heard_kin, 0.3), slips) },
          { kind: kin_kind, script: 'Arab', text: rekeyed(draw, inUrdu(heard_kin), slips) },
        ] as const)),
    ...(draw.chance(0.5) ? aliasNames(alias) : []),
  ]
}

/** The birth date again, or day and month swapped, or some years off, or only an age, told from memory. */
function birthAgain(draw: Draw, { born, born_recorded }: Identity, told_on: string) {
  const how = draw.below(100)
  const years_off = draw.pick([-2, -1, 1, 2])
  if (!born_recorded || how < 15) return bornOrAged(born + years_off * 365, false, told_on)
  const { year, month, date } = partsOf(born)
  if (how < 28 && date <= 12) {
    const [month_of, day_of] = [date, month].map((part) => String(part).padStart(2, '0'))
    return { born_on: `${year}-${month_of}-${day_of}`, age_years: null, age_on: null }
  }
  if (how < 45) return bornOrAged(born + years_off * 365, true, told_on)
  return bornOrAged(born, true, told_on)
}
