// One key of consonants for both scripts, by rules: the same for every usual spelling of a name, and short.
import { remembered } from './remembered.ts'

/** Vowels and half vowels within a word are left out: Roman drops, Urdu never writes them. */
const ROMAN_PAIRS: Readonly<Record<string, string>> = {
  kh: 'K',
  gh: 'G',
  ch: 'C',
  sh: 'S',
  zh: 'Z',
  ph: 'F',
  th: 'T',
  dh: 'D',
  bh: 'B',
  jh: 'J',
  rh: 'R',
  ck: 'K',
}
const ROMAN: Readonly<Record<string, string>> = {
  ...{ b: 'B', c: 'K', d: 'D', f: 'F', g: 'G', j: 'J', k: 'K', l: 'L', m: 'M', n: 'N', p: 'P' },
  ...{ q: 'K', r: 'R', s: 'S', t: 'T', x: 'KS', z: 'Z' },
}
const URDU: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ...{ ب: 'B', پ: 'P', ت: 'T', ٹ: 'T', ط: 'T', ث: 'S', س: 'S', ص: 'S', ش: 'S', ج: 'J', چ: 'C' },
    ...{ خ: 'K', ک: 'K', ق: 'K', د: 'D', ڈ: 'D', ذ: 'Z', ز: 'Z', ض: 'Z', ظ: 'Z', ژ: 'Z', ر: 'R', ڑ: 'R' },
    ...{ غ: 'G', گ: 'G', ف: 'F', ل: 'L', م: 'M', ن: 'N', ں: 'N' },
  }),
)
const FIRST: Readonly<Record<string, string>> = {
  ...{ a: 'A', e: 'A', i: 'A', o: 'A', u: 'A', h: 'H', w: 'V', v: 'V', y: 'Y' },
  ...{ ا: 'A', آ: 'A', ع: 'A', ہ: 'H', ح: 'H', ھ: 'H', و: 'V', ی: 'Y' },
}

function romanKey(word: string): string {
  const text = word
    .replace(/kh?sh|x/g, 'ks')
    .replace(/ch(?=r)/g, 'k')
    .replace(/que?$/, 'q')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ph/g, 'f')
    .replace(/nb/g, 'mb')
    .replace(/([a-z])\1+/g, '$1')
  let key = FIRST[text.slice(0, 1)] ?? ''
  for (let at = 0; at < text.length; at += 1) {
    const pair = ROMAN_PAIRS[text.slice(at, at + 2)]
    key += pair ?? ROMAN[text.charAt(at)] ?? ''
    if (pair) at += 1
  }
  return key
}

function urduKey(word: string): string {
  const text = word
    .replace(/للہ/g, 'لہ')
    .replace(/^[ذز]وال/, 'ذل')
    .replace(/گز/g, 'کس')
    .replace(/نب/g, 'مب')
    .replace(/(?<=^(?=.{5}).+)(.)\1+/gu, '$1')
  let key = FIRST[text.slice(0, 1)] ?? ''
  for (const letter of text) key += URDU[letter] ?? ''
  return key
}

/** Readings of a Roman word that have other consonants: th for ث, dh for ذ, ph for پھ, s for ز. */
const OTHER_READINGS: readonly (readonly [RegExp, string])[] = [
  [/th/g, 's'],
  [/dh/g, 'z'],
  [/ph/g, 'p'],
  [/(?<=[aeiouf])s(?=[aeiou]|$)/g, 'z'],
  [/ۃ/g, 'ت'],
]

/**
 * The consonants of a normalised word, one capital each, `A` for a vowel it begins with: the same in both scripts.
 * @example consonantKey('اسلم') // 'ASLM'
 */
export const consonantKey = (word: string): string => (/[a-z]/.test(word) ? romanKey(word) : urduKey(word))

/**
 * Every consonant key a word may have been meant by, the likeliest first; most words have one.
 * @example consonantKeys('uthman') // ['ATMN', 'ASMN']
 */
export const consonantKeys = remembered((word: string): readonly string[] => {
  const readings = OTHER_READINGS.map(([letters, other]) => word.replace(letters, other))
  const keys = [word, ...readings.filter((reading) => reading !== word)].map(consonantKey)
  return [...new Set(keys)].filter((key) => key !== '')
})

const kept_sounds: readonly (readonly [RegExp, string])[] = [
  [/kh?sh|x/g, 'ks'],
  [/kh|خ/g, 'X'],
  [/sh|ش/g, 'W'],
  [/ch|چ/g, 'C'],
  [/gh|غ/g, 'g'],
  [/([bjdtrl])h/g, '$1'],
  [/(?:ah?|eh|[ہاح])$/g, 'E'],
  [/(?<=[aeiou])h$/, ''],
  [/([a-z])\1+/g, '$1'],
  [/للہ|للE/g, 'لE'],
  [/[hحہ](?=.)/g, 'H'],
]

/**
 * A closer key, for counting how common a name is: it keeps h, kh, sh and a final a apart.
 * @example commonKey('khalida') // 'XLDE'
 */
export const commonKey = remembered((word: string): string => {
  const start = FIRST[word.slice(0, 1)] ?? ''
  const marked = kept_sounds.reduce((text, [letters, mark]) => text.replace(letters, mark), word)
  let key = start === 'H' ? '' : start
  for (const letter of marked) key += /[A-Z]/.test(letter) ? letter : (ROMAN[letter] ?? URDU[letter] ?? '')
  return key
})
