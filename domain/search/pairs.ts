// The keys under which a person is found: two or three facts that are known of him together. What they spell is hashed
// before it is kept; a question spells them alike (probes.ts).
import { firstNameKeys, joinedKeys, nameKeys } from '../names/name-keys.ts'
import type { ParsedName } from '../names/parsed-name.ts'
import { type MatchCard, type Parse, yearOf } from './match-card.ts'

/** Nobody has more names than this; what goes beyond is not indexed. */
const MOST_KEYS = 8

const SEPARATOR = '|'
export const single = (key: string) => `${key}${SEPARATOR}`
/** Whether a key holds one fact and no more. */
export const isSingle = (pair: string) => pair.endsWith(SEPARATOR)
export const together = (...keys: string[]) => keys.sort().join(SEPARATOR)
export const withDistrict = (keys: string, district_id: string) => `${keys}${SEPARATOR}d:${district_id}`
export const withYear = (keys: string, year: number) => `${keys}${SEPARATOR}y:${year}`

/** Who is called Muhammad and nothing else is found by that. */
export const MUHAMMAD_ALONE = '*'
export const isMuhammadAlone = ({ parts, muhammad }: ParsedName) => parts.length === 0 && muhammad !== 'none'

const URDU = /\p{Script=Arabic}/u

/**
 * Keys of the spellings of a name, each once. Where it is known in Urdu too, that says which reading of Roman letters
 * is meant (Hassan is no Hazan), and the other readings are left out.
 */
function keysOf(names: readonly ParsedName[]): string[] {
  const called = names.flatMap((name) => [name, ...name.aliases])
  const read = names.some(({ typed }) => URDU.test(typed)) ? firstNameKeys : nameKeys
  const keys = called.flatMap((name) => (isMuhammadAlone(name) ? [MUHAMMAD_ALONE] : read(name)))
  return [...new Set(keys)].slice(0, MOST_KEYS)
}

export const fathersOf = (given: readonly ParsedName[], names: readonly ParsedName[]) => [
  ...given,
  ...names.flatMap(({ father }) => father ?? []),
]

/** Every two of a list. */
export const twoOf = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((one, at) => list.slice(at + 1).map((other): [T, T] => [one, other]))

/** Pairs of an own name with a father's; a name that father and son share makes a pair with itself. */
const withFathers = (own: readonly string[], fathers: readonly string[]) =>
  own.flatMap((one) => fathers.map((other) => together(one, other)))

/**
 * The keys of a person: any two of his and his father's names, alone, with each year in which he may be born, and with
 * each of his districts; any three of them; each name with years and districts. And what is never more than a
 * single name: each own name, and neighbours joined.
 * @example pairsOf({ names: ['Aslam'], fathers: ['Akram'], … }, parseName).pairs // ['AKRM|ASLM', 'AKRM|ASLM|y:1986', …]
 */
export function pairsOf(card: MatchCard, parse: Parse): { pairs: string[]; singles: string[] } {
  const names = card.names.map(parse)
  const own = keysOf(names)
  const fathers = keysOf(fathersOf(card.fathers.map(parse), names))
  const years = [...new Set(card.births.map(yearOf))]
  const placed = (keys: string) => [
    ...years.map((year) => withYear(keys, year)),
    ...card.district_ids.map((id) => withDistrict(keys, id)),
  ]
  const own_pairs = twoOf(own)
  const father_pairs = twoOf(fathers)
  const pairs = [
    ...withFathers(own, fathers),
    ...[...own_pairs, ...father_pairs].map((two) => together(...two)),
  ]
  const joined = [...new Set(names.flatMap(joinedKeys))].filter((key) => !own.includes(key))
  return {
    pairs: [
      ...new Set([
        ...pairs.flatMap((pair) => [pair, ...placed(pair)]),
        ...own_pairs.flatMap((two) => fathers.map((father) => together(...two, father))),
        ...father_pairs.flatMap((two) => own.map((one) => together(...two, one))),
        ...[...own, ...fathers].flatMap(placed),
      ]),
    ],
    singles: [...own, ...joined.slice(0, MOST_KEYS)].map(single),
  }
}
