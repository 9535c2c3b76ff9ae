// Laws and their sections as courts of Pakistan write them: section 24(1), دفعہ ۲۴(۱). The key, ARITA-2021, is the program's own.
import { LETTER_NAMES_UR } from '../../domain/text/letter-names.ts'
import { formatter } from '../language/formatter.ts'
import { isolated, type T } from '../language/translator.ts'

/** `2(1)(h)` → ۲(۱)(ایچ), `377B` → ۳۷۷-بی. In English as it is. */
export function numberWords(section: string, t: T): string {
  if (t.language === 'en') return section
  const letters = section
    .replace(/\(([a-z])\)/gi, (_, letter: string) => `(${LETTER_NAMES_UR[letter.toUpperCase()]})`)
    .replace(
      /(\d)-?([A-Z])(?![A-Za-z])/g,
      (_, digit: string, letter: string) => `${digit}-${LETTER_NAMES_UR[letter]}`,
    )
  return formatter('ur').digits(letters)
}

const comma = (t: T) => `${t('disclosures.comma')} `

const NUMBER = String.raw`\d+(?:-?[A-Z])?(?:\(\w+\))*`
const SECTION = new RegExp(`^(?:s\\. ?)?(${NUMBER})( Explanation)?$`)
const ARTICLE = new RegExp(`^Art\\. ?(${NUMBER})$`)
const CLAUSE = /^(\(\w+\))+$/

function partWords(part: string, t: T): string {
  const [, section, explanation] = SECTION.exec(part) ?? []
  // Not as a value of the text: isolated, a number without a letter would turn left to right.
  if (section)
    return `${t('law.section')} ${numberWords(section, t)}${explanation ? ` (${t('law.explanation')})` : ''}`
  const [, article] = ARTICLE.exec(part) ?? []
  if (article) return `${t('law.article')} ${numberWords(article, t)}`
  if (CLAUSE.test(part)) return numberWords(part, t)
  return part === 'Schedules' ? t('law.schedules') : isolated(part)
}

/**
 * Sections as they are typed for a value (`s.2(1)(g),(k)`, `s.24 Explanation, Schedules`) in the words of the reader;
 * what is written otherwise stays as it is.
 */
export const clauseWords = (typed: string, t: T): string =>
  typed
    .split(/, ?/)
    .map((part) => partWords(part, t))
    .join(comma(t))

/** The short name of a law; a key that has none stays as it is. */
export const lawName = (key: string, t: T): string => t.find(`law.name.${key}`) ?? isolated(key)

/** The law with its section: Anti-Rape Act 2021, section 24(1). */
export const lawWords = (key: string, section: string | null | undefined, t: T): string =>
  section ? `${lawName(key, t)}${comma(t)}${clauseWords(section, t)}` : lawName(key, t)
