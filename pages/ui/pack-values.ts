// A value of a rule pack in the reader's words. What an officer types stays in the pack's own codes (domain/law/pack-value.ts).
import { findOffenceChoice } from '../../domain/draft/catalogue.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { lawName } from './law-words.ts'
import { sectionWords } from './offence-words.ts'

const DAY = /^\d{4}-\d\d-\d\d$/
const DAY_OF_YEAR = /^(\d\d)-(\d\d)$/
const NUMBER_OR_HOURS = /^[\d:–]+$/

function oneOf(name: string, value: string, t: T, f: F): string {
  if (findOffenceChoice(value)) return sectionWords(value, t)
  if (DAY.test(value)) return f.date(value)
  const [, month, day] = DAY_OF_YEAR.exec(value) ?? []
  if (month && day) return `${f.digits(String(Number(day)))} ${f.months[Number(month) - 1]}`
  if (NUMBER_OR_HOURS.test(value)) return f.digits(value)
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'ui.yes' : 'ui.no')
  return t.find(`packs.of.${name}.${value}`) ?? value
}

/** Lists item by item, days and numbers as they are read, codes by their words. */
export const packValueWords = (name: string, value: string, t: T, f: F): string =>
  value === '' ? '—' : f.list(value.split(', ').map((one) => oneOf(name, one, t, f)))

const WITH_BASIS = /^(.*) \(([A-Z\d-]+), (\w+)\)$/

/** The same as a proposal shows it: with the text that the value rests on, and how sure that is. */
export function packChangeWords(name: string, told: string, t: T, f: F): string {
  const [, value, basis, status] = WITH_BASIS.exec(told) ?? []
  if (value === undefined || basis === undefined) return told
  return `${packValueWords(name, value, t, f)} (${lawName(basis, t)}${t('disclosures.comma')} ${t.find(`packs.status.${status}`) ?? status})`
}
