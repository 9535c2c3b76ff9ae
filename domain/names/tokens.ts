// A typed line cut into who, whose child, called what, and the rest; and a name cut into words.
import { asciiDigits } from '../text/digits.ts'
import { URDU_ATTRIBUTES } from './compounds.ts'
import { normaliseName } from './normalise.ts'
import type { Relation } from './parsed-name.ts'

/** Longer lines hold more than a name; the rest is not read. */
const MOST_TYPED = 400
const MOST_WORDS = 12

const child_mark =
  /(?<![\p{L}])(?:[sd]\s*[/\\]\s*o|[sd]\.\s?o\.|son\s+of|daughter\s+of|bin|ibn|ibne|bint|binte|walad|ولدیت|ولد|بن|ابن|بنت|دختر|پسر)(?![\p{L}])[\s.:-]*/u
const wife_mark =
  /(?<![\p{L}])(?:(?:w|wd|h)\s*[/\\]\s*o|w\.\s?o\.|wife\s+of|widow\s+of|husband\s+of|zauja|zouja|zoja|bewa|زوجہ|بیوہ|بیوی)(?![\p{L}])[\s.:-]*/u
const alias_mark =
  /\s*(?:@|(?<!\p{L})(?:عرف|المعروف|alias|urf|a\.?k\.?a\.?|known\s+as|nee)(?!\p{L}))[\s.:-]*/u
const rest_mark =
  /[,،؛;]?\s*(?:(?<![\p{L}\d])(?:r\s*[/\\]\s*o|resident\s+of|caste|c\s*[/\\]\s*o|about|aged|age|approx|born|dob|cnic|nic|qaum|quom|qoum|zaat|سکنہ|شناختی|ساکن|رہائشی|قوم|ذات|تقریبا|بعمر)(?!\p{L})|(?<!\p{L})عمر(?=\s*\d)|\d)/u

export interface Line {
  readonly own: string
  readonly aliases: readonly string[]
  readonly relation: Relation | null
  readonly father: string | null
  readonly rest: string
}

function cutRest(text: string): [name: string, rest: string] {
  const at = text.search(rest_mark)
  if (at < 0) return [text, '']
  return [text.slice(0, at), text.slice(at).replace(/^[\s,،؛;]+/u, '')]
}

/** Behind a comma stands a place, unless a single word stands before it: `Khan, Imran` is one name. */
function cutPlace(text: string): [name: string, rest: string] {
  const [first = '', ...others] = text.split(/[,،؛;]/u)
  const is_turned = /^\s*\S+\s*$/.test(first) && others.length === 1
  return is_turned ? [`${others[0]} ${first}`, ''] : [first, others.join(',').trim()]
}

function splitFather(text: string): { own: string; relation: Relation | null; father: string | null } {
  for (const [mark, relation] of [
    [wife_mark, 'wife'],
    [child_mark, 'child'],
  ] as const) {
    const found = mark.exec(text)
    if (!found || (found.index === 0 && !/[/\\]|\sof/.test(found[0]))) continue
    const own = text.slice(0, found.index)
    return { own, relation, father: text.slice(found.index + found[0].length) }
  }
  return { own: text, relation: null, father: null }
}

/** A capital I read for an l: AIi, AIlah, AItaf, MaIik, UIIah, KamaI; Aisha and Aiman have an i, Ali Imran two words. */
const capital_i = /(?<=(?<!\p{L})A)I(?=[aeilt])|(?<=\p{L})I(?=I?[aeiouy])|(?<=\p{Ll}{2})I(?!\p{L})/gu

/**
 * A scanner's digits in a word, and an l that begins one where only an i can: N00r, Youn1s, Al1ah, Abdu1, 1mran, 0mar,
 * lmran.
 */
function lettersForDigits(text: string): string {
  if (!/[a-z][015]|[015][a-z]{3}|(?<!\p{L})l[bdfjkmnqrstz]/u.test(text)) return text
  return text
    .replace(/(?<![\p{L}\d])1(?=[bdfjkmnqrstz][a-z]{2})/gu, 'i')
    .replace(/(?<![\p{L}\d])0(?=[bdfgjkmnqrstz][a-z]{2})/gu, 'o')
    .replace(/(?<![\p{L}\d])5(?=[aeiouh][a-z]{2})/gu, 's')
    .replace(/(?<=[a-z]{2}[aeiou])1(?![\p{L}\d])/gu, 'l')
    .replace(/(?<=[a-z]0?)0(?=0?[a-z])/g, 'o')
    .replace(/(?<=[a-z])5(?=[a-z])/g, 's')
    .replace(/(?<=[b-df-hjkm-np-tv-z])1(?=[b-df-hjkm-np-tv-z])/g, 'i')
    .replace(/(?<=[a-z])1(?=[a-z])/g, 'l')
    .replace(/(?<![\p{L}\d])l(?=[bdfjkmnqrstz])/gu, 'i')
}

/**
 * A typed line cut into the name, its aliases, the father's or husband's name and what follows, each normalised.
 * @example cutLine('Aslam @ Achoo s/o Akram, Kasur') // own 'aslam', aliases ['achoo'], father 'akram', rest 'kasur'
 */
export function cutLine(typed: string): Line {
  const spaced = typed
    .slice(0, MOST_TYPED)
    .replace(capital_i, 'l')
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
  const [named, rest] = cutRest(lettersForDigits(asciiDigits(normaliseName(spaced))))
  const bracketed: string[] = []
  const open = named.replace(/[([]([^)\]]*)[)\]]?/gu, (_, inner: string) => {
    bracketed.push(inner.replace(alias_mark, ''))
    return ' '
  })
  const { own, relation, father } = splitFather(open)
  const [own_names = '', ...own_aliases] = own.split(alias_mark)
  const [fathers = '', ...later_aliases] = (father ?? '').split(alias_mark)
  const [own_name, own_rest] = cutPlace(own_names)
  const [father_name, father_rest] = cutPlace(fathers)
  return {
    own: own_name.trim(),
    aliases: [...own_aliases, ...bracketed, ...(own_name.trim() === '' ? later_aliases : [])]
      .map((alias) => cutPlace(alias)[0].trim())
      .filter((alias) => alias !== ''),
    relation: father_name.trim() === '' ? null : relation,
    father: father_name.trim() === '' ? null : father_name.trim(),
    rest: [own_rest, father_rest, rest].filter((text) => text !== '').join(', '),
  }
}

/**
 * A last letter that a blank cut off: مسعو د. Only behind a letter that joins nothing on its left, where the blank
 * does not show; initials stand before a name, and Urdu spells them. An ا before a word may begin it: محمد ا سلم.
 */
const lone_letter = /(?<=\p{Script=Arabic}{2}[اآدڈذرڑزژو]) (?=[\u0621-\u06d3](?!\p{L}))(?!ا \p{L})/gu
/** An article that a blank stands in: عبدا لغفور, نور ا لدین. */
const broken_article = new RegExp(
  `(?<=(?<!\\p{L})عبد)(?: ا ?ل ?|ا ل ?|ال )(?=\\p{L}{2})|(?<=\\p{L}{2}) ?ا ل ?(?=(?:${URDU_ATTRIBUTES})(?!\\p{L}))|(?<=\\p{L}{2})ا (?=ل(?:${URDU_ATTRIBUTES})(?!\\p{L}))`,
  'gu',
)
/** Zul is half of a word: Zul Qarnain, Zul Fiqar, ذو القرنین. */
const zul_apart = /(?<!\p{L})(zul|ذو) (?=(?:[qk]arn|fi?[qk]|[qk]if|n[ou]+r|jina|jala)|ال\p{L}{3})/gu
/** A title without the blank behind it. */
const joined_title = /(?<!\p{L})(ڈاکٹر|مولانا|پروفیسر|چوہدری|چودھری|مسمات|مسماۃ)(?=\p{L}{3})/gu

const word_of_one_script = /\p{Script=Arabic}+|\p{Script=Latin}+|[\p{L}\p{M}]+/gu

/**
 * The words of a normalised name; where the script changes a word ends.
 * @example wordsOf('m.a. khan') // ['m', 'a', 'khan']
 */
export function wordsOf(name: string): string[] {
  return (
    name
      .replace(/بی بی/gu, 'بیبی')
      .replace(broken_article, (broken) => (broken.includes('ل') ? ' ال' : ' ا'))
      .replace(lone_letter, '')
      .replace(joined_title, '$1 ')
      .replace(zul_apart, '$1')
      .replace(/\bbi bi\b|\bb[. ]{0,2}b\b/g, 'bibi')
      .match(word_of_one_script) ?? []
  ).slice(0, MOST_WORDS)
}
