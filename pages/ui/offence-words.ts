// An offence as officers say it: section 376 PPC (rape), دفعہ ۳۷۶ تعزیراتِ پاکستان (زنا بالجبر). Its key, PPC-376, is the program's own.
import { findOffenceChoice } from '../../domain/draft/catalogue.ts'
import { isolated, type T } from '../language/translator.ts'
import { numberWords } from './law-words.ts'

/** The section and its act, for the key of a known offence; whatever is outside the catalogue as it was typed. */
export function sectionWords(key: string, t: T): string {
  const [act = '', ...section] = key.split('-')
  const name = t.find(`people.act.${act}`)
  if (name === undefined || !findOffenceChoice(key)) return isolated(key)
  return t('people.section', { act: name, section: numberWords(section.join('-'), t) })
}

/** The section with what it is about. */
export function offenceWords(key: string, t: T): string {
  const known = findOffenceChoice(key)
  return known ? `${sectionWords(key, t)} (${known.title[t.language]})` : sectionWords(key, t)
}
