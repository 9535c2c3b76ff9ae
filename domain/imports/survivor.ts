// What free text may not carry: anything that tells who the survivor is (law: ARITA s.26, PPC 376A).
import type { Column } from './columns.ts'
import type { ProblemCode } from './problems.ts'
import { folded } from './text.ts'

const thirteen_digits = /(?<!\d)\d{5}[- ]?\d{7}[- ]?\d(?!\d)/
const phone = /(?<!\d)(?:\+?92|0)[- ]?3\d{2}[- ]?\d{7}(?!\d)/
const kin =
  /\b[dws]\/o\b|\b(?:daughter|wife|son|sister|mother|widow|niece)\s+of\b|(?<!\p{L})(?:دختر|زوجہ|بنت|بیوہ|ہمشیرہ|ولد|بیٹی|والدہ)(?!\p{L})/u
const person_mark = /\b(?:mst|miss|mrs|namely|named)\b|(?<!\p{L})(?:مسماۃ|مسماہ|مسمات|نامی)(?!\p{L})/u
/** Words for the survivor or the complainant, who is often her family; a first look at any text. */
export const survivor_word = /victim|survivor|prosecutrix|complainant|abductee|متاثر|مغوی|مدعی|مستغیث|مظلوم/
const mention =
  /([\p{L}]*)[ ("'،]*(?<!\p{L})(?:victims?|survivors?|prosecutrix|complainant|abductee|متاثرہ|متاثرین|مغوی|مغویہ|مدعی|مدعیہ|مستغیث|مستغیثہ|مظلومہ)(?:'s|’s)?(?!\p{L})[ :.,،-]*([\p{L}]*)/gu

/** Words that may stand beside "the victim" and name nobody, as in "compensation to the victim under s.544-A". */
const harmless = new Set(
  (
    'the a to of said minor child each every both for and or as by with shall be is was in on under per u s rs rupees ' +
    'compensation family pay paid category woman other an any his her their fine plus payable amount so ' +
    'کو کے کی کا نے اور معاوضہ معاوضے ادا خاندان فرد نابالغ بچہ بچی خاتون مذکورہ ہر بطور ایک مبلغ سے میں پر'
  )
    .split(' ')
    .map(folded),
)
const namesNobody = (word: string) => word === '' || harmless.has(word)

/** Columns of names, where s/o and w/o belong to the convicted person's own name. */
const own_names: ReadonlySet<Column> = new Set<Column>([
  'name_latin',
  'name_urdu',
  'father_name_latin',
  'father_name_urdu',
  'aliases',
])

/**
 * Why a text may not be kept, or must be looked at; null when nothing stands out. It errs towards refusing:
 * beside a word for the survivor, only words known to name nobody pass.
 * @law ARITA s.26, PPC 376A
 * @example survivorDoubt('sentence', 'victim Ayesha to get Rs. 50,000') // 'survivor_identity'
 */
export function survivorDoubt(column: Column, typed: string): ProblemCode | null {
  const text = folded(typed)
  if (text.length < 11 && !/\p{L}/u.test(text)) return null
  if (column !== 'cnic' && thirteen_digits.test(text)) return 'free_text_number'
  const mentions = survivor_word.test(text) ? [...text.matchAll(mention)] : []
  if (mentions.length > 0) {
    const names = mentions.some(([, before = '', after = '']) => !namesNobody(before) || !namesNobody(after))
    return names || kin.test(text) || person_mark.test(text) ? 'survivor_identity' : 'survivor_mentioned'
  }
  if (!own_names.has(column) && (kin.test(text) || person_mark.test(text))) {
    return column === 'address' ? 'address_kin' : 'free_text_kin'
  }
  return phone.test(text) ? 'free_text_phone' : null
}

/** Codes whose cell must not be shown again, stored, or given back: it may tell who the survivor is. */
export const hidden_codes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'survivor_identity',
  'free_text_kin',
  'free_text_number',
  'victim_unknown',
  'text_too_long',
])
