// One form of each letter, in two steps: what Urdu itself counts as the same text, then what names need beyond it.
import { PASHTO_LETTERS, SINDHI_LETTERS } from './neighbour-letters.ts'

/** A letter of another keyboard, or a base letter with a mark typed beside it, and the one Urdu letter meant. */
const URDU_FORMS: readonly (readonly [RegExp, string])[] = [
  [/[\u200b-\u200d\u2060\ufeff\u00ad\u0640]/gu, ''],
  [/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ''],
  // A base and a mark that stand for one letter: ح۬ is خ, س with three dots above is ش.
  [/ح\u06ec/gu, 'خ'],
  [/د\u06ec/gu, 'ذ'],
  [/ر\u06ec/gu, 'ز'],
  [/ص\u06ec/gu, 'ض'],
  [/ع\u06ec/gu, 'غ'],
  [/ڡ\u06ec/gu, 'ف'],
  [/ں\u06ec/gu, 'ن'],
  [/س\u06db/gu, 'ش'],
  [/ر\u06db/gu, 'ژ'],
  [/د\u0615/gu, 'ڈ'],
  [/ر\u0615/gu, 'ڑ'],
  [/ٮ\u065c/gu, 'ب'],
  [/و\u064f/gu, 'ۇ'],
  [/ٲ/gu, 'أ'],
  [/ٳ/gu, 'إ'],
  [/[يى]/gu, 'ی'],
  [/[یئ]\u0654/gu, 'ئ'],
  [/[ك\u06a9]/gu, 'ک'],
  [/ڧ/gu, 'ف'],
  [/ڻ/gu, 'ٹ'],
  [/ة/gu, 'ۃ'],
  [/ۀ|[هہ]\u0654/gu, 'ۂ'],
  // The Arabic heh joins on both sides within a word, where Urdu writes ھ; at its end it is ہ.
  [/ه(?=\p{M}*\p{L})/gu, 'ھ'],
  [/ه/gu, 'ہ'],
  [/ں(?=\p{M}*\p{L})/gu, 'ن'],
]

const ascii_only = /^[\x20-\x7e]*$/
/** Letters that stand for themselves wherever they stand, and blanks: most names in Urdu are nothing else. */
const plain_urdu = /^[ \tابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنوہیےآئ]*$/
const presentation_forms = /[\ufb50-\ufdff\ufe70-\ufefc]+/gu
const arabic = /\p{Script=Arabic}/u

/**
 * Urdu text in its own letters, as Unicode's and Nisaba's rules for Urdu have it (visual, reading, NFC): letters of
 * Arabic keyboards, presentation forms and marks typed beside their letter. Harakat stay; nothing is respelt.
 * @example normaliseUrdu('كيا') // 'کیا'
 */
export function normaliseUrdu(text: string): string {
  let plain = text.replace(presentation_forms, (forms) => forms.normalize('NFKC')).normalize('NFC')
  for (const [from, to] of URDU_FORMS) plain = plain.replace(from, to)
  return plain.normalize('NFC')
}

/** Letters that names are typed with, and the one under which they are compared; marks fall away. */
const FOLDED: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ۇ: 'و',
  ۆ: 'و',
  ۄ: 'و',
  ۋ: 'و',
  ۂ: 'ہ',
  ۓ: 'ے',
  ؠ: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ێ: 'ی',
  ݨ: 'ن',
  ࣇ: 'ل',
  ڡ: 'ف',
  ٮ: 'ب',
  ٯ: 'ق',
  ء: '',
  'ٔ': '',
}
const folded_letter = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'gu')
/** A dagger alef is spoken as a long a: مصطفیٰ ends in one, before its ی or behind it, رحمٰن has one inside. */
const dagger_alef = /(?:[یے]?\u0670|\u0670[یے])(?!\p{L})|\u0670/gu
/** The ؤ of علاؤ الدین is its ء with the vowel of the article. */
const article_vowel = /(?<=\p{L}ا)ؤ(?= ?ا?ل\p{L}{2})/gu
/** Two words written as one, where the first ends in a long a and the second begins with the article: ثناءاللہ, بہاءالدین. */
const joined_article = /(?<=\p{L}{2})اء?ا(?=ل\p{L}{2})/gu
/** ڻ and the yeh of Arabic keyboards are Sindhi: جوڻيجو. */
const sindhi_without_own = /ڻ.*ي|ي.*ڻ/u
/** ھ aspirates the letter before it; where there is none to aspirate it is ہ. */
const aspirates_nothing = /(?<!\p{L})ھ+|(?<=[اآویےعہحخئں])ھ+/gu

/** Urdu letters without harakat; those of Pashto and Sindhi become their Urdu neighbours. */
function foldArabic(text: string): string {
  const is_sindhi = SINDHI_LETTERS.test(text) || sindhi_without_own.test(text)
  // ڻ alone is the slip for ٹ; among Sindhi letters it is Sindhi's own n.
  const native = is_sindhi ? text.replaceAll('ڻ', 'ن') : text
  return normaliseUrdu(SINDHI_LETTERS.fold(PASHTO_LETTERS.fold(native)))
    .replace(dagger_alef, 'ا')
    .replace(article_vowel, 'ء')
    .replace(joined_article, 'ا ا')
    .replace(folded_letter, (letter) => FOLDED[letter] ?? letter)
    .replace(/[\u064b-\u065f\u06d6-\u06ed\u0610-\u061a]/gu, '')
    .replace(aspirates_nothing, (letters) => 'ہ'.repeat(letters.length))
    .replace(/اا+/gu, 'ا')
    .replace(/للاہ(?!\p{L})/gu, 'للہ')
    .replace(/ں(?=\p{L})/gu, 'ن')
}

const LATIN_FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}
const marks = /\p{M}+/gu
/** Only Latin letters lose their marks: آ is no ا with an ornament. */
const latin_with_marks = /[\u00c0-\u024f\u1e00-\u1eff]\p{M}*|[a-z]\p{M}+/gu
/** Apostrophes and half rings that stand for ع and ء, or join nothing: Ja'far, Sa`eed, ʿAlī. */
const apostrophes = /(?<=\p{L})['’‘`´ʼʻʿʾ](?=\p{L})|[ʿʾʻʼ]/gu

/**
 * A name as it is compared, never shown: one case, one form of each letter, marks and apostrophes gone, in both
 * scripts; blanks and punctuation stay for the parser.
 * @example normaliseName('مُحَمَّد  يوسف') // 'محمد  یوسف'
 */
export function normaliseName(text: string): string {
  if (ascii_only.test(text)) return text.toLowerCase().replace(apostrophes, '')
  if (plain_urdu.test(text)) return text
  const compatible = text.normalize('NFKC')
  const urdu = arabic.test(compatible) ? foldArabic(compatible) : compatible
  return urdu
    .toLowerCase()
    .replace(latin_with_marks, (letter) => letter.normalize('NFKD').replace(marks, ''))
    .replace(/[ßøłæœıđðþ]/gu, (letter) => LATIN_FOLDED[letter] ?? letter)
    .replace(apostrophes, '')
}
