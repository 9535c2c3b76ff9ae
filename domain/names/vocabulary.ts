// Words beside names, in both scripts: what they are, never whose. All are written as `normaliseName` gives them.

import { LETTER_NAMES_UR } from '../text/letter-names.ts'

const words = (text: string) => text.trim().split(/\s+/)
const codes = (entries: Readonly<Record<string, string>>) =>
  new Map(Object.entries(entries).flatMap(([code, text]) => words(text).map((word) => [word, code] as const)))

/** With a letter left out or doubled, too; a long vowel before the last letter makes it Mehmood. */
const muhammad_roman = /^m(?:[ou]+h*[ae]*m+[ae]*d|[uo]?h+[aeu]*m+[aeou]?d)$/
const MUHAMMAD = new Set(words('محمد محمّد محمـد md mohd muhd mhd mohmd muhmd mohammd muhammd mohamd mahd'))
/**
 * Letters turned, doubled or read for their like: Muhamamd, Muhammda, Muharnmad. With a u or o behind it is Mehmood,
 * and Mohmand is a tribe.
 */
const muhammad_slipped =
  /^(?=.{7,10}$)(?=.*h.*m)(?!.*[mn][aeou]*[ou]+d|.*ma+nd)m[aeou]*h[aeou]*(?:[mn][aeou]*){2,3}d[aeou]?$|^محم+د+$/u
/** Whether a word is *Muhammad*, written out or short; borne by most men, it tells nobody apart. */
export const isMuhammad = (word: string) =>
  MUHAMMAD.has(word) ||
  muhammad_roman.test(word) ||
  muhammad_slipped.test(word.replace('rn', 'm')) ||
  isMuhammadMistyped(word)

const MUHAMMAD_SPELT = words('muhammad mohammad mohammed muhammed mohamad mohamed muhamad muhamed')
/** One key beside the right one, too many or too few: Mohamsd, Mohammwd, Mmuhammad. */
const isMuhammadMistyped = (word: string) =>
  word.length >= 7 &&
  word.length <= 9 &&
  // Mehmood, Mohmand and Muhammadi are other names.
  !/^m[ae]h|[ou]+d$|mand|i$/.test(word) &&
  MUHAMMAD_SPELT.some((spelt) => isOneKeyOff(word, spelt))

/** Whether one letter of two words of about one length is another, or stands in one alone. */
function isOneKeyOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const [rest, others] = [one.slice(at), other.slice(at)]
  return rest.slice(1) === others.slice(1) || rest.slice(1) === others || rest === others.slice(1)
}

const SYED = new Set(
  words(`سید سیدہ syed syeda sayed sayeda sayyed sayyeda sayyid sayyida sayyad saiyid saiyed saiyad syid syd sd
    seyed seyyed sayid sayyida syeddah`),
)
export const isSyed = (word: string) => SYED.has(word)

/** Words that say how somebody is addressed and are no part of a name. */
export const HONORIFICS = new Set(
  words(`mr mrs ms miss mst musammat mussammat mussamat musamat msmt mohtarma mohtarama janab janaab dr doctor prof
    professor engr engineer adv advocate capt captain maj major gen general col colonel brig brigadier lt sgt sergeant havildar hawaldar
    hawildar subedar constable inspector asi hc head sepoy sipahi hav havaldar justice maulana molana moulana maulvi molvi moulvi mawlvi mawlawi maulavi mufti allama alama late
    master mistri mistry seth lambardar nambardar numberdar patwari sufi babu comrade
    ustad ustaad hazrat al haaj rev reverend pastor bishop marhoom alhaj alhaaj hj hajj haaji haji hajji hafiz qari
    جناب مسٹر مسز مس مسماۃ مسمات مسماة مسمی محترمہ محترم ڈاکٹر پروفیسر انجینئر انجینیر ایڈووکیٹ کیپٹن میجر جنرل کرنل بریگیڈیئر
    ماسٹر مستری سیٹھ نمبردار لمبردار پٹواری صوفی بابو کامریڈ مولانا مولوی مفتی علامہ استاد حضرت پادری پاسٹر بشپ حاجی الحاج حافظ قاری مرحوم مرحومہ جسٹس صوبیدار حوالدار ہیڈ کانسٹیبل سپاہی`),
)

/** Words of courtesy and station that come and go beside one person's name; each with its code. */
export const STYLES = codes({
  bibi: 'bibi beebi bebe bi.bi بیبی',
  begum: 'begum begam begham baigum baigam bagum بیگم',
  khatoon: 'khatoon khatun khatoun khaton خاتون',
  khanum: 'khanum khanam khanim خانم',
  mai: 'mai maii mayi maee مائی',
  bano: 'bano banu banoo بانو',
  bai: 'bai بائی',
  sahib: 'sahib sahab saheb sahiba صاحب صاحبہ',
  sardar: 'sardar سردار',
  pir: 'pir peer پیر',
  sain: 'sain saeen saen سائیں سائین',
  baba: 'baba بابا',
  mian: 'mian miyan miah میاں',
  sahibzada: 'sahibzada صاحبزادہ nawabzada نوابزادہ',
  nawab: 'nawab نواب',
  wadera: 'wadera wadero waderah وڈیرہ وڈیرا وڈیرو رئیس rais raees',
  makhdoom: 'makhdoom makhdum مخدوم',
})
const FEMALE_STYLES = new Set(words('bibi begum khatoon khanum mai bano bai'))
const FEMALE_HONORIFICS = new Set(
  words(
    'mrs ms miss mst musammat mussammat mussamat musamat msmt مسز مس مسماۃ مسمات سیدہ syeda sayeda sayyida',
  ),
)
const MALE_HONORIFICS = new Set(words('mr مسٹر'))

/** Titles of clan and standing: before a name a courtesy, behind it a family name. */
export const CLANS = codes({
  khan: 'khan kahn خان',
  malik: 'malik malek malick malak ملک',
  chaudhry: `ch chaudhry chaudhary chaudhri chaudhery chaudhury chaudary chaudry choudhary choudhry choudhury chowdhury
    chowdhry chodhry chodhary chaudhari choudhari چوہدری چودھری چودہری چوھدری چوہدھری چودری`,
  rana: 'rana رانا',
  raja: 'raja rajah راجہ راجا',
  mirza: 'mirza مرزا',
  sheikh: 'sheikh shaikh shaykh sheik shaik shekh sh شیخ',
  rao: 'rao راو',
  rai: 'rai راے راےٓ رائے',
  khawaja: 'khawaja khwaja khawja khuwaja kh خواجہ',
  mir: 'mir meer میر',
  agha: 'agha aga آغا اغا',
})

/** Whether a word is a title of courtesy, and a name only where no other stands beside it. */
export const isTitle = (word: string) => STYLES.has(word) || HONORIFICS.has(word)

/** What a word beside a name says about the sex of its bearer; most words say nothing. */
export function sexOfWord(word: string): 'male' | 'female' | undefined {
  if (FEMALE_HONORIFICS.has(word) || FEMALE_STYLES.has(STYLES.get(word) ?? '')) return 'female'
  return MALE_HONORIFICS.has(word) ? 'male' : undefined
}

/** Short forms that stand for one name. */
export const SHORT_FORMS = new Map([
  ['gh', 'ghulam'],
  ['ghlm', 'ghulam'],
  ['ghm', 'ghulam'],
  ['abd', 'abd'],
  ['ab', 'abd'],
  ['hsn', 'hassan'],
  ['wm', 'william'],
  // Spelt as in Arab countries.
  ['ramadan', 'ramzan'],
  ['ramadhan', 'ramzan'],
  ['ridwan', 'rizwan'],
  ['ridha', 'raza'],
  ['murtada', 'murtaza'],
  ['murtadha', 'murtaza'],
  ['riyad', 'riyaz'],
  ['riyadh', 'riyaz'],
  ['fayyad', 'fayyaz'],
  ['qadi', 'qazi'],
  ['fadl', 'fazal'],
  ['fadhl', 'fazal'],
])

/** Doubled e and o are other vowels: Sayeed is no Sayed. */
const oneOfEach = (word: string) => word.replace(/([a-df-np-z])\1+/g, '$1')
/** Shorter words mean too much: `Rao` is one, `Ro` none. */
const LEAST_LISTED = 4
const listed = new Map(
  [...HONORIFICS, ...SYED, ...STYLES.keys(), ...CLANS.keys(), ...SHORT_FORMS.keys()]
    .filter((word) => /^[a-z]+$/.test(word) && word.length >= LEAST_LISTED)
    .map((word) => [oneOfEach(word), word]),
)
const is_listed = new Set(listed.values())

/**
 * A title, style or short form with a letter doubled, as it stands in the lists; any other word as it is.
 * @example listedSpelling('chaudhaary') // 'chaudhary'
 */
export const listedSpelling = (word: string): string =>
  is_listed.has(word) ? word : (listed.get(oneOfEach(word)) ?? word)

/** Urdu names that are written without a letter they are spoken with, and their full spelling. */
const FULL: readonly (readonly [written: string, full: string])[] = [
  ['رحمن', 'رحمان'],
  ['اسحق', 'اسحاق'],
  ['اسمعیل', 'اسماعیل'],
  ['ابرہیم', 'ابراہیم'],
  ['یسین', 'یاسین'],
  ['یٰسین', 'یاسین'],
  ['ہرون', 'ہارون'],
  ['لقمن', 'لقمان'],
  ['عیسی', 'عیسا'],
  ['موسی', 'موسا'],
  ['یحیی', 'یحیا'],
  ['مصطفی', 'مصطفا'],
  ['مرتضی', 'مرتضا'],
  ['مجتبی', 'مجتبا'],
  ['لیلی', 'لیلا'],
  ['سلمی', 'سلما'],
  ['بشری', 'بشرا'],
  ['عظمی', 'عظما'],
  ['صغری', 'صغرا'],
  ['کبری', 'کبرا'],
  ['طوبی', 'طوبا'],
  ['یسری', 'یسرا'],
  ['ہدی', 'ہدا'],
  ['اقصی', 'اقصا'],
  ['سلوی', 'سلوا'],
  ['نجوی', 'نجوا'],
  ['منتہی', 'منتہا'],
  ['تقوی', 'تقوا'],
]
/** Older hands end them in ے: مصطفے. */
const endsInBariYe = FULL.filter(([written]) => written.endsWith('ی')).map(
  ([written, spelt]) => [`${written.slice(0, -1)}ے`, spelt] as const,
)
export const FULL_SPELLINGS = new Map([...FULL, ...endsInBariYe])

const LEAST_JOINED = 5
const joined_full = new RegExp(
  `(?<=\\p{L}{2})(?:${[...FULL_SPELLINGS.keys()].filter((word) => word.length >= LEAST_JOINED && /[یے]$/u.test(word)).join('|')})$`,
  'u',
)
/** The full spelling of a word, also where another is joined before it: غلاممصطفی. */
export const fullSpelling = (word: string): string =>
  FULL_SPELLINGS.get(word) ??
  (/[یے]$/u.test(word) ? word.replace(joined_full, (ending) => FULL_SPELLINGS.get(ending) ?? ending) : word)

/** Names of Roman letters as Urdu spells initials: ایم اے خان is M. A. Khan. */
export const LETTER_NAMES = new Map(
  Object.entries(LETTER_NAMES_UR).map(([letter, name]) => [name, letter.toLowerCase()]),
)
