// The keys under which a name is found: its parts' consonants, the same in both scripts.
import { commonKey, consonantKeys } from './key.ts'
import type { NamePart, ParsedName } from './parsed-name.ts'

/** Every key a part is found by. */
export const keysOf = ({ letters, core }: NamePart) => [
  ...consonantKeys(letters.text),
  ...(core ? consonantKeys(core.text) : []),
]

/** The likeliest reading of a part, and of its core. */
const firstKeysOf = ({ letters, core }: NamePart) =>
  [letters, core].flatMap((one) => (one ? consonantKeys(one.text).slice(0, 1) : []))

const partsOf = (name: ParsedName) => name.parts.filter(({ kind }) => kind === 'part')

/** The parts that a name is found by; a title of clan only where the name has no other part. */
function usedParts(name: ParsedName): readonly NamePart[] {
  const parts = partsOf(name)
  return parts.length > 0 ? parts : name.parts.filter(({ kind }) => kind === 'clan')
}

export interface KeyedPart {
  readonly part: NamePart
  readonly keys: readonly string[]
}

/** The parts a name is found by, each with its keys, those of other readings among them. */
export const keyedParts = (name: ParsedName): KeyedPart[] =>
  usedParts(name).map((part) => ({ part, keys: [...new Set(keysOf(part))] }))

/**
 * Keys of the parts of a name, each once: what an index hashes in pairs. A compound gives the key of the whole and of
 * its core; a word with two readings gives both. Muhammad, Syed, styles and initials give none; a title of clan only
 * where the name has no other part.
 * @example nameKeys(parseName('محمد اسلم')) // ['ASLM']
 */
export const nameKeys = (name: ParsedName): string[] => [...new Set(usedParts(name).flatMap(keysOf))]

/** The same by the likeliest reading of each part alone: where the other script says how it is read. */
export const firstNameKeys = (name: ParsedName): string[] => [
  ...new Set(usedParts(name).flatMap(firstKeysOf)),
]

/** Neighbouring parts taken as one word, for blanks left out or put in, with the keys of that word. */
export const joinedParts = (name: ParsedName): { parts: [NamePart, NamePart]; keys: readonly string[] }[] => {
  const parts = partsOf(name)
  return parts.slice(1).flatMap((part, at) => {
    const before = parts[at]
    if (!before) return []
    const keys = consonantKeys(`${before.letters.text}${part.letters.text}`)
    return [{ parts: [before, part] as [NamePart, NamePart], keys }]
  })
}

/**
 * Keys of neighbouring parts taken as one word: `Ghulam Rasool`, `Ghulamrasool`.
 * @example joinedKeys(parseName('Par veen')) // ['PRVN']
 */
export const joinedKeys = (name: ParsedName): string[] => [
  ...new Set(joinedParts(name).flatMap(({ keys }) => keys)),
]

/** Shorter halves are syllables, not names. */
const LEAST_LETTERS = { roman: 3, urdu: 2 }
/** Of a million, how many bear a word that is taken for a name where a blank may be missing. */
const IS_NAME_PER_MILLION = 200
/** Ways of cutting one word that are tried, those into common names first. */
const MOST_CUTS = 2

/**
 * The two names that a word may be made of, where a blank was left out: only where both are names that are borne.
 * @param perMillion how many of a million bear a name of this common key
 * @returns for each way of cutting it, the keys of both halves
 * @example cutKeys('sherafzal', perMillion) // [['SR', 'AFZL']]
 */
export function cutKeys(word: string, perMillion: (common_key: string) => number): string[][] {
  const least = /[a-z]/.test(word) ? LEAST_LETTERS.roman : LEAST_LETTERS.urdu
  const cuts = new Map<string, { keys: string[]; common: number }>()
  for (let at = least; at <= word.length - least; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)]
    const [one = 0, other = 0] = halves.map((half) => perMillion(commonKey(half)))
    if (Math.min(one, other) <= IS_NAME_PER_MILLION) continue
    const keys = halves.flatMap((half) => consonantKeys(half).slice(0, 1))
    const name = keys.join(' ')
    if (one * other > (cuts.get(name)?.common ?? 0)) cuts.set(name, { keys, common: one * other })
  }
  return [...cuts.values()]
    .sort((one, other) => other.common - one.common)
    .slice(0, MOST_CUTS)
    .map(({ keys }) => keys)
}
