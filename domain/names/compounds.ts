// Names of two words with the Arabic article between: Abdul Rehman, Habibullah, Zia-ul-Haq, joined or apart.

import { consonantKeys } from './key.ts'

/** A word of a name; behind a compound's core the other word, its attribute. */
export interface Word {
  readonly text: string
  readonly attribute?: string
}

const article = /^(?:[uae][lrdsnzt]|ush|ash)$/
const servant = /^abd[aeou]{0,2}(?:[lrsnztd]|sh|dl|ll)?$/
const servant_joined = /^abd[aeou]{1,2}l?([a-z]{4,})$/
const abdullah = /^[ao]bd[aeou]{0,2}l+[aeou]h?$/
const god = /^[uaoei]?l+[aeou]+h$|^[uo]l+a+$/

/** Endings that are a word of their own, with the vowel of the article; the longest come first. */
const ROMAN_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^(.{3,}?)[uao]l+[ae]h?$/, 'allah'],
  [/^(.{2,}?)[uoae]d{1,2}(?:i|ee|ie|ei|y|ea)ne?$/, 'din'],
  [/^(.{3,}?)[ue][lr]?r+[ae]h?ma+n$/, 'rehman'],
  [/^(.{3,}?)[ue]l?ha(?:q|qq|que|k|qe)$/, 'haq'],
  [/^(.{3,}?)[ue]li?slam$/, 'islam'],
  [/^(.{3,}?)[uae]n+i+ss?a$/, 'nisa'],
  [/^(.{2,}?)[ue]l(?=ha|hu|ab|ai|za)(hass?an|huss?ain|abid(?:ee|i)n|ain|zaman)$/, ''],
]
const attribute_word = /^(?:u?d{1,2}(?:i|ee|ie|ei|ea)ne?|ud+(?:i|ee)n|un+iss?a|niss?a)$/
/** Names that end in ul without an article. */
const ends_in_ul = /^(?:ras|maqb|bat|kab|mam|mash|us|shahm|abd|gh)[aeou]*ul$|.g[ou]l$/
/** Words that stand behind an article joined to the word before: Ziaul Haq, Habibur Rahman. */
const behind_article = /^(?:ha[qk]|haque|r[ae]h?ma+n|di+n|deen|islam|nis+a|hass?an|huda)$/
/** Second words of Urdu compounds, as a pattern's alternatives. */
export const URDU_ATTRIBUTES =
  'دین|رحمان|رحمن|حق|نسا|اسلام|حسن|حسین|عین|ہدا|ہدی|زمان|زماں|عابدین|رسول|مصطفا|کلام|فاطمہ|بدین|خالق'
/** A second word with the article; names of their own begin with the same letters. */
const urdu_article = /^ال(?!طاف$|یاس$|ماس$|ہام$|فت$|[لہ]|اہی|برٹ$|یگ|یک)(?=.{2})/u
const urdu_ending = new RegExp(`^(.{2,}?)ا?ل(${URDU_ATTRIBUTES})$`, 'u')
const urdu_god = /^(.{2,}?)ا?للہ$/u
/** What follows God in names that begin with Him, by its consonants: Allah Ditta, Dino, Dad, Bakhsh, Yar, Rakha, Wasaya. */
const BEHIND_GOD = new Set(['DT', 'DN', 'DD', 'BKS', 'YR', 'RK', 'VS', 'VD'])
/** And what has too few of them: Allah Nawaz, Jiwaya, Diwaya, Bachayo, Warayo; Niazi and Joiya are tribes. */
const behind_god =
  /^(?:nawa+z|j[iua]*w[aeiy]*y[ao]|d[ei]*wa+y[ao]|bacha+y[ao]|wara+y[ao]|نواز|جی?وایا|[دڈ]ی?وایا|بچایو|ورایو)$/u
const isBehindGod = (word: string) => behind_god.test(word) || BEHIND_GOD.has(consonantKeys(word)[0] ?? '')
const urdu_servant_joined = /^(?:عبد(?:ال|ل)|ابدال(?=.{3}))(.{2,})$/u

function splitRoman(word: string): Word {
  if (abdullah.test(word)) return { text: 'abdullah' }
  const joined = servant_joined.exec(word)?.[1]
  if (joined) return { text: /^ate+f$|^atif$/.test(joined) ? `l${joined}` : joined, attribute: 'abd' }
  for (const [ending, attribute] of ROMAN_ENDINGS) {
    const found = word.length >= 6 ? ending.exec(word) : null
    if (found?.[1]) return { text: found[1], attribute: attribute || (found[2] ?? '') }
  }
  return { text: word }
}

function splitUrdu(word: string): Word {
  if (/^عبد(?:ا|ل)?للہ$|^عبداللہ$/u.test(word)) return { text: 'عبداللہ' }
  const servant_of = urdu_servant_joined.exec(word)?.[1]
  if (servant_of) return { text: servant_of, attribute: 'عبد' }
  const of_god = urdu_god.exec(word)?.[1]
  if (of_god) return { text: of_god, attribute: 'اللہ' }
  const found = urdu_ending.exec(word)
  return found?.[1] && found[2] && !/^(?:عبد)?ا?$/u.test(found[1])
    ? { text: found[1], attribute: found[2] }
    : { text: word }
}

/**
 * A word that is a compound written together, in its core and its attribute.
 * @example splitCompound('habibullah') // { text: 'habib', attribute: 'allah' }
 */
export const splitCompound = (word: string): Word =>
  /^[a-z]/.test(word) ? splitRoman(word) : splitUrdu(word)

/** The compound that a word begins with the words behind it, and how many words it takes. */
function compoundAt(
  words: readonly string[],
  at: number,
  isTitle: (word: string) => boolean,
): { word: Word; taken: number } | undefined {
  const [first = '', second = '', third = ''] = words.slice(at, at + 3)
  if (second === '') return undefined
  // Haji Allah Ditta, Malik Allah Yar, Ghulam Allah Bakhsh.
  const is_god = /^[ae]l+[aeou]+h$|^اللہ$/u.test(second)
  if (is_god && third !== '' && (isBehindGod(third) || isTitle(first))) return undefined
  const is_urdu_servant = /^عبد(?:ل|ال)?$/u.test(first)
  const is_servant = is_urdu_servant || servant.test(first)
  const attribute_of_servant = is_urdu_servant ? 'عبد' : 'abd'
  if (is_servant && (god.test(second) || second === 'اللہ'))
    return { word: { text: first === 'عبد' ? 'عبداللہ' : 'abdullah' }, taken: 2 }
  if (is_servant && article.test(second) && third !== '')
    return { word: { text: third, attribute: attribute_of_servant }, taken: 3 }
  if (is_servant)
    return { word: { text: second.replace(/^ال(?=.{2})/u, ''), attribute: attribute_of_servant }, taken: 2 }
  if ((article.test(second) || second === 'e') && third !== '' && !isBare(third))
    return { word: { text: first, attribute: third }, taken: 3 }
  const with_article = /^(.{3,}?)u[lrdn]$/.exec(first)?.[1]
  const is_article = /ul$/.test(first) && second.length > 3 && !ends_in_ul.test(first)
  if (with_article && (behind_article.test(second) || is_article))
    return { word: { text: with_article, attribute: second }, taken: 2 }
  if (god.test(second)) return { word: { text: first, attribute: 'allah' }, taken: 2 }
  if (second === 'اللہ') return { word: { text: first, attribute: 'اللہ' }, taken: 2 }
  if (attribute_word.test(second))
    return { word: { text: first, attribute: /s/.test(second) ? 'nisa' : 'din' }, taken: 2 }
  const attribute = urdu_article.test(second) ? second.slice(2) : undefined
  return attribute ? { word: { text: first, attribute }, taken: 2 } : undefined
}

const isBare = (word: string) => word.length < 2

/**
 * Words of a name with their compounds found, however they were spaced.
 * @example joinCompounds(['zia', 'ul', 'haq'], () => false, () => false) // [{ text: 'zia', attribute: 'haq' }]
 */
export function joinCompounds(
  words: readonly string[],
  isApart: (word: string) => boolean,
  isTitle: (word: string) => boolean,
): Word[] {
  const joined: Word[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    const compound = isApart(word) ? undefined : compoundAt(words, at, isTitle)
    joined.push(compound?.word ?? (isApart(word) ? { text: word } : splitCompound(word)))
    at += compound?.taken ?? 1
  }
  return joined
}
