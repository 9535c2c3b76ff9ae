// The key of an FIR: station, year and serial; its number alone names nothing.
import { asciiDigits } from '../text/digits.ts'

export type FirKey = { readonly fir_station: string; readonly fir_year: number; readonly fir_number: number }

const FIRST_YEAR = 1947
const MOST_SERIAL = 99_999
/** 117/24, 117 / 2024, No. 117-2024, in Latin digits. */
const SERIAL_AND_YEAR = /(\d{1,5})\s*[/\\\p{Pd}\u2212]\s*(\d{4}|\d{2})(?!\d)/u
/** Words that say that a station follows, in both languages. */
const STATION_WORDS =
  /^(?:(?:p\.?\s*s\.?|police station|thana|of|at)(?=[\s:.,]|$)|تھانہ|تھانے|پولیس اسٹیشن|پولیس سٹیشن)[\s:.,]*/iu
const FIR_WORDS =
  /(?:f\.?\s*i\.?\s*r\.?|case|no\.?|number|#|ایف\s*آئی\s*آر|مقدمہ|نمبر|بابت|سال)(?=[\s:.,\d]|$)[\s:.,]*/giu

/** Two digits are the latest such year that is not in the future: in 2026, 24 is 2024 and 98 is 1998. */
function fullYear(digits: string, this_year: number): number {
  if (digits.length === 4) return Number(digits)
  const year = Math.floor(this_year / 100) * 100 + Number(digits)
  return year > this_year ? year - 100 : year
}

const tidied = (text: string) =>
  text
    .replace(/[،,;:()]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

/**
 * The name of a station without the words that only say that it is one.
 * @example stationName('PS: Saddar,  Multan') // 'Saddar Multan'
 */
export function stationName(typed: string): string {
  let name = tidied(typed)
  for (let before = ''; before !== name; ) {
    before = name
    name = name.replace(STATION_WORDS, '').trim()
  }
  return name
}

/**
 * The FIR that a line names: number and year with a stroke between, and the station before or after.
 * @param this_year of the day asked, to read years of two digits
 * @returns undefined when there is no such number and year, or no station beside it
 * @example readFirKey('FIR 117/24 PS Saddar Multan', 2026)?.fir_year // 2024
 */
export function readFirKey(typed: string, this_year: number): FirKey | undefined {
  const line = asciiDigits(typed.normalize('NFKC')).replace(/\p{Cf}/gu, '')
  const found = SERIAL_AND_YEAR.exec(line)
  if (!found?.[1] || !found[2]) return undefined
  const fir_number = Number(found[1])
  const fir_year = fullYear(found[2], this_year)
  const around = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`
  const fir_station = stationName(around.replace(FIR_WORDS, ' '))
  const is_sound =
    fir_number >= 1 && fir_number <= MOST_SERIAL && fir_year >= FIRST_YEAR && fir_year <= this_year
  return is_sound && /\p{L}/u.test(fir_station) ? { fir_station, fir_year, fir_number } : undefined
}

/**
 * The spellings under which an FIR's station may have been written in a judgment, in lower case: as typed, and
 * by both names of a station of the reference list that it names.
 * @example stationSpellings('صدر ملتان', [{ name_en: 'Saddar Multan', name_ur: 'صدر ملتان' }])[1] // 'saddar multan'
 */
export function stationSpellings(
  typed: string,
  stations: Iterable<{ readonly name_en: string; readonly name_ur: string }>,
): readonly string[] {
  const lower = (text: string) => stationName(text).toLowerCase()
  const wanted = lower(typed)
  const found = [wanted]
  for (const { name_en, name_ur } of stations)
    if (lower(name_en) === wanted || lower(name_ur) === wanted) found.push(lower(name_en), lower(name_ur))
  const prefixed = found.flatMap((name) => [name, `ps ${name}`, `تھانہ ${name}`])
  return [...new Set([...prefixed, typed.trim().toLowerCase()])]
}
