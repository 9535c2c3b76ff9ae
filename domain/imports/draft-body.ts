// What an accepted row gives to the entry it becomes. What the entry cannot hold is left out, never bent to fit.
import type { Draft, DraftName } from '../draft/draft.ts'
import type { Problem } from './problems.ts'
import type { ReturnRow } from './row.ts'
import type { Sentence } from './sentence.ts'
import { scriptOf } from './text.ts'

/** Longest texts of an entry, in characters, and longest lists. */
const most = { name: 120, document: 30, station: 80, court: 160, case: 60, offence: 40, address: 300 }
const list_most = { names: 20, offences: 12, custody: 30 }
const first_fir_year = 1950

/** Where the return comes from, as an entry needs it. */
export type ReturnPlace = {
  /** ISO 3166-2 of the courts of the returning district. */
  readonly jurisdiction: string
  /** The station proposed to supervise; null: the district has none. */
  readonly station_id: string | null
}

const fits = (text: string | null, characters: number) =>
  text !== null && text.length <= characters ? text : null

function namesOf(row: ReturnRow) {
  const names: DraftName[] = []
  const add = (kind: DraftName['kind'], text: string | null, script: DraftName['script']) => {
    if (fits(text, most.name)) names.push({ kind, script, text: text ?? '' })
  }
  add('name', row.name_latin, 'Latn')
  add('name', row.name_urdu, 'Arab')
  add('father', row.father_name_latin, 'Latn')
  add('father', row.father_name_urdu, 'Arab')
  for (const alias of row.aliases) add('alias', alias, scriptOf(alias) === 'urdu' ? 'Arab' : 'Latn')
  return names.slice(0, list_most.names)
}

/** Months of a single term of whole months; several terms or odd days are for an officer to settle. */
function monthsOf({ terms }: Sentence): number | null {
  const [term, another] = terms
  if (term === undefined || another !== undefined || term.days > 0) return null
  return term.years * 12 + term.months
}

const sentenceOf = (sentence: Sentence | null) => ({
  months: sentence && monthsOf(sentence),
  // The register knows no death sentence: it is served as imprisonment without an end until it is carried out.
  is_life: sentence !== null && (sentence.is_life || sentence.is_death),
  fine_pkr: sentence?.fine_rupees ?? null,
})

/** A serial with a letter (123-A) has no place in the entry's number. */
const numberOf = (fir_number: string) => (/^[1-9]\d{0,4}$/.test(fir_number) ? Number(fir_number) : null)

/** The year of birth that an age on the day of the judgment gives, right to one year. */
const birthYearOf = ({ born_on, age_years, judgment_on }: ReturnRow) =>
  born_on === null && age_years !== null ? Number(judgment_on.slice(0, 4)) - age_years : null

/**
 * The facts of an entry that a row of a return gives. The certified judgment is not among them.
 * @example draftOfRow(row, { jurisdiction: 'PK-PB', station_id: null }).conviction.country // 'PK'
 */
export const draftOfRow = (row: ReturnRow, place: ReturnPlace) =>
  ({
    judgment_hash: null,
    person: {
      names: namesOf(row),
      documents: row.documents
        .filter(({ number }) => number.length <= most.document)
        .map(({ kind, number }) => ({ kind, number })),
      sex: row.sex === 'transgender' ? 'x' : row.sex,
      born_on: row.born_on,
      born_year: birthYearOf(row),
      address: fits(row.address, most.address),
    },
    conviction: {
      fir_station: fits(row.fir_station, most.station),
      fir_year: row.fir_year < first_fir_year ? null : row.fir_year,
      fir_number: numberOf(row.fir_number),
      court: fits(row.court, most.court),
      case_number: fits(row.case_number, most.case),
      offences: row.sections
        .map(({ offence, as_typed }) => offence ?? as_typed.slice(0, most.offence))
        .slice(0, list_most.offences),
      offence_on: row.offence_on,
      convicted_on: row.judgment_on,
      country: 'PK',
      jurisdiction: place.jurisdiction,
      victim: row.victim,
      disposal: row.disposal,
      juvenile: false,
      sentence: sentenceOf(row.sentence),
      custody: row.custody.slice(0, list_most.custody).map((interval) => ({ ...interval })),
    },
    station_id: place.station_id,
  }) satisfies Draft

/**
 * Whether an officer must look at the entry before it may go on: something of the row did not fit into it, the
 * sentence is death, or the person may have been a child and only an age tells.
 * @law ARITA-2021 s.24; JJSA-2018 (a child is not entered)
 * @example needsLook(row, [], draftOfRow(row, place)) // false
 */
export function needsLook(row: ReturnRow, problems: readonly Problem[], draft: Draft): boolean {
  const { person, conviction } = draft
  const spellings = [row.name_latin, row.name_urdu, row.father_name_latin, row.father_name_urdu]
  const name_count = spellings.filter((name) => name !== null).length + row.aliases.length
  return (
    person.names.length < name_count ||
    person.documents.length < row.documents.length ||
    conviction.custody.length < row.custody.length ||
    conviction.offences.length < row.sections.length ||
    (row.address !== null && person.address === null) ||
    (row.case_number !== null && conviction.case_number === null) ||
    (row.sentence?.is_death ?? false) ||
    (row.born_on === null && problems.some(({ code }) => code === 'under_18'))
  )
}
