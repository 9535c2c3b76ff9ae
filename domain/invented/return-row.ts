// An invented conviction as a district would return it: the cells of one row of a return of convictions.
import type { Column } from '../imports/columns.ts'
import type { InventedConviction, InventedPerson, InventedSentence, Script } from './invented-person.ts'
import type { InventedWorld } from './world.ts'

/** Every column of a return, empty where nothing is known. */
export type InventedRow = Readonly<Record<Column, string>>

/** Day first, as returns are written. */
const dayFirst = (iso: string): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`

const rupees = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ',')

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`

/**
 * The row of a conviction, with the world its places came from; null for a conviction abroad, which has no FIR
 * and is in no district's return.
 * @example asReturnRow(person, conviction, world)?.sections // '376 PPC'
 */
export function asReturnRow(
  person: InventedPerson,
  conviction: InventedConviction,
  world: InventedWorld,
): InventedRow | null {
  const { fir, court } = conviction
  if (!fir) return null
  const written = (kinds: readonly string[], script: Script): string =>
    person.names.find((name) => kinds.includes(name.kind) && name.script === script)?.text ?? ''
  const document = (kind: string): string => person.documents.find((held) => held.kind === kind)?.number ?? ''
  return {
    name_latin: written(['name'], 'Latn'),
    name_urdu: written(['name'], 'Arab'),
    father_name_latin: written(['father', 'husband'], 'Latn'),
    father_name_urdu: written(['father', 'husband'], 'Arab'),
    aliases: aliasesOf(person),
    cnic: document('cnic'),
    passport: document('passport'),
    other_document: '',
    born_on: person.born_on === null ? '' : dayFirst(person.born_on),
    age_years: ageAt(person, conviction),
    sex: person.sex,
    address: person.address.text_en,
    district: world.home_of.get(person.district_id)?.name_en ?? '',
    fir_station: world.station_of.get(fir.station_id)?.name_en ?? '',
    fir_year: String(fir.year),
    fir_number: String(fir.number),
    court: court.name_en,
    case_number: conviction.case_number,
    sections: sectionsOf(conviction.offence),
    offence_on: dayFirst(conviction.offence_on),
    judgment_on: dayFirst(conviction.convicted_on),
    disposal: conviction.disposal.replace('_', ' '),
    sentence: sentenceOf(conviction.sentence),
    custody: person.custody.map(({ from_on, to_on }) => `${from_on}..${to_on ?? ''}`).join('; '),
    held_in: '', // returns seldom say where
    victim: conviction.victim,
  }
}

const aliasesOf = ({ names }: InventedPerson): string =>
  names
    .filter(({ kind, script }) => kind === 'alias' && script === 'Latn')
    .map(({ text }) => `@ ${text}`)
    .join(' ')

/** The age on the day of this judgment, from the age told on another day. */
function ageAt({ age_years, age_on }: InventedPerson, { convicted_on }: InventedConviction): string {
  if (age_years === null || age_on === null) return ''
  const years = Number(convicted_on.slice(0, 4)) - Number(age_on.slice(0, 4))
  return String(age_years + years - (convicted_on.slice(5) < age_on.slice(5) ? 1 : 0))
}

/** 'PPC-376' is written '376 PPC'. */
function sectionsOf(offence: string): string {
  const [law, section] = offence.split('-')
  return `${section} ${law}`
}

function sentenceOf({ kind, years, months, life, fine_pkr }: InventedSentence): string {
  const fine = fine_pkr > 0 ? `fine Rs. ${rupees(fine_pkr)}` : ''
  if (kind !== 'imprisonment') return fine
  const term = [years > 0 ? count(years, 'year') : '', months > 0 ? count(months, 'month') : '']
  return [life ? 'life' : term.filter(Boolean).join(' '), fine].filter(Boolean).join(' and ')
}
