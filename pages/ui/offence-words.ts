// An offence as officers say it: PPC s.376 (rape), دفعہ ۳۷۶ تعزیراتِ پاکستان (زنا بالجبر). Its key, PPC-376, is the program's own.
import { findOffenceChoice } from '../../domain/draft/catalogue.ts'
import { formatter } from '../language/formatter.ts'
import { isolated, type T } from '../language/translator.ts'

/** What the letters after the number of a section are called in Urdu statutes. */
const LETTERS: Record<string, string> = { A: 'اے', B: 'بی', C: 'سی', D: 'ڈی', E: 'ای', F: 'ایف' }

function numberOf(section: string, t: T): string {
  if (t.language === 'en') return section
  const [, digits = '', letter = ''] = /^(\d+)([A-F]?)$/.exec(section) ?? []
  if (digits === '') return section
  return formatter('ur').digits(digits) + (letter && `-${LETTERS[letter]}`)
}

/** The section and its act, for the key of a known offence; whatever is outside the catalogue as it was typed. */
export function sectionWords(key: string, t: T): string {
  const [act = '', ...section] = key.split('-')
  const name = t.find(`people.act.${act}`)
  if (name === undefined || !findOffenceChoice(key)) return isolated(key)
  return t('people.section', { act: name, section: numberOf(section.join('-'), t) })
}

/** The section with what it is about. */
export function offenceWords(key: string, t: T): string {
  const known = findOffenceChoice(key)
  return known ? `${sectionWords(key, t)} (${known.title[t.language]})` : sectionWords(key, t)
}
