// A word of a name as a row of letters: numbers of one alphabet that has both scripts, ready to be aligned.
import { type Beside, dropCost, letterMass, type Place } from './drops.ts'
import { type Reading, ROMAN, ROMAN_PAIRS, URDU, URDU_PAIRS } from './letters.ts'
import { remembered } from './remembered.ts'

/** A letter, a pair, or vowels written together, at the beginning, within or at the end of a word. */
export interface Sign {
  readonly letters: string
  readonly script: Beside
  readonly readings: readonly Reading[]
  /** Cost of having no counterpart beside Roman, and beside Urdu letters. */
  readonly drops: readonly [roman: number, urdu: number]
}

const PLACES: readonly Place[] = ['first', 'inside', 'last']

/** All signs; a sign's number is its place here. */
export const SIGNS: Sign[] = []
/** Numbers of a sign at the beginning, within and at the end of a word; -1 where it is none. */
const numbers_of = new Map<string, [first: number, inside: number, last: number]>()

function enter(table: ReadonlyMap<string, readonly Reading[]>, script: Beside) {
  for (const letters of new Set([...table.keys()].map((key) => key.replace(/[\^$]/g, ''))))
    for (const [at, place] of PLACES.entries()) {
      const readings =
        table.get(place === 'first' ? `^${letters}` : place === 'last' ? `${letters}$` : letters) ??
        table.get(letters)
      if (!readings) continue
      const numbers = numbers_of.get(letters) ?? [-1, -1, -1]
      numbers[at] = SIGNS.length
      numbers_of.set(letters, numbers)
      const drop = (beside: Beside) => dropCost(letters, place, script, beside)
      SIGNS.push({ letters, script, readings, drops: [drop('roman'), drop('urdu')] })
    }
}
enter(ROMAN, 'roman')
enter(ROMAN_PAIRS, 'roman')
enter(URDU, 'urdu')
enter(URDU_PAIRS, 'urdu')

/** A word ready to be aligned. */
export interface Letters {
  readonly text: string
  readonly script: Beside
  /** The number of each letter's sign. */
  readonly ones: readonly number[]
  /** The number of the sign that this letter and the next one make together, or -1. */
  readonly pairs: readonly number[]
  /** Length of the word, in hundredths of a consonant. */
  readonly mass: number
}

/** Longer words are no names; they are compared by their beginning. */
const MOST_LETTERS = 24
const together = [...ROMAN.keys()].filter((letters) => letters.length > 1).sort((a, b) => b.length - a.length)
/** One Roman letter, or vowels written together; in `aee` and `iaa` the long vowel is the second. */
const roman_letter = new RegExp(`${together.join('|')}|[a-z]`, 'g')

/** Ways of writing Roman letters that say the same: que, doubled consonants, y and w between vowels. */
const PLAIN_ROMAN: readonly (readonly [RegExp, string])[] = [
  [/que?$/, 'q'],
  [/kh?sh/, 'x'],
  [/^x/, 'z'],
  [/([^aeiou])\1+/g, '$1'],
  [/([aeiou])\1\1+/g, '$1$1'],
  [/iy(?=[aou])/g, 'i'],
  [/(?<=a)y(?=ee)/g, ''],
  [/a(?:woo|wu|oo|ou)/g, 'au'],
  [/aee/g, 'a ee'],
  [/([ou])(a[iye])/g, '$1 $2'],
  [/([aoe])w(?=[aeiou])/g, '$1 w'],
]
/** The article within ذوالفقار is not spoken; `ائی` and `اعی` are one vowel, ai; the double ل of اللہ is one. */
const PLAIN_URDU: readonly (readonly [RegExp, string])[] = [
  [/للہ$/, 'لہ'],
  [/^(?:[ذز]وال(?=.{2})|[ذزظض]و?ا?ل(?=فق))/, 'ذل'],
  [/ا[ئع][یے]/g, 'ائ'],
  // A key pressed twice: شففیق; ممتاز begins with two, and so does a syllable of مدد.
  [/(?<=^(?=.{5}).+)(.)\1+/gu, '$1'],
]
const plain = (word: string, rules: readonly (readonly [RegExp, string])[]) =>
  rules.reduce((text, [from, to]) => text.replace(from, to), word)

function split(word: string, script: Beside): string[] {
  if (script === 'urdu') return [...plain(word, PLAIN_URDU)].filter((letter) => URDU.has(letter))
  return plain(word, PLAIN_ROMAN).match(roman_letter) ?? []
}

/** 0 at the beginning of a word, 2 at its end, 1 within. */
const placeOf = (at: number, last: number) => (at === 0 ? 0 : at >= last ? 2 : 1)

const numberOf = (letters: string, at: number, last: number) =>
  numbers_of.get(letters)?.[placeOf(at, last)] ?? -1

/**
 * A word of normalised letters as numbers; letters of other scripts fall away.
 * @example lettersOf('khan').ones.length // 4
 */
export const lettersOf = remembered((word: string): Letters => {
  const script: Beside = /\p{Script=Arabic}/u.test(word) ? 'urdu' : 'roman'
  const letters = split(word.slice(0, 2 * MOST_LETTERS), script).slice(0, MOST_LETTERS)
  const last = letters.length - 1
  const ones = letters.map((letter, at) => numberOf(letter, at, last))
  const pairs = letters.map((letter, at) => {
    const next = letters[at + 1]
    return next === undefined ? -1 : numberOf(letter + next, at === 0 ? 0 : at + 1, last)
  })
  return { text: word, script, ones, pairs, mass: letters.reduce((sum, one) => sum + letterMass(one), 0) }
})
