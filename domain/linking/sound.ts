// A rough key of how a word sounds: its consonants in classes, the same for Latin and Arabic script.

/** Letters that are written together for one sound; the longest first. */
const groups: readonly (readonly [RegExp, string])[] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^x/, 's'],
  [/tch|tsch/g, 'c'],
  [/sch/g, 's'],
  [/ch/g, 'c'],
  [/sh/g, 's'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/kh|ck/g, 'k'],
  [/gh/g, 'g'],
  [/dg(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/x/g, 'ks'],
]

/** One class for sounds that are heard and written for each other. */
const class_of: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['b', 'bبپp'],
    ['f', 'fف'],
    ['k', 'kqcکقخ'],
    ['g', 'gگغ'],
    ['c', 'چ'],
    ['j', 'jج'],
    ['t', 'tتٹطdدڈ'],
    ['s', 'szسصثزذضظشژ'],
    ['m', 'mم'],
    ['n', 'nنں'],
    ['l', 'lل'],
    ['r', 'rرڑ'],
  ].flatMap(([sound = '', letters = '']) => [...letters].map((letter) => [letter, sound])),
)

/**
 * The consonants of a folded word by class, at most six; a first vowel is 'a', so that Ali and Lee differ.
 * Vowels, h, v, w and y within a word are not heard the same twice and are left out.
 * @example soundOf('mohammed') === soundOf('muhamad') // true
 */
export function soundOf(word: string): string {
  let text = word
  for (const [letters, sound] of groups) text = text.replace(letters, sound)
  let sounds = opening(text)
  let last = ''
  for (const letter of text) {
    const sound = class_of[letter] ?? ''
    if (sound !== '' && sound !== last) sounds += sound
    last = sound
  }
  return sounds.slice(0, 6)
}

const opening = (text: string): string => {
  if (/^[aeiouyاعآ]/.test(text)) return 'a'
  return /^[vwو]/.test(text) ? 'w' : ''
}

/**
 * A text as 32 bits that are never 0 (FNV-1a, finished so that near texts lie far apart).
 * @example hashOf('a') !== hashOf('b') // true
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mixed(hash)
}

/** Two keys as one; the order matters. */
export const joined = (a: number, b: number): number => mixed(Math.imul(a, 0x9e3779b1) ^ b)

function mixed(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0 || 1
}
