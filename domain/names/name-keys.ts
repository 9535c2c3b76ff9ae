// The keys under which a name is found: its parts' consonants, the same in both scripts.
import { consonantKeys } from './key.ts'
import type { NamePart, ParsedName } from './parsed-name.ts'

const keysOf = ({ letters, core }: NamePart) => [
  ...consonantKeys(letters.text),
  ...(core ? consonantKeys(core.text) : []),
]

/**
 * Keys of the parts of a name, each once: what an index hashes in pairs. A compound gives the key of the whole and of
 * its core; a word with two readings gives both. Muhammad, Syed, styles and initials give none; a title of clan only
 * where the name has no other part.
 * @example nameKeys(parseName('محمد اسلم')) // ['ASLM']
 */
export function nameKeys(name: ParsedName): string[] {
  const parts = name.parts.filter(({ kind }) => kind === 'part')
  const used = parts.length > 0 ? parts : name.parts.filter(({ kind }) => kind === 'clan')
  return [...new Set(used.flatMap(keysOf))]
}

/**
 * Keys of neighbouring parts taken as one word, for blanks left out or put in: `Ghulam Rasool`, `Ghulamrasool`.
 * @example joinedKeys(parseName('Par veen')) // ['PRVN']
 */
export function joinedKeys(name: ParsedName): string[] {
  const parts = name.parts.filter(({ kind }) => kind === 'part')
  return [
    ...new Set(
      parts
        .slice(1)
        .flatMap((part, at) => consonantKeys(`${parts[at]?.letters.text ?? ''}${part.letters.text}`)),
    ),
  ]
}
