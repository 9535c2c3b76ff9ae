// What was typed into the one box, read as what is known of somebody: names, father, alias, age or birth, place, number.
import { type Birth, NOTHING_KNOWN, type PersonFacts } from '../matching/evidence.ts'
import { normaliseName } from '../names/normalise.ts'
import { parseName } from '../names/parse.ts'
import type { ParsedName } from '../names/parsed-name.ts'
import { asciiDigits } from '../text/digits.ts'

export interface NamedDistrict {
  readonly district_id: string
  readonly name_en: string
  readonly name_ur: string
}

/** A number of 12 to 14 digits, with or without dashes. */
const number_of_many = /(?<!\d)\d(?:[\s.-]?\d){11,13}(?!\d)/
const day_written =
  /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/
const year_written = /(?<!\d)(19\d\d|20\d\d)(?!\d)/
const age_written = /(?<!\d)(\d{1,2})(?!\d)/
const place_mark =
  /(?<!\p{L})(?:distt?\.?|district|resident of|r\s*[/\\]\s*o|سکنہ|ساکن|ضلع|رہائشی)(?!\p{L})\s*(.*)$/iu

const YOUNGEST = 10
const OLDEST = 99

/** A day as ISO, when there is such a month and such a day in one. */
function dayOf(text: string): string | undefined {
  const found = day_written.exec(text)
  if (!found) return undefined
  const [first = '', second = '', third = ''] = found.slice(1).filter((digits) => digits !== undefined)
  const [year, month, day] = first.length === 4 ? [first, second, third] : [third, second, first]
  const is_day = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return is_day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}

function birthOf(text: string, today: string): Birth | null {
  const on = dayOf(text)
  if (on !== undefined) return { kind: 'day', on }
  const year = year_written.exec(text)?.[1]
  if (year !== undefined) return { kind: 'year', year: Number(year) }
  const age = Number(age_written.exec(text)?.[1])
  return age >= YOUNGEST && age <= OLDEST ? { kind: 'age', years: age, on: today } : null
}

const words = (text: string) =>
  ` ${normaliseName(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** The district whose name stands in the text; the longest where several do. */
function districtOf(text: string, districts: Iterable<NamedDistrict>): string | null {
  const within = words(text)
  if (within.trim() === '') return null
  let best = { district_id: null as string | null, length: 0 }
  for (const { district_id, name_en, name_ur } of districts)
    for (const name of [words(name_en), words(name_ur)])
      if (name.trim() !== '' && within.includes(name) && name.length > best.length)
        best = { district_id, length: name.length }
  return best.district_id
}

export interface Question {
  readonly asked: PersonFacts
  /** Names as read, the father's among them. */
  readonly name: ParsedName
}

/**
 * What was typed, read as facts; undefined when nothing in it is a name or a number of a CNIC.
 * @param today the day on which an age was told
 * @example readQuestion('Md Aslam @ Achoo s/o Akram, about 40, Kasur', districts, '2026-11-01')?.asked.district_id // 'pb_kasur'
 */
export function readQuestion(
  typed: string,
  districts: Iterable<NamedDistrict>,
  today: string,
): Question | undefined {
  const text = asciiDigits(typed.normalize('NFC'))
  const number = number_of_many.exec(text)?.[0]
  const said = number === undefined ? text : text.replace(number, ' ')
  const place = place_mark.exec(said)
  const name = parseName(place ? said.slice(0, place.index) : said)
  const rest = [name.rest, place?.[1] ?? ''].join(', ')
  const asked: PersonFacts = {
    ...NOTHING_KNOWN,
    names: [name].filter(({ parts, muhammad }) => parts.length > 0 || muhammad !== 'none'),
    fathers: name.father ? [name.father] : [],
    sex: name.sex,
    birth: birthOf(rest, today),
    district_id: districtOf(rest, districts),
    cnics: number === undefined ? [] : [number.replace(/\D/g, '')],
  }
  return asked.names.length + asked.cnics.length === 0 ? undefined : { asked, name }
}

/** Of a million people, how many may share a single name before it is too weak to search by alone. */
const MOST_PER_MILLION = 1_500

/**
 * Whether a question would fit too many: one common name, and nothing that tells its bearers apart.
 * @example isWeak(readQuestion('Muhammad Aslam', [], '2026-11-01').asked, perMillion) // true
 */
export function isWeak(asked: PersonFacts, perMillion: (common_key: string) => number): boolean {
  const { names, fathers, birth, district_id, cnics } = asked
  const parts = names.flatMap(({ parts: own, aliases }) => [
    ...own,
    ...aliases.flatMap((alias) => alias.parts),
  ])
  const is_more_known = fathers.length > 0 || birth !== null || district_id !== null || cnics.length > 0
  if (is_more_known || parts.filter(({ kind }) => kind === 'part').length > 1) return false
  return parts.every(({ common_key }) => perMillion(common_key) > MOST_PER_MILLION)
}
