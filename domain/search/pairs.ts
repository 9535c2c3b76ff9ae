// Pairs of facts under which a person is found, and those that a question asks for. What they spell is hashed before
// it is kept; both sides must spell alike.
import type { Birth, PersonFacts } from '../matching/evidence.ts'
import { joinedKeys, nameKeys } from '../names/name-keys.ts'
import type { ParsedName } from '../names/parsed-name.ts'
import { type MatchCard, type Parse, yearOf } from './match-card.ts'

/** Years that count as one in a pair; a question asks for the neighbours too. */
const YEARS_TOGETHER = 4
const YEARS_OFF = 2
/** Nobody has more names than this; what goes beyond is not indexed. */
const MOST_KEYS = 8
/** DESIGN 8: a question asks for so many, and for more where a single name is all there is. */
const MOST_PROBES = 12

const SEPARATOR = '|'
const two = (one: string, other: string) =>
  one < other ? `${one}${SEPARATOR}${other}` : `${other}${SEPARATOR}${one}`
const withDistrict = (key: string, district_id: string) => `${key}${SEPARATOR}d:${district_id}`
const withYears = (key: string, years: number) => `${key}${SEPARATOR}y:${years}`
const single = (key: string) => `${key}${SEPARATOR}`
const yearsOf = (year: number) => Math.floor(year / YEARS_TOGETHER)

/** Who is called Muhammad and nothing else is found by that. */
const MUHAMMAD_ALONE = '*'
const keysOfName = (name: ParsedName) =>
  name.parts.length === 0 && name.muhammad !== 'none' ? [MUHAMMAD_ALONE] : nameKeys(name)

/** Keys of several spellings of a name, each once. */
function keysOf(names: readonly ParsedName[]): string[] {
  const called = names.flatMap((name) => [name, ...name.aliases])
  return [...new Set(called.flatMap(keysOfName))].slice(0, MOST_KEYS)
}

/** Neighbouring parts as one word, where that is no key of its own. */
const joinedOf = (names: readonly ParsedName[], own: readonly string[]) =>
  [...new Set(names.flatMap(joinedKeys))].filter((key) => !own.includes(key)).slice(0, MOST_KEYS)

function allPairs(keys: readonly string[]): string[] {
  return keys.flatMap((one, at) => keys.slice(at + 1).map((other) => two(one, other)))
}

const fathersOf = (given: readonly ParsedName[], names: readonly ParsedName[]) =>
  keysOf([...given, ...names.flatMap(({ father }) => father ?? [])])

/** Pairs of an own key with a father's; a name that father and son share makes a pair with itself. */
const withFathers = (own: readonly string[], fathers: readonly string[]) =>
  own.flatMap((one) => fathers.map((other) => two(one, other)))

/**
 * The pairs under which a person is kept: of any two of his and his father's names, of each own name with his districts
 * and with the years of his birth; and what is kept only while it is rare: each own name alone, and neighbours joined.
 * @example pairsOf({ names: ['Aslam'], fathers: ['Akram'], … }, parseName) // ['AKRM|ASLM', …]
 */
export function pairsOf(card: MatchCard, parse: Parse): { pairs: string[]; singles: string[] } {
  const names = card.names.map(parse)
  const own = keysOf(names)
  const fathers = fathersOf(card.fathers.map(parse), names)
  const years = new Set(card.births.map((birth) => yearsOf(yearOf(birth))))
  const pairs = [
    ...allPairs(own),
    ...withFathers(own, fathers),
    ...allPairs(fathers),
    ...own.flatMap((key) => card.district_ids.map((id) => withDistrict(key, id))),
    ...own.flatMap((key) => [...years].map((year) => withYears(key, year))),
  ]
  return { pairs: [...new Set(pairs)], singles: [...own, ...joinedOf(names, own)].map(single) }
}

function yearsAsked(birth: Birth): number[] {
  const year = yearOf(birth)
  const off = birth.kind === 'age' ? YEARS_OFF + 1 : YEARS_OFF
  const [first, last] = [yearsOf(year - off), yearsOf(year + off)]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/**
 * The pairs that a question asks for, those that tell most first; at most 12, and 18 where it gives one name alone.
 * @example probesOf({ ...NOTHING_KNOWN, names: [parseName('Aslam')], fathers: [parseName('Akram')] }) // ['AKRM|ASLM', 'ASLM|']
 */
export function probesOf(asked: PersonFacts): string[] {
  const own = keysOf(asked.names)
  const fathers = fathersOf(asked.fathers, asked.names)
  const joined = joinedOf(asked.names, own)
  const years = asked.birth === null ? [] : yearsAsked(asked.birth)
  const district_id = asked.district_id
  const placed = (keys: readonly string[]) =>
    district_id === null ? [] : keys.map((key) => withDistrict(key, district_id))
  const probes = [
    ...withFathers(own, fathers),
    ...allPairs(own),
    ...placed(own),
    ...own.map(single),
    ...own.flatMap((key) => years.map((year) => withYears(key, year))),
    ...allPairs(fathers),
    ...joined.map(single),
    ...withFathers(joined, fathers),
    ...placed(joined),
  ]
  return [...new Set(probes)].slice(0, own.length > 1 ? MOST_PROBES : MOST_PROBES + 6)
}
