// One typed line about a person, as the facts it gives: name, alias, father, age or birth, CNIC, place.
import { parseName } from '../names/parse.ts'
import type { Birth, PersonFacts } from './evidence.ts'
import { NOTHING_KNOWN } from './evidence.ts'

export interface Description {
  readonly facts: PersonFacts
  /** Words that may name a place, small letters, in the order typed: a district is looked up among them. */
  readonly places: readonly string[]
}

const cnic_like = /(?<!\d)\d{5}[\s-]?\d{6,7}[\s-]?\d(?!\d)|(?<!\d)\d{12,14}(?!\d)/
const day_like = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/
const year_like = /(?<!\d)(19\d\d|20\d\d)(?!\d)/
const age_like = /(?<!\d)(\d{1,2})(?!\d)/
const not_a_place =
  /(?<!\p{L})(?:about|aged?|approx|years?|yrs?|old|born|dob|cnic|id|card|no|number|r\s*\/\s*o|resident|of|caste|c\s*\/\s*o|عمر|بعمر|سال|تقریبا|سکنہ|ساکن|رہائشی|شناختی|کارڈ|نمبر|قوم|ذات)(?!\p{L})/gu

function dayOf(text: string): string | null {
  const [, day = '', month = '', year = ''] = day_like.exec(text) ?? []
  const is_day = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return is_day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}

function birthOf(text: string, asked_on: string): Birth | null {
  const on = dayOf(text)
  if (on !== null) return { kind: 'day', on }
  const year = year_like.exec(text)?.[1]
  if (year) return { kind: 'year', year: Number(year) }
  const years = Number(age_like.exec(text)?.[1] ?? 0)
  return years > 0 ? { kind: 'age', years, on: asked_on } : null
}

/**
 * A line typed into the search box as facts; days are day, month, year.
 * @param asked_on the day of the question, from which an age counts
 * @example readDescription('Md Aslam @ Achoo s/o Akram, about 40, Kasur', '2026-11-26').places // ['kasur']
 */
export function readDescription(typed: string, asked_on: string): Description {
  const name = parseName(typed)
  const number = cnic_like.exec(name.rest)?.[0]
  const rest = name.rest.replace(cnic_like, ' ')
  const places = rest
    .replace(day_like, ' ')
    .replace(/\d+/g, ' ')
    .replace(not_a_place, ' ')
    .split(/[,،؛;/.-]/u)
    .map((place) => place.trim().replace(/\s+/g, ' '))
    .filter((place) => place !== '')
  const facts: PersonFacts = {
    ...NOTHING_KNOWN,
    names: name.parts.length > 0 || name.muhammad !== 'none' ? [name] : [],
    fathers: name.father ? [name.father] : [],
    sex: name.sex,
    birth: birthOf(rest, asked_on),
    cnics: number ? [number.replace(/\D/g, '')] : [],
  }
  return { facts, places }
}
