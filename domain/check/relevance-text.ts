// The few words with which an officer says why a man's record matters: no number in them, and no name of the survivor
// or her family. A number is refused; a word that looks like a name is marked and must be confirmed.
import { asciiDigits } from '../text/digits.ts'

/** Most characters of the text. */
export const MOST_CHARACTERS = 200
/** A CNIC has 13 digits, a mobile number 11, the shortest landline with its code 9. */
const FEWEST_DIGITS = 9

/** Dates and FIR numbers are no identifiers: 12-05-2026, 2026/05/12, 117/2026, 117/26. */
const HARMLESS_NUMBERS = new RegExp(
  [
    '\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})',
    '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}',
    '\\d{1,5}/(?:\\d{4}|\\d{2})',
  ]
    .map((shape) => `(?<!\\d)${shape}(?!\\d)`)
    .join('|'),
  'gu',
)
const BETWEEN_DIGITS = /(?<=\d)[\p{Z}\p{Pd}\p{Cf}\s\u2212.,_()/\\+]+(?=\d)/gu

/**
 * Whether the text holds a CNIC, a telephone number or a like number, in digits of any script, however it is spaced.
 * @law ARITA-2021 s.26, PPC s.376A
 * @example hasNumber('ring ۰۳۰۰ ۱۲۳ ۴۵۶۷') // true
 */
export function hasNumber(text: string): boolean {
  const plain = asciiDigits(text.normalize('NFKC')).replace(HARMLESS_NUMBERS, ' # ')
  return new RegExp(`\\d{${FEWEST_DIGITS},}`).test(plain.replace(BETWEEN_DIGITS, ''))
}

const words = (text: string) => text.split(' ')

/** Words for kin, and for the survivor herself, in English, Roman Urdu and Urdu. */
const KIN = new Set([
  ...words('daughter son wife husband sister brother mother father widow niece nephew aunt uncle cousin'),
  ...words('grandmother grandfather granddaughter grandson stepdaughter stepmother stepfather stepson'),
  ...words('fiancee fiance child girl boy minor lady woman victim survivor prosecutrix complainant abductee'),
  ...words('mst miss mrs ms namely named d/o s/o w/o do/o'),
  ...words(
    'beti baiti bety bitiya betiyan beta bete biwi bivi bewi zauja zoja zojah zawja ahlia ahliya bahen',
  ),
  ...words(
    'bahan behen behan behn bhen hamsheera hamshira walida waalida walda walid waalid maa maan amma ammi',
  ),
  ...words(
    'abba abbu bhai bhabhi bhabi bhanji bhatiji bhateeji bhatija bhanja bahu saas susar sasur poti pota',
  ),
  ...words(
    'nawasi nawasa nani nana dadi dada khala khalu phupho phuphi phoophi chachi chacha mami mamu mamoo',
  ),
  ...words('taya tayi dukhtar dokhtar bint binte bewa beva larki ladki bachi bachchi khatoon aurat musammat'),
  ...words('musamat mussammat nami naami mutasira mudaiya mughwiya saali sali nand devar jeth mangetar'),
  ...words(
    'بیٹی بیٹا بیٹے بیوی زوجہ اہلیہ بہن ہمشیرہ والدہ والد ماں اماں امی ابا ابو بھائی بھابھی بھانجی بھانجا',
  ),
  ...words(
    'بھتیجی بھتیجا بہو ساس سسر پوتی پوتا نواسی نواسا نانی نانا دادی دادا خالہ خالو پھوپھی پھوپھا چچی چچا',
  ),
  ...words(
    'ممانی ماموں تائی تایا دختر بنت ولد بیوہ لڑکی بچی بچہ خاتون عورت مسماۃ مسماہ مسمات نامی متاثرہ مدعیہ مدعی',
  ),
  ...words('مغویہ مستغیثہ مستغیث سالی نند دیور جیٹھ منگیتر شوہر خاوند سوتیلی'),
])

/** Words that may follow one of those and are no name. */
const PLAIN = new Set([
  ...words(
    'a an the of to in on at by for from with and or but as is was are were be been being has have had his',
  ),
  ...words(
    'her their its my our your him he she they it who whom whose which that this these those there here not no',
  ),
  ...words(
    'said same was also only both one two three own minor aged years old year living lives lived house home',
  ),
  ...words(
    'school village identified identifies recognised recognized named stated states told says reported filed',
  ),
  ...words(
    'accused suspect case fir police court statement complaint when while where after before during near under',
  ),
  ...words(
    'over into out up down about against between through because does did do can could will would may might',
  ),
  ...words(
    'must shall should present relative neighbour neighbor teacher driver step in-law law family member',
  ),
  ...words(
    'ka ki ke ko ne se par mein main hai hain tha thi the aur ya jo jis jiss us uski uska unki is iski iska',
  ),
  ...words(
    'wo woh ye yeh nahi nahin bhi sath saath ghar umar saal sal nabaligh mulzim muqadma bayan ilzam wala wali',
  ),
  ...words(
    'کا کی کے کو نے سے پر میں ہے ہیں تھا تھی تھے اور یا جو جس اس اسکی ان وہ یہ نہیں بھی ساتھ گھر عمر سال نابالغ',
  ),
  ...words(
    'ملزم مقدمہ بیان الزام والا والی شناخت کیا گئی گیا ہوا ہوئی ایک دو تین پاس تک کر کہ اپنی اپنے اپنا مذکور مذکورہ',
  ),
])

export type WordsFault =
  | { readonly code: 'number' }
  | { readonly code: 'name_like'; readonly words: readonly string[] }

/**
 * Why such words are not kept; null when they are. What is found to look like a name stands only when confirmed.
 * @law ARITA-2021 s.26, PPC s.376A
 * @example wordsFault('ring 0300 1234567', true)?.code // 'number'
 */
export function wordsFault(text: string, names_confirmed: boolean): WordsFault | null {
  if (hasNumber(text)) return { code: 'number' }
  const words = names_confirmed ? [] : nameLike(text)
  return words.length > 0 ? { code: 'name_like', words } : null
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu
/** Where a thought ends, what follows is no name of the kin before it; but "Mst." goes on. */
const ENDS = /[;:؛۔!?]$|(?<!\b(?:mst|mrs|ms))\.$/iu
/** Words between a word for kin and a name: "daughter of the said Ayesha". */
const MOST_BETWEEN = 3

/**
 * Words that look like a name because a word for kin stands before them, as typed and in order. Erring marks too much:
 * the officer then confirms that none of them tells who the survivor is.
 * @law ARITA-2021 s.26, PPC s.376A
 * @example nameLike('named by his niece Ayesha Bibi') // ['Ayesha', 'Bibi']
 */
export function nameLike(text: string): readonly string[] {
  const typed = text.normalize('NFC').split(/[\s،,]+/u)
  const bare = typed.map((word) => word.replace(EDGES, ''))
  const found = bare.flatMap((word, at) => (isKin(word) ? namesAfter(typed, bare, at) : []))
  return [...new Set(found)]
}

/** The run of names after a word for kin, in the same thought. */
function namesAfter(typed: readonly string[], bare: readonly string[], at: number): string[] {
  const found: string[] = []
  for (let i = at + 1; i < bare.length && !ENDS.test(typed[i - 1] ?? ''); i++) {
    const word = bare[i] ?? ''
    if (isName(word)) found.push(word)
    else if (found.length > 0 || i > at + MOST_BETWEEN) break
  }
  return found
}

const isKin = (word: string) => KIN.has(word.toLowerCase())
const isName = (word: string) => {
  const plain = word.toLowerCase().replace(/['’]s$/u, '')
  return /\p{L}{2}/u.test(word) && !PLAIN.has(plain) && !KIN.has(plain)
}
