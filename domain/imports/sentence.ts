// The sentence in figures, from the words of English and Urdu judgments.
import { cleaned, folded } from './text.ts'

export type Term = { readonly years: number; readonly months: number; readonly days: number }
export type Sentence = {
  readonly as_typed: string
  readonly is_death: boolean
  readonly is_life: boolean
  /** Each term of imprisonment in the order typed; those in default of a fine are left out. */
  readonly terms: readonly Term[]
  readonly fine_rupees: number | null
}

/** Number words up to twenty and the round ones: judgments write "ten years", "دس سال". */
const number_words: Record<string, number> = Object.fromEntries(
  [
    ['one', 'ایک'],
    ['two', 'دو'],
    ['three', 'تین'],
    ['four', 'چار'],
    ['five', 'پانچ'],
    ['six', 'چھ', 'چھہ'],
    ['seven', 'سات'],
    ['eight', 'اٹھ', 'آٹھ'],
    ['nine', 'نو'],
    ['ten', 'دس'],
    ['eleven', 'گیارہ'],
    ['twelve', 'بارہ'],
    ['thirteen', 'تیرہ'],
    ['fourteen', 'چودہ'],
    ['fifteen', 'پندرہ'],
    ['sixteen', 'سولہ'],
    ['seventeen', 'سترہ'],
    ['eighteen', 'اٹھارہ'],
    ['nineteen', 'انیس'],
    ['twenty', 'بیس'],
  ]
    .flatMap((words, index) => words.map((word) => [folded(word), index + 1] as const))
    .concat([
      ['twenty-five', 25],
      [folded('پچیس'), 25],
      ['thirty', 30],
      [folded('تیس'), 30],
    ]),
)
const number_word = new RegExp(
  `(?<!\\p{L})(?:${Object.keys(number_words)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?=[ (-])`,
  'gu',
)

const part = (units: string) => `(\\d{1,3})\\)?[ -]*(?:${units})(?!\\p{L})`
const joined = '(?:[ ,]*(?:and|و|اور)?[ ,]*)'
const [years, months, days] = [
  part('years?|yrs?\\.?|سال|برس'),
  part('months?|ماہ|مہینے|مہینہ'),
  part('days?|دن|یوم|روز'),
]
const term = new RegExp(
  `${years}(?:${joined}${months})?(?:${joined}${days})?|${months}(?:${joined}${days})?|${days}`,
  'gu',
)
const death = /\bdeath\b|سزا\S{0,2} موت|پھانسی/u
const life = /\blife\b|عمر ?قید|عمر بھر/u
const in_default = /default|عدم اداییگی|ادا نہ کرنے/u
const fine = /(?:\b(?:fine|rs|pkr|rupees)\b|روپے|روپیہ|جرمانہ)/u
const amount = /(\d[\d,]*)(?:\/-)?\s*(lacs?|lakhs?|لاکھ|thousand|ہزار|million)?/gu
const scale: Record<string, number> = {
  lac: 1e5,
  lacs: 1e5,
  lakh: 1e5,
  lakhs: 1e5,
  لاکھ: 1e5,
  thousand: 1e3,
  ہزار: 1e3,
  million: 1e6,
}

function termsOf(text: string): Term[] {
  const terms: Term[] = []
  let from = 0
  for (const match of text.matchAll(term)) {
    const is_default = in_default.test(text.slice(from, match.index))
    from = match.index + match[0].length
    const [, y, ym, yd, m, md, d] = match
    if (!is_default)
      terms.push({ years: Number(y ?? 0), months: Number(ym ?? m ?? 0), days: Number(yd ?? md ?? d ?? 0) })
  }
  return terms
}

/** The largest sum of money named, in rupees; sums are looked for only after the terms are taken out. */
function fineOf(text: string): number | null {
  const rest = text.replaceAll(term, ' ')
  if (!fine.test(rest)) return null
  const sums = [...rest.matchAll(amount)].map(
    ([, digits = '', unit = '']) => Number(digits.replaceAll(',', '')) * (scale[unit] ?? 1),
  )
  return sums.length === 0 ? null : Math.max(...sums)
}

/**
 * Reads a sentence: death, life, terms of years, months and days, and the fine.
 * @returns null when nothing of this can be found in the text; terms in calendar units, the fine in rupees
 * @example readSentence('عمر قید اور جرمانہ 50,000 روپے')?.fine_rupees // 50000
 */
export function readSentence(typed: string): Sentence | null {
  const text = folded(typed).replaceAll(number_word, (word) => String(number_words[word]))
  const sentence: Sentence = {
    as_typed: cleaned(typed),
    is_death: death.test(text),
    is_life: life.test(text),
    terms: termsOf(text),
    fine_rupees: fineOf(text),
  }
  const is_read =
    sentence.is_death || sentence.is_life || sentence.terms.length > 0 || sentence.fine_rupees !== null
  return is_read ? sentence : null
}
